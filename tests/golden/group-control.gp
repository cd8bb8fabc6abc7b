# A stakeline chart: control.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: pixels from the top left corner.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 604               # pixels
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
set label "Who controls Group Operating\054 and what it controls" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Arrows lead from the holder to what it holds\072 the votes in per cent\054 as of \062\060\061\062\055\060\061\055\060\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 404
set label "controls\072 over \065\060 \045 of the votes" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(258.3), screen py(72.9) to screen px(276.3), screen py(72.9) nohead lt 402
set label "over \065\060 \045 only with others of its group" at screen px(282.3), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(538), screen py(72.9) to screen px(556), screen py(72.9) nohead lt 411
set label "no control" at screen px(562), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(644.5), screen py(72.9) to screen px(662.5), screen py(72.9) nohead lt 415
set label "votes not known" at screen px(668.5), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Source\072 Registry" at screen px(20), screen py(590) left font PLAIN(11) tc rgb MUTED front
set lmargin at screen px(0)
set rmargin at screen px(960)
set tmargin at screen py(0)
set bmargin at screen py(604)
set xrange [0:960]
set yrange [604:0]
unset border
unset tics
unset grid
$arrows_402 << END_OF_DATA
447.9	353.1
447.9	382.6
448.3	385.2
449.4	387.1
451.3	388.2
453.9	388.6
508.8	388.6
511.5	389
513.3	390.1
514.5	392
514.8	394.6
514.8	417.1

631.1	353.1
631.1	382.6
630.7	385.2
629.6	387.1
627.7	388.2
625.1	388.6
538.8	388.6
536.2	389
534.3	390.1
533.2	392
532.8	394.6
532.8	417.1

END_OF_DATA
$heads_402 << END_OF_DATA
514.8	426.1
519.3	415.1
510.3	415.1
514.8	426.1

532.8	426.1
537.3	415.1
528.3	415.1
532.8	426.1

END_OF_DATA
$arrows_404 << END_OF_DATA
584.9	248.1
584.9	268.6
584.5	271.2
583.4	273.1
581.5	274.2
578.9	274.6
453.9	274.6
451.3	275
449.4	276.1
448.3	278
447.9	280.6
447.9	312.1

625.4	248.1
625.4	312.1

514.8	458.1
514.8	487.6
515.2	490.2
516.3	492.1
518.2	493.2
520.8	493.6
608.2	493.6
610.8	494
612.7	495.1
613.8	497
614.2	499.6
614.2	520.1

END_OF_DATA
$heads_404 << END_OF_DATA
447.9	321.1
454.4	310.1
441.4	310.1
447.9	321.1

625.4	321.1
631.9	310.1
618.9	310.1
625.4	321.1

614.2	529.1
620.7	518.1
607.7	518.1
614.2	529.1

END_OF_DATA
$arrows_411 << END_OF_DATA
514.9	129.9
514.9	159.4
515.3	162
516.4	163.9
518.3	165
520.9	165.4
587.9	165.4
590.5	165.8
592.4	166.9
593.5	168.8
593.9	171.4
593.9	182.9

690.9	129.9
690.9	159.4
690.6	162
689.4	163.9
687.6	165
684.9	165.4
617.9	165.4
615.3	165.8
613.4	166.9
612.3	168.8
611.9	171.4
611.9	182.9

640.6	529.1
640.6	499.6
641	497
642.1	495.1
644	494
646.6	493.6
696.7	493.6
699.3	493.2
701.2	492.1
702.3	490.2
702.7	487.6
702.7	280.6
702.3	278
701.2	276.1
699.3	275
696.7	274.6
649.4	274.6
646.8	274.2
644.9	273.1
643.8	271.2
643.4	268.6
643.4	257.1

END_OF_DATA
$heads_411 << END_OF_DATA
593.9	191.9
597.9	180.9
589.9	180.9
593.9	191.9

611.9	191.9
615.9	180.9
607.9	180.9
611.9	191.9

643.4	248.1
639.4	259.1
647.4	259.1
643.4	248.1

END_OF_DATA
$arrows_415 << END_OF_DATA
269.9	353.1
269.9	393.6
270.3	396.2
271.4	398.1
273.3	399.2
275.9	399.6
490.8	399.6
493.5	400
495.3	401.1
496.5	403
496.8	405.6
496.8	417.1

END_OF_DATA
$heads_415 << END_OF_DATA
496.8	426.1
500.8	415.1
492.8	415.1
496.8	426.1

END_OF_DATA
$loops << END_OF_DATA
585.3	434.1
599.3	434.1
601.9	434.5
603.8	435.6
604.9	437.5
605.3	440.1
605.3	444.1
604.9	446.7
603.8	448.6
601.9	449.7
599.3	450.1
594.3	450.1

END_OF_DATA
$loop_heads << END_OF_DATA
585.3	450.1
596.3	454.1
596.3	446.1
585.3	450.1

END_OF_DATA
$plates << END_OF_DATA
447.9	365.6	430.7	465.1	358.1	373.1
631.1	365.6	608.1	654	358.1	373.1
269.9	365.6	264.7	275.1	358.1	373.1
447.9	297.6	430.7	465.1	290.1	305.1
625.4	297.6	608.2	642.7	290.1	305.1
514.9	142.4	497.7	532.1	134.9	149.9
690.9	142.4	673.7	708.2	134.9	149.9
640.6	516.6	627.2	654	509.1	524.1
514.8	470.6	493.8	535.9	463.1	478.1
END_OF_DATA
$boxes << END_OF_DATA
447.9	337.1	392.3	503.5	321.1	353.1
631.1	337.1	575.5	686.7	321.1	353.1
627.4	545.1	586.2	668.6	529.1	561.1
514.9	113.9	460.4	569.3	97.9	129.9
690.9	113.9	641.3	740.6	97.9	129.9
269.9	337.1	219.4	320.3	321.1	353.1
END_OF_DATA
$subject << END_OF_DATA
514.8	442.1	444.4	585.3	426.1	458.1
END_OF_DATA
$heads_of_all << END_OF_DATA
602.9	220	534.9	670.9	191.9	248.1
END_OF_DATA
set label "Group Operating" at screen px(514.8), screen py(442.1) center font BOLD(13) tc rgb INK front
set label "\063 \045" at screen px(610.3), screen py(442.1) left font PLAIN(12) tc rgb INK front
set label "Group Middle A" at screen px(447.9), screen py(337.1) center font PLAIN(12) tc rgb INK front
set label "Group Middle B" at screen px(631.1), screen py(337.1) center font PLAIN(12) tc rgb INK front
set label "Group Top" at screen px(602.9), screen py(205.7) center font BOLD(12) tc rgb INK front
set label "ultimately controls it\072" at screen px(602.9), screen py(220.7) center font PLAIN(11) tc rgb MUTED front
set label "\065\067\056\065 \045 of the votes" at screen px(602.9), screen py(235) center font PLAIN(11) tc rgb MUTED front
set label "Group Sub" at screen px(627.4), screen py(545.1) center font PLAIN(12) tc rgb INK front
set label "Group Founder" at screen px(514.9), screen py(113.9) center font PLAIN(12) tc rgb INK front
set label "Pension Fund" at screen px(690.9), screen py(113.9) center font PLAIN(12) tc rgb INK front
set label "Silent Partner" at screen px(269.9), screen py(337.1) center font PLAIN(12) tc rgb INK front
set label "\064\060 \045" at screen px(447.9), screen py(365.6) center font PLAIN(12) tc rgb INK front
set label "\061\067\056\065 \045" at screen px(631.1), screen py(365.6) center font PLAIN(12) tc rgb INK front
set label "\077" at screen px(269.9), screen py(365.6) center font PLAIN(12) tc rgb INK front
set label "\066\060 \045" at screen px(447.9), screen py(297.6) center font PLAIN(12) tc rgb INK front
set label "\065\065 \045" at screen px(625.4), screen py(297.6) center font PLAIN(12) tc rgb INK front
set label "\064\060 \045" at screen px(514.9), screen py(142.4) center font PLAIN(12) tc rgb INK front
set label "\062\060 \045" at screen px(690.9), screen py(142.4) center font PLAIN(12) tc rgb INK front
set label "\062 \045" at screen px(640.6), screen py(516.6) center font PLAIN(12) tc rgb INK front
set label "\061\060\060 \045" at screen px(514.8), screen py(470.6) center font PLAIN(12) tc rgb INK front
plot $arrows_411 with lines lt 411, \
     $arrows_415 with lines lt 415, \
     $arrows_402 with lines lt 402, \
     $arrows_404 with lines lt 404, \
     $loops with lines lt 401, \
     $heads_411 with filledcurves closed fc lt 411 fs solid noborder, \
     $heads_415 with filledcurves closed fc lt 415 fs solid noborder, \
     $heads_402 with filledcurves closed fc lt 402 fs solid noborder, \
     $heads_404 with filledcurves closed fc lt 404 fs solid noborder, \
     $loop_heads with filledcurves closed fc lt 401 fs solid noborder, \
     $plates with boxxyerror fc rgb PAPER fs solid noborder, \
     $boxes with boxxyerror lw 1 dt solid fc rgb PAPER fs solid border rgb MUTED, \
     $heads_of_all with boxxyerror lw 2.4 dt solid fc rgb PAPER fs solid border rgb INK, \
     $subject with boxxyerror fc rgb PAPER fs solid noborder, \
     $subject with boxxyerror lw 2 dt solid fc lt 1 fs transparent solid BAND border lt 1
set output
