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
set linetype 3 lc rgb "#009e73" lw 2 dt solid
set linetype 103 lc rgb "#72c9b2" lw 1.4 dt solid
set linetype 203 lc rgb "#72c9b2" lw 1.8 dt (4,4)
set linetype 4 lc rgb "#cc79a7" lw 3 dt (14,4)
set linetype 104 lc rgb "#e2b5ce" lw 1.4 dt solid
set linetype 204 lc rgb "#e2b5ce" lw 1.8 dt (4,4)
set linetype 5 lc rgb "#e69f00" lw 2.4 dt (18,4,4,4)
set linetype 105 lc rgb "#f1ca72" lw 1.4 dt solid
set linetype 205 lc rgb "#f1ca72" lw 1.8 dt (4,4)
set linetype 6 lc rgb "#56b4e9" lw 3 dt (8,3)
set linetype 106 lc rgb "#a2d5f2" lw 1.4 dt solid
set linetype 206 lc rgb "#a2d5f2" lw 1.8 dt (4,4)
set linetype 7 lc rgb "#333333" lw 1.6 dt solid
set linetype 107 lc rgb "#8e8e8e" lw 1.4 dt solid
set linetype 207 lc rgb "#8e8e8e" lw 1.8 dt (4,4)
set linetype 8 lc rgb "#777777" lw 1.6 dt (12,4,2,4)
set linetype 108 lc rgb "#b4b4b4" lw 1.4 dt solid
set linetype 208 lc rgb "#b4b4b4" lw 1.8 dt (4,4)
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
set label "What was raised" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Completed and pending rounds of each quarter\054 as of \062\060\062\065\055\060\065\055\062\062\056 Without \062 of unknown amount" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set object rectangle from screen px(23), screen py(66.9) to screen px(35), screen py(78.9) fc lt 1 fs solid noborder
set label "Seed" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(99), screen py(66.9) to screen px(111), screen py(78.9) fc lt 2 fs solid noborder
set label "Series A" at screen px(120), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(193.9), screen py(66.9) to screen px(205.9), screen py(78.9) fc lt 3 fs solid noborder
set label "Series B" at screen px(214.9), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(288.8), screen py(66.9) to screen px(300.8), screen py(78.9) fc lt 4 fs solid noborder
set label "Series C" at screen px(309.8), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(383.8), screen py(66.9) to screen px(395.8), screen py(78.9) fc lt 5 fs solid noborder
set label "venture debt" at screen px(404.8), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(507.6), screen py(66.9) to screen px(519.6), screen py(78.9) fc lt 6 fs solid noborder
set label "Bridge" at screen px(528.6), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(592.7), screen py(66.9) to screen px(604.7), screen py(78.9) fc lt 7 fs solid noborder
set label "loan" at screen px(613.7), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(664.3), screen py(66.9) to screen px(676.3), screen py(78.9) fc lt 8 fs solid noborder
set label "other" at screen px(685.3), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 Seed release\073 Series A release\073 Series B release\073 Wire\073 Series C release\073 Euronews\073 Entrepreneur India\073 Entrepreneur India\054 \062\060\062\065\055\060\065\055\062\062" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set multiplot
set label "USD" at screen px(20), screen py(107.9) left font BOLD_13 tc rgb INK front
set lmargin at screen px(79.4)
set rmargin at screen px(940)
set tmargin at screen py(117.9)
set bmargin at screen py(213.3)
set xrange [-0.5:36.5]
set xtics scale 0 ("Q3\n2016" 1, "Q1\n2017" 3, "Q3" 5, "Q1\n2018" 7, "Q3" 9, "Q1\n2019" 11, "Q3" 13, "Q1\n2020" 15, "Q3" 17, "Q1\n2021" 19, "Q3" 21, "Q1\n2022" 23, "Q3" 25, "Q1\n2023" 27, "Q3" 29, "Q1\n2024" 31, "Q3" 33, "Q1\n2025" 35)
set yrange [0:156562158.220926]
set ytics ("0" 0, "100 M" 100000000)
$raised_1 << END_OF_DATA
0	0	1200000	1
4	0	8000000	2
12	0	25000000	3
15	0	15000000	1
20	0	90000000	4
23	0	30000000	5
24	0	2500000	6
25	0	12000000	7
31	0	150000000	8
36	0	12000000	1
END_OF_DATA
plot $raised_1 using 1:2:($1-0.36):($1+0.36):2:3:4 with boxxyerror fs solid noborder lc variable
unset label
unset arrow
unset object
set label "INR" at screen px(20), screen py(264.3) left font BOLD_13 tc rgb INK front
set lmargin at screen px(79.4)
set rmargin at screen px(940)
set tmargin at screen py(274.3)
set bmargin at screen py(369.7)
set xrange [-0.5:36.5]
set xtics scale 0 ("Q3\n2016" 1, "Q1\n2017" 3, "Q3" 5, "Q1\n2018" 7, "Q3" 9, "Q1\n2019" 11, "Q3" 13, "Q1\n2020" 15, "Q3" 17, "Q1\n2021" 19, "Q3" 21, "Q1\n2022" 23, "Q3" 25, "Q1\n2023" 27, "Q3" 29, "Q1\n2024" 31, "Q3" 33, "Q1\n2025" 35)
set yrange [0:20874954429.4568]
set ytics ("0" 0, "1,000 Cr" 10000000000, "2,000 Cr" 20000000000)
$raised_2 << END_OF_DATA
19	0	2500000000	2
23	0	6400000000	3
32	0	20000000000	8
36	0	17000000000	8
END_OF_DATA
plot $raised_2 using 1:2:($1-0.36):($1+0.36):2:3:4 with boxxyerror fs solid noborder lc variable
unset label
unset arrow
unset object
set label "EUR" at screen px(20), screen py(420.7) left font BOLD_13 tc rgb INK front
set lmargin at screen px(79.4)
set rmargin at screen px(940)
set tmargin at screen py(430.7)
set bmargin at screen py(526.2)
set xrange [-0.5:36.5]
set xtics scale 0 ("Q3\n2016" 1, "Q1\n2017" 3, "Q3" 5, "Q1\n2018" 7, "Q3" 9, "Q1\n2019" 11, "Q3" 13, "Q1\n2020" 15, "Q3" 17, "Q1\n2021" 19, "Q3" 21, "Q1\n2022" 23, "Q3" 25, "Q1\n2023" 27, "Q3" 29, "Q1\n2024" 31, "Q3" 33, "Q1\n2025" 35)
set yrange [0:208749544.294568]
set ytics ("0" 0, "100 M" 100000000, "200 M" 200000000)
$raised_3 << END_OF_DATA
30	0	200000000	8
END_OF_DATA
plot $raised_3 using 1:2:($1-0.36):($1+0.36):2:3:4 with boxxyerror fs solid noborder lc variable
unset multiplot
set output
