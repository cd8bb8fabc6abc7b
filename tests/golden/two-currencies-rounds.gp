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
set label "Funding rounds of Two Currencies Pte" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Amount of each equity round\054 as of \062\060\062\064\055\060\070\055\061\065" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "" at screen px(29), screen py(72.9) point lc 1 pt 12 ps 0.8 lw 1.4 front
set label "amount undisclosed" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set arrow from screen px(186.9), screen py(72.9) to screen px(204.9), screen py(72.9) nohead lt 101
set label "completed rounds added up" at screen px(210.9), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Source\072 Wire" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
unset xtics
set boxwidth 0.64
set multiplot
set label "USD" at screen px(20), screen py(103.9) left font BOLD_13 tc rgb INK front
set lmargin at screen px(57.4)
set rmargin at screen px(742.5)
set tmargin at screen py(123.9)
set bmargin at screen py(286.5)
set xrange [-0.28364:4.28364]
set yrange [0:20529210.241616]
set ytics ("0" 0, "5 M" 5000000, "10 M" 10000000, "15 M" 15000000)
set arrow from screen px(742.5), screen py(147.9) to screen px(762.5), screen py(147.9) nohead lt 101 lw 0.8 dt solid
set arrow from screen px(764.5), screen py(147.9) to screen px(782.5), screen py(147.9) nohead lt 101
set label "equity in all" at screen px(788.5), screen py(147.9) left font PLAIN_12 tc rgb INK front
set label "USD \061\067\056\065 M" at screen px(940), screen py(147.9) right font PLAIN_12 tc rgb INK front
set label "USD \061\065 M" at screen px(250), screen py(158.7) center font PLAIN_12 tc rgb INK front
set label "Seed" at screen px(250), screen py(300.5) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\060\055\060\061\055\061\065" at screen px(250), screen py(316.5) center font PLAIN_11 tc rgb MUTED front
set label "USD \062\056\065 M" at screen px(400), screen py(257.7) center font PLAIN_12 tc rgb INK front
set label "Bridge" at screen px(400), screen py(300.5) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\062\055\060\066\055\061\065" at screen px(400), screen py(316.5) center font PLAIN_11 tc rgb MUTED front
set label "undisclosed" at screen px(550), screen py(264.5) center font PLAIN_12 tc rgb INK front
set label "Series C" at screen px(550), screen py(300.5) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\064\055\060\070\055\061\065" at screen px(550), screen py(316.5) center font PLAIN_11 tc rgb MUTED front
$equity_1 << END_OF_DATA
1	15000000	2020-01-15
2	2500000	2022-06-15
END_OF_DATA
$equity_mark_1 << END_OF_DATA
3	1135953.840606	2024-08-15
END_OF_DATA
$equity_sum_1 << END_OF_DATA
1.5	15000000	2020-01-15
2.5	15000000	2022-06-15
2.5	17500000	2022-06-15
4.28364	17500000	2022-06-15
END_OF_DATA
plot $equity_sum_1 using 1:2 with lines lt 101, \
     $equity_1 using 1:2 with boxes fc lt 1 fs solid noborder, \
     $equity_mark_1 using 1:2 with points pt 12 ps 0.8 lw 1.4 lc 1
unset label
unset arrow
unset object
set label "INR" at screen px(20), screen py(338.5) left font BOLD_13 tc rgb INK front
set lmargin at screen px(68)
set rmargin at screen px(748.1)
set tmargin at screen py(358.5)
set bmargin at screen py(521.2)
set xrange [-0.76708:3.76708]
set yrange [0:10440569780.021638]
set ytics ("0" 0, "500 Cr" 5000000000)
set arrow from screen px(748.1), screen py(382.5) to screen px(768.1), screen py(382.5) nohead lt 101 lw 0.8 dt solid
set arrow from screen px(770.1), screen py(382.5) to screen px(788.1), screen py(382.5) nohead lt 101
set label "equity in all" at screen px(794.1), screen py(382.5) left font PLAIN_12 tc rgb INK front
set label "INR \070\071\060 Cr" at screen px(940), screen py(382.5) right font PLAIN_12 tc rgb INK front
set label "INR \062\065\060 Cr" at screen px(333.1), screen py(473.2) center font PLAIN_12 tc rgb INK front
set label "Series A" at screen px(333.1), screen py(535.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\061\055\060\061\055\061\065" at screen px(333.1), screen py(551.2) center font PLAIN_11 tc rgb MUTED front
set label "INR \066\064\060 Cr" at screen px(483.1), screen py(412.4) center font PLAIN_12 tc rgb INK front
set label "Series B" at screen px(483.1), screen py(535.2) center font PLAIN_12 tc rgb INK front
set label "\062\060\062\062\055\060\061\055\061\065" at screen px(483.1), screen py(551.2) center font PLAIN_11 tc rgb MUTED front
$equity_2 << END_OF_DATA
1	2500000000	2021-01-15
2	6400000000	2022-01-15
END_OF_DATA
$equity_sum_2 << END_OF_DATA
1.5	2500000000	2021-01-15
2.5	2500000000	2022-01-15
2.5	8900000000	2022-01-15
3.76708	8900000000	2022-01-15
END_OF_DATA
plot $equity_sum_2 using 1:2 with lines lt 101, \
     $equity_2 using 1:2 with boxes fc lt 1 fs solid noborder
unset multiplot
set output
