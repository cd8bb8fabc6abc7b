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
set label "Stakes in Nissan" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Per cent of the capital\054 as of \062\060\062\065\055\060\067\055\060\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 101
set label "moved by the size of the capital alone" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 from memory\073 La Tribune\073 Edelstahl Aktuell\054 quoting the joint release\073 Le Monde du Droit\073 Entrepreneur India\054 citing Reuters\073 Reuters\073 Cercle Finance\073 Nissan" at screen px(20), screen py(571.2) left font PLAIN(11) tc rgb MUTED front
set label "release\073 Just Auto\073 Bourse Analysis" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set yrange [0:50]
set ytics 10 format "%g %%"
set lmargin at screen px(58.5)
set rmargin at screen px(760.5)
set tmargin at screen py(97.9)
set bmargin at screen py(516.3)
set xrange [10581:20270]
set xtics ("2000" 10957, "2005" 12784, "2010" 14610, "2015" 16436, "2020" 18262, "2025" 20089)
set arrow from screen px(760.5), screen py(373.6) to screen px(780.5), screen py(375.4) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(782.5), screen py(375.4) to screen px(800.5), screen py(375.4) nohead lt 1
if (SIGNS) set label "" at screen px(791.5), screen py(375.4) point lt 1 ps 0.6 front
set label "Renault" at screen px(806.5), screen py(375.4) left font PLAIN(12) tc rgb INK front
set label "\061\067\056\060\065 \045" at screen px(940), screen py(375.4) right font PLAIN(12) tc rgb INK front
set arrow from screen px(760.5), screen py(360.1) to screen px(780.5), screen py(358.4) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(782.5), screen py(358.4) to screen px(800.5), screen py(358.4) nohead lt 2
if (SIGNS) set label "" at screen px(791.5), screen py(358.4) point lt 2 ps 0.6 front
set label "French trust" at screen px(806.5), screen py(358.4) left font PLAIN(12) tc rgb INK front
set label "\061\070\056\066\066 \045" at screen px(940), screen py(358.4) right font PLAIN(12) tc rgb INK front
set arrow from screen px(760.5), screen py(486.8) to screen px(780.5), screen py(486.8) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(782.5), screen py(486.8) to screen px(800.5), screen py(486.8) nohead lt 3
if (SIGNS) set label "" at screen px(791.5), screen py(486.8) point lt 3 ps 0.6 front
set label "Daimler" at screen px(806.5), screen py(486.8) left font PLAIN(12) tc rgb INK front
set label "\063\056\065\062 \045" at screen px(940), screen py(486.8) right font PLAIN(12) tc rgb INK front
$stake_1 << END_OF_DATA
10739	0	1999-05-28
10739	36.8	1999-05-28
11747	36.8	2002-03-01
11747	44.4	2002-03-01
14706	44.4	2010-04-07
14706	43.4	2010-04-07
19669	43.4	2023-11-08
19669	15	2023-11-08
19706	15	2023-12-15

19706	15.789333	2023-12-15
19816	15.789333	2024-04-03

19816	16.194188	2024-04-03
19999	16.194188	2024-10-03

19999	17.046513	2024-10-03
20270	17.046513	2025-07-01
END_OF_DATA
$soft_1 << END_OF_DATA
19706	15	2023-12-15
19706	15.789333	2023-12-15

19816	15.789333	2024-04-03
19816	16.194188	2024-04-03

19999	16.194188	2024-10-03
19999	17.046513	2024-10-03
END_OF_DATA
$stake_2 << END_OF_DATA
19669	0	2023-11-08
19669	28.401106	2023-11-08
19706	28.401106	2023-12-15
19706	24.633415	2023-12-15
19816	24.633415	2024-04-03
19816	22.729351	2024-04-03
19999	22.729351	2024-10-03
19999	18.662475	2024-10-03
20270	18.662475	2025-07-01
END_OF_DATA
$stake_3 << END_OF_DATA
14706	0	2010-04-07
14706	3.1	2010-04-07
19706	3.1	2023-12-15
19706	3.263129	2023-12-15
19816	3.263129	2024-04-03
19816	3.346799	2024-04-03
19999	3.346799	2024-10-03
19999	3.522946	2024-10-03
20270	3.522946	2025-07-01
END_OF_DATA
$signs_1 << END_OF_DATA
10829	36.8	1999-08-26
12623	44.4	2004-07-24
14417	44.4	2009-06-22
16212	43.4	2014-05-22
18006	43.4	2019-04-20
19800	15.789333	2024-03-18
END_OF_DATA
$dot_1 << END_OF_DATA
20270	17.046513	2025-07-01
END_OF_DATA
$dot_2 << END_OF_DATA
20270	18.662475	2025-07-01
END_OF_DATA
$signs_3 << END_OF_DATA
15135	3.1	2011-06-10
16929	3.1	2016-05-08
18723	3.1	2021-04-06
END_OF_DATA
$dot_3 << END_OF_DATA
20270	3.522946	2025-07-01
END_OF_DATA
plot $soft_1 using 1:2 with lines lt 101, \
     $stake_1 using 1:2 with lines lt 1, \
     $stake_2 using 1:2 with lines lt 2, \
     $stake_3 using 1:2 with lines lt 3, \
     for [k=1:SIGNS] $signs_1 using 1:2 with points lt 1 ps 0.8, \
     $dot_1 using 1:2 with points lt 1 ps 0.6, \
     $dot_2 using 1:2 with points lt 2 ps 0.6, \
     for [k=1:SIGNS] $signs_3 using 1:2 with points lt 3 ps 0.8, \
     $dot_3 using 1:2 with points lt 3 ps 0.6
set output
