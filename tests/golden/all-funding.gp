# A stakeline chart: funding.
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
set label "What was raised" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Completed and pending rounds of each quarter\054 as of \062\060\062\065\055\060\065\055\062\062\056 Without \062 of unknown amount" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set object rectangle from screen px(23), screen py(66.9) to screen px(35), screen py(78.9) fc rgb AREA[1] fs @FILL_1
set label "Seed" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(99), screen py(66.9) to screen px(111), screen py(78.9) fc rgb AREA[2] fs @FILL_2
set label "Series A" at screen px(120), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(193.9), screen py(66.9) to screen px(205.9), screen py(78.9) fc rgb AREA[3] fs @FILL_3
set label "Series B" at screen px(214.9), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(288.8), screen py(66.9) to screen px(300.8), screen py(78.9) fc rgb AREA[4] fs @FILL_4
set label "Series C" at screen px(309.8), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(383.8), screen py(66.9) to screen px(395.8), screen py(78.9) fc rgb AREA[5] fs @FILL_5
set label "venture debt" at screen px(404.8), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(507.6), screen py(66.9) to screen px(519.6), screen py(78.9) fc rgb AREA[6] fs @FILL_6
set label "Bridge" at screen px(528.6), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(592.7), screen py(66.9) to screen px(604.7), screen py(78.9) fc rgb AREA[7] fs @FILL_7
set label "loan" at screen px(613.7), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(664.3), screen py(66.9) to screen px(676.3), screen py(78.9) fc rgb AREA[9] fs @FILL_9
set label "other" at screen px(685.3), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 Seed release\073 Series A release\073 Series B release\073 Wire\073 Series C release\073 Euronews\073 Entrepreneur India\073 Entrepreneur India\054 \062\060\062\065\055\060\065\055\062\062" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set multiplot
set label "USD" at screen px(20), screen py(107.9) left font BOLD(13) tc rgb INK front
set lmargin at screen px(79.4)
set rmargin at screen px(940)
set tmargin at screen py(121.9)
set bmargin at screen py(213.3)
set xrange [-0.5:36.5]
set xtics scale 0 ("Q3\n2016" 1, "Q1\n2017" 3, "Q3" 5, "Q1\n2018" 7, "Q3" 9, "Q1\n2019" 11, "Q3" 13, "Q1\n2020" 15, "Q3" 17, "Q1\n2021" 19, "Q3" 21, "Q1\n2022" 23, "Q3" 25, "Q1\n2023" 27, "Q3" 29, "Q1\n2024" 31, "Q3" 33, "Q1\n2025" 35)
set yrange [0:156862371.330538]
set ytics ("0" 0, "100 M" 100000000)
$raised_1 << END_OF_DATA
0	0	1200000	1
4	0	8000000	2
12	0	25000000	3
15	0	15000000	1
20	0	90000000	4
23	0	30000000	5
24	0	2500000	6
25	0	12000000	7
31	0	150000000	17
36	0	12000000	1
END_OF_DATA
plot $raised_1 using ($4 == 1 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[1] fs @FILL_1, \
     $raised_1 using ($4 == 2 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[2] fs @FILL_2, \
     $raised_1 using ($4 == 3 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[3] fs @FILL_3, \
     $raised_1 using ($4 == 4 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[4] fs @FILL_4, \
     $raised_1 using ($4 == 5 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[5] fs @FILL_5, \
     $raised_1 using ($4 == 6 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[6] fs @FILL_6, \
     $raised_1 using ($4 == 7 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[7] fs @FILL_7, \
     $raised_1 using ($4 == 17 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[9] fs @FILL_9
unset label
unset arrow
unset object
set label "INR" at screen px(20), screen py(264.3) left font BOLD(13) tc rgb INK front
set lmargin at screen px(79.4)
set rmargin at screen px(940)
set tmargin at screen py(278.3)
set bmargin at screen py(369.7)
set xrange [-0.5:36.5]
set xtics scale 0 ("Q3\n2016" 1, "Q1\n2017" 3, "Q3" 5, "Q1\n2018" 7, "Q3" 9, "Q1\n2019" 11, "Q3" 13, "Q1\n2020" 15, "Q3" 17, "Q1\n2021" 19, "Q3" 21, "Q1\n2022" 23, "Q3" 25, "Q1\n2023" 27, "Q3" 29, "Q1\n2024" 31, "Q3" 33, "Q1\n2025" 35)
set yrange [0:20914982844.071676]
set ytics ("0" 0, "1,000 Cr" 10000000000, "2,000 Cr" 20000000000)
$raised_2 << END_OF_DATA
19	0	2500000000	2
23	0	6400000000	3
32	0	20000000000	17
36	0	17000000000	17
END_OF_DATA
plot $raised_2 using ($4 == 2 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[2] fs @FILL_2, \
     $raised_2 using ($4 == 3 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[3] fs @FILL_3, \
     $raised_2 using ($4 == 17 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[9] fs @FILL_9
unset label
unset arrow
unset object
set label "EUR" at screen px(20), screen py(420.7) left font BOLD(13) tc rgb INK front
set lmargin at screen px(79.4)
set rmargin at screen px(940)
set tmargin at screen py(434.7)
set bmargin at screen py(526.2)
set xrange [-0.5:36.5]
set xtics scale 0 ("Q3\n2016" 1, "Q1\n2017" 3, "Q3" 5, "Q1\n2018" 7, "Q3" 9, "Q1\n2019" 11, "Q3" 13, "Q1\n2020" 15, "Q3" 17, "Q1\n2021" 19, "Q3" 21, "Q1\n2022" 23, "Q3" 25, "Q1\n2023" 27, "Q3" 29, "Q1\n2024" 31, "Q3" 33, "Q1\n2025" 35)
set yrange [0:209149828.440717]
set ytics ("0" 0, "100 M" 100000000, "200 M" 200000000)
$raised_3 << END_OF_DATA
30	0	200000000	17
END_OF_DATA
plot $raised_3 using ($4 == 17 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[9] fs @FILL_9
unset multiplot
set output
