# A stakeline chart: network.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: pixels from the top left corner.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 496               # pixels
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
set label "Who holds whom around Group Operating" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Arrows lead from the holder to what it holds\072 the stake in per cent\054 as of \062\060\061\062\055\060\061\055\060\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 401
set label "under \065 \045" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(127.8), screen py(72.9) to screen px(145.8), screen py(72.9) nohead lt 402
set label "\065 to \062\060 \045" at screen px(151.8), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(231.5), screen py(72.9) to screen px(249.5), screen py(72.9) nohead lt 403
set label "\062\060 to \065\060 \045" at screen px(255.5), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(342.9), screen py(72.9) to screen px(360.9), screen py(72.9) nohead lt 404
set label "over \065\060 \045" at screen px(366.9), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(449.9), screen py(72.9) to screen px(467.9), screen py(72.9) nohead lt 405
set label "size not known" at screen px(473.9), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Source\072 Registry" at screen px(20), screen py(482) left font PLAIN(11) tc rgb MUTED front
set lmargin at screen px(0)
set rmargin at screen px(960)
set tmargin at screen py(0)
set bmargin at screen py(496)
set xrange [0:960]
set yrange [496:0]
unset border
unset tics
unset grid
$arrows_402 << END_OF_DATA
647	245
647	274.5
646.6	277.1
645.5	279
643.6	280.1
641	280.5
554.8	280.5
552.2	280.8
550.3	282
549.2	283.8
548.8	286.5
548.8	309

END_OF_DATA
$heads_402 << END_OF_DATA
548.8	318
553.3	307
544.3	307
548.8	318

END_OF_DATA
$arrows_403 << END_OF_DATA
463.8	245
463.8	274.5
464.2	277.1
465.3	279
467.2	280.1
469.8	280.5
524.8	280.5
527.4	280.8
529.3	282
530.4	283.8
530.8	286.5
530.8	309

END_OF_DATA
$heads_403 << END_OF_DATA
530.8	318
536.3	307
525.3	307
530.8	318

END_OF_DATA
$arrows_404 << END_OF_DATA
530.8	350
530.8	379.4
531.2	382.1
532.3	383.9
534.2	385.1
536.8	385.4
624.1	385.4
626.7	385.8
628.6	386.9
629.7	388.8
630.1	391.4
630.1	411.9

END_OF_DATA
$heads_404 << END_OF_DATA
630.1	420.9
636.6	409.9
623.6	409.9
630.1	420.9

END_OF_DATA
$arrows_405 << END_OF_DATA
285.8	245
285.8	285.5
286.2	288.1
287.3	290
289.2	291.1
291.8	291.5
506.8	291.5
509.4	291.8
511.3	293
512.4	294.8
512.8	297.5
512.8	309

END_OF_DATA
$heads_405 << END_OF_DATA
512.8	318
516.8	307
508.8	307
512.8	318

END_OF_DATA
$arrows_411 << END_OF_DATA
656.5	420.9
656.5	391.4
656.9	388.8
658	386.9
659.9	385.8
662.5	385.4
712.6	385.4
715.2	385.1
717.1	383.9
718.2	382.1
718.6	379.4
718.6	172.5
718.2	169.8
717.1	168
715.2	166.8
712.6	166.5
665.4	166.5
662.8	166.1
660.9	165
659.8	163.1
659.4	160.5
659.4	149

END_OF_DATA
$heads_411 << END_OF_DATA
659.4	140
655.4	151
663.4	151
659.4	140

END_OF_DATA
$arrows_414 << END_OF_DATA
600.9	140
600.9	160.5
600.5	163.1
599.4	165
597.5	166.1
594.9	166.5
469.8	166.5
467.2	166.8
465.3	168
464.2	169.8
463.8	172.5
463.8	204

641.4	140
641.4	204

END_OF_DATA
$heads_414 << END_OF_DATA
463.8	213
470.3	202
457.3	202
463.8	213

641.4	213
647.9	202
634.9	202
641.4	213

END_OF_DATA
$loops << END_OF_DATA
601.3	326
615.3	326
617.9	326.3
619.8	327.5
620.9	329.3
621.3	332
621.3	336
620.9	338.6
619.8	340.5
617.9	341.6
615.3	342
610.3	342

END_OF_DATA
$loop_heads << END_OF_DATA
601.3	342
612.3	346
612.3	338
601.3	342

END_OF_DATA
$plates << END_OF_DATA
463.8	257.5	446.6	481.1	250	265
647	257.5	617.8	676.2	250	265
285.8	257.5	280.6	291	250	265
463.8	189.5	446.6	481.1	182	197
641.4	189.5	624.1	658.6	182	197
530.8	362.4	509.7	551.8	354.9	369.9
656.5	408.4	643.1	669.9	400.9	415.9
END_OF_DATA
$boxes << END_OF_DATA
643.3	436.9	602.1	684.5	420.9	452.9
463.8	229	408.3	519.4	213	245
618.9	119	567.7	670.1	98	140
647	229	591.4	702.6	213	245
285.8	229	235.4	336.3	213	245
END_OF_DATA
$subject << END_OF_DATA
530.8	334	460.3	601.3	318	350
END_OF_DATA
set label "Group Operating" at screen px(530.8), screen py(334) center font BOLD(13) tc rgb INK front
set label "\063 \045" at screen px(626.3), screen py(334) left font PLAIN(12) tc rgb INK front
set label "Group Sub" at screen px(643.3), screen py(436.9) center font PLAIN(12) tc rgb INK front
set label "Group Middle A" at screen px(463.8), screen py(229) center font PLAIN(12) tc rgb INK front
set label "Group Top" at screen px(618.9), screen py(111.8) center font PLAIN(12) tc rgb INK front
set label "\062 more holders" at screen px(618.9), screen py(126.8) center font PLAIN(11) tc rgb MUTED front
set label "Group Middle B" at screen px(647), screen py(229) center font PLAIN(12) tc rgb INK front
set label "Silent Partner" at screen px(285.8), screen py(229) center font PLAIN(12) tc rgb INK front
set label "\064\060 \045" at screen px(463.8), screen py(257.5) center font PLAIN(12) tc rgb INK front
set label "\061\065\342\200\223\062\060 \045" at screen px(647), screen py(257.5) center font PLAIN(12) tc rgb INK front
set label "\077" at screen px(285.8), screen py(257.5) center font PLAIN(12) tc rgb INK front
set label "\066\060 \045" at screen px(463.8), screen py(189.5) center font PLAIN(12) tc rgb INK front
set label "\065\065 \045" at screen px(641.4), screen py(189.5) center font PLAIN(12) tc rgb INK front
set label "\061\060\060 \045" at screen px(530.8), screen py(362.4) center font PLAIN(12) tc rgb INK front
set label "\062 \045" at screen px(656.5), screen py(408.4) center font PLAIN(12) tc rgb INK front
plot $arrows_411 with lines lt 411, \
     $arrows_414 with lines lt 414, \
     $arrows_402 with lines lt 402, \
     $arrows_403 with lines lt 403, \
     $arrows_404 with lines lt 404, \
     $arrows_405 with lines lt 405, \
     $loops with lines lt 401, \
     $heads_411 with filledcurves closed fc lt 411 fs solid noborder, \
     $heads_414 with filledcurves closed fc lt 414 fs solid noborder, \
     $heads_402 with filledcurves closed fc lt 402 fs solid noborder, \
     $heads_403 with filledcurves closed fc lt 403 fs solid noborder, \
     $heads_404 with filledcurves closed fc lt 404 fs solid noborder, \
     $heads_405 with filledcurves closed fc lt 405 fs solid noborder, \
     $loop_heads with filledcurves closed fc lt 401 fs solid noborder, \
     $plates with boxxyerror fc rgb PAPER fs solid noborder, \
     $boxes with boxxyerror lw 1 dt solid fc rgb PAPER fs solid border rgb MUTED, \
     $subject with boxxyerror fc rgb PAPER fs solid noborder, \
     $subject with boxxyerror lw 2 dt solid fc lt 1 fs transparent solid BAND border lt 1
set output
