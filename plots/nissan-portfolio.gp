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
set linetype 4 lc rgb "#cc79a7" lw 3 dt (14,4)
set linetype 104 lc rgb "#e2b5ce" lw 1.4 dt solid
set linetype 204 lc rgb "#e2b5ce" lw 1.8 dt (4,4)
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
set label "What Nissan owns" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Per cent of each company\342\200\231s capital\054 as of \062\060\062\065\055\060\063\055\063\061" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 201
set label "pending deal" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 from memory\073 Edelstahl Aktuell\054 quoting the joint release\073 CarWale\073 Hindustan Times\073 Reuters\073 Cercle Finance\073 Next Mobility\073 Netdenjd\073 Reuters\054 via" at screen px(20), screen py(571.2) left font PLAIN_11 tc rgb MUTED front
set label "Business Standard" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:60]
set ytics 10 format "%g %%"
set lmargin at screen px(58.5)
set rmargin at screen px(717.1)
set tmargin at screen py(97.9)
set bmargin at screen py(516.3)
set xrange [11607:20524]
set xtics ("2005" 12784, "2010" 14610, "2015" 16436, "2020" 18262, "2025" 20089)
set arrow from screen px(717.1), screen py(160.6) to screen px(737.1), screen py(160.6) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(739.1), screen py(160.6) to screen px(757.1), screen py(160.6) nohead lt 1
set label "RNAIPL" at screen px(763.1), screen py(160.6) left font PLAIN_12 tc rgb INK front
set label "\065\061 \045" at screen px(940), screen py(160.6) right font PLAIN_12 tc rgb INK front
set arrow from screen px(717.1), screen py(329.9) to screen px(737.1), screen py(329.9) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(739.1), screen py(329.9) to screen px(757.1), screen py(329.9) nohead lt 2
set label "Mitsubishi Motors" at screen px(763.1), screen py(329.9) left font PLAIN_12 tc rgb INK front
set label "\062\066\056\067\063 \045" at screen px(940), screen py(329.9) right font PLAIN_12 tc rgb INK front
set arrow from screen px(717.1), screen py(411.7) to screen px(737.1), screen py(411.7) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(739.1), screen py(411.7) to screen px(757.1), screen py(411.7) nohead lt 3
set label "Renault" at screen px(763.1), screen py(411.7) left font PLAIN_12 tc rgb INK front
set label "\061\065 \045" at screen px(940), screen py(411.7) right font PLAIN_12 tc rgb INK front
set arrow from screen px(739.1), screen py(516.3) to screen px(757.1), screen py(516.3) nohead lt 4
set label "Daimler" at screen px(763.1), screen py(516.3) left font PLAIN_12 tc rgb INK front
set label "until \062\060\062\061" at screen px(940), screen py(516.3) right font PLAIN_12 tc rgb INK front
$stake_1 << END_OF_DATA
19358	51	2023-01-01
20178	51	2025-03-31
END_OF_DATA
$soft_1 << END_OF_DATA
20178	51	2025-03-31
20524	51	2026-03-12
END_OF_DATA
$pending_1 << END_OF_DATA
20089	51	2025-01-01
20089	0	2025-01-01
20524	0	2026-03-12
END_OF_DATA
$end_1 << END_OF_DATA
20524	0	2026-03-12
END_OF_DATA
$stake_2 << END_OF_DATA
17094	0	2016-10-20
17094	34	2016-10-20
20034	34	2024-11-07
20034	34.07	2024-11-07
20035	34.07	2024-11-08
20035	26.726464	2024-11-08
20178	26.726464	2025-03-31
END_OF_DATA
$soft_2 << END_OF_DATA
20178	26.726464	2025-03-31
20524	26.726464	2026-03-12
END_OF_DATA
$stake_3 << END_OF_DATA
11747	0	2002-03-01
11747	13.5	2002-03-01
11808	13.5	2002-05-01
11808	15	2002-05-01
20178	15	2025-03-31
END_OF_DATA
$soft_3 << END_OF_DATA
20178	15	2025-03-31
20524	15	2026-03-12
END_OF_DATA
$stake_4 << END_OF_DATA
14706	0	2010-04-07
14706	1.55	2010-04-07
18752	1.55	2021-05-05
18752	0	2021-05-05
END_OF_DATA
$dots << END_OF_DATA
20178	51	1
20178	26.726464	2
20178	15	3
END_OF_DATA
plot $soft_1 using 1:2 with lines lt 101, \
     $soft_2 using 1:2 with lines lt 102, \
     $soft_3 using 1:2 with lines lt 103, \
     $pending_1 using 1:2 with lines lt 201, \
     $stake_1 using 1:2 with lines lt 1, \
     $stake_2 using 1:2 with lines lt 2, \
     $stake_3 using 1:2 with lines lt 3, \
     $stake_4 using 1:2 with lines lt 4, \
     $end_1 using 1:2 with points pt 6 ps 0.7 lw 1.4 lc 1, \
     $dots using 1:2:3 with points pt 7 ps 0.6 lc variable
set output
