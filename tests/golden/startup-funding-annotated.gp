# A stakeline chart: funding.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person reads it.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 688               # pixels
if (!exists("OUT")) OUT = "chart.svg"
FORMAT = OUT[strlen(OUT)-2:]   # svg, png or pdf

# ---- style: what may be changed without understanding the rest ----
# The theme "dark": for pages of light text on black. "chart --style FILE" puts a changed copy of this
# file in its place; what a copy leaves out is as here.

FACE = "sans-serif"             # the font; for Chinese, Japanese or Arabic names it or the
                                # system's next choice must have their letters
PAPER = "#161616"               # behind everything
INK = "#e8e8e6"                 # titles and names
MUTED = "#a9adb3"               # axes and notes
GRID = "#3a3d42"
EDGE = "#161616"                # between areas
BAND = 0.3                      # how solid a range is
SIGNS = 0                       # 1: lines carry signs, for eyes and printers without colours
PLATES = 0                      # 1: names on areas stand on a plate of paper

# The first eight are for the lines and areas, the largest first, the ninth is for the others added
# up. They are light kin of Okabe and Ito's colours, which readers with any colour vision tell apart.
array COLOUR[9] = ["#5aaaf0", "#ff9650", "#36c79c", "#eaa6cd", "#f2c849", "#a6dcff", "#d8d8d8", "#d77ba6", "#a0a0a0"]
# Softer: what moved by the size of the capital alone, and (dashed) what is pending.
array SOFT[9] = ["#40729d", "#a6653a", "#2a8469", "#996f87", "#9e8436", "#6f91a6", "#8e8e8e", "#8e556f", "#6c6c6c"]
# Areas, and the ink that is read on them.
array AREA[9] = ["#5aaaf0", "#ff9650", "#36c79c", "#eaa6cd", "#f2c849", "#a6dcff", "#d8d8d8", "#d77ba6", "#a0a0a0"]
array ON[9] = ["#161616", "#161616", "#161616", "#161616", "#161616", "#161616", "#161616", "#161616", "#161616"]

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
set linetype 301 lc rgb "#55585e" lw 1 dt solid

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
set label "What Startup Inc raised" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Completed rounds of each year in USD\054 as of \062\060\062\063\055\060\064\055\061\060\056 Without \061 of unknown amount" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
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
set label "loan" at screen px(528.6), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 Seed release\073 Series A release\073 Series B release\073 Series C release\073 Wire" at screen px(20), screen py(674) left font PLAIN(11) tc rgb MUTED front
set object rectangle from screen px(20), screen py(608.2) to screen px(38), screen py(622.2) fc rgb INK fs solid noborder front
set label "\061" at screen px(29), screen py(615.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\066\055\060\064\055\061\060 Startup Inc\072 Seed\054 USD \061\056\062 M\054 led by Angel" at screen px(44), screen py(615.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(624.2) to screen px(38), screen py(638.2) fc rgb INK fs solid noborder front
set label "\062" at screen px(29), screen py(631.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\067\055\060\064\055\061\060 Startup Inc\072 Series A\054 USD \070 M\054 led by First VC" at screen px(44), screen py(631.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(640.2) to screen px(38), screen py(654.2) fc rgb INK fs solid noborder front
set label "\063" at screen px(29), screen py(647.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\071\055\060\064\055\061\060 Startup Inc\072 Series B\054 USD \062\065 M\054 led by Second VC" at screen px(44), screen py(647.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(608.2) to screen px(507), screen py(622.2) fc rgb INK fs solid noborder front
set label "\064" at screen px(498), screen py(615.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\061\055\060\064\055\061\060 Startup Inc\072 Series C\054 USD \071\060 M\054 led by Growth Fund" at screen px(513), screen py(615.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(624.2) to screen px(507), screen py(638.2) fc rgb INK fs solid noborder front
set label "\065" at screen px(498), screen py(631.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\062\055\060\062 Startup Inc\072 venture debt\054 USD \063\060 M" at screen px(513), screen py(631.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(640.2) to screen px(507), screen py(654.2) fc rgb INK fs solid noborder front
set label "\066" at screen px(498), screen py(647.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\062\055\060\071 Startup Inc\072 loan\054 USD \061\062 M" at screen px(513), screen py(647.2) left font PLAIN(11) tc rgb INK front
set lmargin at screen px(57.4)
set rmargin at screen px(940)
set tmargin at screen py(97.9)
set bmargin at screen py(573.2)
set xrange [-0.5:6.5]
set xtics scale 0 ("2016" 0, "2017" 1, "2018" 2, "2019" 3, "2020" 4, "2021" 5, "2022" 6)
set yrange [0:94367968.232958]
set ytics ("0" 0, "20 M" 20000000, "40 M" 40000000, "60 M" 60000000, "80 M" 80000000)
set label "\061\056\062 M" at screen px(120.5), screen py(547.2) center font PLAIN(12) tc rgb INK front
set label "\070 M" at screen px(246.5), screen py(523.9) center font PLAIN(12) tc rgb INK front
set label "\062\065 M" at screen px(498.7), screen py(438.2) center font PLAIN(12) tc rgb INK front
set label "\071\060 M" at screen px(750.9), screen py(110.9) center font PLAIN(12) tc rgb INK front
set label "\064\062 M" at screen px(877), screen py(352.6) center font PLAIN(12) tc rgb INK front
set object rectangle from screen px(111.5), screen py(556.2) to screen px(129.5), screen py(570.2) fc rgb INK fs solid noborder front
set label "\061" at screen px(120.5), screen py(563.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(237.5), screen py(556.2) to screen px(255.5), screen py(570.2) fc rgb INK fs solid noborder front
set label "\062" at screen px(246.5), screen py(563.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(489.7), screen py(556.2) to screen px(507.7), screen py(570.2) fc rgb INK fs solid noborder front
set label "\063" at screen px(498.7), screen py(563.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(741.9), screen py(556.2) to screen px(759.9), screen py(570.2) fc rgb INK fs solid noborder front
set label "\064" at screen px(750.9), screen py(563.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(868), screen py(556.2) to screen px(886), screen py(570.2) fc rgb INK fs solid noborder front
set label "\065" at screen px(877), screen py(563.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(868), screen py(540.2) to screen px(886), screen py(554.2) fc rgb INK fs solid noborder front
set label "\066" at screen px(877), screen py(547.2) center font BOLD(11) tc rgb PAPER front
$raised_1 << END_OF_DATA
0	0	1200000	1
1	0	8000000	2
3	0	25000000	3
5	0	90000000	4
6	0	30000000	5
6	30000000	42000000	6
END_OF_DATA
plot $raised_1 using ($4 == 1 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[1] fs @FILL_1, \
     $raised_1 using ($4 == 2 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[2] fs @FILL_2, \
     $raised_1 using ($4 == 3 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[3] fs @FILL_3, \
     $raised_1 using ($4 == 4 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[4] fs @FILL_4, \
     $raised_1 using ($4 == 5 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[5] fs @FILL_5, \
     $raised_1 using ($4 == 6 ? $1 : NaN):2:($1-0.36):($1+0.36):2:3 with boxxyerror lw 1 dt solid fc rgb AREA[6] fs @FILL_6
set output
