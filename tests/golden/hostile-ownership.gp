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
set label "\047\047\047a \042 \173b\175 \045s \044HOME" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "The capital\054 in per cent\054 as of \062\060\062\062\055\060\062\055\060\062" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set label "Sources\072 \042src\042 \140x\140 ".AMP." ".LT."y".GT." \047z\047\073 EODx\073 END\137OF\137DATA\073 back\134slash \173open\073 \346\227\245\346\234\254\347\265\214\346\270\210\346\226\260\350\201\236\073 R".AMP."\043x\064\061\073 \135\135".GT."\073 Gazette" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(66.1)
set rmargin at screen px(609.7)
set tmargin at screen py(80.9)
set bmargin at screen py(531.2)
set xrange [18118:19025]
set xtics ("Jan\n2020" 18262, "Jul" 18444, "Jan\n2021" 18628, "Jul" 18809, "Jan\n2022" 18993)
set arrow from screen px(609.7), screen py(110.1) to screen px(629.7), screen py(110.1) nohead lt 301 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(104.1) to screen px(646.7), screen py(116.1) fc lt 301 fs @FILL_REST
set label "\050undisclosed\051" at screen px(655.7), screen py(110.1) left font PLAIN(12) tc rgb INK front
set label "\061\063 \045" at screen px(940), screen py(110.1) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(158.5) to screen px(629.7), screen py(144.5) nohead lt 6 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(138.5) to screen px(646.7), screen py(150.5) fc rgb AREA[6] fs @FILL_6
set label "A name of a hundred characters that" at screen px(655.7), screen py(144.5) left font PLAIN(12) tc rgb INK front
set label "goes on and on and on until it has" at screen px(655.7), screen py(158.5) left font PLAIN(12) tc rgb INK front
set label "really reached one hundred of" at screen px(655.7), screen py(172.5) left font PLAIN(12) tc rgb INK front
set label "\070\056\065 \045" at screen px(940), screen py(144.5) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(197.9) to screen px(629.7), screen py(190.9) nohead lt 5 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(184.9) to screen px(646.7), screen py(196.9) fc rgb AREA[5] fs @FILL_5
set label "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267 \330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\330\251" at screen px(655.7), screen py(190.9) left font PLAIN(12) tc rgb INK front
set label "\330\247\331\204\331\205\330\255\330\257\331\210\330\257\330\251" at screen px(655.7), screen py(204.9) left font PLAIN(12) tc rgb INK front
set label "\071 \045" at screen px(940), screen py(190.9) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(239.6) to screen px(629.7), screen py(232.6) nohead lt 4 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(226.6) to screen px(646.7), screen py(238.6) fc rgb AREA[4] fs @FILL_4
set label "\346\240\252\345\274\217\344\274\232\347\244\276\344\270\211\350\217\261\346\235\261\344\272\254\357\274\265\357\274\246\357\274\252\351\212\200\350\241\214\343\203\233\343\203\274\343\203\253\343\203\207\343\202\243\343\203\263\343\202\260" at screen px(655.7), screen py(232.6) left font PLAIN(12) tc rgb INK front
set label "\343\202\271\343\203\273\343\203\210\343\203\251\343\202\271\343\203\210" at screen px(655.7), screen py(246.6) left font PLAIN(12) tc rgb INK front
set label "\071\056\065 \045" at screen px(940), screen py(232.6) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(283.5) to screen px(629.7), screen py(283.5) nohead lt 3 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(277.5) to screen px(646.7), screen py(289.5) fc rgb AREA[3] fs @FILL_3
set label "\140touch pwned\140 \100 \044HOME" at screen px(655.7), screen py(283.5) left font PLAIN(12) tc rgb INK front
set label "\061\060 \045" at screen px(940), screen py(283.5) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(351) to screen px(629.7), screen py(351) nohead lt 2 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(345) to screen px(646.7), screen py(357) fc rgb AREA[2] fs @FILL_2
set label "under\137score\136\173super\175 \045s \045d \061\060\060\045" at screen px(655.7), screen py(351) left font PLAIN(12) tc rgb INK front
set label "\062\060 \045" at screen px(940), screen py(351) right font PLAIN(12) tc rgb INK front
set arrow from screen px(609.7), screen py(463.6) to screen px(629.7), screen py(463.6) nohead lt 1 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(457.6) to screen px(646.7), screen py(469.6) fc rgb AREA[1] fs @FILL_1
set label "".LT."b".GT."".AMP."amp\073 ".AMP." Sons\047 \042Quote\042 Ltd" at screen px(655.7), screen py(463.6) left font PLAIN(12) tc rgb INK front
set label "\063\060 \045" at screen px(940), screen py(463.6) right font PLAIN(12) tc rgb INK front
if (PLATES) set object rectangle from screen px(231.3), screen py(454.6) to screen px(453), screen py(472.6) fc rgb PAPER fs solid noborder front
set label "".LT."b".GT."".AMP."amp\073 ".AMP." Sons\047 \042Quote\042 Ltd" at screen px(342.1), screen py(463.6) center font BOLD(12) tc rgb (PLATES ? INK : ON[1]) front
$layer_1 << END_OF_DATA
18132	0	30	2019-08-24
19025	0	30	2022-02-02
END_OF_DATA
if (PLATES) set object rectangle from screen px(229.7), screen py(342) to screen px(478.5), screen py(360) fc rgb PAPER fs solid noborder front
set label "under\137score\136\173super\175 \045s \045d \061\060\060\045" at screen px(354.1), screen py(351) center font BOLD(12) tc rgb (PLATES ? INK : ON[2]) front
$layer_2 << END_OF_DATA
18172	30	50	2019-10-03
19025	30	50	2022-02-02
END_OF_DATA
if (PLATES) set object rectangle from screen px(276.3), screen py(274.5) to screen px(455.9), screen py(292.5) fc rgb PAPER fs solid noborder front
set label "\140touch pwned\140 \100 \044HOME" at screen px(366.1), screen py(283.5) center font BOLD(12) tc rgb (PLATES ? INK : ON[3]) front
$layer_3 << END_OF_DATA
18212	50	60	2019-11-12
19025	50	60	2022-02-02
END_OF_DATA
if (PLATES) set object rectangle from screen px(199.4), screen py(230.6) to screen px(556.8), screen py(248.6) fc rgb PAPER fs solid noborder front
set label "\346\240\252\345\274\217\344\274\232\347\244\276\344\270\211\350\217\261\346\235\261\344\272\254\357\274\265\357\274\246\357\274\252\351\212\200\350\241\214\343\203\233\343\203\274\343\203\253\343\203\207\343\202\243\343\203\263\343\202\260\343\202\271\343\203\273\343\203\210\343\203\251\343\202\271\343\203\210" at screen px(378.1), screen py(239.6) center font BOLD(12) tc rgb (PLATES ? INK : ON[4]) front
$layer_4 << END_OF_DATA
18252	60	69.5	2019-12-22
19025	60	69.5	2022-02-02
END_OF_DATA
if (PLATES) set object rectangle from screen px(227.5), screen py(188.9) to screen px(552.6), screen py(206.9) fc rgb PAPER fs solid noborder front
set label "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267 \330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\330\251 \330\247\331\204\331\205\330\255\330\257\331\210\330\257\330\251" at screen px(390.1), screen py(197.9) center font BOLD(12) tc rgb (PLATES ? INK : ON[5]) front
$layer_5 << END_OF_DATA
18292	69.5	78.5	2020-01-31
19025	69.5	78.5	2022-02-02
END_OF_DATA
$layer_6 << END_OF_DATA
18332	78.5	87	2020-03-11
19025	78.5	87	2022-02-02
END_OF_DATA
set object rectangle from screen px(90.3), screen py(120.3) to screen px(178.5), screen py(138.3) fc rgb PAPER fs solid noborder front
set label "\050undisclosed\051" at screen px(134.4), screen py(129.3) center font PLAIN(12) tc rgb INK front
$layer_7 << END_OF_DATA
18132	30	100	2019-08-24
18172	30	100	2019-10-03
18172	50	100	2019-10-03
18212	50	100	2019-11-12
18212	60	100	2019-11-12
18252	60	100	2019-12-22
18252	69.5	100	2019-12-22
18292	69.5	100	2020-01-31
18292	78.5	100	2020-01-31
18332	78.5	100	2020-03-11
18332	87	100	2020-03-11
19025	87	100	2022-02-02
END_OF_DATA
plot $layer_1 using 1:2:3 with filledcurves fc rgb AREA[1] fs @FILL_1, \
     $layer_2 using 1:2:3 with filledcurves fc rgb AREA[2] fs @FILL_2, \
     $layer_3 using 1:2:3 with filledcurves fc rgb AREA[3] fs @FILL_3, \
     $layer_4 using 1:2:3 with filledcurves fc rgb AREA[4] fs @FILL_4, \
     $layer_5 using 1:2:3 with filledcurves fc rgb AREA[5] fs @FILL_5, \
     $layer_6 using 1:2:3 with filledcurves fc rgb AREA[6] fs @FILL_6, \
     $layer_7 using 1:2:3 with filledcurves fc lt 301 fs @FILL_REST, \
     $layer_1 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_2 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_3 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_4 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_5 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_6 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid, \
     $layer_7 using 1:3 with lines lc rgb EDGE lw 0.8 dt solid
set output
