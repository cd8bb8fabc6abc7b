# A stakeline chart: portfolio.
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
set label "What Renault owns" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Per cent of each company\342\200\231s capital\054 as of \062\060\062\065\055\060\067\055\060\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 201
set label "pending deal" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(144.2), screen py(72.9) to screen px(162.2), screen py(72.9) nohead lt 101
set label "moved by the size of the capital alone" at screen px(168.2), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 from memory\073 La Tribune\073 Le Monde du Droit\073 Entrepreneur India\054 citing Reuters\073 Reuters\073 Nissan release\073 Just Auto\073 Bourse Analysis\073 Reuters\054 via" at screen px(20), screen py(571.2) left font PLAIN(11) tc rgb MUTED front
set label "newsbulletin\062\064\067\073 Reuters\054 via Business Standard" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(66.1)
set rmargin at screen px(786.3)
set tmargin at screen py(97.9)
set bmargin at screen py(516.3)
set xrange [10581:20573]
set xtics ("2000" 10957, "2005" 12784, "2010" 14610, "2015" 16436, "2020" 18262, "2025" 20089)
set arrow from screen px(786.3), screen py(97.9) to screen px(806.3), screen py(97.9) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(808.3), screen py(97.9) to screen px(826.3), screen py(97.9) nohead lt 1
if (SIGNS) set label "" at screen px(817.3), screen py(97.9) point lt 1 ps 0.6 front
set label "Ampere" at screen px(832.3), screen py(97.9) left font PLAIN(12) tc rgb INK front
set label "\061\060\060 \045" at screen px(940), screen py(97.9) right font PLAIN(12) tc rgb INK front
set arrow from screen px(786.3), screen py(311.3) to screen px(806.3), screen py(311.3) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(808.3), screen py(311.3) to screen px(826.3), screen py(311.3) nohead lt 2
if (SIGNS) set label "" at screen px(817.3), screen py(311.3) point lt 2 ps 0.6 front
set label "RNAIPL" at screen px(832.3), screen py(311.3) left font PLAIN(12) tc rgb INK front
set label "\064\071 \045" at screen px(940), screen py(311.3) right font PLAIN(12) tc rgb INK front
set arrow from screen px(786.3), screen py(445) to screen px(806.3), screen py(445) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(808.3), screen py(445) to screen px(826.3), screen py(445) nohead lt 3
if (SIGNS) set label "" at screen px(817.3), screen py(445) point lt 3 ps 0.6 front
set label "Nissan" at screen px(832.3), screen py(445) left font PLAIN(12) tc rgb INK front
set label "\061\067\056\060\065 \045" at screen px(940), screen py(445) right font PLAIN(12) tc rgb INK front
$stake_1 << END_OF_DATA
19662	100	2023-11-01
20270	100	2025-07-01
END_OF_DATA
$soft_1 << END_OF_DATA
20270	100	2025-07-01
20573	100	2026-04-30
END_OF_DATA
$stake_2 << END_OF_DATA
19358	49	2023-01-01
20270	49	2025-07-01
END_OF_DATA
$soft_2 << END_OF_DATA
20270	49	2025-07-01
20573	49	2026-04-30
END_OF_DATA
$pending_2 << END_OF_DATA
20089	49	2025-01-01
20089	100	2025-01-01
20573	100	2026-04-30
END_OF_DATA
$end_2 << END_OF_DATA
20573	100	2026-04-30
END_OF_DATA
$stake_3 << END_OF_DATA
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
$soft_3 << END_OF_DATA
19706	15	2023-12-15
19706	15.789333	2023-12-15

19816	15.789333	2024-04-03
19816	16.194188	2024-04-03

19999	16.194188	2024-10-03
19999	17.046513	2024-10-03

20270	17.046513	2025-07-01
20573	17.046513	2026-04-30
END_OF_DATA
$signs_1 << END_OF_DATA
19849	100	2024-05-06
END_OF_DATA
$dot_1 << END_OF_DATA
20270	100	2025-07-01
END_OF_DATA
$signs_2 << END_OF_DATA
20209	49	2025-05-01
END_OF_DATA
$dot_2 << END_OF_DATA
20270	49	2025-07-01
END_OF_DATA
$signs_3 << END_OF_DATA
11552	36.8	2001-08-18
13355	44.4	2006-07-26
15159	43.4	2011-07-04
16963	43.4	2016-06-11
18766	43.4	2021-05-19
END_OF_DATA
$dot_3 << END_OF_DATA
20270	17.046513	2025-07-01
END_OF_DATA
plot $soft_1 using 1:2 with lines lt 101, \
     $soft_2 using 1:2 with lines lt 102, \
     $soft_3 using 1:2 with lines lt 103, \
     $pending_2 using 1:2 with lines lt 202, \
     $stake_1 using 1:2 with lines lt 1, \
     $stake_2 using 1:2 with lines lt 2, \
     $stake_3 using 1:2 with lines lt 3, \
     $end_2 using 1:2 with points pt 6 ps 0.7 lw 1.4 lc 2, \
     for [k=1:SIGNS] $signs_1 using 1:2 with points lt 1 ps 0.8, \
     $dot_1 using 1:2 with points lt 1 ps 0.6, \
     for [k=1:SIGNS] $signs_2 using 1:2 with points lt 2 ps 0.8, \
     $dot_2 using 1:2 with points lt 2 ps 0.6, \
     for [k=1:SIGNS] $signs_3 using 1:2 with points lt 3 ps 0.8, \
     $dot_3 using 1:2 with points lt 3 ps 0.6
set output
