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
set linetype 4 lc rgb "#cc79a7" lw 3 dt (14,4)
set linetype 104 lc rgb "#e2b5ce" lw 1.4 dt solid
set linetype 204 lc rgb "#e2b5ce" lw 1.8 dt (4,4)
set linetype 5 lc rgb "#777777" lw 1.6 dt (12,4,2,4)
set linetype 105 lc rgb "#b4b4b4" lw 1.4 dt solid
set linetype 205 lc rgb "#b4b4b4" lw 1.8 dt (4,4)
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
set label "Stakes in Startup Inc" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Per cent of the capital\054 as of \062\060\062\064\055\060\061\055\061\065" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 101
set label "moved by the size of the capital alone" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 Registry\073 Seed release\073 Series A release\073 Series B release\073 Series C release\073 Wire" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:60]
set ytics 10 format "%g %%"
set lmargin at screen px(58.5)
set rmargin at screen px(756.9)
set tmargin at screen py(97.9)
set bmargin at screen py(531.2)
set xrange [16381:19737]
set xtics ("2015" 16436, "2016" 16801, "2017" 17167, "2018" 17532, "2019" 17897, "2020" 18262, "2021" 18628, "2022" 18993, "2023" 19358, "2024" 19723)
set arrow from screen px(756.9), screen py(331.1) to screen px(776.9), screen py(325.4) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(325.4) to screen px(796.9), screen py(325.4) nohead lt 1
set label "Ann Founder" at screen px(802.9), screen py(325.4) left font PLAIN_12 tc rgb INK front
set label "\062\067\056\067 \045" at screen px(940), screen py(325.4) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.9), screen py(397.8) to screen px(776.9), screen py(397.8) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(397.8) to screen px(796.9), screen py(397.8) nohead lt 2
set label "Bob Founder" at screen px(802.9), screen py(397.8) left font PLAIN_12 tc rgb INK front
set label "\061\070\056\064\067 \045" at screen px(940), screen py(397.8) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.9), screen py(438.5) to screen px(776.9), screen py(442.5) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(442.5) to screen px(796.9), screen py(442.5) nohead lt 3
set label "First VC" at screen px(802.9), screen py(442.5) left font PLAIN_12 tc rgb INK front
set label "\061\062\056\070\062 \045" at screen px(940), screen py(442.5) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.9), screen py(429.5) to screen px(776.9), screen py(425.5) nohead lt 4 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(425.5) to screen px(796.9), screen py(425.5) nohead lt 4
set label "Second VC" at screen px(802.9), screen py(425.5) left font PLAIN_12 tc rgb INK front
set label "\061\064\056\060\070 \045" at screen px(940), screen py(425.5) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.9), screen py(336.7) to screen px(776.9), screen py(342.4) nohead lt 5 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(342.4) to screen px(796.9), screen py(342.4) nohead lt 5
set label "\063 others" at screen px(802.9), screen py(342.4) left font PLAIN_12 tc rgb INK front
set label "\062\066\056\071\063 \045" at screen px(940), screen py(342.4) right font PLAIN_12 tc rgb INK front
$stake_1 << END_OF_DATA
16436	0	2015-01-01
16436	60	2015-01-01
16901	60	2016-04-10

16901	54	2016-04-10
17266	54	2017-04-10

17266	43.2	2017-04-10
17996	43.2	2019-04-10

17996	35.424	2019-04-10
18727	35.424	2021-04-10

18727	30.1104	2021-04-10
19457	30.1104	2023-04-10

19457	27.701568	2023-04-10
19737	27.701568	2024-01-15
END_OF_DATA
$soft_1 << END_OF_DATA
16901	60	2016-04-10
16901	54	2016-04-10

17266	54	2017-04-10
17266	43.2	2017-04-10

17996	43.2	2019-04-10
17996	35.424	2019-04-10

18727	35.424	2021-04-10
18727	30.1104	2021-04-10

19457	30.1104	2023-04-10
19457	27.701568	2023-04-10
END_OF_DATA
$stake_2 << END_OF_DATA
16436	0	2015-01-01
16436	40	2015-01-01
16901	40	2016-04-10

16901	36	2016-04-10
17266	36	2017-04-10

17266	28.8	2017-04-10
17996	28.8	2019-04-10

17996	23.616	2019-04-10
18727	23.616	2021-04-10

18727	20.0736	2021-04-10
19457	20.0736	2023-04-10

19457	18.467712	2023-04-10
19737	18.467712	2024-01-15
END_OF_DATA
$soft_2 << END_OF_DATA
16901	40	2016-04-10
16901	36	2016-04-10

17266	36	2017-04-10
17266	28.8	2017-04-10

17996	28.8	2019-04-10
17996	23.616	2019-04-10

18727	23.616	2021-04-10
18727	20.0736	2021-04-10

19457	20.0736	2023-04-10
19457	18.467712	2023-04-10
END_OF_DATA
$stake_3 << END_OF_DATA
17266	0	2017-04-10
17266	20	2017-04-10
17996	20	2019-04-10

17996	16.4	2019-04-10
18727	16.4	2021-04-10

18727	13.94	2021-04-10
19457	13.94	2023-04-10

19457	12.8248	2023-04-10
19737	12.8248	2024-01-15
END_OF_DATA
$soft_3 << END_OF_DATA
17996	20	2019-04-10
17996	16.4	2019-04-10

18727	16.4	2021-04-10
18727	13.94	2021-04-10

19457	13.94	2023-04-10
19457	12.8248	2023-04-10
END_OF_DATA
$stake_4 << END_OF_DATA
17996	0	2019-04-10
17996	18	2019-04-10
18727	18	2021-04-10

18727	15.3	2021-04-10
19457	15.3	2023-04-10

19457	14.076	2023-04-10
19737	14.076	2024-01-15
END_OF_DATA
$soft_4 << END_OF_DATA
18727	18	2021-04-10
18727	15.3	2021-04-10

19457	15.3	2023-04-10
19457	14.076	2023-04-10
END_OF_DATA
$stake_5 << END_OF_DATA
16901	10	2016-04-10
17266	10	2017-04-10

17266	8	2017-04-10
17996	8	2019-04-10

17996	6.56	2019-04-10
18727	6.56	2021-04-10
18727	20.576	2021-04-10
19457	20.576	2023-04-10
19457	26.92992	2023-04-10
19737	26.92992	2024-01-15
END_OF_DATA
$soft_5 << END_OF_DATA
17266	10	2017-04-10
17266	8	2017-04-10

17996	8	2019-04-10
17996	6.56	2019-04-10
END_OF_DATA
$dots << END_OF_DATA
19737	27.701568	1
19737	18.467712	2
19737	12.8248	3
19737	14.076	4
19737	26.92992	5
END_OF_DATA
plot $soft_1 using 1:2 with lines lt 101, \
     $soft_2 using 1:2 with lines lt 102, \
     $soft_3 using 1:2 with lines lt 103, \
     $soft_4 using 1:2 with lines lt 104, \
     $soft_5 using 1:2 with lines lt 105, \
     $stake_1 using 1:2 with lines lt 1, \
     $stake_2 using 1:2 with lines lt 2, \
     $stake_3 using 1:2 with lines lt 3, \
     $stake_4 using 1:2 with lines lt 4, \
     $stake_5 using 1:2 with lines lt 5, \
     $dots using 1:2:3 with points pt 7 ps 0.6 lc variable
set output
