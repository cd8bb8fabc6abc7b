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
set label "Who owns Startup Inc" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "The capital\054 in per cent\054 as of \062\060\062\064\055\060\061\055\061\065" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "Sources\072 Registry\073 Seed release\073 Series A release\073 Series B release\073 Series C release\073 Wire" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(66.1)
set rmargin at screen px(756.3)
set tmargin at screen py(80.9)
set bmargin at screen py(531.2)
set xrange [16381:19737]
set xtics ("2015" 16436, "2016" 16801, "2017" 17167, "2018" 17532, "2019" 17897, "2020" 18262, "2021" 18628, "2022" 18993, "2023" 19358, "2024" 19723)
set arrow from screen px(756.3), screen py(98.9) to screen px(776.3), screen py(98.9) nohead lt 7 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(92.9) to screen px(793.3), screen py(104.9) fc lt 7 fs solid noborder
set label "Sovereign" at screen px(802.3), screen py(98.9) left font PLAIN_12 tc rgb INK front
set label "\070 \045" at screen px(940), screen py(98.9) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.3), screen py(128.4) to screen px(776.3), screen py(128.4) nohead lt 6 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(122.4) to screen px(793.3), screen py(134.4) fc lt 6 fs solid noborder
set label "Angel" at screen px(802.3), screen py(128.4) left font PLAIN_12 tc rgb INK front
set label "\065\056\061\063 \045" at screen px(940), screen py(128.4) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.3), screen py(171) to screen px(776.3), screen py(171) nohead lt 5 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(165) to screen px(793.3), screen py(177) fc lt 5 fs solid noborder
set label "Growth Fund" at screen px(802.3), screen py(171) left font PLAIN_12 tc rgb INK front
set label "\061\063\056\070 \045" at screen px(940), screen py(171) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.3), screen py(233.8) to screen px(776.3), screen py(233.8) nohead lt 4 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(227.8) to screen px(793.3), screen py(239.8) fc lt 4 fs solid noborder
set label "Second VC" at screen px(802.3), screen py(233.8) left font PLAIN_12 tc rgb INK front
set label "\061\064\056\060\070 \045" at screen px(940), screen py(233.8) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.3), screen py(294.4) to screen px(776.3), screen py(294.4) nohead lt 3 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(288.4) to screen px(793.3), screen py(300.4) fc lt 3 fs solid noborder
set label "First VC" at screen px(802.3), screen py(294.4) left font PLAIN_12 tc rgb INK front
set label "\061\062\056\070\062 \045" at screen px(940), screen py(294.4) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.3), screen py(364.8) to screen px(776.3), screen py(364.8) nohead lt 2 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(358.8) to screen px(793.3), screen py(370.8) fc lt 2 fs solid noborder
set label "Bob Founder" at screen px(802.3), screen py(364.8) left font PLAIN_12 tc rgb INK front
set label "\061\070\056\064\067 \045" at screen px(940), screen py(364.8) right font PLAIN_12 tc rgb INK front
set arrow from screen px(756.3), screen py(468.8) to screen px(776.3), screen py(468.8) nohead lt 1 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(462.8) to screen px(793.3), screen py(474.8) fc lt 1 fs solid noborder
set label "Ann Founder" at screen px(802.3), screen py(468.8) left font PLAIN_12 tc rgb INK front
set label "\062\067\056\067 \045" at screen px(940), screen py(468.8) right font PLAIN_12 tc rgb INK front
set label "Ann Founder" at screen px(416.9), screen py(468.8) center font BOLD_12 tc rgb PAPER front
$layer_1 << END_OF_DATA
16436	0	60	2015-01-01
16901	0	60	2016-04-10
16901	0	54	2016-04-10
17266	0	54	2017-04-10
17266	0	43.2	2017-04-10
17996	0	43.2	2019-04-10
17996	0	35.424	2019-04-10
18727	0	35.424	2021-04-10
18727	0	30.1104	2021-04-10
19457	0	30.1104	2023-04-10
19457	0	27.701568	2023-04-10
19737	0	27.701568	2024-01-15
END_OF_DATA
set label "Bob Founder" at screen px(398.3), screen py(301) center font BOLD_12 tc rgb INK front
$layer_2 << END_OF_DATA
16436	60	100	2015-01-01
16901	60	100	2016-04-10
16901	54	90	2016-04-10
17266	54	90	2017-04-10
17266	43.2	72	2017-04-10
17996	43.2	72	2019-04-10
17996	35.424	59.04	2019-04-10
18727	35.424	59.04	2021-04-10
18727	30.1104	50.184	2021-04-10
19457	30.1104	50.184	2023-04-10
19457	27.701568	46.16928	2023-04-10
19737	27.701568	46.16928	2024-01-15
END_OF_DATA
set label "First VC" at screen px(473.4), screen py(228.4) center font BOLD_12 tc rgb INK front
$layer_3 << END_OF_DATA
17266	72	92	2017-04-10
17996	72	92	2019-04-10
17996	59.04	75.44	2019-04-10
18727	59.04	75.44	2021-04-10
18727	50.184	64.124	2021-04-10
19457	50.184	64.124	2023-04-10
19457	46.16928	58.99408	2023-04-10
19737	46.16928	58.99408	2024-01-15
END_OF_DATA
set label "Second VC" at screen px(473.4), screen py(150.9) center font BOLD_12 tc rgb INK front
$layer_4 << END_OF_DATA
17996	75.44	93.44	2019-04-10
18727	75.44	93.44	2021-04-10
18727	64.124	79.424	2021-04-10
19457	64.124	79.424	2023-04-10
19457	58.99408	73.07008	2023-04-10
19737	58.99408	73.07008	2024-01-15
END_OF_DATA
set label "Growth Fund" at screen px(623.7), screen py(139.7) center font BOLD_12 tc rgb INK front
$layer_5 << END_OF_DATA
18727	79.424	94.424	2021-04-10
19457	79.424	94.424	2023-04-10
19457	73.07008	86.87008	2023-04-10
19737	73.07008	86.87008	2024-01-15
END_OF_DATA
set label "Angel" at screen px(210.6), screen py(103.4) center font BOLD_12 tc rgb INK front
$layer_6 << END_OF_DATA
16901	90	100	2016-04-10
17266	90	100	2017-04-10
17266	92	100	2017-04-10
17996	92	100	2019-04-10
17996	93.44	100	2019-04-10
18727	93.44	100	2021-04-10
18727	94.424	100	2021-04-10
19457	94.424	100	2023-04-10
19457	86.87008	92	2023-04-10
19737	86.87008	92	2024-01-15
END_OF_DATA
$layer_7 << END_OF_DATA
19457	92	100	2023-04-10
19737	92	100	2024-01-15
END_OF_DATA
plot $layer_1 using 1:2:3 with filledcurves fc lt 1 fs solid border lc rgb PAPER, \
     $layer_2 using 1:2:3 with filledcurves fc lt 2 fs solid border lc rgb PAPER, \
     $layer_3 using 1:2:3 with filledcurves fc lt 3 fs solid border lc rgb PAPER, \
     $layer_4 using 1:2:3 with filledcurves fc lt 4 fs solid border lc rgb PAPER, \
     $layer_5 using 1:2:3 with filledcurves fc lt 5 fs solid border lc rgb PAPER, \
     $layer_6 using 1:2:3 with filledcurves fc lt 6 fs solid border lc rgb PAPER, \
     $layer_7 using 1:2:3 with filledcurves fc lt 7 fs solid border lc rgb PAPER
set output
