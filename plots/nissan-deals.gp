# A stakeline chart: deals.
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
set label "Deals of Nissan" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Each from its first report to its end\054 as of \062\060\062\065\055\060\063\055\063\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set label "" at screen px(29), screen py(72.9) point lc 1 pt 1 ps 0.8 lw 1.4 front
set label "rumoured" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "" at screen px(134.1), screen py(72.9) point lc 1 pt 6 ps 0.8 lw 1.4 front
set label "talks" at screen px(149.1), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "" at screen px(208.6), screen py(72.9) point lc 1 pt 4 ps 0.8 lw 1.4 front
set label "announced" at screen px(223.6), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "" at screen px(321.3), screen py(72.9) point lc 3 pt 7 ps 0.8 lw 1.4 front
set label "completed" at screen px(336.3), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "" at screen px(430.9), screen py(72.9) point lc 2 pt 2 ps 0.8 lw 1.4 front
set label "cancelled" at screen px(445.9), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(525), screen py(72.9) to screen px(543), screen py(72.9) nohead lt 201
set label "still open" at screen px(549), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 Encyclop\303\246dia Universalis\073 from memory\073 Japan Times\073 La Tribune\073 Edelstahl Aktuell\054 quoting the joint release\073 Le Monde du Droit\073 inautonews\073 Reuters\054 citing" at screen px(20), screen py(571.2) left font PLAIN(11) tc rgb MUTED front
set label "Bloomberg\073 Reuters\073 Entrepreneur India\054 citing Reuters\073 Nasdaq\073 TechNode Global\073 Cercle Finance and \070 more" at screen px(20), screen py(586) left font PLAIN(11) tc rgb MUTED front
set label "Renault buys \063\066\056\070 \045 of Nissan\054 JPY \066\064\063 B" at screen px(20), screen py(106.9) left font PLAIN(12) tc rgb INK front
set label "Nissan issues a stake to Renault\054 JPY \062\061\065\056\071 B" at screen px(20), screen py(125.1) left font PLAIN(12) tc rgb INK front
set label "Nissan buys \061\063\056\065 \045 of Renault \050first\051" at screen px(20), screen py(143.3) left font PLAIN(12) tc rgb INK front
set label "Nissan buys a stake of Renault \050second\051" at screen px(20), screen py(161.5) left font PLAIN(12) tc rgb INK front
set label "Daimler buys \063\056\061 \045 of Nissan" at screen px(20), screen py(179.7) left font PLAIN(12) tc rgb INK front
set label "Renault sells a stake of Nissan" at screen px(20), screen py(197.9) left font PLAIN(12) tc rgb INK front
set label "Nissan buys \061\056\065\064\342\200\223\061\056\065\066 \045 of Daimler" at screen px(20), screen py(216.1) left font PLAIN(12) tc rgb INK front
set label "Nissan retires shares\054 JPY \064\060\060 B" at screen px(20), screen py(234.3) left font PLAIN(12) tc rgb INK front
set label "Mitsubishi Motors issues \063\064 \045 to Nissan\054 JPY \062\063\067 B" at screen px(20), screen py(252.5) left font PLAIN(12) tc rgb INK front
set label "Nissan sells \063\064 \045 of Mitsubishi Motors" at screen px(20), screen py(270.7) left font PLAIN(12) tc rgb INK front
set label "Nissan and Renault\072 pact \050projects\051" at screen px(20), screen py(288.9) left font PLAIN(12) tc rgb INK front
set label "Nissan and Renault\072 pact \050unveiling\051" at screen px(20), screen py(307.1) left font PLAIN(12) tc rgb INK front
set label "Nissan and Renault\072 pact" at screen px(20), screen py(325.3) left font PLAIN(12) tc rgb INK front
set label "Renault sells \062\070\056\064 \045 of Nissan to French trust" at screen px(20), screen py(343.5) left font PLAIN(12) tc rgb INK front
set label "Nissan retires shares of French trust\054 JPY \061\061\071\056\071\065 B" at screen px(20), screen py(361.7) left font PLAIN(12) tc rgb INK front
set label "Nissan retires shares \050market\051" at screen px(20), screen py(379.8) left font PLAIN(12) tc rgb INK front
set label "Nissan retires shares of French trust \050trust\051" at screen px(20), screen py(398) left font PLAIN(12) tc rgb INK front
set label "Nissan retires shares of French trust\054 JPY \067\071\056\070\065 B" at screen px(20), screen py(416.2) left font PLAIN(12) tc rgb INK front
set label "Mitsubishi Motors retires shares of Nissan" at screen px(20), screen py(434.4) left font PLAIN(12) tc rgb INK front
set label "Renault buys \065\061 \045 of RNAIPL from Nissan" at screen px(20), screen py(452.6) left font PLAIN(12) tc rgb INK front
set label "Nissan and Renault\072 pact" at screen px(20), screen py(470.8) left font PLAIN(12) tc rgb INK front
set label "Renault and Nissan\072 pact" at screen px(20), screen py(489) left font PLAIN(12) tc rgb INK front
set label "Nissan backs Ampere\054 EUR \066\060\060 M" at screen px(20), screen py(507.2) left font PLAIN(12) tc rgb INK front
set lmargin at screen px(334.9)
set rmargin at screen px(940)
set tmargin at screen py(97.9)
set bmargin at screen py(516.3)
set xrange [10440:20415]
set xtics ("2000" 10957, "2005" 12784, "2010" 14610, "2015" 16436, "2020" 18262, "2025" 20089)
set yrange [23:0]
set ytics scale 0 ("" 0.5, "" 1.5, "" 2.5, "" 3.5, "" 4.5, "" 5.5, "" 6.5, "" 7.5, "" 8.5, "" 9.5, "" 10.5, "" 11.5, "" 12.5, "" 13.5, "" 14.5, "" 15.5, "" 16.5, "" 17.5, "" 18.5, "" 19.5, "" 20.5, "" 21.5, "" 22.5)
set grid xtics
$lanes << END_OF_DATA
10677	0.5	62	0	3	1999-03-27
11625	1.5	122	0	3	2001-10-30
11625	3.5	183	0	3	2001-10-30
16933	8.5	161	0	3	2016-05-12
18581	9.5	1	0	2	2020-11-15
19383	11.5	11	0	3	2023-01-26
19296	12.5	268	0	3	2022-10-31
19383	13.5	286	0	3	2023-01-26
19704	14.5	2	0	3	2023-12-13
19810	16.5	6	0	3	2024-03-28
19993	17.5	6	0	3	2024-09-27
20034	18.5	1	0	3	2024-11-07
19383	22.5	795	0	2	2023-01-26
END_OF_DATA
$open << END_OF_DATA
16857	7.5	3321	0	201	2016-02-26
19383	10.5	795	0	201	2023-01-26
END_OF_DATA
$statuses << END_OF_DATA
10677	0.5	4	1	1999-03-27	announced
10739	0.5	7	3	1999-05-28	completed
11625	1.5	4	1	2001-10-30	announced
11747	1.5	7	3	2002-03-01	completed
11747	2.5	7	3	2002-03-01	completed
11625	3.5	4	1	2001-10-30	announced
11808	3.5	7	3	2002-05-01	completed
14706	4.5	7	3	2010-04-07	completed
14706	5.5	7	3	2010-04-07	completed
14706	6.5	7	3	2010-04-07	completed
16857	7.5	4	1	2016-02-26	announced
16933	8.5	4	1	2016-05-12	announced
17094	8.5	7	3	2016-10-20	completed
18581	9.5	1	1	2020-11-15	rumoured
18582	9.5	2	2	2020-11-16	cancelled
19383	10.5	4	1	2023-01-26	announced
19383	11.5	4	1	2023-01-26	announced
19394	11.5	7	3	2023-02-06	completed
19296	12.5	6	1	2022-10-31	talks
19394	12.5	4	1	2023-02-06	announced
19564	12.5	7	3	2023-07-26	completed
19383	13.5	6	1	2023-01-26	talks
19387	13.5	4	1	2023-01-30	announced
19669	13.5	7	3	2023-11-08	completed
19704	14.5	4	1	2023-12-13	announced
19706	14.5	7	3	2023-12-15	completed
19816	15.5	7	3	2024-04-03	completed
19810	16.5	4	1	2024-03-28	announced
19816	16.5	7	3	2024-04-03	completed
19993	17.5	4	1	2024-09-27	announced
19999	17.5	7	3	2024-10-03	completed
20034	18.5	4	1	2024-11-07	announced
20035	18.5	7	3	2024-11-08	completed
20178	19.5	4	1	2025-03-31	announced
20178	20.5	7	3	2025-03-31	completed
20178	21.5	7	3	2025-03-31	completed
19383	22.5	6	1	2023-01-26	talks
19394	22.5	4	1	2023-02-06	announced
20178	22.5	2	2	2025-03-31	cancelled
END_OF_DATA
plot $lanes using 1:2:3:4:5 with vectors nohead lw 3 lc variable, \
     $open using 1:2:3:4 with vectors nohead lt 201, \
     $statuses using 1:2 with points pt 7 ps 1.1 lc rgb PAPER, \
     $statuses using 1:2:3:4 with points pt variable ps 0.9 lw 1.6 lc variable
set output
