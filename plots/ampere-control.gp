# A stakeline chart: control.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: pixels from the top left corner.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 564               # pixels
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
set label "Who controls Ampere" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Arrows lead from the holder to what it holds\072 the votes in per cent\054 and the stake where it differs\054 as of \062\060\062\064\055\061\060\055\060\063" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 404
set label "controls\072 over \065\060 \045 of the votes" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(258.3), screen py(72.9) to screen px(276.3), screen py(72.9) nohead lt 411
set label "no control" at screen px(282.3), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 from memory\073 Reuters\073 Fox Business\073 Edelstahl Aktuell\054 quoting the joint release\073 Bourse Analysis" at screen px(20), screen py(550) left font PLAIN(11) tc rgb MUTED front
set lmargin at screen px(0)
set rmargin at screen px(960)
set tmargin at screen py(0)
set bmargin at screen py(564)
set xrange [0:960]
set yrange [564:0]
unset border
unset tics
unset grid
$arrows_404 << END_OF_DATA
627.9	251.1
627.9	352.1

END_OF_DATA
$heads_404 << END_OF_DATA
627.9	361.1
634.4	350.1
621.4	350.1
627.9	361.1

END_OF_DATA
$arrows_411 << END_OF_DATA
502.3	489.1
502.3	448.6
502.6	446
503.8	444.1
505.6	443
508.3	442.6
534.9	442.6
537.5	442.2
539.4	441.1
540.5	439.2
540.9	436.6
540.9	306.6
540.5	304
539.4	302.1
537.5	301
534.9	300.6
525.1	300.6
522.5	300.2
520.6	299.1
519.5	297.2
519.1	294.6
519.1	260.1

564.5	129.9
564.5	185.9

573.5	251.1
573.5	447.6
573.1	450.2
572	452.1
570.1	453.2
567.5	453.6
538.5	453.6
535.9	454
534	455.1
532.9	457
532.5	459.6
532.5	480.1

327	393.1
327	436.6
327.4	439.2
328.5	441.1
330.4	442.2
333	442.6
448	442.6
450.6	443
452.5	444.1
453.6	446
454	448.6
454	480.1

472	393.1
472	480.1

501.1	251.1
501.1	295.4
500.8	297.7
499.8	299.3
498.2	300.3
495.9	300.6
495.9	300.6
493.6	300.9
492	301.9
491.1	303.5
490.7	305.8
490.7	352.1

END_OF_DATA
$heads_411 << END_OF_DATA
519.1	251.1
515.1	262.1
523.1	262.1
519.1	251.1

564.5	194.9
568.5	183.9
560.5	183.9
564.5	194.9

532.5	489.1
536.5	478.1
528.5	478.1
532.5	489.1

454	489.1
458	478.1
450	478.1
454	489.1

472	489.1
476	478.1
468	478.1
472	489.1

490.7	361.1
494.7	350.1
486.7	350.1
490.7	361.1

END_OF_DATA
$plates << END_OF_DATA
627.9	337.6	606.8	648.9	330.1	345.1
502.3	476.6	485	519.5	469.1	484.1
564.5	149.4	523.1	605.9	134.9	163.9
573.5	270.6	532.1	614.9	256.1	285.1
327	405.6	304	349.9	398.1	413.1
472	412.6	430.6	513.4	398.1	427.1
490.7	330.6	454.6	526.9	316.1	345.1
END_OF_DATA
$boxes << END_OF_DATA
564.5	113.9	516.7	612.3	97.9	129.9
493.3	505.1	444	542.5	489.1	521.1
478.5	377.1	432.1	524.9	361.1	393.1
327	377.1	293.9	360.1	361.1	393.1
END_OF_DATA
$subject << END_OF_DATA
628	377.1	589.9	666.1	361.1	393.1
END_OF_DATA
$heads_of_all << END_OF_DATA
564.5	223	491.1	637.9	194.9	251.1
END_OF_DATA
set label "Ampere" at screen px(628), screen py(377.1) center font BOLD(13) tc rgb INK front
set label "Renault" at screen px(564.5), screen py(208.7) center font BOLD(12) tc rgb INK front
set label "ultimately controls it\072" at screen px(564.5), screen py(223.7) center font PLAIN(11) tc rgb MUTED front
set label "\061\060\060 \045 of the votes" at screen px(564.5), screen py(238) center font PLAIN(11) tc rgb MUTED front
set label "French State" at screen px(564.5), screen py(113.9) center font PLAIN(12) tc rgb INK front
set label "Nissan" at screen px(493.3), screen py(505.1) center font PLAIN(12) tc rgb INK front
set label "French trust" at screen px(478.5), screen py(377.1) center font PLAIN(12) tc rgb INK front
set label "Daimler" at screen px(327), screen py(377.1) center font PLAIN(12) tc rgb INK front
set label "\061\060\060 \045" at screen px(627.9), screen py(337.6) center font PLAIN(12) tc rgb INK front
set label "\061\065 \045" at screen px(502.3), screen py(476.6) center font PLAIN(12) tc rgb INK front
set label "stake \061\065\056\060\061 \045" at screen px(564.5), screen py(156.4) center font PLAIN(11) tc rgb MUTED front
set label "\062\066\056\060\065 \045" at screen px(564.5), screen py(142.4) center font PLAIN(12) tc rgb INK front
set label "stake \061\067\056\060\065 \045" at screen px(573.5), screen py(277.6) center font PLAIN(11) tc rgb MUTED front
set label "\061\065 \045" at screen px(573.5), screen py(263.6) center font PLAIN(12) tc rgb INK front
set label "\063\056\065\062 \045" at screen px(327), screen py(405.6) center font PLAIN(12) tc rgb INK front
set label "stake \061\070\056\066\066 \045" at screen px(472), screen py(419.6) center font PLAIN(11) tc rgb MUTED front
set label "\060 \045" at screen px(472), screen py(405.6) center font PLAIN(12) tc rgb INK front
set label "stake \061\060\060 \045" at screen px(490.7), screen py(337.6) center font PLAIN(11) tc rgb MUTED front
set label "\060 \045" at screen px(490.7), screen py(323.6) center font PLAIN(12) tc rgb INK front
plot $arrows_411 with lines lt 411, \
     $arrows_404 with lines lt 404, \
     $heads_411 with filledcurves closed fc lt 411 fs solid noborder, \
     $heads_404 with filledcurves closed fc lt 404 fs solid noborder, \
     $plates with boxxyerror fc rgb PAPER fs solid noborder, \
     $boxes with boxxyerror lw 1 dt solid fc rgb PAPER fs solid border rgb MUTED, \
     $heads_of_all with boxxyerror lw 2.4 dt solid fc rgb PAPER fs solid border rgb INK, \
     $subject with boxxyerror fc rgb PAPER fs solid noborder, \
     $subject with boxxyerror lw 2 dt solid fc lt 1 fs transparent solid BAND border lt 1
set output
