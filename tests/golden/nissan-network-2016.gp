# A stakeline chart: network.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: pixels from the top left corner.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 395               # pixels
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
# Arrows: dashed where the size is not known.
do for [i=1:4] { set linetype 400+i lc rgb INK lw ARROW[i] dt solid }
set linetype 405 lc rgb INK lw ARROW[5] dt (4,4)
do for [i=1:4] { set linetype 410+i lc rgb MUTED lw ARROW[i] dt solid }
set linetype 415 lc rgb MUTED lw ARROW[5] dt (4,4)
set label "Who holds whom around Nissan" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Arrows lead from the holder to what it holds\072 the stake in per cent\054 and the votes where they differ\054 as of \062\060\061\066\055\061\062\055\063\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 401
set label "under \065 \045" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(127.8), screen py(72.9) to screen px(145.8), screen py(72.9) nohead lt 402
set label "\065 to \062\060 \045" at screen px(151.8), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(231.5), screen py(72.9) to screen px(249.5), screen py(72.9) nohead lt 403
set label "\062\060 to \065\060 \045" at screen px(255.5), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 from memory\073 Edelstahl Aktuell\054 quoting the joint release\073 Reuters" at screen px(20), screen py(381) left font PLAIN(11) tc rgb MUTED front
set lmargin at screen px(0)
set rmargin at screen px(960)
set tmargin at screen py(0)
set bmargin at screen py(395)
set xrange [0:960]
set yrange [395:0]
unset border
unset tics
unset grid
$arrows_401 << END_OF_DATA
509.6	130
509.6	184.5
510	187.1
511.1	189
513	190.1
515.6	190.5
603.3	190.5
605.9	190.9
607.8	192
608.9	193.9
609.3	196.5
609.3	228

677	237
677	185.5
676.6	182.9
675.5	181
673.6	179.9
671	179.5
533.6	179.5
531	179.1
529.1	178
528	176.1
527.6	173.5
527.6	139

END_OF_DATA
$heads_401 << END_OF_DATA
609.3	237
613.3	226
605.3	226
609.3	237

527.6	130
523.6	141
531.6	141
527.6	130

END_OF_DATA
$arrows_402 << END_OF_DATA
578.1	263
439.7	263

END_OF_DATA
$heads_402 << END_OF_DATA
430.7	263
441.7	267.5
441.7	258.5
430.7	263

END_OF_DATA
$arrows_403 << END_OF_DATA
430.7	243
569.1	243

646.9	269
646.9	311

END_OF_DATA
$heads_403 << END_OF_DATA
578.1	243
567.1	237.5
567.1	248.5
578.1	243

646.9	320
652.4	309
641.4	309
646.9	320

END_OF_DATA
$arrows_411 << END_OF_DATA
473.6	130
473.6	173.5
473.3	176.1
472.1	178
470.3	179.1
467.6	179.5
330.3	179.5
327.6	179.9
325.8	181
324.6	182.9
324.3	185.5
324.3	228

392	237
392	196.5
392.4	193.9
393.5	192
395.4	190.9
398	190.5
485.6	190.5
488.3	190.1
490.1	189
491.3	187.1
491.6	184.5
491.6	139

END_OF_DATA
$heads_411 << END_OF_DATA
324.3	237
328.3	226
320.3	226
324.3	237

491.6	130
487.6	141
495.6	141
491.6	130

END_OF_DATA
$arrows_412 << END_OF_DATA
292.1	130
292.1	228

END_OF_DATA
$heads_412 << END_OF_DATA
292.1	237
296.6	226
287.6	226
292.1	237

END_OF_DATA
$arrows_413 << END_OF_DATA
352.9	269
352.9	311

END_OF_DATA
$heads_413 << END_OF_DATA
352.9	320
358.4	309
347.4	309
352.9	320

END_OF_DATA
$plates << END_OF_DATA
498.9	243	475.9	521.8	235.5	250.5
609.3	213.5	590.1	628.4	206	221
509.9	263	459.2	560.6	255.5	270.5
324.3	213.5	305.1	343.4	206	221
292.1	149.5	250.7	333.6	135	164
392	224.5	351.4	432.7	217	232
677	224.5	636.4	717.6	217	232
646.9	281.5	629.6	664.1	274	289
352.9	281.5	329.9	375.8	274	289
END_OF_DATA
$boxes << END_OF_DATA
352.9	253	275.1	430.7	237	269
646.9	336	584.9	708.9	320	352
352.9	336	303.2	402.6	320	352
292.1	114	244.4	339.9	98	130
500.6	114	463.6	537.6	98	130
END_OF_DATA
$subject << END_OF_DATA
646.9	253	578.1	715.6	237	269
END_OF_DATA
set label "Nissan" at screen px(646.9), screen py(253) center font BOLD(13) tc rgb INK front
set label "Renault" at screen px(352.9), screen py(253) center font PLAIN(12) tc rgb INK front
set label "Mitsubishi Motors" at screen px(646.9), screen py(336) center font PLAIN(12) tc rgb INK front
set label "Nissan Diesel" at screen px(352.9), screen py(336) center font PLAIN(12) tc rgb INK front
set label "French State" at screen px(292.1), screen py(114) center font PLAIN(12) tc rgb INK front
set label "Daimler" at screen px(500.6), screen py(114) center font PLAIN(12) tc rgb INK front
set label "\064\063\056\064 \045" at screen px(498.9), screen py(243) center font PLAIN(12) tc rgb INK front
set label "\063\056\061 \045" at screen px(609.3), screen py(213.5) center font PLAIN(12) tc rgb INK front
set label "\061\065 \045\054 votes \060 \045" at screen px(509.9), screen py(263) center font PLAIN(12) tc rgb INK front
set label "\063\056\061 \045" at screen px(324.3), screen py(213.5) center font PLAIN(12) tc rgb INK front
set label "votes \062\066\056\060\065 \045" at screen px(292.1), screen py(156.5) center font PLAIN(11) tc rgb MUTED front
set label "\061\071\056\067\064 \045" at screen px(292.1), screen py(142.5) center font PLAIN(12) tc rgb INK front
set label "\061\056\065\064\342\200\223\061\056\065\066 \045" at screen px(392), screen py(224.5) center font PLAIN(12) tc rgb INK front
set label "\061\056\065\064\342\200\223\061\056\065\066 \045" at screen px(677), screen py(224.5) center font PLAIN(12) tc rgb INK front
set label "\063\064 \045" at screen px(646.9), screen py(281.5) center font PLAIN(12) tc rgb INK front
set label "\062\062\056\065 \045" at screen px(352.9), screen py(281.5) center font PLAIN(12) tc rgb INK front
plot $arrows_411 with lines lt 411, \
     $arrows_412 with lines lt 412, \
     $arrows_413 with lines lt 413, \
     $arrows_401 with lines lt 401, \
     $arrows_402 with lines lt 402, \
     $arrows_403 with lines lt 403, \
     $heads_411 with filledcurves closed fc lt 411 fs solid noborder, \
     $heads_412 with filledcurves closed fc lt 412 fs solid noborder, \
     $heads_413 with filledcurves closed fc lt 413 fs solid noborder, \
     $heads_401 with filledcurves closed fc lt 401 fs solid noborder, \
     $heads_402 with filledcurves closed fc lt 402 fs solid noborder, \
     $heads_403 with filledcurves closed fc lt 403 fs solid noborder, \
     $plates with boxxyerror fc rgb PAPER fs solid noborder, \
     $boxes with boxxyerror lw 1 dt solid fc rgb PAPER fs solid border rgb MUTED, \
     $subject with boxxyerror fc rgb PAPER fs solid noborder, \
     $subject with boxxyerror lw 2 dt solid fc lt 1 fs transparent solid BAND border lt 1
set output
