# A stakeline chart: stakes.
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
set label "Stakes in Nissan" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Per cent of the capital\054 as of \062\060\062\063\055\060\062\055\060\066\054 from what was known by \062\060\062\063\055\060\066\055\060\061" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 201
set label "pending deal" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 from memory\073 La Tribune\073 Edelstahl Aktuell\054 quoting the joint release\073 Le Monde du Droit\073 Entrepreneur India\054 citing Reuters\073 Cercle Finance" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:50]
set ytics 10 format "%g %%"
set lmargin at screen px(58.5)
set rmargin at screen px(715.6)
set tmargin at screen py(97.9)
set bmargin at screen py(531.2)
set xrange [18262:19444]
set xtics ("Jan\n2020" 18262, "Jul" 18444, "Jan\n2021" 18628, "Jul" 18809, "Jan\n2022" 18993, "Jul" 19174, "Jan\n2023" 19358)
set arrow from screen px(715.6), screen py(155) to screen px(735.6), screen py(155) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(737.6), screen py(155) to screen px(755.6), screen py(155) nohead lt 1
set label "Renault" at screen px(761.6), screen py(155) left font PLAIN_12 tc rgb INK front
set label "\064\063\056\064 \045" at screen px(940), screen py(155) right font PLAIN_12 tc rgb INK front
set arrow from screen px(737.6), screen py(285) to screen px(755.6), screen py(285) nohead lt 202
set label "French trust" at screen px(761.6), screen py(285) left font PLAIN_12 tc rgb INK front
set label "\062\070\056\064 \045 pending" at screen px(940), screen py(285) right font PLAIN_12 tc rgb INK front
set arrow from screen px(715.6), screen py(504.3) to screen px(735.6), screen py(504.3) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(737.6), screen py(504.3) to screen px(755.6), screen py(504.3) nohead lt 3
set label "Daimler" at screen px(761.6), screen py(504.3) left font PLAIN_12 tc rgb INK front
set label "\063\056\061 \045" at screen px(940), screen py(504.3) right font PLAIN_12 tc rgb INK front
$stake_1 << END_OF_DATA
18262	43.4	2020-01-01
19394	43.4	2023-02-06
END_OF_DATA
$soft_1 << END_OF_DATA
19394	43.4	2023-02-06
19444	43.4	2023-03-28
END_OF_DATA
$pending_1 << END_OF_DATA
19387	43.4	2023-01-30
19387	15	2023-01-30
19444	15	2023-03-28
END_OF_DATA
$end_1 << END_OF_DATA
19444	15	2023-03-28
END_OF_DATA
$pending_2 << END_OF_DATA
19387	0	2023-01-30
19387	28.4	2023-01-30
19444	28.4	2023-03-28
END_OF_DATA
$end_2 << END_OF_DATA
19444	28.4	2023-03-28
END_OF_DATA
$stake_3 << END_OF_DATA
18262	3.1	2020-01-01
19394	3.1	2023-02-06
END_OF_DATA
$soft_3 << END_OF_DATA
19394	3.1	2023-02-06
19444	3.1	2023-03-28
END_OF_DATA
$dots << END_OF_DATA
19394	43.4	1
19394	3.1	3
END_OF_DATA
plot $soft_1 using 1:2 with lines lt 101, \
     $soft_3 using 1:2 with lines lt 103, \
     $pending_1 using 1:2 with lines lt 201, \
     $pending_2 using 1:2 with lines lt 202, \
     $stake_1 using 1:2 with lines lt 1, \
     $stake_3 using 1:2 with lines lt 3, \
     $end_1 using 1:2 with points pt 6 ps 0.7 lw 1.4 lc 1, \
     $end_2 using 1:2 with points pt 6 ps 0.7 lw 1.4 lc 2, \
     $dots using 1:2:3 with points pt 7 ps 0.6 lc variable
set output
