# A stakeline chart: thresholds.
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
set label "Lines crossed in Patchy BV" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Per cent of the capital\054 and the lines given\054 as of \062\060\062\060\055\060\062\055\060\061\056 No size stated\072 Shy One" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 201
set label "pending deal" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set object rectangle from screen px(144.2), screen py(67.9) to screen px(162.2), screen py(77.9) fc lt 1 fs transparent solid BAND noborder
set label "stated as a range" at screen px(168.2), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "" at screen px(304.4), screen py(72.9) point lc 1 pt 9 ps 0.8 lw 1.4 front
set label "gets over a line" at screen px(319.4), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "" at screen px(443.4), screen py(72.9) point lc 1 pt 11 ps 0.8 lw 1.4 front
set label "gets under it" at screen px(458.4), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "" at screen px(566.1), screen py(72.9) point lc 1 pt 8 ps 0.8 lw 1.4 front
set label "perhaps\072 the stake is a range\054 or was not known" at screen px(581.1), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 Decree\073 Press\073 Report\073 Release" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(88.9)
set rmargin at screen px(760.3)
set tmargin at screen py(97.9)
set bmargin at screen py(531.2)
set xrange [14669:18604]
set xtics ("2011" 14975, "2012" 15340, "2013" 15706, "2014" 16071, "2015" 16436, "2016" 16801, "2017" 17167, "2018" 17532, "2019" 17897, "2020" 18262)
unset grid
set ytics ("0 %%" 0, "5 %%" 5, "20 %%" 20, "25 %%" 25, "33.33 %%" 33.333333, "50 %%" 50)
set arrow from graph 0, first 5 to graph 1, first 5 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 20 to graph 1, first 20 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 25 to graph 1, first 25 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 33.333333 to graph 1, first 33.333333 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from graph 0, first 50 to graph 1, first 50 nohead lc rgb MUTED lw 1 dt (6,4) back
set arrow from screen px(760.3), screen py(422.4) to screen px(780.3), screen py(419.7) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(782.3), screen py(419.7) to screen px(800.3), screen py(419.7) nohead lt 1
if (SIGNS) set label "" at screen px(791.3), screen py(419.7) point lt 1 ps 0.6 front
set label "State" at screen px(806.3), screen py(419.7) left font PLAIN(12) tc rgb INK front
set label "\062\065\056\061 \045" at screen px(940), screen py(419.7) right font PLAIN(12) tc rgb INK front
set arrow from screen px(782.3), screen py(401.2) to screen px(800.3), screen py(401.2) nohead lt 202
set label "Suitor" at screen px(806.3), screen py(401.2) left font PLAIN(12) tc rgb INK front
set label "\063\060 \045 pending" at screen px(940), screen py(401.2) right font PLAIN(12) tc rgb INK front
set arrow from screen px(782.3), screen py(531.2) to screen px(800.3), screen py(531.2) nohead lt 3
if (SIGNS) set label "" at screen px(791.3), screen py(531.2) point lt 3 ps 0.6 front
set label "Family" at screen px(806.3), screen py(531.2) left font PLAIN(12) tc rgb INK front
set label "until \062\060\061\071" at screen px(940), screen py(531.2) right font PLAIN(12) tc rgb INK front
set arrow from screen px(760.3), screen py(434.1) to screen px(780.3), screen py(436.7) nohead lt 4 lw 0.8 dt solid
set arrow from screen px(782.3), screen py(436.7) to screen px(800.3), screen py(436.7) nohead lt 4
if (SIGNS) set label "" at screen px(791.3), screen py(436.7) point lt 4 ps 0.6 front
set label "Buyer" at screen px(806.3), screen py(436.7) left font PLAIN(12) tc rgb INK front
set label "\062\062\056\064 \045" at screen px(940), screen py(436.7) right font PLAIN(12) tc rgb INK front
$stake_1 << END_OF_DATA
16801	25.1	2016-01-01
18293	25.1	2020-02-01
END_OF_DATA
$soft_1 << END_OF_DATA
14730	75	2010-05-01
15461	75	2012-05-01

18293	25.1	2020-02-01
18604	25.1	2020-12-08
END_OF_DATA
$range_1 << END_OF_DATA
14730	50	100	2010-05-01
15461	50	100	2012-05-01
END_OF_DATA
$pending_2 << END_OF_DATA
18414	0	2020-06-01
18414	30	2020-06-01
18604	30	2020-12-08
END_OF_DATA
$end_2 << END_OF_DATA
18604	30	2020-12-08
END_OF_DATA
$stake_3 << END_OF_DATA
17532	20	2018-01-01
17532	22.4	2018-01-01
17897	22.4	2019-01-01
17897	0	2019-01-01
END_OF_DATA
$soft_3 << END_OF_DATA
15706	20	2013-01-01
17532	20	2018-01-01
END_OF_DATA
$range_3 << END_OF_DATA
15706	19	21	2013-01-01
17532	19	21	2018-01-01
END_OF_DATA
$stake_4 << END_OF_DATA
17897	0	2019-01-01
17897	22.4	2019-01-01
18293	22.4	2020-02-01
END_OF_DATA
$soft_4 << END_OF_DATA
18293	22.4	2020-02-01
18604	22.4	2020-12-08
END_OF_DATA
$pending_4 << END_OF_DATA
18414	22.4	2020-06-01
18414	12.4	2020-06-01
18604	12.4	2020-12-08
END_OF_DATA
$end_4 << END_OF_DATA
18604	12.4	2020-12-08
END_OF_DATA
$signs_1 << END_OF_DATA
14774	75	2010-06-14
17060	25.1	2016-09-16
17822	25.1	2018-10-18
END_OF_DATA
$dot_1 << END_OF_DATA
18293	25.1	2020-02-01
END_OF_DATA
$signs_3 << END_OF_DATA
15841	20	2013-05-16
16603	20	2015-06-17
17365	20	2017-07-18
END_OF_DATA
$signs_4 << END_OF_DATA
18279	22.4	2020-01-18
END_OF_DATA
$dot_4 << END_OF_DATA
18293	22.4	2020-02-01
END_OF_DATA
$crossings << END_OF_DATA
14730	5	8	1	2010-05-01
14730	20	8	1	2010-05-01
14730	25	8	1	2010-05-01
14730	33.333333	8	1	2010-05-01
14730	50	8	1	2010-05-01
15706	5	8	3	2013-01-01
15706	20	8	3	2013-01-01
16801	50	10	1	2016-01-01
16801	33.333333	10	1	2016-01-01
17532	20	8	3	2018-01-01
17897	20	11	3	2019-01-01
17897	5	11	3	2019-01-01
17897	5	9	4	2019-01-01
17897	20	9	4	2019-01-01
END_OF_DATA
plot $range_1 using 1:2:3 with filledcurves fs transparent solid BAND noborder fc lt 1, \
     $range_3 using 1:2:3 with filledcurves fs transparent solid BAND noborder fc lt 3, \
     $soft_1 using 1:2 with lines lt 101, \
     $soft_3 using 1:2 with lines lt 103, \
     $soft_4 using 1:2 with lines lt 104, \
     $pending_2 using 1:2 with lines lt 202, \
     $pending_4 using 1:2 with lines lt 204, \
     $stake_1 using 1:2 with lines lt 1, \
     $stake_3 using 1:2 with lines lt 3, \
     $stake_4 using 1:2 with lines lt 4, \
     $end_2 using 1:2 with points pt 6 ps 0.7 lw 1.4 lc 2, \
     $end_4 using 1:2 with points pt 6 ps 0.7 lw 1.4 lc 4, \
     for [k=1:SIGNS] $signs_1 using 1:2 with points lt 1 ps 0.8, \
     $dot_1 using 1:2 with points lt 1 ps 0.6, \
     for [k=1:SIGNS] $signs_3 using 1:2 with points lt 3 ps 0.8, \
     for [k=1:SIGNS] $signs_4 using 1:2 with points lt 4 ps 0.8, \
     $dot_4 using 1:2 with points lt 4 ps 0.6, \
     $crossings using 1:2:3:4 with points pt variable ps 1 lw 1.2 lc variable
set output
