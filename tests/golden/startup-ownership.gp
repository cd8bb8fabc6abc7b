# A stakeline chart: ownership.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person reads it.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 600               # pixels
if (!exists("OUT")) OUT = "chart.svg"
FORMAT = OUT[strlen(OUT)-2:]   # svg, png or pdf

# ---- style: what may be changed without understanding the rest ----
# The theme "light": for screens and white paper. "chart --style FILE" puts a changed copy of this
# file in its place; what a copy leaves out is as here.

FACE = "sans-serif"             # the font; for Chinese, Japanese or Arabic names it or the
                                # system's next choice must have their letters
PAPER = "#ffffff"               # behind everything
INK = "#222222"                 # titles and names
MUTED = "#666666"               # axes and notes
GRID = "#dddddd"
EDGE = "#ffffff"                # between areas
BAND = 0.2                      # how solid a range is
SIGNS = 0                       # 1: lines carry signs, for eyes and printers without colours
PLATES = 0                      # 1: names on areas stand on a plate of paper

# The first eight are for the lines and areas, the largest first, the ninth is for the others added
# up. They are Okabe and Ito's colours, which readers with any colour vision tell apart, without
# the yellow and with a wine red: yellow is not seen on white.
array COLOUR[9] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#333333", "#882255", "#777777"]
# Softer: what moved by the size of the capital alone, and (dashed) what is pending.
array SOFT[9] = ["#72b1d4", "#e7a672", "#72c9b2", "#e3b5cf", "#f1ca72", "#99d2f2", "#8f8f8f", "#be86a2", "#b4b4b4"]
# Areas, and the ink that is read on them.
array AREA[9] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#333333", "#882255", "#777777"]
array ON[9] = ["#ffffff", "#222222", "#222222", "#222222", "#222222", "#222222", "#ffffff", "#ffffff", "#ffffff"]

# 1 to 8: lines; 9 to 16: if there are more; 17: the others added up. pt: their signs.
set linetype 1 lc rgb COLOUR[1] lw 3 dt solid pt 7
set linetype 2 lc rgb COLOUR[2] lw 2.4 dt solid pt 7
set linetype 3 lc rgb COLOUR[3] lw 2 dt solid pt 7
set linetype 4 lc rgb COLOUR[4] lw 3 dt (14,4) pt 7
set linetype 5 lc rgb COLOUR[5] lw 2.4 dt (18,4,4,4) pt 7
set linetype 6 lc rgb COLOUR[6] lw 3 dt (8,3) pt 7
set linetype 7 lc rgb COLOUR[7] lw 1.6 dt solid pt 7
set linetype 8 lc rgb COLOUR[8] lw 2 dt (18,3) pt 7
do for [i=1:8] { set linetype 8+i lc rgb COLOUR[i] lw 1.6 dt (6,3,2,3) pt 6 }
set linetype 17 lc rgb COLOUR[9] lw 1.6 dt (12,4,2,4) pt 7
# 101 to 117: the same, softer; 201 to 217: pending; 301: what nobody is known to hold.
do for [i=1:17] { set linetype 100+i lc rgb SOFT[i > 16 ? 9 : (i-1) % 8 + 1] lw 1.4 dt solid }
do for [i=1:17] { set linetype 200+i lc rgb SOFT[i > 16 ? 9 : (i-1) % 8 + 1] lw 1.8 dt (4,4) }
set linetype 301 lc rgb "#bbbbbb" lw 1 dt solid

# How wide the arrows of networks are, in INK and MUTED: under 5 %, under 20, up to 50, over it; the
# last is of unknown size.
array ARROW[5] = [1, 1.8, 2.8, 4, 1.2]

# How areas 1 to 9 are filled.
FILL_1 = "solid border lc rgb PAPER"
FILL_2 = "solid border lc rgb PAPER"
FILL_3 = "solid border lc rgb PAPER"
FILL_4 = "solid border lc rgb PAPER"
FILL_5 = "solid border lc rgb PAPER"
FILL_6 = "solid border lc rgb PAPER"
FILL_7 = "solid border lc rgb PAPER"
FILL_8 = "solid border lc rgb PAPER"
FILL_9 = "solid border lc rgb PAPER"
FILL_SOFT_1 = "solid border lc rgb PAPER"  # moved by the size of the capital alone: gained,
FILL_SOFT_2 = "solid border lc rgb PAPER"  # and lost
FILL_OPEN_1 = "transparent pattern 4 border lt 101"  # not completed: a round,
FILL_OPEN_2 = "transparent pattern 4 border lt 102"  # and a debt
FILL_REST = "transparent pattern 4 noborder"  # what nobody is known to hold

# More options of the terminal that draws each kind of file.
SVG = "dashlength 0.5"
PNG = "fontscale 0.75 pointscale 1.5"
PDF = "fontscale 0.56 linewidth 1.33"
# ---- end of style ----

PLAIN(size) = sprintf("%s,%g", FACE, size)
BOLD(size) = sprintf("%s Bold,%g", FACE, size)
SMALL = PLAIN(12)
px(x) = x / (1.0 * W)          # pixels from the left and from the top
py(y) = 1 - y / (1.0 * H)
set encoding utf8
if (FORMAT eq "png") set terminal pngcairo size W,H font PLAIN(12) noenhanced background rgb PAPER @PNG
if (FORMAT eq "pdf") set terminal pdfcairo size W/96.0,H/96.0 font PLAIN(12) noenhanced background rgb PAPER @PDF
if (FORMAT ne "png" && FORMAT ne "pdf") set terminal svg size W,H font PLAIN(12) noenhanced background rgb PAPER @SVG
set termoption noenhanced
set output OUT
AMP = GPVAL_TERM eq "svg" ? "\046\043x26\073" : "\046"
LT = GPVAL_TERM eq "svg" ? "\046\043x3c\073" : "\074"
GT = GPVAL_TERM eq "svg" ? "\046\043x3e\073" : "\076"
LTR = GPVAL_TERM eq "svg" ? "" : "\342\200\216"
set datafile separator "\t"
set datafile commentschars ''
unset key
set border 1 lc rgb MUTED lw 1
set tics nomirror out scale 0.5 font SMALL tc rgb MUTED
set grid ytics lt 1 lc rgb GRID lw 0.8 dt solid
set label "Who owns Startup Inc" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "The capital\054 in per cent\054 as of \062\060\062\064\055\060\061\055\061\065" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set label "Sources\072 Registry\073 Seed release\073 Series A release\073 Series B release\073 Series C release\073 Wire" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(66.1)
set rmargin at screen px(756.3)
set tmargin at screen py(80.9)
set bmargin at screen py(531.2)
set xrange [16381:19737]
set xtics ("2015" 16436, "2016" 16801, "2017" 17167, "2018" 17532, "2019" 17897, "2020" 18262, "2021" 18628, "2022" 18993, "2023" 19358, "2024" 19723)
set arrow from screen px(756.3), screen py(98.9) to screen px(776.3), screen py(98.9) nohead lt 7 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(92.9) to screen px(793.3), screen py(104.9) fc rgb AREA[7] fs @FILL_7
set label "Sovereign" at screen px(802.3), screen py(98.9) left font PLAIN(12) tc rgb INK front
set label "\070 \045" at screen px(940), screen py(98.9) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.3), screen py(128.4) to screen px(776.3), screen py(128.4) nohead lt 6 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(122.4) to screen px(793.3), screen py(134.4) fc rgb AREA[6] fs @FILL_6
set label "Angel" at screen px(802.3), screen py(128.4) left font PLAIN(12) tc rgb INK front
set label "\065\056\061\063 \045" at screen px(940), screen py(128.4) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.3), screen py(171) to screen px(776.3), screen py(171) nohead lt 5 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(165) to screen px(793.3), screen py(177) fc rgb AREA[5] fs @FILL_5
set label "Growth Fund" at screen px(802.3), screen py(171) left font PLAIN(12) tc rgb INK front
set label "\061\063\056\070 \045" at screen px(940), screen py(171) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.3), screen py(233.8) to screen px(776.3), screen py(233.8) nohead lt 4 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(227.8) to screen px(793.3), screen py(239.8) fc rgb AREA[4] fs @FILL_4
set label "Second VC" at screen px(802.3), screen py(233.8) left font PLAIN(12) tc rgb INK front
set label "\061\064\056\060\070 \045" at screen px(940), screen py(233.8) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.3), screen py(294.4) to screen px(776.3), screen py(294.4) nohead lt 3 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(288.4) to screen px(793.3), screen py(300.4) fc rgb AREA[3] fs @FILL_3
set label "First VC" at screen px(802.3), screen py(294.4) left font PLAIN(12) tc rgb INK front
set label "\061\062\056\070\062 \045" at screen px(940), screen py(294.4) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.3), screen py(364.8) to screen px(776.3), screen py(364.8) nohead lt 2 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(358.8) to screen px(793.3), screen py(370.8) fc rgb AREA[2] fs @FILL_2
set label "Bob Founder" at screen px(802.3), screen py(364.8) left font PLAIN(12) tc rgb INK front
set label "\061\070\056\064\067 \045" at screen px(940), screen py(364.8) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.3), screen py(468.8) to screen px(776.3), screen py(468.8) nohead lt 1 lw 0.8 dt solid
set object rectangle from screen px(781.3), screen py(462.8) to screen px(793.3), screen py(474.8) fc rgb AREA[1] fs @FILL_1
set label "Ann Founder" at screen px(802.3), screen py(468.8) left font PLAIN(12) tc rgb INK front
set label "\062\067\056\067 \045" at screen px(940), screen py(468.8) right font PLAIN(12) tc rgb INK front
if (PLATES) set object rectangle from screen px(370), screen py(459.8) to screen px(463.7), screen py(477.8) fc rgb PAPER fs solid noborder front
set label "Ann Founder" at screen px(416.9), screen py(468.8) center font BOLD(12) tc rgb (PLATES ? INK : ON[1]) front
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
if (PLATES) set object rectangle from screen px(351.6), screen py(292) to screen px(445.1), screen py(310) fc rgb PAPER fs solid noborder front
set label "Bob Founder" at screen px(398.3), screen py(301) center font BOLD(12) tc rgb (PLATES ? INK : ON[2]) front
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
if (PLATES) set object rectangle from screen px(443.4), screen py(219.4) to screen px(503.4), screen py(237.4) fc rgb PAPER fs solid noborder front
set label "First VC" at screen px(473.4), screen py(228.4) center font BOLD(12) tc rgb (PLATES ? INK : ON[3]) front
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
if (PLATES) set object rectangle from screen px(433.3), screen py(141.9) to screen px(513.5), screen py(159.9) fc rgb PAPER fs solid noborder front
set label "Second VC" at screen px(473.4), screen py(150.9) center font BOLD(12) tc rgb (PLATES ? INK : ON[4]) front
$layer_4 << END_OF_DATA
17996	75.44	93.44	2019-04-10
18727	75.44	93.44	2021-04-10
18727	64.124	79.424	2021-04-10
19457	64.124	79.424	2023-04-10
19457	58.99408	73.07008	2023-04-10
19737	58.99408	73.07008	2024-01-15
END_OF_DATA
if (PLATES) set object rectangle from screen px(576.4), screen py(130.7) to screen px(670.9), screen py(148.7) fc rgb PAPER fs solid noborder front
set label "Growth Fund" at screen px(623.7), screen py(139.7) center font BOLD(12) tc rgb (PLATES ? INK : ON[5]) front
$layer_5 << END_OF_DATA
18727	79.424	94.424	2021-04-10
19457	79.424	94.424	2023-04-10
19457	73.07008	86.87008	2023-04-10
19737	73.07008	86.87008	2024-01-15
END_OF_DATA
if (PLATES) set object rectangle from screen px(187.5), screen py(94.4) to screen px(233.7), screen py(112.4) fc rgb PAPER fs solid noborder front
set label "Angel" at screen px(210.6), screen py(103.4) center font BOLD(12) tc rgb (PLATES ? INK : ON[6]) front
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
plot $layer_1 using 1:2:3 with filledcurves fc rgb AREA[1] fs @FILL_1, \
     $layer_2 using 1:2:3 with filledcurves fc rgb AREA[2] fs @FILL_2, \
     $layer_3 using 1:2:3 with filledcurves fc rgb AREA[3] fs @FILL_3, \
     $layer_4 using 1:2:3 with filledcurves fc rgb AREA[4] fs @FILL_4, \
     $layer_5 using 1:2:3 with filledcurves fc rgb AREA[5] fs @FILL_5, \
     $layer_6 using 1:2:3 with filledcurves fc rgb AREA[6] fs @FILL_6, \
     $layer_7 using 1:2:3 with filledcurves fc rgb AREA[7] fs @FILL_7, \
     $layer_1 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_2 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_3 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_4 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_5 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_6 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_7 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid
set output
