# A stakeline chart: network.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: pixels from the top left corner.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 411               # pixels
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
set label "Arrows lead from the holder to what it holds\072 the stake in per cent\054 and the votes where they differ\054 as of \062\060\062\064\055\061\061\055\060\070" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 401
set label "under \065 \045" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(127.8), screen py(72.9) to screen px(145.8), screen py(72.9) nohead lt 402
set label "\065 to \062\060 \045" at screen px(151.8), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(231.5), screen py(72.9) to screen px(249.5), screen py(72.9) nohead lt 403
set label "\062\060 to \065\060 \045" at screen px(255.5), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(342.9), screen py(72.9) to screen px(360.9), screen py(72.9) nohead lt 404
set label "over \065\060 \045" at screen px(366.9), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 Reuters\073 Edelstahl Aktuell\054 quoting the joint release\073 Bourse Analysis\073 from memory\073 Fox Business\073 Netdenjd\073 Hindustan Times\073 Reuters\054 via newsbulletin\062\064\067" at screen px(20), screen py(397) left font PLAIN(11) tc rgb MUTED front
set lmargin at screen px(0)
set rmargin at screen px(960)
set tmargin at screen py(0)
set bmargin at screen py(411)
set xrange [0:960]
set yrange [411:0]
unset border
unset tics
unset grid
$arrows_401 << END_OF_DATA
651.1	130
651.1	186

END_OF_DATA
$heads_401 << END_OF_DATA
651.1	195
655.1	184
647.1	184
651.1	195

END_OF_DATA
$arrows_402 << END_OF_DATA
400.2	201
608.5	201

490.6	336
490.6	259.5
490.9	256.9
492.1	255
493.9	253.9
496.6	253.5
627.1	253.5
629.7	253.1
631.6	252
632.7	250.1
633.1	247.5
633.1	236

617.5	221
409.2	221

END_OF_DATA
$heads_402 << END_OF_DATA
617.5	201
606.5	196.5
606.5	205.5
617.5	201

633.1	227
628.6	238
637.6	238
633.1	227

400.2	221
411.2	225.5
411.2	216.5
400.2	221

END_OF_DATA
$arrows_403 << END_OF_DATA
674.7	227
674.7	247.5
675.1	250.1
676.2	252
678.1	253.1
680.7	253.5
811.7	253.5
814.3	253.9
816.2	255
817.3	256.9
817.7	259.5
817.7	327

END_OF_DATA
$heads_403 << END_OF_DATA
817.7	336
823.2	325
812.2	325
817.7	336

END_OF_DATA
$arrows_404 << END_OF_DATA
656.7	227
656.7	327

END_OF_DATA
$heads_404 << END_OF_DATA
656.7	336
663.2	325
650.2	325
656.7	336

END_OF_DATA
$arrows_412 << END_OF_DATA
363.2	130
363.2	186

END_OF_DATA
$heads_412 << END_OF_DATA
363.2	195
367.7	184
358.7	184
363.2	195

END_OF_DATA
$arrows_413 << END_OF_DATA
390.2	227
390.2	258.5
390.5	261.1
391.7	263
393.5	264.1
396.2	264.5
608.2	264.5
610.9	264.9
612.7	266
613.9	267.9
614.2	270.5
614.2	327

336.2	227
336.2	247.5
335.8	250.1
334.7	252
332.8	253.1
330.2	253.5
136	253.5
133.4	253.9
131.5	255
130.4	256.9
130	259.5
130	327

END_OF_DATA
$heads_413 << END_OF_DATA
614.2	336
619.7	325
608.7	325
614.2	336

130	336
135.5	325
124.5	325
130	336

END_OF_DATA
$arrows_414 << END_OF_DATA
372.2	227
372.2	269.5
372.5	272.1
373.7	274
375.5	275.1
378.2	275.5
418.1	275.5
420.7	275.9
422.6	277
423.7	278.9
424.1	281.5
424.1	327

354.2	227
354.2	258.5
353.8	261.1
352.7	263
350.8	264.1
348.2	264.5
290.8	264.5
288.2	264.9
286.3	266
285.2	267.9
284.8	270.5
284.8	327

END_OF_DATA
$heads_414 << END_OF_DATA
424.1	336
430.6	325
417.6	325
424.1	336

284.8	336
291.3	325
278.3	325
284.8	336

END_OF_DATA
$plates << END_OF_DATA
503.3	201	439.2	567.4	193.5	208.5
651.1	142.5	628.1	674	135	150
490.6	316.5	461.3	519.8	302	331
424.1	305.5	394.9	453.3	291	320
514.3	221	497.1	531.6	213.5	228.5
363.2	149.5	321.7	404.6	135	164
817.7	312.5	790.9	844.5	305	320
284.8	312.5	263.8	305.9	305	320
656.7	312.5	639.4	673.9	305	320
614.2	312.5	597	631.5	305	320
130	312.5	107	153	305	320
END_OF_DATA
$boxes << END_OF_DATA
640.2	352	596.8	683.7	336	368
817.7	352	755.7	879.7	336	368
284.8	352	251.7	317.9	336	368
457.3	352	389.9	524.8	336	368
363.2	211	326.2	400.2	195	227
130	352	80.3	179.7	336	368
651.1	114	618	684.2	98	130
363.2	114	315.4	410.9	98	130
END_OF_DATA
$subject << END_OF_DATA
651.1	211	617.5	684.7	195	227
END_OF_DATA
set label "Nissan" at screen px(651.1), screen py(211) center font BOLD(13) tc rgb INK front
set label "RNAIPL" at screen px(640.2), screen py(352) center font PLAIN(12) tc rgb INK front
set label "Mitsubishi Motors" at screen px(817.7), screen py(352) center font PLAIN(12) tc rgb INK front
set label "Ampere" at screen px(284.8), screen py(352) center font PLAIN(12) tc rgb INK front
set label "French trust" at screen px(457.3), screen py(352) center font PLAIN(12) tc rgb INK front
set label "Renault" at screen px(363.2), screen py(211) center font PLAIN(12) tc rgb INK front
set label "Nissan Diesel" at screen px(130), screen py(352) center font PLAIN(12) tc rgb INK front
set label "Daimler" at screen px(651.1), screen py(114) center font PLAIN(12) tc rgb INK front
set label "French State" at screen px(363.2), screen py(114) center font PLAIN(12) tc rgb INK front
set label "\061\067\056\060\065 \045\054 votes \061\065 \045" at screen px(503.3), screen py(201) center font PLAIN(12) tc rgb INK front
set label "\063\056\065\062 \045" at screen px(651.1), screen py(142.5) center font PLAIN(12) tc rgb INK front
set label "votes \060 \045" at screen px(490.6), screen py(323.5) center font PLAIN(11) tc rgb MUTED front
set label "\061\070\056\066\066 \045" at screen px(490.6), screen py(309.5) center font PLAIN(12) tc rgb INK front
set label "votes \060 \045" at screen px(424.1), screen py(312.5) center font PLAIN(11) tc rgb MUTED front
set label "\061\060\060 \045" at screen px(424.1), screen py(298.5) center font PLAIN(12) tc rgb INK front
set label "\061\065 \045" at screen px(514.3), screen py(221) center font PLAIN(12) tc rgb INK front
set label "votes \062\066\056\060\065 \045" at screen px(363.2), screen py(156.5) center font PLAIN(11) tc rgb MUTED front
set label "\061\065\056\060\061 \045" at screen px(363.2), screen py(142.5) center font PLAIN(12) tc rgb INK front
set label "\062\066\056\067\063 \045" at screen px(817.7), screen py(312.5) center font PLAIN(12) tc rgb INK front
set label "\061\060\060 \045" at screen px(284.8), screen py(312.5) center font PLAIN(12) tc rgb INK front
set label "\065\061 \045" at screen px(656.7), screen py(312.5) center font PLAIN(12) tc rgb INK front
set label "\064\071 \045" at screen px(614.2), screen py(312.5) center font PLAIN(12) tc rgb INK front
set label "\062\062\056\065 \045" at screen px(130), screen py(312.5) center font PLAIN(12) tc rgb INK front
plot $arrows_412 with lines lt 412, \
     $arrows_413 with lines lt 413, \
     $arrows_414 with lines lt 414, \
     $arrows_401 with lines lt 401, \
     $arrows_402 with lines lt 402, \
     $arrows_403 with lines lt 403, \
     $arrows_404 with lines lt 404, \
     $heads_412 with filledcurves closed fc lt 412 fs solid noborder, \
     $heads_413 with filledcurves closed fc lt 413 fs solid noborder, \
     $heads_414 with filledcurves closed fc lt 414 fs solid noborder, \
     $heads_401 with filledcurves closed fc lt 401 fs solid noborder, \
     $heads_402 with filledcurves closed fc lt 402 fs solid noborder, \
     $heads_403 with filledcurves closed fc lt 403 fs solid noborder, \
     $heads_404 with filledcurves closed fc lt 404 fs solid noborder, \
     $plates with boxxyerror fc rgb PAPER fs solid noborder, \
     $boxes with boxxyerror lw 1 dt solid fc rgb PAPER fs solid border rgb MUTED, \
     $subject with boxxyerror fc rgb PAPER fs solid noborder, \
     $subject with boxxyerror lw 2 dt solid fc lt 1 fs transparent solid BAND border lt 1
set output
