# A stakeline chart: ownership.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person reads it.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 720               # pixels
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
set label "Who owns Nissan" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "The capital\054 in per cent\054 as of \062\060\062\065\055\060\067\055\060\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set label "Sources\072 from memory\073 La Tribune\073 Edelstahl Aktuell\054 quoting the joint release\073 Le Monde du Droit\073 Entrepreneur India\054 citing Reuters\073 Reuters\073 Cercle Finance\073 Nissan" at screen px(20), screen py(691.2) left font PLAIN(11) tc rgb MUTED front
set label "release\073 Just Auto\073 Bourse Analysis" at screen px(20), screen py(706) left font PLAIN(11) tc rgb MUTED front
set object rectangle from screen px(20), screen py(593.3) to screen px(38), screen py(607.3) fc rgb INK fs solid noborder front
set label "\061" at screen px(29), screen py(600.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\063\055\060\062\055\060\066 \050announced\051 Renault signs a pact" at screen px(44), screen py(600.3) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(609.3) to screen px(38), screen py(623.3) fc rgb INK fs solid noborder front
set label "\062" at screen px(29), screen py(616.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\063\055\060\062\055\060\066 Renault signs a pact" at screen px(44), screen py(616.3) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(625.3) to screen px(38), screen py(639.3) fc rgb INK fs solid noborder front
set label "\063" at screen px(29), screen py(632.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\063\055\060\067\055\062\066 Renault signs a pact" at screen px(44), screen py(632.3) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(641.3) to screen px(38), screen py(655.3) fc rgb INK fs solid noborder front
set label "\064" at screen px(29), screen py(648.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\063\055\061\061\055\060\070 Renault holds \064\063\056\064 \045" at screen px(44), screen py(648.3) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(657.3) to screen px(38), screen py(671.3) fc rgb INK fs solid noborder front
set label "\065" at screen px(29), screen py(664.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\063\055\061\061\055\060\070 Renault sells \062\070\056\064 \045 to French trust" at screen px(44), screen py(664.3) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(593.3) to screen px(507), screen py(607.3) fc rgb INK fs solid noborder front
set label "\066" at screen px(498), screen py(600.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\063\055\061\062\055\061\065 French trust loses \063\056\067\067 \045 in retired shares\054 JPY \061\061\071\056\071\065 B" at screen px(513), screen py(600.3) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(609.3) to screen px(507), screen py(623.3) fc rgb INK fs solid noborder front
set label "\067" at screen px(498), screen py(616.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\064\055\060\064\055\060\063 Nissan retires shares" at screen px(513), screen py(616.3) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(625.3) to screen px(507), screen py(639.3) fc rgb INK fs solid noborder front
set label "\070" at screen px(498), screen py(632.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\064\055\060\064\055\060\063 French trust loses \061\056\071\061 \045 in retired shares" at screen px(513), screen py(632.3) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(641.3) to screen px(507), screen py(655.3) fc rgb INK fs solid noborder front
set label "\071" at screen px(498), screen py(648.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\064\055\061\060\055\060\063 French trust loses \064\056\060\067 \045 in retired shares\054 JPY \067\071\056\070\065 B" at screen px(513), screen py(648.3) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(657.3) to screen px(507), screen py(671.3) fc rgb INK fs solid noborder front
set label "\061\060" at screen px(498), screen py(664.3) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\065\055\060\063\055\063\061 Renault signs a pact" at screen px(513), screen py(664.3) left font PLAIN(11) tc rgb INK front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(66.1)
set rmargin at screen px(753.3)
set tmargin at screen py(110.9)
set bmargin at screen py(546.3)
set xrange [18262:20270]
set xtics ("2020" 18262, "2021" 18628, "2022" 18993, "2023" 19358, "2024" 19723, "2025" 20089)
set arrow from screen px(753.3), screen py(243.2) to screen px(773.3), screen py(243.2) nohead lt 301 lw 0.8 dt solid
set object rectangle from screen px(778.3), screen py(237.2) to screen px(790.3), screen py(249.2) fc lt 301 fs @FILL_REST
set label "\050undisclosed\051" at screen px(799.3), screen py(243.2) left font PLAIN(12) tc rgb INK front
set label "\066\060\056\067\067 \045" at screen px(940), screen py(243.2) right font PLAIN(12) tc rgb INK front
set arrow from screen px(753.3), screen py(383.1) to screen px(773.3), screen py(383.1) nohead lt 3 lw 0.8 dt solid
set object rectangle from screen px(778.3), screen py(377.1) to screen px(790.3), screen py(389.1) fc rgb AREA[3] fs @FILL_3
set label "Daimler" at screen px(799.3), screen py(383.1) left font PLAIN(12) tc rgb INK front
set label "\063\056\065\062 \045" at screen px(940), screen py(383.1) right font PLAIN(12) tc rgb INK front
set arrow from screen px(753.3), screen py(431.4) to screen px(773.3), screen py(431.4) nohead lt 2 lw 0.8 dt solid
set object rectangle from screen px(778.3), screen py(425.4) to screen px(790.3), screen py(437.4) fc rgb AREA[2] fs @FILL_2
set label "French trust" at screen px(799.3), screen py(431.4) left font PLAIN(12) tc rgb INK front
set label "\061\070\056\066\066 \045" at screen px(940), screen py(431.4) right font PLAIN(12) tc rgb INK front
set arrow from screen px(753.3), screen py(509.2) to screen px(773.3), screen py(509.2) nohead lt 1 lw 0.8 dt solid
set object rectangle from screen px(778.3), screen py(503.2) to screen px(790.3), screen py(515.2) fc rgb AREA[1] fs @FILL_1
set label "Renault" at screen px(799.3), screen py(509.2) left font PLAIN(12) tc rgb INK front
set label "\061\067\056\060\065 \045" at screen px(940), screen py(509.2) right font PLAIN(12) tc rgb INK front
set arrow from screen px(443), screen py(96.9) to screen px(453.5), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(453.5), screen py(110.9) to screen px(453.5), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(434), screen py(82.9) to screen px(452), screen py(96.9) fc rgb INK fs solid noborder front
set label "\061" at screen px(443), screen py(89.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(464), screen py(96.9) to screen px(453.5), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(453.5), screen py(110.9) to screen px(453.5), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(455), screen py(82.9) to screen px(473), screen py(96.9) fc rgb INK fs solid noborder front
set label "\062" at screen px(464), screen py(89.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(508), screen py(96.9) to screen px(511.7), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(511.7), screen py(110.9) to screen px(511.7), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(499), screen py(82.9) to screen px(517), screen py(96.9) fc rgb INK fs solid noborder front
set label "\063" at screen px(508), screen py(89.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(529), screen py(96.9) to screen px(547.6), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(547.6), screen py(110.9) to screen px(547.6), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(520), screen py(82.9) to screen px(538), screen py(96.9) fc rgb INK fs solid noborder front
set label "\064" at screen px(529), screen py(89.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(550), screen py(96.9) to screen px(547.6), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(547.6), screen py(110.9) to screen px(547.6), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(541), screen py(82.9) to screen px(559), screen py(96.9) fc rgb INK fs solid noborder front
set label "\065" at screen px(550), screen py(89.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(571), screen py(96.9) to screen px(560.3), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(560.3), screen py(110.9) to screen px(560.3), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(562), screen py(82.9) to screen px(580), screen py(96.9) fc rgb INK fs solid noborder front
set label "\066" at screen px(571), screen py(89.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(592), screen py(96.9) to screen px(597.9), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(597.9), screen py(110.9) to screen px(597.9), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(583), screen py(82.9) to screen px(601), screen py(96.9) fc rgb INK fs solid noborder front
set label "\067" at screen px(592), screen py(89.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(613), screen py(96.9) to screen px(597.9), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(597.9), screen py(110.9) to screen px(597.9), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(604), screen py(82.9) to screen px(622), screen py(96.9) fc rgb INK fs solid noborder front
set label "\070" at screen px(613), screen py(89.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(660.5), screen py(96.9) to screen px(660.5), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(660.5), screen py(110.9) to screen px(660.5), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(651.5), screen py(82.9) to screen px(669.5), screen py(96.9) fc rgb INK fs solid noborder front
set label "\071" at screen px(660.5), screen py(89.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(721.8), screen py(96.9) to screen px(721.8), screen py(110.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(721.8), screen py(110.9) to screen px(721.8), screen py(546.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(712.8), screen py(82.9) to screen px(730.8), screen py(96.9) fc rgb INK fs solid noborder front
set label "\061\060" at screen px(721.8), screen py(89.9) center font BOLD(11) tc rgb PAPER front
if (PLATES) set object rectangle from screen px(379.8), screen py(504.6) to screen px(439.6), screen py(522.6) fc rgb PAPER fs solid noborder front
set label "Renault" at screen px(409.7), screen py(513.6) center font BOLD(12) tc rgb (PLATES ? INK : ON[1]) front
$layer_1 << END_OF_DATA
18262	0	43.4	2020-01-01
19669	0	43.4	2023-11-08
19669	0	15	2023-11-08
19706	0	15	2023-12-15
19706	0	15.789333	2023-12-15
19816	0	15.789333	2024-04-03
19816	0	16.194188	2024-04-03
19999	0	16.194188	2024-10-03
19999	0	17.046513	2024-10-03
20270	0	17.046513	2025-07-01
END_OF_DATA
if (PLATES) set object rectangle from screen px(605.6), screen py(422.4) to screen px(695.3), screen py(440.4) fc rgb PAPER fs solid noborder front
set label "French trust" at screen px(650.4), screen py(431.4) center font BOLD(12) tc rgb (PLATES ? INK : ON[2]) front
$layer_2 << END_OF_DATA
19669	15	43.401106	2023-11-08
19706	15	43.401106	2023-12-15
19706	15.789333	40.422748	2023-12-15
19816	15.789333	40.422748	2024-04-03
19816	16.194188	38.923539	2024-04-03
19999	16.194188	38.923539	2024-10-03
19999	17.046513	35.708988	2024-10-03
20270	17.046513	35.708988	2025-07-01
END_OF_DATA
$layer_3 << END_OF_DATA
18262	43.4	46.5	2020-01-01
19669	43.4	46.5	2023-11-08
19669	43.401106	46.501106	2023-11-08
19706	43.401106	46.501106	2023-12-15
19706	40.422748	43.685877	2023-12-15
19816	40.422748	43.685877	2024-04-03
19816	38.923539	42.270337	2024-04-03
19999	38.923539	42.270337	2024-10-03
19999	35.708988	39.231934	2024-10-03
20270	35.708988	39.231934	2025-07-01
END_OF_DATA
set object rectangle from screen px(365.6), screen py(218.3) to screen px(453.8), screen py(236.3) fc rgb PAPER fs solid noborder front
set label "\050undisclosed\051" at screen px(409.7), screen py(227.3) center font PLAIN(12) tc rgb INK front
$layer_4 << END_OF_DATA
18262	46.5	100	2020-01-01
19669	46.5	100	2023-11-08
19669	46.501106	100	2023-11-08
19706	46.501106	100	2023-12-15
19706	43.685877	100	2023-12-15
19816	43.685877	100	2024-04-03
19816	42.270337	100	2024-04-03
19999	42.270337	100	2024-10-03
19999	39.231934	100	2024-10-03
20270	39.231934	100	2025-07-01
END_OF_DATA
plot $layer_1 using 1:2:3 with filledcurves fc rgb AREA[1] fs @FILL_1, \
     $layer_2 using 1:2:3 with filledcurves fc rgb AREA[2] fs @FILL_2, \
     $layer_3 using 1:2:3 with filledcurves fc rgb AREA[3] fs @FILL_3, \
     $layer_4 using 1:2:3 with filledcurves fc lt 301 fs @FILL_REST, \
     $layer_1 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_2 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_3 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_4 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid
set output
