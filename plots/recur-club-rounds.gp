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
set label "Funding rounds of Recur Club" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Amount of each debt round in INR\054 as of \062\060\062\064\055\060\064\055\060\061" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set object rectangle from screen px(23), screen py(66.9) to screen px(35), screen py(78.9) fc lt 102 fs pattern 4 border lt 102
set label "not completed" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Source\072 Entrepreneur India" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
unset xtics
set boxwidth 0.64
set lmargin at screen px(79.4)
set rmargin at screen px(940)
set tmargin at screen py(97.9)
set bmargin at screen py(505.2)
set xrange [-1.86852:3.86852]
set yrange [0:21252282807.200628]
set ytics ("0" 0, "500 Cr" 5000000000, "1,000 Cr" 10000000000, "1,500 Cr" 15000000000, "2,000 Cr" 20000000000)
set label "INR \062\054\060\060\060 Cr" at screen px(509.7), screen py(112.9) center font PLAIN_12 tc rgb INK front
set label "Recur Swift" at screen px(509.7), screen py(519.2) center font PLAIN_12 tc rgb INK front
set label "FY\062\060\062\064\055\062\065" at screen px(509.7), screen py(535.2) center font PLAIN_11 tc rgb MUTED front
set label "announced" at screen px(509.7), screen py(551.2) center font PLAIN_11 tc rgb MUTED front
$debt_open_1 << END_OF_DATA
1	20000000000	FY2024-25
END_OF_DATA
plot $debt_open_1 using 1:2 with boxes fc lt 102 fs pattern 4 border lt 102
set output
