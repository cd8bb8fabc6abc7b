# A stakeline chart: portfolio.
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
set label "What Renault owns" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Per cent of each company\342\200\231s capital\054 as of \062\060\062\065\055\060\067\055\060\061" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 201
set label "pending deal" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set arrow from screen px(144.2), screen py(72.9) to screen px(162.2), screen py(72.9) nohead lt 101
set label "moved by the size of the capital alone" at screen px(168.2), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 from memory\073 La Tribune\073 Le Monde du Droit\073 Entrepreneur India\054 citing Reuters\073 Reuters\073 Nissan release\073 Just Auto\073 Bourse Analysis\073 Reuters\054 via" at screen px(20), screen py(571.2) left font PLAIN_11 tc rgb MUTED front
set label "newsbulletin\062\064\067\073 Reuters\054 via Business Standard" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(66.1)
set rmargin at screen px(786.3)
set tmargin at screen py(97.9)
set bmargin at screen py(516.3)
set xrange [10581:20573]
set xtics ("2000" 10957, "2005" 12784, "2010" 14610, "2015" 16436, "2020" 18262, "2025" 20089)
set arrow from screen px(786.3), screen py(311.3) to screen px(806.3), screen py(311.3) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(808.3), screen py(311.3) to screen px(826.3), screen py(311.3) nohead lt 1
set label "RNAIPL" at screen px(832.3), screen py(311.3) left font PLAIN_12 tc rgb INK front
set label "\064\071 \045" at screen px(940), screen py(311.3) right font PLAIN_12 tc rgb INK front
set arrow from screen px(786.3), screen py(97.9) to screen px(806.3), screen py(97.9) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(808.3), screen py(97.9) to screen px(826.3), screen py(97.9) nohead lt 2
set label "Ampere" at screen px(832.3), screen py(97.9) left font PLAIN_12 tc rgb INK front
set label "\061\060\060 \045" at screen px(940), screen py(97.9) right font PLAIN_12 tc rgb INK front
set arrow from screen px(786.3), screen py(445) to screen px(806.3), screen py(445) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(808.3), screen py(445) to screen px(826.3), screen py(445) nohead lt 3
set label "Nissan" at screen px(832.3), screen py(445) left font PLAIN_12 tc rgb INK front
set label "\061\067\056\060\065 \045" at screen px(940), screen py(445) right font PLAIN_12 tc rgb INK front
$stake_1 << END_OF_DATA
19358	49	2023-01-01
20270	49	2025-07-01
END_OF_DATA
$soft_1 << END_OF_DATA
20270	49	2025-07-01
20573	49	2026-04-30
END_OF_DATA
$pending_1 << END_OF_DATA
20089	49	2025-01-01
20089	100	2025-01-01
20573	100	2026-04-30
END_OF_DATA
$end_1 << END_OF_DATA
20573	100	2026-04-30
END_OF_DATA
$stake_2 << END_OF_DATA
19662	100	2023-11-01
20270	100	2025-07-01
END_OF_DATA
$soft_2 << END_OF_DATA
20270	100	2025-07-01
20573	100	2026-04-30
END_OF_DATA
$stake_3 << END_OF_DATA
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
$soft_3 << END_OF_DATA
19706	15	2023-12-15
19706	15.789333	2023-12-15

19816	15.789333	2024-04-03
19816	16.194188	2024-04-03

19999	16.194188	2024-10-03
19999	17.046513	2024-10-03

20270	17.046513	2025-07-01
20573	17.046513	2026-04-30
END_OF_DATA
$dots << END_OF_DATA
20270	49	1
20270	100	2
20270	17.046513	3
END_OF_DATA
plot $soft_1 using 1:2 with lines lt 101, \
     $soft_2 using 1:2 with lines lt 102, \
     $soft_3 using 1:2 with lines lt 103, \
     $pending_1 using 1:2 with lines lt 201, \
     $stake_1 using 1:2 with lines lt 1, \
     $stake_2 using 1:2 with lines lt 2, \
     $stake_3 using 1:2 with lines lt 3, \
     $end_1 using 1:2 with points pt 6 ps 0.7 lw 1.4 lc 1, \
     $dots using 1:2:3 with points pt 7 ps 0.6 lc variable
set output
