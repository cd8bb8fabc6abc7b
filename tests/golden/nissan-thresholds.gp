# A stakeline chart: thresholds.
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
set label "Lines crossed in Nissan" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Per cent of the capital\054 and the lines of the AMF\054 as of \062\060\062\065\055\060\067\055\060\061" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 101
set label "moved by the size of the capital alone" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "" at screen px(304.8), screen py(72.9) point lc 1 pt 9 ps 0.8 lw 1.4 front
set label "gets over a line" at screen px(319.8), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "" at screen px(443.8), screen py(72.9) point lc 1 pt 11 ps 0.8 lw 1.4 front
set label "gets under it" at screen px(458.8), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "" at screen px(566.5), screen py(72.9) point lc 1 pt 8 ps 0.8 lw 1.4 front
set label "perhaps\072 the stake is a range\054 or was not known" at screen px(581.5), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 from memory\073 La Tribune\073 Edelstahl Aktuell\054 quoting the joint release\073 Le Monde du Droit\073 Entrepreneur India\054 citing Reuters\073 Reuters\073 Cercle Finance\073 Nissan" at screen px(20), screen py(571.2) left font PLAIN_11 tc rgb MUTED front
set label "release\073 Just Auto\073 Bourse Analysis" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:50]
set ytics 10 format "%g %%"
set lmargin at screen px(88.9)
set rmargin at screen px(760.5)
set tmargin at screen py(97.9)
set bmargin at screen py(516.3)
set xrange [10581:20270]
set xtics ("2000" 10957, "2005" 12784, "2010" 14610, "2015" 16436, "2020" 18262, "2025" 20089)
unset grid
set ytics ("0 %%" 0, "5 %%" 5, "10 %%" 10, "15 %%" 15, "20 %%" 20, "25 %%" 25, "30 %%" 30, "33.33 %%" 33.333333, "50 %%" 50)
set arrow from graph 0, first 5 to graph 1, first 5 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 10 to graph 1, first 10 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 15 to graph 1, first 15 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 20 to graph 1, first 20 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 25 to graph 1, first 25 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 30 to graph 1, first 30 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 33.333333 to graph 1, first 33.333333 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 50 to graph 1, first 50 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from screen px(760.5), screen py(373.6) to screen px(780.5), screen py(375.4) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(782.5), screen py(375.4) to screen px(800.5), screen py(375.4) nohead lt 1
set label "Renault" at screen px(806.5), screen py(375.4) left font PLAIN_12 tc rgb INK front
set label "\061\067\056\060\065 \045" at screen px(940), screen py(375.4) right font PLAIN_12 tc rgb INK front
set arrow from screen px(760.5), screen py(360.1) to screen px(780.5), screen py(358.4) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(782.5), screen py(358.4) to screen px(800.5), screen py(358.4) nohead lt 2
set label "French trust" at screen px(806.5), screen py(358.4) left font PLAIN_12 tc rgb INK front
set label "\061\070\056\066\066 \045" at screen px(940), screen py(358.4) right font PLAIN_12 tc rgb INK front
set arrow from screen px(760.5), screen py(486.8) to screen px(780.5), screen py(486.8) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(782.5), screen py(486.8) to screen px(800.5), screen py(486.8) nohead lt 3
set label "Daimler" at screen px(806.5), screen py(486.8) left font PLAIN_12 tc rgb INK front
set label "\063\056\065\062 \045" at screen px(940), screen py(486.8) right font PLAIN_12 tc rgb INK front
$stake_1 << END_OF_DATA
10739	0	1999-05-28
10739	36.8	1999-05-28
11747	36.8	2002-03-01
11747	44.4	2002-03-01
14706	44.4	2010-04-07
14706	43.4	2010-04-07
19669	43.4	2023-11-08
19669	15	2023-11-08
19706	15	2023-12-15

19706	15.789333	2023-12-15
19816	15.789333	2024-04-03

19816	16.194188	2024-04-03
19999	16.194188	2024-10-03

19999	17.046513	2024-10-03
20270	17.046513	2025-07-01
END_OF_DATA
$soft_1 << END_OF_DATA
19706	15	2023-12-15
19706	15.789333	2023-12-15

19816	15.789333	2024-04-03
19816	16.194188	2024-04-03

19999	16.194188	2024-10-03
19999	17.046513	2024-10-03
END_OF_DATA
$stake_2 << END_OF_DATA
19669	0	2023-11-08
19669	28.401106	2023-11-08
19706	28.401106	2023-12-15
19706	24.633415	2023-12-15
19816	24.633415	2024-04-03
19816	22.729351	2024-04-03
19999	22.729351	2024-10-03
19999	18.662475	2024-10-03
20270	18.662475	2025-07-01
END_OF_DATA
$stake_3 << END_OF_DATA
14706	0	2010-04-07
14706	3.1	2010-04-07
19706	3.1	2023-12-15
19706	3.263129	2023-12-15
19816	3.263129	2024-04-03
19816	3.346799	2024-04-03
19999	3.346799	2024-10-03
19999	3.522946	2024-10-03
20270	3.522946	2025-07-01
END_OF_DATA
$dots << END_OF_DATA
20270	17.046513	1
20270	18.662475	2
20270	3.522946	3
END_OF_DATA
$crossings << END_OF_DATA
10739	5	9	1	1999-05-28
10739	10	9	1	1999-05-28
10739	15	9	1	1999-05-28
10739	20	9	1	1999-05-28
10739	25	9	1	1999-05-28
10739	30	9	1	1999-05-28
10739	33.333333	9	1	1999-05-28
19669	33.333333	11	1	2023-11-08
19669	30	11	1	2023-11-08
19669	25	11	1	2023-11-08
19669	20	11	1	2023-11-08
19669	33.333333	11	1	2023-11-08
19669	30	11	1	2023-11-08
19669	25	11	1	2023-11-08
19669	20	11	1	2023-11-08
19669	15	10	1	2023-11-08
19669	5	9	2	2023-11-08
19669	10	9	2	2023-11-08
19669	15	9	2	2023-11-08
19669	20	9	2	2023-11-08
19669	25	9	2	2023-11-08
19669	25	11	2	2023-11-08
19669	20	11	2	2023-11-08
19669	15	11	2	2023-11-08
19669	10	11	2	2023-11-08
19669	5	11	2	2023-11-08
19706	25	11	2	2023-12-15
19999	20	11	2	2024-10-03
END_OF_DATA
plot $soft_1 using 1:2 with lines lt 101, \
     $stake_1 using 1:2 with lines lt 1, \
     $stake_2 using 1:2 with lines lt 2, \
     $stake_3 using 1:2 with lines lt 3, \
     $dots using 1:2:3 with points pt 7 ps 0.6 lc variable, \
     $crossings using 1:2:3:4 with points pt variable ps 1 lw 1.2 lc variable
set output
