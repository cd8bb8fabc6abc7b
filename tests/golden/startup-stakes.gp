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
set label "Stakes in Startup Inc" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Per cent of the capital\054 as of \062\060\062\064\055\060\061\055\061\065" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 101
set label "moved by the size of the capital alone" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 Registry\073 Seed release\073 Series A release\073 Series B release\073 Series C release\073 Wire" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set yrange [0:60]
set ytics 10 format "%g %%"
set lmargin at screen px(58.5)
set rmargin at screen px(756.9)
set tmargin at screen py(97.9)
set bmargin at screen py(531.2)
set xrange [16381:19737]
set xtics ("2015" 16436, "2016" 16801, "2017" 17167, "2018" 17532, "2019" 17897, "2020" 18262, "2021" 18628, "2022" 18993, "2023" 19358, "2024" 19723)
set arrow from screen px(756.9), screen py(331.1) to screen px(776.9), screen py(325.4) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(325.4) to screen px(796.9), screen py(325.4) nohead lt 1
if (SIGNS) set label "" at screen px(787.9), screen py(325.4) point lt 1 ps 0.6 front
set label "Ann Founder" at screen px(802.9), screen py(325.4) left font PLAIN(12) tc rgb INK front
set label "\062\067\056\067 \045" at screen px(940), screen py(325.4) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.9), screen py(397.8) to screen px(776.9), screen py(397.8) nohead lt 2 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(397.8) to screen px(796.9), screen py(397.8) nohead lt 2
if (SIGNS) set label "" at screen px(787.9), screen py(397.8) point lt 2 ps 0.6 front
set label "Bob Founder" at screen px(802.9), screen py(397.8) left font PLAIN(12) tc rgb INK front
set label "\061\070\056\064\067 \045" at screen px(940), screen py(397.8) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.9), screen py(438.5) to screen px(776.9), screen py(442.5) nohead lt 3 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(442.5) to screen px(796.9), screen py(442.5) nohead lt 3
if (SIGNS) set label "" at screen px(787.9), screen py(442.5) point lt 3 ps 0.6 front
set label "First VC" at screen px(802.9), screen py(442.5) left font PLAIN(12) tc rgb INK front
set label "\061\062\056\070\062 \045" at screen px(940), screen py(442.5) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.9), screen py(429.5) to screen px(776.9), screen py(425.5) nohead lt 4 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(425.5) to screen px(796.9), screen py(425.5) nohead lt 4
if (SIGNS) set label "" at screen px(787.9), screen py(425.5) point lt 4 ps 0.6 front
set label "Second VC" at screen px(802.9), screen py(425.5) left font PLAIN(12) tc rgb INK front
set label "\061\064\056\060\070 \045" at screen px(940), screen py(425.5) right font PLAIN(12) tc rgb INK front
set arrow from screen px(756.9), screen py(336.7) to screen px(776.9), screen py(342.4) nohead lt 17 lw 0.8 dt solid
set arrow from screen px(778.9), screen py(342.4) to screen px(796.9), screen py(342.4) nohead lt 17
if (SIGNS) set label "" at screen px(787.9), screen py(342.4) point lt 17 ps 0.6 front
set label "\063 others" at screen px(802.9), screen py(342.4) left font PLAIN(12) tc rgb INK front
set label "\062\066\056\071\063 \045" at screen px(940), screen py(342.4) right font PLAIN(12) tc rgb INK front
$stake_1 << END_OF_DATA
16436	0	2015-01-01
16436	60	2015-01-01
16901	60	2016-04-10

16901	54	2016-04-10
17266	54	2017-04-10

17266	43.2	2017-04-10
17996	43.2	2019-04-10

17996	35.424	2019-04-10
18727	35.424	2021-04-10

18727	30.1104	2021-04-10
19457	30.1104	2023-04-10

19457	27.701568	2023-04-10
19737	27.701568	2024-01-15
END_OF_DATA
$soft_1 << END_OF_DATA
16901	60	2016-04-10
16901	54	2016-04-10

17266	54	2017-04-10
17266	43.2	2017-04-10

17996	43.2	2019-04-10
17996	35.424	2019-04-10

18727	35.424	2021-04-10
18727	30.1104	2021-04-10

19457	30.1104	2023-04-10
19457	27.701568	2023-04-10
END_OF_DATA
$stake_2 << END_OF_DATA
16436	0	2015-01-01
16436	40	2015-01-01
16901	40	2016-04-10

16901	36	2016-04-10
17266	36	2017-04-10

17266	28.8	2017-04-10
17996	28.8	2019-04-10

17996	23.616	2019-04-10
18727	23.616	2021-04-10

18727	20.0736	2021-04-10
19457	20.0736	2023-04-10

19457	18.467712	2023-04-10
19737	18.467712	2024-01-15
END_OF_DATA
$soft_2 << END_OF_DATA
16901	40	2016-04-10
16901	36	2016-04-10

17266	36	2017-04-10
17266	28.8	2017-04-10

17996	28.8	2019-04-10
17996	23.616	2019-04-10

18727	23.616	2021-04-10
18727	20.0736	2021-04-10

19457	20.0736	2023-04-10
19457	18.467712	2023-04-10
END_OF_DATA
$stake_3 << END_OF_DATA
17266	0	2017-04-10
17266	20	2017-04-10
17996	20	2019-04-10

17996	16.4	2019-04-10
18727	16.4	2021-04-10

18727	13.94	2021-04-10
19457	13.94	2023-04-10

19457	12.8248	2023-04-10
19737	12.8248	2024-01-15
END_OF_DATA
$soft_3 << END_OF_DATA
17996	20	2019-04-10
17996	16.4	2019-04-10

18727	16.4	2021-04-10
18727	13.94	2021-04-10

19457	13.94	2023-04-10
19457	12.8248	2023-04-10
END_OF_DATA
$stake_4 << END_OF_DATA
17996	0	2019-04-10
17996	18	2019-04-10
18727	18	2021-04-10

18727	15.3	2021-04-10
19457	15.3	2023-04-10

19457	14.076	2023-04-10
19737	14.076	2024-01-15
END_OF_DATA
$soft_4 << END_OF_DATA
18727	18	2021-04-10
18727	15.3	2021-04-10

19457	15.3	2023-04-10
19457	14.076	2023-04-10
END_OF_DATA
$stake_5 << END_OF_DATA
16901	10	2016-04-10
17266	10	2017-04-10

17266	8	2017-04-10
17996	8	2019-04-10

17996	6.56	2019-04-10
18727	6.56	2021-04-10
18727	20.576	2021-04-10
19457	20.576	2023-04-10
19457	26.92992	2023-04-10
19737	26.92992	2024-01-15
END_OF_DATA
$soft_5 << END_OF_DATA
17266	10	2017-04-10
17266	8	2017-04-10

17996	8	2019-04-10
17996	6.56	2019-04-10
END_OF_DATA
$signs_1 << END_OF_DATA
16467	60	2015-02-01
17092	54	2016-10-18
17716	43.2	2018-07-04
18341	35.424	2020-03-20
18966	30.1104	2021-12-05
19590	27.701568	2023-08-21
END_OF_DATA
$dot_1 << END_OF_DATA
19737	27.701568	2024-01-15
END_OF_DATA
$signs_2 << END_OF_DATA
16592	40	2015-06-06
17217	36	2017-02-20
17841	28.8	2018-11-06
18466	23.616	2020-07-23
19090	20.0736	2022-04-08
END_OF_DATA
$dot_2 << END_OF_DATA
19737	18.467712	2024-01-15
END_OF_DATA
$signs_3 << END_OF_DATA
17341	20	2017-06-24
17966	20	2019-03-11
18591	16.4	2020-11-25
19215	13.94	2022-08-11
END_OF_DATA
$dot_3 << END_OF_DATA
19737	12.8248	2024-01-15
END_OF_DATA
$signs_4 << END_OF_DATA
18091	18	2019-07-14
18716	18	2021-03-30
19340	15.3	2022-12-14
END_OF_DATA
$dot_4 << END_OF_DATA
19737	14.076	2024-01-15
END_OF_DATA
$signs_5 << END_OF_DATA
16967	10	2016-06-15
17591	8	2018-03-01
18216	6.56	2019-11-16
18841	20.576	2021-08-02
19465	26.92992	2023-04-18
END_OF_DATA
$dot_5 << END_OF_DATA
19737	26.92992	2024-01-15
END_OF_DATA
plot $soft_1 using 1:2 with lines lt 101, \
     $soft_2 using 1:2 with lines lt 102, \
     $soft_3 using 1:2 with lines lt 103, \
     $soft_4 using 1:2 with lines lt 104, \
     $soft_5 using 1:2 with lines lt 117, \
     $stake_1 using 1:2 with lines lt 1, \
     $stake_2 using 1:2 with lines lt 2, \
     $stake_3 using 1:2 with lines lt 3, \
     $stake_4 using 1:2 with lines lt 4, \
     $stake_5 using 1:2 with lines lt 17, \
     for [k=1:SIGNS] $signs_1 using 1:2 with points lt 1 ps 0.8, \
     $dot_1 using 1:2 with points lt 1 ps 0.6, \
     for [k=1:SIGNS] $signs_2 using 1:2 with points lt 2 ps 0.8, \
     $dot_2 using 1:2 with points lt 2 ps 0.6, \
     for [k=1:SIGNS] $signs_3 using 1:2 with points lt 3 ps 0.8, \
     $dot_3 using 1:2 with points lt 3 ps 0.6, \
     for [k=1:SIGNS] $signs_4 using 1:2 with points lt 4 ps 0.8, \
     $dot_4 using 1:2 with points lt 4 ps 0.6, \
     for [k=1:SIGNS] $signs_5 using 1:2 with points lt 17 ps 0.8, \
     $dot_5 using 1:2 with points lt 17 ps 0.6
set output
