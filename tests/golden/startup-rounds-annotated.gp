# A stakeline chart: rounds.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person reads it.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 704               # pixels
if (!exists("OUT")) OUT = "chart.svg"
FORMAT = OUT[strlen(OUT)-2:]   # svg, png or pdf

# ---- style: what may be changed without understanding the rest ----
# The theme "print": greys, dashes, patterns and signs, for printers without colours. "chart --style
# FILE" puts a changed copy of this file in its place; what a copy leaves out is as here.

FACE = "sans-serif"             # the font; for Chinese, Japanese or Arabic names it or the
                                # system's next choice must have their letters
PAPER = "#ffffff"               # behind everything
INK = "#000000"                 # titles and names
MUTED = "#333333"               # axes and notes
GRID = "#cccccc"
EDGE = "#000000"                # between areas
BAND = 0.2                      # how solid a range is
SIGNS = 1                       # 1: lines carry signs, for eyes and printers without colours
PLATES = 1                      # 1: names on areas stand on a plate of paper

# The first eight are for the lines and areas, the largest first, the ninth is for the others added
# up. Dark and light alternate, so that neighbours differ.
array COLOUR[9] = ["#000000", "#7a7a7a", "#000000", "#7a7a7a", "#000000", "#7a7a7a", "#000000", "#7a7a7a", "#555555"]
# Softer: what moved by the size of the capital alone, and (dashed) what is pending.
array SOFT[9] = ["#555555", "#999999", "#555555", "#999999", "#555555", "#999999", "#555555", "#999999", "#888888"]
# Areas, and the ink that is read on them.
array AREA[9] = ["#3d3d3d", "#d4d4d4", "#000000", "#8c8c8c", "#000000", "#f0f0f0", "#000000", "#666666", "#000000"]
array ON[9] = ["#ffffff", "#000000", "#000000", "#000000", "#000000", "#000000", "#000000", "#ffffff", "#000000"]

# 1 to 8: lines; 9 to 16: if there are more; 17: the others added up. pt: their signs.
set linetype 1 lc rgb COLOUR[1] lw 3 dt solid pt 7
set linetype 2 lc rgb COLOUR[2] lw 3.4 dt solid pt 5
set linetype 3 lc rgb COLOUR[3] lw 2 dt (14,6) pt 13
set linetype 4 lc rgb COLOUR[4] lw 2.8 dt (14,6) pt 15
set linetype 5 lc rgb COLOUR[5] lw 2 dt (4,4) pt 6
set linetype 6 lc rgb COLOUR[6] lw 2.8 dt (4,4) pt 4
set linetype 7 lc rgb COLOUR[7] lw 1.6 dt (16,4,3,4) pt 12
set linetype 8 lc rgb COLOUR[8] lw 2.4 dt (16,4,3,4) pt 14
do for [i=1:8] { set linetype 8+i lc rgb COLOUR[i] lw 1.2 dt (8,3,2,3,2,3) pt (i > 4 ? i - 4 : 2 * i + 1) }
set linetype 17 lc rgb COLOUR[9] lw 1.2 dt solid pt 2
# 101 to 117: the same, softer; 201 to 217: pending; 301: what nobody is known to hold.
do for [i=1:17] { set linetype 100+i lc rgb SOFT[i > 16 ? 9 : (i-1) % 8 + 1] lw 1 dt solid }
do for [i=1:17] { set linetype 200+i lc rgb SOFT[i > 16 ? 9 : (i-1) % 8 + 1] lw 1.4 dt (2,4) }
set linetype 301 lc rgb "#aaaaaa" lw 1 dt solid

# How wide the arrows of networks are, in INK and MUTED: under 5 %, under 20, up to 50, over it; the
# last is of unknown size.
array ARROW[5] = [1, 1.8, 2.8, 4, 1.2]

# How areas 1 to 9 are filled.
FILL_1 = "solid border lc rgb INK"
FILL_2 = "solid border lc rgb INK"
FILL_3 = "pattern 4 border lc rgb INK"
FILL_4 = "solid border lc rgb INK"
FILL_5 = "pattern 5 border lc rgb INK"
FILL_6 = "solid border lc rgb INK"
FILL_7 = "pattern 2 border lc rgb INK"
FILL_8 = "solid border lc rgb INK"
FILL_9 = "pattern 1 border lc rgb INK"
FILL_SOFT_1 = "pattern 4 border lc rgb INK"  # moved by the size of the capital alone: gained,
FILL_SOFT_2 = "pattern 5 border lc rgb INK"  # and lost
FILL_OPEN_1 = "pattern 4 border lt 101"  # not completed: a round,
FILL_OPEN_2 = "pattern 5 border lt 102"  # and a debt
FILL_REST = "pattern 0 border lc rgb INK"  # what nobody is known to hold

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
set label "Funding rounds of Startup Inc" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Amount of each round in USD\054 as of \062\060\062\064\055\060\061\055\061\065" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set object rectangle from screen px(23), screen py(66.9) to screen px(35), screen py(78.9) fc rgb AREA[1] fs @FILL_1
set label "equity" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(106.7), screen py(66.9) to screen px(118.7), screen py(78.9) fc rgb AREA[2] fs @FILL_2
set label "debt" at screen px(127.7), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(180), screen py(66.9) to screen px(192), screen py(78.9) fc rgb SOFT[1] fs @FILL_OPEN_1
set label "not completed" at screen px(201), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "" at screen px(319.1), screen py(72.9) point lc 1 pt 12 ps 0.8 lw 1.4 front
set label "amount undisclosed" at screen px(334.1), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(477), screen py(72.9) to screen px(495), screen py(72.9) nohead lt 101
set label "completed rounds added up" at screen px(501), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 Seed release\073 Series A release\073 Series B release\073 Series C release\073 Wire" at screen px(20), screen py(690) left font PLAIN(11) tc rgb MUTED front
set object rectangle from screen px(20), screen py(608.2) to screen px(38), screen py(622.2) fc rgb INK fs solid noborder front
set label "\061" at screen px(29), screen py(615.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\066\055\060\064\055\061\060 Startup Inc\072 Seed\054 USD \061\056\062 M\054 led by Angel" at screen px(44), screen py(615.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(624.2) to screen px(38), screen py(638.2) fc rgb INK fs solid noborder front
set label "\062" at screen px(29), screen py(631.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\067\055\060\064\055\061\060 Startup Inc\072 Series A\054 USD \070 M\054 led by First VC" at screen px(44), screen py(631.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(640.2) to screen px(38), screen py(654.2) fc rgb INK fs solid noborder front
set label "\063" at screen px(29), screen py(647.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\071\055\060\064\055\061\060 Startup Inc\072 Series B\054 USD \062\065 M\054 led by Second VC" at screen px(44), screen py(647.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(656.2) to screen px(38), screen py(670.2) fc rgb INK fs solid noborder front
set label "\064" at screen px(29), screen py(663.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\061\055\060\064\055\061\060 Startup Inc\072 Series C\054 USD \071\060 M\054 led by Growth Fund" at screen px(44), screen py(663.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(608.2) to screen px(507), screen py(622.2) fc rgb INK fs solid noborder front
set label "\065" at screen px(498), screen py(615.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\062\055\060\062 Startup Inc\072 venture debt\054 USD \063\060 M" at screen px(513), screen py(615.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(624.2) to screen px(507), screen py(638.2) fc rgb INK fs solid noborder front
set label "\066" at screen px(498), screen py(631.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\062\055\060\071 Startup Inc\072 loan\054 USD \061\062 M" at screen px(513), screen py(631.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(640.2) to screen px(507), screen py(654.2) fc rgb INK fs solid noborder front
set label "\067" at screen px(498), screen py(647.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\063\055\060\064\055\061\060 Startup Inc\072 Series D\054 from Sovereign" at screen px(513), screen py(647.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(656.2) to screen px(507), screen py(670.2) fc rgb INK fs solid noborder front
set label "\070" at screen px(498), screen py(663.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\064\055\060\061\055\061\065 \050talks\051 Startup Inc\072 Series E\054 USD \061\065\060 M" at screen px(513), screen py(663.2) left font PLAIN(11) tc rgb INK front
unset xtics
set boxwidth 0.64
set lmargin at screen px(65)
set rmargin at screen px(734.9)
set tmargin at screen py(97.9)
set bmargin at screen py(519.2)
set xrange [0.5:8.5]
set yrange [0:159061162.849232]
set ytics ("0" 0, "50 M" 50000000, "100 M" 100000000, "150 M" 150000000)
set arrow from screen px(734.9), screen py(190.2) to screen px(754.9), screen py(190.2) nohead lt 101 lw 0.8 dt solid
set arrow from screen px(756.9), screen py(190.2) to screen px(774.9), screen py(190.2) nohead lt 101
set label "equity in all" at screen px(780.9), screen py(190.2) left font PLAIN(12) tc rgb INK front
set label "USD \061\062\064\056\062 M" at screen px(940), screen py(190.2) right font PLAIN(12) tc rgb INK front
set arrow from screen px(734.9), screen py(407.9) to screen px(754.9), screen py(407.9) nohead lt 102 lw 0.8 dt solid
set arrow from screen px(756.9), screen py(407.9) to screen px(774.9), screen py(407.9) nohead lt 102
set label "debt in all" at screen px(780.9), screen py(407.9) left font PLAIN(12) tc rgb INK front
set label "USD \064\062 M" at screen px(940), screen py(407.9) right font PLAIN(12) tc rgb INK front
set label "USD \061\056\062 M" at screen px(106.9), screen py(493.2) center font PLAIN(12) tc rgb INK front
set label "Seed" at screen px(106.9), screen py(533.2) center font PLAIN(12) tc rgb INK front
set label "\062\060\061\066\055\060\064\055\061\060" at screen px(106.9), screen py(565.2) center font PLAIN(11) tc rgb MUTED front
set label "USD \070 M" at screen px(190.6), screen py(489) center font PLAIN(12) tc rgb INK front
set label "Series A" at screen px(190.6), screen py(533.2) center font PLAIN(12) tc rgb INK front
set label "\062\060\061\067\055\060\064\055\061\060" at screen px(190.6), screen py(565.2) center font PLAIN(11) tc rgb MUTED front
set label "USD \062\065 M" at screen px(274.4), screen py(443.9) center font PLAIN(12) tc rgb INK front
set label "Series B" at screen px(274.4), screen py(533.2) center font PLAIN(12) tc rgb INK front
set label "\062\060\061\071\055\060\064\055\061\060" at screen px(274.4), screen py(565.2) center font PLAIN(11) tc rgb MUTED front
set label "USD \071\060 M" at screen px(358.1), screen py(271.8) center font PLAIN(12) tc rgb INK front
set label "Series C" at screen px(358.1), screen py(533.2) center font PLAIN(12) tc rgb INK front
set label "\062\060\062\061\055\060\064\055\061\060" at screen px(358.1), screen py(565.2) center font PLAIN(11) tc rgb MUTED front
set label "USD \063\060 M" at screen px(441.8), screen py(430.7) center font PLAIN(12) tc rgb INK front
set label "venture" at screen px(441.8), screen py(533.2) center font PLAIN(12) tc rgb INK front
set label "debt" at screen px(441.8), screen py(549.2) center font PLAIN(12) tc rgb INK front
set label "\062\060\062\062\055\060\062" at screen px(441.8), screen py(565.2) center font PLAIN(11) tc rgb MUTED front
set label "USD \061\062 M" at screen px(525.6), screen py(478.4) center font PLAIN(12) tc rgb INK front
set label "loan" at screen px(525.6), screen py(533.2) center font PLAIN(12) tc rgb INK front
set label "\062\060\062\062\055\060\071" at screen px(525.6), screen py(565.2) center font PLAIN(11) tc rgb MUTED front
set label "undisclosed" at screen px(609.3), screen py(493.2) center font PLAIN(12) tc rgb INK front
set label "Series D" at screen px(609.3), screen py(533.2) center font PLAIN(12) tc rgb INK front
set label "\062\060\062\063\055\060\064\055\061\060" at screen px(609.3), screen py(565.2) center font PLAIN(11) tc rgb MUTED front
set label "USD \061\065\060 M" at screen px(693), screen py(112.9) center font PLAIN(12) tc rgb INK front
set label "Series E" at screen px(693), screen py(533.2) center font PLAIN(12) tc rgb INK front
set label "\062\060\062\064\055\060\061\055\061\065" at screen px(693), screen py(565.2) center font PLAIN(11) tc rgb MUTED front
set label "talks" at screen px(693), screen py(581.2) center font PLAIN(11) tc rgb MUTED front
set object rectangle from screen px(97.9), screen py(502.2) to screen px(115.9), screen py(516.2) fc rgb INK fs solid noborder front
set label "\061" at screen px(106.9), screen py(509.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(181.6), screen py(502.2) to screen px(199.6), screen py(516.2) fc rgb INK fs solid noborder front
set label "\062" at screen px(190.6), screen py(509.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(265.4), screen py(502.2) to screen px(283.4), screen py(516.2) fc rgb INK fs solid noborder front
set label "\063" at screen px(274.4), screen py(509.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(349.1), screen py(502.2) to screen px(367.1), screen py(516.2) fc rgb INK fs solid noborder front
set label "\064" at screen px(358.1), screen py(509.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(432.8), screen py(502.2) to screen px(450.8), screen py(516.2) fc rgb INK fs solid noborder front
set label "\065" at screen px(441.8), screen py(509.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(516.6), screen py(502.2) to screen px(534.6), screen py(516.2) fc rgb INK fs solid noborder front
set label "\066" at screen px(525.6), screen py(509.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(600.3), screen py(502.2) to screen px(618.3), screen py(516.2) fc rgb INK fs solid noborder front
set label "\067" at screen px(609.3), screen py(509.2) center font BOLD(11) tc rgb PAPER front
set object rectangle from screen px(684), screen py(502.2) to screen px(702), screen py(516.2) fc rgb INK fs solid noborder front
set label "\070" at screen px(693), screen py(509.2) center font BOLD(11) tc rgb PAPER front
$equity_1 << END_OF_DATA
1	1200000	2016-04-10
2	8000000	2017-04-10
3	25000000	2019-04-10
4	90000000	2021-04-10
END_OF_DATA
$debt_1 << END_OF_DATA
5	30000000	2022-02
6	12000000	2022-09
END_OF_DATA
$equity_open_1 << END_OF_DATA
8	150000000	2024-01-15
END_OF_DATA
$equity_mark_1 << END_OF_DATA
7	3397936.068462	2023-04-10
END_OF_DATA
$equity_sum_1 << END_OF_DATA
1.5	1200000	2016-04-10
2.5	1200000	2017-04-10
2.5	9200000	2017-04-10
3.5	9200000	2019-04-10
3.5	34200000	2019-04-10
4.5	34200000	2021-04-10
4.5	124200000	2021-04-10
8.5	124200000	2021-04-10
END_OF_DATA
$debt_sum_1 << END_OF_DATA
5.5	30000000	2022-02
6.5	30000000	2022-09
6.5	42000000	2022-09
8.5	42000000	2022-09
END_OF_DATA
plot $equity_sum_1 using 1:2 with lines lt 101, \
     $debt_sum_1 using 1:2 with lines lt 102, \
     $equity_1 using 1:2 with boxes lw 1 dt solid fc rgb AREA[1] fs @FILL_1, \
     $debt_1 using 1:2 with boxes lw 1 dt solid fc rgb AREA[2] fs @FILL_2, \
     $equity_open_1 using 1:2 with boxes lw 1 dt solid fc rgb SOFT[1] fs @FILL_OPEN_1, \
     $equity_mark_1 using 1:2 with points pt 12 ps 0.8 lw 1.4 lc 1
set output
