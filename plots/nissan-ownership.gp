# A stakeline chart: ownership.
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
set label "Who owns Nissan" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "The capital\054 in per cent\054 as of \062\060\062\065\055\060\067\055\060\061" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "Sources\072 from memory\073 La Tribune\073 Edelstahl Aktuell\054 quoting the joint release\073 Le Monde du Droit\073 Entrepreneur India\054 citing Reuters\073 Reuters\073 Cercle Finance\073 Nissan" at screen px(20), screen py(571.2) left font PLAIN_11 tc rgb MUTED front
set label "release\073 Just Auto\073 Bourse Analysis" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(66.1)
set rmargin at screen px(753.3)
set tmargin at screen py(80.9)
set bmargin at screen py(516.3)
set xrange [10581:20270]
set xtics ("2000" 10957, "2005" 12784, "2010" 14610, "2015" 16436, "2020" 18262, "2025" 20089)
set arrow from screen px(753.3), screen py(213.2) to screen px(773.3), screen py(213.2) nohead lt 301 lw 0.8 dt solid
set object rectangle from screen px(778.3), screen py(207.2) to screen px(790.3), screen py(219.2) fc lt 301 fs pattern 4 border lt 301
set label "\050undisclosed\051" at screen px(799.3), screen py(213.2) left font PLAIN_12 tc rgb INK front
set label "\066\060\056\067\067 \045" at screen px(940), screen py(213.2) right font PLAIN_12 tc rgb INK front
set arrow from screen px(753.3), screen py(353.1) to screen px(773.3), screen py(353.1) nohead lt 3 lw 0.8 dt solid
set object rectangle from screen px(778.3), screen py(347.1) to screen px(790.3), screen py(359.1) fc lt 3 fs solid noborder
set label "Daimler" at screen px(799.3), screen py(353.1) left font PLAIN_12 tc rgb INK front
set label "\063\056\065\062 \045" at screen px(940), screen py(353.1) right font PLAIN_12 tc rgb INK front
set arrow from screen px(753.3), screen py(401.4) to screen px(773.3), screen py(401.4) nohead lt 2 lw 0.8 dt solid
set object rectangle from screen px(778.3), screen py(395.4) to screen px(790.3), screen py(407.4) fc lt 2 fs solid noborder
set label "French trust" at screen px(799.3), screen py(401.4) left font PLAIN_12 tc rgb INK front
set label "\061\070\056\066\066 \045" at screen px(940), screen py(401.4) right font PLAIN_12 tc rgb INK front
set arrow from screen px(753.3), screen py(479.2) to screen px(773.3), screen py(479.2) nohead lt 1 lw 0.8 dt solid
set object rectangle from screen px(778.3), screen py(473.2) to screen px(790.3), screen py(485.2) fc lt 1 fs solid noborder
set label "Renault" at screen px(799.3), screen py(479.2) left font PLAIN_12 tc rgb INK front
set label "\061\067\056\060\065 \045" at screen px(940), screen py(479.2) right font PLAIN_12 tc rgb INK front
set label "Renault" at screen px(415.3), screen py(483.6) center font BOLD_12 tc rgb PAPER front
$layer_1 << END_OF_DATA
10739	0	36.8	1999-05-28
11747	0	36.8	2002-03-01
11747	0	44.4	2002-03-01
14706	0	44.4	2010-04-07
14706	0	43.4	2010-04-07
19669	0	43.4	2023-11-08
19669	0	15	2023-11-08
19706	0	15	2023-12-15
19706	0	15.789333	2023-12-15
19816	0	15.789333	2024-04-03
19816	0	16.194188	2024-04-03
19999	0	16.194188	2024-10-03
19999	0	17.046513	2024-10-03
20270	0	17.046513	2025-07-01
END_OF_DATA
$layer_2 << END_OF_DATA
19669	15	43.401106	2023-11-08
19706	15	43.401106	2023-12-15
19706	15.789333	40.422748	2023-12-15
19816	15.789333	40.422748	2024-04-03
19816	16.194188	38.923539	2024-04-03
19999	16.194188	38.923539	2024-10-03
19999	17.046513	35.708988	2024-10-03
20270	17.046513	35.708988	2025-07-01
END_OF_DATA
$layer_3 << END_OF_DATA
14706	43.4	46.5	2010-04-07
19669	43.4	46.5	2023-11-08
19669	43.401106	46.501106	2023-11-08
19706	43.401106	46.501106	2023-12-15
19706	40.422748	43.685877	2023-12-15
19816	40.422748	43.685877	2024-04-03
19816	38.923539	42.270337	2024-04-03
19999	38.923539	42.270337	2024-10-03
19999	35.708988	39.231934	2024-10-03
20270	35.708988	39.231934	2025-07-01
END_OF_DATA
set label "\050undisclosed\051" at screen px(415.3), screen py(197.3) center font PLAIN_12 tc rgb INK front
$layer_4 << END_OF_DATA
10739	36.8	100	1999-05-28
11747	36.8	100	2002-03-01
11747	44.4	100	2002-03-01
14706	44.4	100	2010-04-07
14706	46.5	100	2010-04-07
19669	46.5	100	2023-11-08
19669	46.501106	100	2023-11-08
19706	46.501106	100	2023-12-15
19706	43.685877	100	2023-12-15
19816	43.685877	100	2024-04-03
19816	42.270337	100	2024-04-03
19999	42.270337	100	2024-10-03
19999	39.231934	100	2024-10-03
20270	39.231934	100	2025-07-01
END_OF_DATA
plot $layer_1 using 1:2:3 with filledcurves fc lt 1 fs solid border lc rgb PAPER, \
     $layer_2 using 1:2:3 with filledcurves fc lt 2 fs solid border lc rgb PAPER, \
     $layer_3 using 1:2:3 with filledcurves fc lt 3 fs solid border lc rgb PAPER, \
     $layer_4 using 1:2:3 with filledcurves fc lt 301 fs pattern 4 noborder
set output
