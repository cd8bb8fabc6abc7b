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
set label "What Recur Club raised" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Completed and pending rounds of each year in INR\054 as of \062\060\062\064\055\060\064\055\060\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set label "Source\072 Entrepreneur India" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set lmargin at screen px(79.4)
set rmargin at screen px(940)
set tmargin at screen py(80.9)
set bmargin at screen py(543.2)
set xrange [-2.86852:2.86852]
set xtics scale 0 ("2024" 0)
set yrange [0:20999318646.377468]
set ytics ("0" 0, "500 Cr" 5000000000, "1,000 Cr" 10000000000, "1,500 Cr" 15000000000, "2,000 Cr" 20000000000)
set label "\062\054\060\060\060 Cr" at screen px(509.7), screen py(93.8) center font PLAIN(12) tc rgb INK front
$raised_1 << END_OF_DATA
0	0	20000000000	1
END_OF_DATA
plot $raised_1 using ($4 == 1 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[1] fs @FILL_1
set output
