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
set label "Funding rounds of Startup Inc" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Amount of each round in USD\054 as of \062\060\062\064\055\060\061\055\061\065" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set object rectangle from screen px(23), screen py(66.9) to screen px(35), screen py(78.9) fc lt 1 fs solid noborder
set label "equity" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(106.7), screen py(66.9) to screen px(118.7), screen py(78.9) fc lt 2 fs solid noborder
set label "debt" at screen px(127.7), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(180), screen py(66.9) to screen px(192), screen py(78.9) fc lt 101 fs pattern 4 border lt 101
set label "not completed" at screen px(201), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "" at screen px(319.1), screen py(72.9) point lc 1 pt 12 ps 0.8 lw 1.4 front
set label "amount undisclosed" at screen px(334.1), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set arrow from screen px(477), screen py(72.9) to screen px(495), screen py(72.9) nohead lt 101
set label "completed rounds added up" at screen px(501), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 Seed release\073 Series A release\073 Series B release\073 Series C release\073 Wire" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
unset xtics
set boxwidth 0.64
set lmargin at screen px(65)
set rmargin at screen px(734.9)
set tmargin at screen py(97.9)
set bmargin at screen py(505.2)
set xrange [0.5:8.5]
set yrange [0:159392121.054005]
set ytics ("0" 0, "50 M" 50000000, "100 M" 100000000, "150 M" 150000000)
set arrow from screen px(734.9), screen py(187.8) to screen px(754.9), screen py(187.8) nohead lt 101 lw 0.8 dt solid
set arrow from screen px(756.9), screen py(187.8) to screen px(774.9), screen py(187.8) nohead lt 101
set label "equity in all" at screen px(780.9), screen py(187.8) left font PLAIN_12 tc rgb INK front
set label "USD \061\062\064\056\062 M" at screen px(940), screen py(187.8) right font PLAIN_12 tc rgb INK front
set arrow from screen px(734.9), screen py(397.8) to screen px(754.9), screen py(397.8) nohead lt 102 lw 0.8 dt solid
set arrow from screen px(756.9), screen py(397.8) to screen px(774.9), screen py(397.8) nohead lt 102
set label "debt in all" at screen px(780.9), screen py(397.8) left font PLAIN_12 tc rgb INK front
set label "USD \064\062 M" at screen px(940), screen py(397.8) right font PLAIN_12 tc rgb INK front
set label "USD \061\056\062 M" at screen px(106.9), screen py(493.1) center font PLAIN_12 tc rgb INK front
set label "Seed" at screen px(106.9), screen py(519.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\061\066\055\060\064\055\061\060" at screen px(106.9), screen py(535.2) center font PLAIN_11 tc rgb MUTED front
set label "USD \070 M" at screen px(190.6), screen py(475.7) center font PLAIN_12 tc rgb INK front
set label "Series A" at screen px(190.6), screen py(519.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\061\067\055\060\064\055\061\060" at screen px(190.6), screen py(535.2) center font PLAIN_11 tc rgb MUTED front
set label "USD \062\065 M" at screen px(274.4), screen py(432.3) center font PLAIN_12 tc rgb INK front
set label "Series B" at screen px(274.4), screen py(519.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\061\071\055\060\064\055\061\060" at screen px(274.4), screen py(535.2) center font PLAIN_11 tc rgb MUTED front
set label "USD \071\060 M" at screen px(358.1), screen py(266.2) center font PLAIN_12 tc rgb INK front
set label "Series C" at screen px(358.1), screen py(519.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\061\055\060\064\055\061\060" at screen px(358.1), screen py(535.2) center font PLAIN_11 tc rgb MUTED front
set label "USD \063\060 M" at screen px(441.8), screen py(419.5) center font PLAIN_12 tc rgb INK front
set label "venture d\342\200\246" at screen px(441.8), screen py(519.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\062\055\060\062" at screen px(441.8), screen py(535.2) center font PLAIN_11 tc rgb MUTED front
set label "USD \061\062 M" at screen px(525.6), screen py(465.5) center font PLAIN_12 tc rgb INK front
set label "loan" at screen px(525.6), screen py(519.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\062\055\060\071" at screen px(525.6), screen py(535.2) center font PLAIN_11 tc rgb MUTED front
set label "undisclosed" at screen px(609.3), screen py(483.2) center font PLAIN_12 tc rgb INK front
set label "Series D" at screen px(609.3), screen py(519.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\063\055\060\064\055\061\060" at screen px(609.3), screen py(535.2) center font PLAIN_11 tc rgb MUTED front
set label "USD \061\065\060 M" at screen px(693), screen py(112.9) center font PLAIN_12 tc rgb INK front
set label "Series E" at screen px(693), screen py(519.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\064\055\060\061\055\061\065" at screen px(693), screen py(535.2) center font PLAIN_11 tc rgb MUTED front
set label "talks" at screen px(693), screen py(551.2) center font PLAIN_11 tc rgb MUTED front
$equity_1 << END_OF_DATA
1	1200000	2016-04-10
2	8000000	2017-04-10
3	25000000	2019-04-10
4	90000000	2021-04-10
END_OF_DATA
$debt_1 << END_OF_DATA
5	30000000	2022-02
6	12000000	2022-09
END_OF_DATA
$equity_open_1 << END_OF_DATA
8	150000000	2024-01-15
END_OF_DATA
$equity_mark_1 << END_OF_DATA
7	3522045.395252	2023-04-10
END_OF_DATA
$equity_sum_1 << END_OF_DATA
1.5	1200000	2016-04-10
2.5	1200000	2017-04-10
2.5	9200000	2017-04-10
3.5	9200000	2019-04-10
3.5	34200000	2019-04-10
4.5	34200000	2021-04-10
4.5	124200000	2021-04-10
8.5	124200000	2021-04-10
END_OF_DATA
$debt_sum_1 << END_OF_DATA
5.5	30000000	2022-02
6.5	30000000	2022-09
6.5	42000000	2022-09
8.5	42000000	2022-09
END_OF_DATA
plot $equity_sum_1 using 1:2 with lines lt 101, \
     $debt_sum_1 using 1:2 with lines lt 102, \
     $equity_1 using 1:2 with boxes fc lt 1 fs solid noborder, \
     $debt_1 using 1:2 with boxes fc lt 2 fs solid noborder, \
     $equity_open_1 using 1:2 with boxes fc lt 101 fs pattern 4 border lt 101, \
     $equity_mark_1 using 1:2 with points pt 12 ps 0.8 lw 1.4 lc 1
set output
