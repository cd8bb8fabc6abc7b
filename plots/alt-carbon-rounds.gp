# A stakeline chart: rounds.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.svg'" FILE to another file.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person
# reads it. Texts are written in octal codes, so that no name can be taken for a command.

# ---- style: what may be changed without understanding the rest ----
W = 960; H = 600               # pixels
FACE = "sans-serif"
BOLD_18 = FACE." Bold,18"; BOLD_13 = FACE." Bold,13"; BOLD_12 = FACE." Bold,12"
PLAIN_13 = FACE.",13"; PLAIN_12 = FACE.",12"; PLAIN_11 = FACE.",11"
PAPER = "#ffffff"; INK = "#222222"; MUTED = "#666666"; GRID = "#dddddd"
BAND = 0.2                     # how solid a range is
set linetype 1 lc rgb "#0072b2" lw 3 dt solid
set linetype 101 lc rgb "#72b1d4" lw 1.4 dt solid
set linetype 201 lc rgb "#72b1d4" lw 1.8 dt (4,4)
set linetype 2 lc rgb "#d55e00" lw 2.4 dt solid
set linetype 102 lc rgb "#e7a672" lw 1.4 dt solid
set linetype 202 lc rgb "#e7a672" lw 1.8 dt (4,4)
set linetype 301 lc rgb "#bbbbbb" lw 1 dt solid
# ---- end of style ----

px(x) = x / (1.0 * W)          # pixels from the left and from the top
py(y) = 1 - y / (1.0 * H)
set encoding utf8
set terminal svg size W,H dashlength 0.5 font PLAIN_12 noenhanced background rgb PAPER
if (!exists("OUT")) OUT = "chart.svg"
set output OUT
set datafile separator "\t"
set datafile commentschars ''
unset key
set border 1 lc rgb MUTED lw 1
set tics nomirror out scale 0.5 font PLAIN_12 tc rgb MUTED
set grid ytics lt 1 lc rgb GRID lw 0.8 dt solid
set label "Funding rounds of Alt Carbon" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Amount of each equity round in USD\054 as of \062\060\062\065\055\060\065\055\062\062" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "Source\072 Entrepreneur India\054 \062\060\062\065\055\060\065\055\062\062" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
unset xtics
set boxwidth 0.64
set lmargin at screen px(57.4)
set rmargin at screen px(940)
set tmargin at screen py(80.9)
set bmargin at screen py(521.2)
set xrange [-1.94196:3.94196]
set yrange [0:12691808.791737]
set ytics ("0" 0, "5 M" 5000000, "10 M" 10000000)
set label "USD \061\062 M" at screen px(498.7), screen py(95.9) center font PLAIN_12 tc rgb INK front
set label "Seed" at screen px(498.7), screen py(535.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\065\055\060\065\055\062\062" at screen px(498.7), screen py(551.2) center font PLAIN_11 tc rgb MUTED front
$equity_1 << END_OF_DATA
1	12000000	2025-05-22
END_OF_DATA
plot $equity_1 using 1:2 with boxes fc lt 1 fs solid noborder
set output
