# A stakeline chart: thresholds.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person reads it.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 736               # pixels
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
set label "Lines crossed in Hostile ".AMP." ".LT."Sons".GT." \140id\140" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Per cent of the capital\054 and the lines given\054 as of \062\060\062\062\055\060\062\055\060\062" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set label "" at screen px(29), screen py(72.9) point lc 1 pt 8 ps 0.8 lw 1.4 front
set label "perhaps\072 the stake is a range\054 or was not known" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 \042src\042 \140x\140 ".AMP." ".LT."y".GT." \047z\047\073 EODx\073 END\137OF\137DATA\073 back\134slash \173open\073 \346\227\245\346\234\254\347\265\214\346\270\210\346\226\260\350\201\236\073 R".AMP."\043x\064\061\073 \135\135".GT."\073 Gazette" at screen px(20), screen py(722) left font PLAIN(11) tc rgb MUTED front
set object rectangle from screen px(20), screen py(608.2) to screen px(38), screen py(622.2) fc rgb INK fs solid noborder front
set label "\061" at screen px(29), screen py(615.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\071\055\060\070\055\062\064 ".LT."b".GT."".AMP."amp\073 ".AMP." Sons\047 \042Quote\042 Ltd holds \063\060 \045" at screen px(44), screen py(615.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(624.2) to screen px(38), screen py(638.2) fc rgb INK fs solid noborder front
set label "\062" at screen px(29), screen py(631.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\071\055\061\060\055\060\063 under\137score\136\173super\175 \045s \045d \061\060\060\045 holds \062\060 \045" at screen px(44), screen py(631.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(640.2) to screen px(38), screen py(654.2) fc rgb INK fs solid noborder front
set label "\063" at screen px(29), screen py(647.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\071\055\061\061\055\061\062 \140touch pwned\140 \100 \044HOME holds \061\060 \045" at screen px(44), screen py(647.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(656.2) to screen px(38), screen py(670.2) fc rgb INK fs solid noborder front
set label "\064" at screen px(29), screen py(663.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\061\071\055\061\062\055\062\062 \346\240\252\345\274\217\344\274\232\347\244\276\344\270\211\350\217\261\346\235\261\344\272\254\357\274\265\357\274\246\357\274\252\351\212\200\350\241\214\343\203\233\343\203\274\343\203\253\343\203\207\343\202\243\343\203\263\343\202\260\343\202\271\343\203\273\343\203\210\343\203\251\343\202\271\343\203\210 holds \071\056\065 \045" at screen px(44), screen py(663.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(20), screen py(672.2) to screen px(38), screen py(686.2) fc rgb INK fs solid noborder front
set label "\065" at screen px(29), screen py(679.2) center font BOLD(11) tc rgb PAPER front
set label "".LTR."\062\060\062\060\055\060\061\055\063\061 \330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267 \330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\330\251 \330\247\331\204\331\205\330\255\330\257\331\210\330\257\330\251 holds \071 \045" at screen px(44), screen py(679.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(608.2) to screen px(507), screen py(622.2) fc rgb INK fs solid noborder front
set label "\066" at screen px(498), screen py(615.2) center font BOLD(11) tc rgb PAPER front
set label "\062\060\062\060\055\060\063\055\061\061 A name of a hundred characters that goes on and on and on" at screen px(513), screen py(615.2) left font PLAIN(11) tc rgb INK front
set label "until it has really reached one hundred of holds \070\056\065 \045" at screen px(513), screen py(629.2) left font PLAIN(11) tc rgb INK front
set object rectangle from screen px(489), screen py(640.2) to screen px(507), screen py(654.2) fc rgb INK fs solid noborder front
set label "\067" at screen px(498), screen py(647.2) center font BOLD(11) tc rgb PAPER front
set label "".LTR."\062\060\062\062\055\060\062\055\060\062 \050announced\051 \330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267 \330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\330\251 \330\247\331\204\331\205\330\255\330\257\331\210\330\257\330\251" at screen px(513), screen py(647.2) left font PLAIN(11) tc rgb INK front
set label "signs a pact" at screen px(513), screen py(661.2) left font PLAIN(11) tc rgb INK front
set yrange [0:30]
set ytics 5 format "%g %%"
set lmargin at screen px(69.9)
set rmargin at screen px(609.7)
set tmargin at screen py(127.9)
set bmargin at screen py(561.2)
set xrange [18118:19025]
set xtics ("Jan\n2020" 18262, "Jul" 18444, "Jan\n2021" 18628, "Jul" 18809, "Jan\n2022" 18993)
unset grid
set ytics ("0 %%" 0, "8 %%" 8, "9 %%" 9, "10 %%" 10)
set arrow from graph 0, first 8 to graph 1, first 8 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 9 to graph 1, first 9 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 10 to graph 1, first 10 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from screen px(609.7), screen py(127.9) to screen px(629.7), screen py(127.9) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(127.9) to screen px(649.7), screen py(127.9) nohead lt 1
if (SIGNS) set label "" at screen px(640.7), screen py(127.9) point lt 1 ps 0.6 front
set label "".LT."b".GT."".AMP."amp\073 ".AMP." Sons\047 \042Quote\042 Ltd" at screen px(655.7), screen py(127.9) left font PLAIN(12) tc rgb INK front
set label "\063\060 \045" at screen px(940), screen py(127.9) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(272.3) to screen px(629.7), screen py(272.3) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(272.3) to screen px(649.7), screen py(272.3) nohead lt 2
if (SIGNS) set label "" at screen px(640.7), screen py(272.3) point lt 2 ps 0.6 front
set label "under\137score\136\173super\175 \045s \045d \061\060\060\045" at screen px(655.7), screen py(272.3) left font PLAIN(12) tc rgb INK front
set label "\062\060 \045" at screen px(940), screen py(272.3) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(416.7) to screen px(629.7), screen py(384.5) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(384.5) to screen px(649.7), screen py(384.5) nohead lt 3
if (SIGNS) set label "" at screen px(640.7), screen py(384.5) point lt 3 ps 0.6 front
set label "\140touch pwned\140 \100 \044HOME" at screen px(655.7), screen py(384.5) left font PLAIN(12) tc rgb INK front
set label "\061\060 \045" at screen px(940), screen py(384.5) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(423.9) to screen px(629.7), screen py(401.5) nohead lt 4 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(401.5) to screen px(649.7), screen py(401.5) nohead lt 4
if (SIGNS) set label "" at screen px(640.7), screen py(401.5) point lt 4 ps 0.6 front
set label "\346\240\252\345\274\217\344\274\232\347\244\276\344\270\211\350\217\261\346\235\261\344\272\254\357\274\265\357\274\246\357\274\252\351\212\200\350\241\214\343\203\233\343\203\274\343\203\253\343\203\207\343\202\243\343\203\263\343\202\260" at screen px(655.7), screen py(401.5) left font PLAIN(12) tc rgb INK front
set label "\343\202\271\343\203\273\343\203\210\343\203\251\343\202\271\343\203\210" at screen px(655.7), screen py(415.5) left font PLAIN(12) tc rgb INK front
set label "\071\056\065 \045" at screen px(940), screen py(401.5) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(431.2) to screen px(629.7), screen py(432.5) nohead lt 5 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(432.5) to screen px(649.7), screen py(432.5) nohead lt 5
if (SIGNS) set label "" at screen px(640.7), screen py(432.5) point lt 5 ps 0.6 front
set label "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267 \330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\330\251" at screen px(655.7), screen py(432.5) left font PLAIN(12) tc rgb INK front
set label "\330\247\331\204\331\205\330\255\330\257\331\210\330\257\330\251" at screen px(655.7), screen py(446.5) left font PLAIN(12) tc rgb INK front
set label "\071 \045" at screen px(940), screen py(432.5) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(438.4) to screen px(629.7), screen py(463.5) nohead lt 6 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(463.5) to screen px(649.7), screen py(463.5) nohead lt 6
if (SIGNS) set label "" at screen px(640.7), screen py(463.5) point lt 6 ps 0.6 front
set label "A name of a hundred characters that" at screen px(655.7), screen py(463.5) left font PLAIN(12) tc rgb INK front
set label "goes on and on and on until it has" at screen px(655.7), screen py(477.5) left font PLAIN(12) tc rgb INK front
set label "really reached one hundred of" at screen px(655.7), screen py(491.5) left font PLAIN(12) tc rgb INK front
set label "\070\056\065 \045" at screen px(940), screen py(463.5) right font PLAIN(12) tc rgb INK front
set arrow from screen px(80.4), screen py(113.9) to screen px(78.2), screen py(127.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(78.2), screen py(127.9) to screen px(78.2), screen py(127.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(71.4), screen py(99.9) to screen px(89.4), screen py(113.9) fc rgb INK fs solid noborder front
set label "\061" at screen px(80.4), screen py(106.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(102), screen py(113.9) to screen px(102), screen py(127.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(102), screen py(127.9) to screen px(102), screen py(272.3) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(93), screen py(99.9) to screen px(111), screen py(113.9) fc rgb INK fs solid noborder front
set label "\062" at screen px(102), screen py(106.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(125.8), screen py(113.9) to screen px(125.8), screen py(127.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(125.8), screen py(127.9) to screen px(125.8), screen py(416.7) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(116.8), screen py(99.9) to screen px(134.8), screen py(113.9) fc rgb INK fs solid noborder front
set label "\063" at screen px(125.8), screen py(106.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(149.6), screen py(113.9) to screen px(149.6), screen py(127.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(149.6), screen py(127.9) to screen px(149.6), screen py(423.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(140.6), screen py(99.9) to screen px(158.6), screen py(113.9) fc rgb INK fs solid noborder front
set label "\064" at screen px(149.6), screen py(106.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(173.4), screen py(113.9) to screen px(173.4), screen py(127.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(173.4), screen py(127.9) to screen px(173.4), screen py(431.2) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(164.4), screen py(99.9) to screen px(182.4), screen py(113.9) fc rgb INK fs solid noborder front
set label "\065" at screen px(173.4), screen py(106.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(197.2), screen py(113.9) to screen px(197.2), screen py(127.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(197.2), screen py(127.9) to screen px(197.2), screen py(438.4) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(188.2), screen py(99.9) to screen px(206.2), screen py(113.9) fc rgb INK fs solid noborder front
set label "\066" at screen px(197.2), screen py(106.9) center font BOLD(11) tc rgb PAPER front
set arrow from screen px(609.7), screen py(113.9) to screen px(609.7), screen py(127.9) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set arrow from screen px(609.7), screen py(127.9) to screen px(609.7), screen py(431.2) nohead lc rgb MUTED lw 0.8 dt (2,3) back
set object rectangle from screen px(600.7), screen py(99.9) to screen px(618.7), screen py(113.9) fc rgb INK fs solid noborder front
set label "\067" at screen px(609.7), screen py(106.9) center font BOLD(11) tc rgb PAPER front
$stake_1 << END_OF_DATA
18132	30	2019-08-24
19025	30	2022-02-02
END_OF_DATA
$stake_2 << END_OF_DATA
18172	20	2019-10-03
19025	20	2022-02-02
END_OF_DATA
$stake_3 << END_OF_DATA
18212	10	2019-11-12
19025	10	2022-02-02
END_OF_DATA
$stake_4 << END_OF_DATA
18252	9.5	2019-12-22
19025	9.5	2022-02-02
END_OF_DATA
$stake_5 << END_OF_DATA
18292	9	2020-01-31
19025	9	2022-02-02
END_OF_DATA
$stake_6 << END_OF_DATA
18332	8.5	2020-03-11
19025	8.5	2022-02-02
END_OF_DATA
$signs_1 << END_OF_DATA
18148	30	2019-09-09
18366	30	2020-04-14
18585	30	2020-11-19
18803	30	2021-06-25
END_OF_DATA
$dot_1 << END_OF_DATA
19025	30	2022-02-02
END_OF_DATA
$signs_2 << END_OF_DATA
18191	20	2019-10-22
18410	20	2020-05-28
18628	20	2021-01-01
18847	20	2021-08-08
END_OF_DATA
$dot_2 << END_OF_DATA
19025	20	2022-02-02
END_OF_DATA
$signs_3 << END_OF_DATA
18235	10	2019-12-05
18454	10	2020-07-11
18672	10	2021-02-14
18890	10	2021-09-20
END_OF_DATA
$dot_3 << END_OF_DATA
19025	10	2022-02-02
END_OF_DATA
$signs_4 << END_OF_DATA
18279	9.5	2020-01-18
18497	9.5	2020-08-23
18716	9.5	2021-03-30
18934	9.5	2021-11-03
END_OF_DATA
$dot_4 << END_OF_DATA
19025	9.5	2022-02-02
END_OF_DATA
$signs_5 << END_OF_DATA
18322	9	2020-03-01
18541	9	2020-10-06
18759	9	2021-05-12
18978	9	2021-12-17
END_OF_DATA
$dot_5 << END_OF_DATA
19025	9	2022-02-02
END_OF_DATA
$signs_6 << END_OF_DATA
18366	8.5	2020-04-14
18585	8.5	2020-11-19
18803	8.5	2021-06-25
END_OF_DATA
$dot_6 << END_OF_DATA
19025	8.5	2022-02-02
END_OF_DATA
$crossings << END_OF_DATA
18132	8	8	1	2019-08-24
18132	9	8	1	2019-08-24
18132	10	8	1	2019-08-24
18172	8	8	2	2019-10-03
18172	9	8	2	2019-10-03
18172	10	8	2	2019-10-03
18212	8	8	3	2019-11-12
18212	9	8	3	2019-11-12
18212	10	8	3	2019-11-12
18252	8	8	4	2019-12-22
18252	9	8	4	2019-12-22
18292	8	8	5	2020-01-31
18292	9	8	5	2020-01-31
18332	8	8	6	2020-03-11
END_OF_DATA
plot $stake_1 using 1:2 with lines lt 1, \
     $stake_2 using 1:2 with lines lt 2, \
     $stake_3 using 1:2 with lines lt 3, \
     $stake_4 using 1:2 with lines lt 4, \
     $stake_5 using 1:2 with lines lt 5, \
     $stake_6 using 1:2 with lines lt 6, \
     for [k=1:SIGNS] $signs_1 using 1:2 with points lt 1 ps 0.8, \
     $dot_1 using 1:2 with points lt 1 ps 0.6, \
     for [k=1:SIGNS] $signs_2 using 1:2 with points lt 2 ps 0.8, \
     $dot_2 using 1:2 with points lt 2 ps 0.6, \
     for [k=1:SIGNS] $signs_3 using 1:2 with points lt 3 ps 0.8, \
     $dot_3 using 1:2 with points lt 3 ps 0.6, \
     for [k=1:SIGNS] $signs_4 using 1:2 with points lt 4 ps 0.8, \
     $dot_4 using 1:2 with points lt 4 ps 0.6, \
     for [k=1:SIGNS] $signs_5 using 1:2 with points lt 5 ps 0.8, \
     $dot_5 using 1:2 with points lt 5 ps 0.6, \
     for [k=1:SIGNS] $signs_6 using 1:2 with points lt 6 ps 0.8, \
     $dot_6 using 1:2 with points lt 6 ps 0.6, \
     $crossings using 1:2:3:4 with points pt variable ps 1 lw 1.2 lc variable
set output
