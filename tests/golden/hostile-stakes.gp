# A stakeline chart: stakes.
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
set label "Stakes in Hostile ".AMP." ".LT."Sons".GT." \140id\140" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Per cent of the capital\054 as of \062\060\062\062\055\060\062\055\060\062" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set label "Sources\072 \042src\042 \140x\140 ".AMP." ".LT."y".GT." \047z\047\073 EODx\073 END\137OF\137DATA\073 back\134slash \173open\073 \346\227\245\346\234\254\347\265\214\346\270\210\346\226\260\350\201\236\073 R".AMP."\043x\064\061\073 \135\135".GT."\073 Gazette" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set yrange [0:30]
set ytics 5 format "%g %%"
set lmargin at screen px(58.5)
set rmargin at screen px(609.7)
set tmargin at screen py(80.9)
set bmargin at screen py(531.2)
set xrange [18118:19025]
set xtics ("Jan\n2020" 18262, "Jul" 18444, "Jan\n2021" 18628, "Jul" 18809, "Jan\n2022" 18993)
set arrow from screen px(609.7), screen py(80.9) to screen px(629.7), screen py(80.9) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(80.9) to screen px(649.7), screen py(80.9) nohead lt 1
if (SIGNS) set label "" at screen px(640.7), screen py(80.9) point lt 1 ps 0.6 front
set label "".LT."b".GT."".AMP."amp\073 ".AMP." Sons\047 \042Quote\042 Ltd" at screen px(655.7), screen py(80.9) left font PLAIN(12) tc rgb INK front
set label "\063\060 \045" at screen px(940), screen py(80.9) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(231) to screen px(629.7), screen py(231) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(231) to screen px(649.7), screen py(231) nohead lt 2
if (SIGNS) set label "" at screen px(640.7), screen py(231) point lt 2 ps 0.6 front
set label "under\137score\136\173super\175 \045s \045d \061\060\060\045" at screen px(655.7), screen py(231) left font PLAIN(12) tc rgb INK front
set label "\062\060 \045" at screen px(940), screen py(231) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(381.1) to screen px(629.7), screen py(349.3) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(349.3) to screen px(649.7), screen py(349.3) nohead lt 3
if (SIGNS) set label "" at screen px(640.7), screen py(349.3) point lt 3 ps 0.6 front
set label "\140touch pwned\140 \100 \044HOME" at screen px(655.7), screen py(349.3) left font PLAIN(12) tc rgb INK front
set label "\061\060 \045" at screen px(940), screen py(349.3) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(388.6) to screen px(629.7), screen py(366.3) nohead lt 4 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(366.3) to screen px(649.7), screen py(366.3) nohead lt 4
if (SIGNS) set label "" at screen px(640.7), screen py(366.3) point lt 4 ps 0.6 front
set label "\346\240\252\345\274\217\344\274\232\347\244\276\344\270\211\350\217\261\346\235\261\344\272\254\357\274\265\357\274\246\357\274\252\351\212\200\350\241\214\343\203\233\343\203\274\343\203\253\343\203\207\343\202\243\343\203\263\343\202\260" at screen px(655.7), screen py(366.3) left font PLAIN(12) tc rgb INK front
set label "\343\202\271\343\203\273\343\203\210\343\203\251\343\202\271\343\203\210" at screen px(655.7), screen py(380.3) left font PLAIN(12) tc rgb INK front
set label "\071\056\065 \045" at screen px(940), screen py(366.3) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(396.1) to screen px(629.7), screen py(397.3) nohead lt 5 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(397.3) to screen px(649.7), screen py(397.3) nohead lt 5
if (SIGNS) set label "" at screen px(640.7), screen py(397.3) point lt 5 ps 0.6 front
set label "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267 \330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\330\251" at screen px(655.7), screen py(397.3) left font PLAIN(12) tc rgb INK front
set label "\330\247\331\204\331\205\330\255\330\257\331\210\330\257\330\251" at screen px(655.7), screen py(411.3) left font PLAIN(12) tc rgb INK front
set label "\071 \045" at screen px(940), screen py(397.3) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(403.6) to screen px(629.7), screen py(428.3) nohead lt 6 lw 0.8 dt solid
set arrow from screen px(631.7), screen py(428.3) to screen px(649.7), screen py(428.3) nohead lt 6
if (SIGNS) set label "" at screen px(640.7), screen py(428.3) point lt 6 ps 0.6 front
set label "A name of a hundred characters that" at screen px(655.7), screen py(428.3) left font PLAIN(12) tc rgb INK front
set label "goes on and on and on until it has" at screen px(655.7), screen py(442.3) left font PLAIN(12) tc rgb INK front
set label "really reached one hundred of" at screen px(655.7), screen py(456.3) left font PLAIN(12) tc rgb INK front
set label "\070\056\065 \045" at screen px(940), screen py(428.3) right font PLAIN(12) tc rgb INK front
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
18147	30	2019-09-08
18361	30	2020-04-09
18575	30	2020-11-09
18789	30	2021-06-11
END_OF_DATA
$dot_1 << END_OF_DATA
19025	30	2022-02-02
END_OF_DATA
$signs_2 << END_OF_DATA
18190	20	2019-10-21
18404	20	2020-05-22
18618	20	2020-12-22
18832	20	2021-07-24
END_OF_DATA
$dot_2 << END_OF_DATA
19025	20	2022-02-02
END_OF_DATA
$signs_3 << END_OF_DATA
18233	10	2019-12-03
18447	10	2020-07-04
18660	10	2021-02-02
18874	10	2021-09-04
END_OF_DATA
$dot_3 << END_OF_DATA
19025	10	2022-02-02
END_OF_DATA
$signs_4 << END_OF_DATA
18275	9.5	2020-01-14
18489	9.5	2020-08-15
18703	9.5	2021-03-17
18917	9.5	2021-10-17
END_OF_DATA
$dot_4 << END_OF_DATA
19025	9.5	2022-02-02
END_OF_DATA
$signs_5 << END_OF_DATA
18318	9	2020-02-26
18532	9	2020-09-27
18746	9	2021-04-29
18960	9	2021-11-29
END_OF_DATA
$dot_5 << END_OF_DATA
19025	9	2022-02-02
END_OF_DATA
$signs_6 << END_OF_DATA
18361	8.5	2020-04-09
18575	8.5	2020-11-09
18789	8.5	2021-06-11
END_OF_DATA
$dot_6 << END_OF_DATA
19025	8.5	2022-02-02
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
     $dot_6 using 1:2 with points lt 6 ps 0.6
set output
