# A stakeline chart: network.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: pixels from the top left corner.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 367               # pixels
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

# Arrows of networks. Widths: under 5 %, under 20, up to 50, over it; the last is of unknown size.
array ARROW[5] = [1, 1.8, 2.8, 4, 1.2]
# 401 to 405: where the entity itself is concerned; 411 to 415: further off.
do for [i=1:5] { set linetype 400+i lc rgb INK lw ARROW[i] dt solid; set linetype 410+i lc rgb MUTED lw ARROW[i] dt solid }
set linetype 405 lc rgb INK lw ARROW[5] dt (4,4)
set linetype 415 lc rgb MUTED lw ARROW[5] dt (4,4)

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
set datafile separator "\t"
set datafile commentschars ''
unset key
set border 1 lc rgb MUTED lw 1
set tics nomirror out scale 0.5 font SMALL tc rgb MUTED
set grid ytics lt 1 lc rgb GRID lw 0.8 dt solid
set label "\047\047\047a \042 \173b\175 \045s \044HOME" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Arrows lead from the holder to what it holds\072 the stake in per cent\054 as of \062\060\062\060\055\060\063\055\061\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 402
set label "\065 to \062\060 \045" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(123.7), screen py(72.9) to screen px(141.7), screen py(72.9) nohead lt 403
set label "\062\060 to \065\060 \045" at screen px(147.7), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 \042src\042 \140x\140 ".AMP." ".LT."y".GT." \047z\047\073 EODx\073 END\137OF\137DATA\073 back\134slash \173open\073 \346\227\245\346\234\254\347\265\214\346\270\210\346\226\260\350\201\236\073 R".AMP."\043x\064\061\073 \135\135".GT."\073 Gazette" at screen px(20), screen py(353) left font PLAIN(11) tc rgb MUTED front
set lmargin at screen px(0)
set rmargin at screen px(960)
set tmargin at screen py(0)
set bmargin at screen py(367)
set xrange [0:960]
set yrange [367:0]
unset border
unset tics
unset grid
$arrows_402 << END_OF_DATA
435.1	180.1
435.1	283.1

524.6	187.9
524.6	283.1

713	187.9
713	248.6
712.6	251.2
711.5	253.1
709.6	254.2
707	254.6
548.6	254.6
545.9	255
544.1	256.1
542.9	258
542.6	260.6
542.6	283.1

875	219.1
875	259.6
874.6	262.2
873.5	264.1
871.6	265.2
869	265.6
566.6	265.6
563.9	266
562.1	267.1
560.9	269
560.6	271.6
560.6	283.1

END_OF_DATA
$heads_402 << END_OF_DATA
435.1	292.1
439.6	281.1
430.6	281.1
435.1	292.1

524.6	292.1
529.1	281.1
520.1	281.1
524.6	292.1

542.6	292.1
547.1	281.1
538.1	281.1
542.6	292.1

560.6	292.1
565.1	281.1
556.1	281.1
560.6	292.1

END_OF_DATA
$arrows_403 << END_OF_DATA
84	180.1
84	259.6
84.4	262.2
85.5	264.1
87.4	265.2
90	265.6
393.1	265.6
395.8	266
397.6	267.1
398.8	269
399.1	271.6
399.1	283.1

248	180.1
248	248.6
248.4	251.2
249.5	253.1
251.4	254.2
254	254.6
411.1	254.6
413.8	255
415.6	256.1
416.8	258
417.1	260.6
417.1	283.1

END_OF_DATA
$heads_403 << END_OF_DATA
399.1	292.1
404.6	281.1
393.6	281.1
399.1	292.1

417.1	292.1
422.6	281.1
411.6	281.1
417.1	292.1

END_OF_DATA
$plates << END_OF_DATA
84	192.6	66.8	101.2	185.1	200.1
248	192.6	230.8	265.2	185.1	200.1
435.1	192.6	417.9	452.4	185.1	200.1
524.6	200.4	505.4	543.7	192.9	207.9
713	200.4	699.6	726.4	192.9	207.9
875	231.6	855.9	894.1	224.1	239.1
END_OF_DATA
$boxes << END_OF_DATA
84	158.5	20	148	136.9	180.1
248	158.5	172	324	136.9	180.1
403	158.5	348	458	136.9	180.1
549	158.5	482	616	129.1	187.9
713	158.5	640	786	129.1	187.9
875	158.5	810	940	97.9	219.1
END_OF_DATA
$subject << END_OF_DATA
479.9	308.1	389.1	570.6	292.1	324.1
END_OF_DATA
set label "Hostile ".AMP." ".LT."Sons".GT." \140id\140" at screen px(479.9), screen py(308.1) center font BOLD(13) tc rgb INK front
set label "".LT."b".GT."".AMP."amp\073 ".AMP."" at screen px(84), screen py(150.7) center font PLAIN(12) tc rgb INK front
set label "Sons\047 \042Quote\042 Ltd" at screen px(84), screen py(166.3) center font PLAIN(12) tc rgb INK front
set label "under\137score\136\173super\175" at screen px(248), screen py(150.7) center font PLAIN(12) tc rgb INK front
set label "\045s \045d \061\060\060\045" at screen px(248), screen py(166.3) center font PLAIN(12) tc rgb INK front
set label "\140touch pwned\140" at screen px(403), screen py(150.7) center font PLAIN(12) tc rgb INK front
set label "\100 \044HOME" at screen px(403), screen py(166.3) center font PLAIN(12) tc rgb INK front
set label "\346\240\252\345\274\217\344\274\232\347\244\276\344\270\211\350\217\261\346\235\261\344\272\254\357\274\265" at screen px(549), screen py(142.9) center font PLAIN(12) tc rgb INK front
set label "\357\274\246\357\274\252\351\212\200\350\241\214\343\203\233\343\203\274\343\203\253\343\203\207\343\202\243" at screen px(549), screen py(158.5) center font PLAIN(12) tc rgb INK front
set label "\343\203\263\343\202\260\343\202\271\343\203\273\343\203\210\343\203\251\343\202\271\343\203\210" at screen px(549), screen py(174.1) center font PLAIN(12) tc rgb INK front
set label "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267" at screen px(713), screen py(142.9) center font PLAIN(12) tc rgb INK front
set label "\330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\330\251" at screen px(713), screen py(158.5) center font PLAIN(12) tc rgb INK front
set label "\330\247\331\204\331\205\330\255\330\257\331\210\330\257\330\251" at screen px(713), screen py(174.1) center font PLAIN(12) tc rgb INK front
set label "A name of a" at screen px(875), screen py(111.7) center font PLAIN(12) tc rgb INK front
set label "hundred" at screen px(875), screen py(127.3) center font PLAIN(12) tc rgb INK front
set label "characters that" at screen px(875), screen py(142.9) center font PLAIN(12) tc rgb INK front
set label "goes on and on" at screen px(875), screen py(158.5) center font PLAIN(12) tc rgb INK front
set label "and on until it has" at screen px(875), screen py(174.1) center font PLAIN(12) tc rgb INK front
set label "really reached one" at screen px(875), screen py(189.7) center font PLAIN(12) tc rgb INK front
set label "hundred of" at screen px(875), screen py(205.3) center font PLAIN(12) tc rgb INK front
set label "\063\060 \045" at screen px(84), screen py(192.6) center font PLAIN(12) tc rgb INK front
set label "\062\060 \045" at screen px(248), screen py(192.6) center font PLAIN(12) tc rgb INK front
set label "\061\060 \045" at screen px(435.1), screen py(192.6) center font PLAIN(12) tc rgb INK front
set label "\071\056\065 \045" at screen px(524.6), screen py(200.4) center font PLAIN(12) tc rgb INK front
set label "\071 \045" at screen px(713), screen py(200.4) center font PLAIN(12) tc rgb INK front
set label "\070\056\065 \045" at screen px(875), screen py(231.6) center font PLAIN(12) tc rgb INK front
plot $arrows_402 with lines lt 402, \
     $arrows_403 with lines lt 403, \
     $heads_402 with filledcurves closed fc lt 402 fs solid noborder, \
     $heads_403 with filledcurves closed fc lt 403 fs solid noborder, \
     $plates with boxxyerror fc rgb PAPER fs solid noborder, \
     $boxes with boxxyerror lw 1 dt solid fc rgb PAPER fs solid border rgb MUTED, \
     $subject with boxxyerror fc rgb PAPER fs solid noborder, \
     $subject with boxxyerror lw 2 dt solid fc lt 1 fs transparent solid BAND border lt 1
set output
