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
set label "Stakes in Renault" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Per cent of the capital\054 as of \062\060\062\065\055\060\063\055\063\061" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "Sources\072 from memory\073 Edelstahl Aktuell\054 quoting the joint release\073 Reuters\073 CCFA\054 citing Reuters\073 Fox Business\073 Cercle Finance" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:20]
set ytics 5 format "%g %%"
set lmargin at screen px(58.5)
set rmargin at screen px(745.6)
set tmargin at screen py(80.9)
set bmargin at screen py(531.2)
set xrange [11607:20178]
set xtics ("2005" 12784, "2010" 14610, "2015" 16436, "2020" 18262, "2025" 20089)
set arrow from screen px(745.6), screen py(193.2) to screen px(765.6), screen py(184.8) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(767.6), screen py(184.8) to screen px(785.6), screen py(184.8) nohead lt 1
set label "French State" at screen px(791.6), screen py(184.8) left font PLAIN_12 tc rgb INK front
set label "\061\065\056\060\061 \045" at screen px(940), screen py(184.8) right font PLAIN_12 tc rgb INK front
set arrow from screen px(745.6), screen py(193.4) to screen px(765.6), screen py(201.8) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(767.6), screen py(201.8) to screen px(785.6), screen py(201.8) nohead lt 2
set label "Nissan" at screen px(791.6), screen py(201.8) left font PLAIN_12 tc rgb INK front
set label "\061\065 \045" at screen px(940), screen py(201.8) right font PLAIN_12 tc rgb INK front
set arrow from screen px(767.6), screen py(531.2) to screen px(785.6), screen py(531.2) nohead lt 3
set label "Daimler" at screen px(791.6), screen py(531.2) left font PLAIN_12 tc rgb INK front
set label "until \062\060\062\061" at screen px(940), screen py(531.2) right font PLAIN_12 tc rgb INK front
$stake_1 << END_OF_DATA
16526	15.01	2015-04-01
16547	15.01	2015-04-22
16547	19.74	2015-04-22
17472	19.74	2017-11-02
17472	15.01	2017-11-02
20178	15.01	2025-03-31
END_OF_DATA
$stake_2 << END_OF_DATA
11747	0	2002-03-01
11747	13.5	2002-03-01
11808	13.5	2002-05-01
11808	15	2002-05-01
20178	15	2025-03-31
END_OF_DATA
$stake_3 << END_OF_DATA
14706	0	2010-04-07
14706	3.1	2010-04-07
18941	3.1	2021-11-10
18941	0	2021-11-10
END_OF_DATA
$dots << END_OF_DATA
20178	15.01	1
20178	15	2
END_OF_DATA
plot $stake_1 using 1:2 with lines lt 1, \
     $stake_2 using 1:2 with lines lt 2, \
     $stake_3 using 1:2 with lines lt 3, \
     $dots using 1:2:3 with points pt 7 ps 0.6 lc variable
set output
