# A stakeline chart: network.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.png'" FILE to another file, an SVG, PNG or PDF by its ending.
# Its data stand below, in blocks: pixels from the top left corner.
# Texts are written in octal codes, so that no name can be taken for a
# command. A name with one of AMP, LT and GT in it has the sign of that name there.

W = 960; H = 378               # pixels
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
set label "\047\047\047a \042 \173b\175 \045s \044HOME" at screen px(20), screen py(28) left font BOLD(18) tc rgb INK front
set label "Arrows lead from the holder to what it holds\072 the stake in per cent\054 as of \062\060\062\060\055\060\063\055\061\061" at screen px(20), screen py(52.3) left font PLAIN(13) tc rgb MUTED front
set arrow from screen px(20), screen py(72.9) to screen px(38), screen py(72.9) nohead lt 402
set label "\065 to \062\060 \045" at screen px(44), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set arrow from screen px(123.7), screen py(72.9) to screen px(141.7), screen py(72.9) nohead lt 403
set label "\062\060 to \065\060 \045" at screen px(147.7), screen py(72.9) left font PLAIN(12) tc rgb MUTED front
set label "Sources\072 \042src\042 \140x\140 ".AMP." ".LT."y".GT." \047z\047\073 EODx\073 END\137OF\137DATA\073 back\134slash \173open\073 \346\227\245\346\234\254\347\265\214\346\270\210\346\226\260\350\201\236\073 R".AMP."\043x\064\061\073 \135\135".GT."\073 Gazette" at screen px(20), screen py(364) left font PLAIN(11) tc rgb MUTED front
set lmargin at screen px(0)
set rmargin at screen px(960)
set tmargin at screen py(0)
set bmargin at screen py(378)
set xrange [0:960]
set yrange [378:0]
unset border
unset tics
unset grid
$arrows_402 << END_OF_DATA
401	180.1
401	248.6
401.4	251.2
402.5	253.1
404.4	254.2
407	254.6
493.1	254.6
495.7	255
497.6	256.1
498.7	258
499.1	260.6
499.1	294.1

517.1	180.1
517.1	294.1

735	195.7
735	248.6
734.6	251.2
733.5	253.1
731.6	254.2
729	254.6
541.1	254.6
538.5	255
536.6	256.1
535.5	258
535.1	260.6
535.1	294.1

871	219.1
871	259.6
870.6	262.2
869.5	264.1
867.6	265.2
865	265.6
559.1	265.6
556.5	266
554.6	267.1
553.5	269
553.1	271.6
553.1	294.1

END_OF_DATA
$heads_402 << END_OF_DATA
499.1	303.1
503.6	292.1
494.6	292.1
499.1	303.1

517.1	303.1
521.6	292.1
512.6	292.1
517.1	303.1

535.1	303.1
539.6	292.1
530.6	292.1
535.1	303.1

553.1	303.1
557.6	292.1
548.6	292.1
553.1	303.1

END_OF_DATA
$arrows_403 << END_OF_DATA
88	180.1
88	270.6
88.4	273.2
89.5	275.1
91.4	276.2
94	276.6
457.1	276.6
459.7	277
461.6	278.1
462.7	280
463.1	282.6
463.1	294.1

249	180.1
249	259.6
249.4	262.2
250.5	264.1
252.4	265.2
255	265.6
475.1	265.6
477.7	266
479.6	267.1
480.7	269
481.1	271.6
481.1	294.1

END_OF_DATA
$heads_403 << END_OF_DATA
463.1	303.1
468.6	292.1
457.6	292.1
463.1	303.1

481.1	303.1
486.6	292.1
475.6	292.1
481.1	303.1

END_OF_DATA
$plates << END_OF_DATA
88	192.6	70.8	105.2	185.1	200.1
249	192.6	231.8	266.2	185.1	200.1
401	192.6	383.8	418.2	185.1	200.1
517.1	192.6	498	536.2	185.1	200.1
735	208.2	721.6	748.4	200.7	215.7
871	231.6	851.9	890.1	224.1	239.1
END_OF_DATA
$boxes << END_OF_DATA
88	158.5	24	152	136.9	180.1
249	158.5	172	326	136.9	180.1
401	158.5	346	456	136.9	180.1
570	158.5	476	664	136.9	180.1
735	158.5	684	786	121.3	195.7
871	158.5	806	936	97.9	219.1
END_OF_DATA
$subject << END_OF_DATA
508.1	319.1	417.4	598.8	303.1	335.1
END_OF_DATA
set label "Hostile ".AMP." ".LT."Sons".GT." \140id\140" at screen px(508.1), screen py(319.1) center font BOLD(13) tc rgb INK front
set label "".LT."b".GT."".AMP."amp\073 ".AMP."" at screen px(88), screen py(150.7) center font PLAIN(12) tc rgb INK front
set label "Sons\047 \042Quote\042 Ltd" at screen px(88), screen py(166.3) center font PLAIN(12) tc rgb INK front
set label "under\137score\136\173super\175" at screen px(249), screen py(150.7) center font PLAIN(12) tc rgb INK front
set label "\045s \045d \061\060\060\045" at screen px(249), screen py(166.3) center font PLAIN(12) tc rgb INK front
set label "\140touch pwned\140" at screen px(401), screen py(150.7) center font PLAIN(12) tc rgb INK front
set label "\100 \044HOME" at screen px(401), screen py(166.3) center font PLAIN(12) tc rgb INK front
set label "\346\240\252\345\274\217\344\274\232\347\244\276\344\270\211\350\217\261\346\235\261\344\272\254\357\274\265\357\274\246\357\274\252\351\212\200\350\241\214\343\203\233" at screen px(570), screen py(150.7) center font PLAIN(12) tc rgb INK front
set label "\343\203\274\343\203\253\343\203\207\343\202\243\343\203\263\343\202\260\343\202\271\343\203\273\343\203\210\343\203\251\343\202\271\343\203\210" at screen px(570), screen py(166.3) center font PLAIN(12) tc rgb INK front
set label "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267" at screen px(735), screen py(135.1) center font PLAIN(12) tc rgb INK front
set label "\330\247\331\204\331\210\330\267\331\206\331\212\330\251" at screen px(735), screen py(150.7) center font PLAIN(12) tc rgb INK front
set label "\330\247\331\204\331\202\330\247\330\250\330\266\330\251" at screen px(735), screen py(166.3) center font PLAIN(12) tc rgb INK front
set label "\330\247\331\204\331\205\330\255\330\257\331\210\330\257\330\251" at screen px(735), screen py(181.9) center font PLAIN(12) tc rgb INK front
set label "A name of a" at screen px(871), screen py(111.7) center font PLAIN(12) tc rgb INK front
set label "hundred" at screen px(871), screen py(127.3) center font PLAIN(12) tc rgb INK front
set label "characters that" at screen px(871), screen py(142.9) center font PLAIN(12) tc rgb INK front
set label "goes on and on" at screen px(871), screen py(158.5) center font PLAIN(12) tc rgb INK front
set label "and on until it has" at screen px(871), screen py(174.1) center font PLAIN(12) tc rgb INK front
set label "really reached one" at screen px(871), screen py(189.7) center font PLAIN(12) tc rgb INK front
set label "hundred of" at screen px(871), screen py(205.3) center font PLAIN(12) tc rgb INK front
set label "\063\060 \045" at screen px(88), screen py(192.6) center font PLAIN(12) tc rgb INK front
set label "\062\060 \045" at screen px(249), screen py(192.6) center font PLAIN(12) tc rgb INK front
set label "\061\060 \045" at screen px(401), screen py(192.6) center font PLAIN(12) tc rgb INK front
set label "\071\056\065 \045" at screen px(517.1), screen py(192.6) center font PLAIN(12) tc rgb INK front
set label "\071 \045" at screen px(735), screen py(208.2) center font PLAIN(12) tc rgb INK front
set label "\070\056\065 \045" at screen px(871), screen py(231.6) center font PLAIN(12) tc rgb INK front
plot $arrows_402 with lines lt 402, \
     $arrows_403 with lines lt 403, \
     $heads_402 with filledcurves closed fc lt 402 fs solid noborder, \
     $heads_403 with filledcurves closed fc lt 403 fs solid noborder, \
     $plates with boxxyerror fc rgb PAPER fs solid noborder, \
     $boxes with boxxyerror lw 1 dt solid fc rgb PAPER fs solid border rgb MUTED, \
     $subject with boxxyerror fc rgb PAPER fs solid noborder, \
     $subject with boxxyerror lw 2 dt solid fc lt 1 fs transparent solid BAND border lt 1
set output
