# A stakeline chart: funding.
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
set label "What Startup Inc raised" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Completed rounds of each year in USD\054 as of \062\060\062\063\055\060\064\055\061\060\056 Without \061 of unknown amount" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set object rectangle from screen px(23), screen py(66.9) to screen px(35), screen py(78.9) fc lt 1 fs solid noborder
set label "equity" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(106.7), screen py(66.9) to screen px(118.7), screen py(78.9) fc lt 2 fs solid noborder
set label "debt" at screen px(127.7), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 Seed release\073 Series A release\073 Series B release\073 Series C release\073 Wire" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set lmargin at screen px(57.4)
set rmargin at screen px(940)
set tmargin at screen py(97.9)
set bmargin at screen py(543.2)
set xrange [-0.5:6.5]
set xtics scale 0 ("2016" 0, "2017" 1, "2018" 2, "2019" 3, "2020" 4, "2021" 5, "2022" 6)
set yrange [0:94677533.664068]
set ytics ("0" 0, "20 M" 20000000, "40 M" 40000000, "60 M" 60000000, "80 M" 80000000)
set label "\061\056\062 M" at screen px(120.5), screen py(528.5) center font PLAIN_12 tc rgb INK front
set label "\070 M" at screen px(246.5), screen py(496.5) center font PLAIN_12 tc rgb INK front
set label "\062\065 M" at screen px(498.7), screen py(416.6) center font PLAIN_12 tc rgb INK front
set label "\071\060 M" at screen px(750.9), screen py(110.9) center font PLAIN_12 tc rgb INK front
set label "\064\062 M" at screen px(877), screen py(336.6) center font PLAIN_12 tc rgb INK front
$raised_1 << END_OF_DATA
0	0	1200000	1
1	0	8000000	1
3	0	25000000	1
5	0	90000000	1
6	0	42000000	2
END_OF_DATA
plot $raised_1 using 1:2:($1-0.36):($1+0.36):2:3:4 with boxxyerror fs solid noborder lc variable
set output
