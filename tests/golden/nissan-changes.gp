# A stakeline chart: changes.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.svg'" FILE to another file.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person
# reads it. Texts are written in octal codes, so that no name can be taken for a command.

# ---- style: what may be changed without understanding the rest ----
W = 960; H = 334               # pixels
FACE = "sans-serif"
BOLD_18 = FACE." Bold,18"; BOLD_13 = FACE." Bold,13"; BOLD_12 = FACE." Bold,12"
PLAIN_13 = FACE.",13"; PLAIN_12 = FACE.",12"; PLAIN_11 = FACE.",11"
PAPER = "#ffffff"; INK = "#222222"; MUTED = "#666666"; GRID = "#dddddd"
BAND = 0.2                     # how solid a range is
set linetype 1 lc rgb "#0072b2" lw 3 dt solid
set linetype 101 lc rgb "#72b1d4" lw 1.4 dt solid
set linetype 201 lc rgb "#72b1d4" lw 1.8 dt (4,4)
set linetype 2 lc rgb "#d55e00" lw 2.4 dt solid
set linetype 102 lc rgb "#e7a672" lw 1.4 dt solid
set linetype 202 lc rgb "#e7a672" lw 1.8 dt (4,4)
set linetype 301 lc rgb "#bbbbbb" lw 1 dt solid
# ---- end of style ----

px(x) = x / (1.0 * W)          # pixels from the left and from the top
py(y) = 1 - y / (1.0 * H)
set encoding utf8
set terminal svg size W,H dashlength 0.5 font PLAIN_12 noenhanced background rgb PAPER
if (!exists("OUT")) OUT = "chart.svg"
set output OUT
set datafile separator "\t"
set datafile commentschars ''
unset key
set border 1 lc rgb MUTED lw 1
set tics nomirror out scale 0.5 font PLAIN_12 tc rgb MUTED
set grid ytics lt 1 lc rgb GRID lw 0.8 dt solid
set label "Who gained and who lost in Nissan" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Points of the capital\054 from the end of \062\060\062\063\055\061\061\055\060\067 to the end of \062\060\062\064\055\061\062\055\063\061" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set object rectangle from screen px(23), screen py(66.9) to screen px(35), screen py(78.9) fc lt 1 fs solid noborder
set label "gained" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(109.9), screen py(66.9) to screen px(121.9), screen py(78.9) fc lt 2 fs solid noborder
set label "lost" at screen px(130.9), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set object rectangle from screen px(177.5), screen py(66.9) to screen px(189.5), screen py(78.9) fc lt 101 fs solid noborder
set label "gained as the capital shrank" at screen px(198.5), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "French trust" at screen px(20), screen py(120.9) left font PLAIN_12 tc rgb INK front
set label "\060 \342\206\222 \061\070\056\066\066 \045" at screen px(940), screen py(120.9) right font PLAIN_12 tc rgb MUTED front
set label "\050undisclosed\051" at screen px(20), screen py(166.9) left font PLAIN_12 tc rgb INK front
set label "\065\063\056\065 \342\206\222 \066\060\056\067\067 \045" at screen px(940), screen py(166.9) right font PLAIN_12 tc rgb MUTED front
set label "Daimler" at screen px(20), screen py(212.9) left font PLAIN_12 tc rgb INK front
set label "\063\056\061 \342\206\222 \063\056\065\062 \045" at screen px(940), screen py(212.9) right font PLAIN_12 tc rgb MUTED front
set label "Renault" at screen px(20), screen py(258.9) left font PLAIN_12 tc rgb INK front
set label "\064\063\056\064 \342\206\222 \061\067\056\060\065 \045" at screen px(940), screen py(258.9) right font PLAIN_12 tc rgb MUTED front
set lmargin at screen px(111.2)
set rmargin at screen px(837.5)
set tmargin at screen py(97.9)
set bmargin at screen py(281.9)
set xrange [-2.421417:28.774904]
set yrange [4:0]
set xtics ("0" 0, "+5" 5, "+10" 10, "+15" 15, "+20" 20, "+25" 25)
unset ytics
set grid xtics
set arrow from 0, graph 0 to 0, graph 1 nohead lc rgb MUTED
$changes << END_OF_DATA
0	0.5	18.662475	1
18.662475	1.5	25.930541	301
25.930541	2.5	26.353487	101
26.353487	3.5	0	2
END_OF_DATA
set label "\053\061\070\056\066\066" at screen px(607.1), screen py(120.9) left font BOLD_12 tc rgb INK front
set label "\053\067\056\062\067" at screen px(776.3), screen py(166.9) left font BOLD_12 tc rgb INK front
set label "\053\060\056\064\062" at screen px(786.1), screen py(212.9) left font BOLD_12 tc rgb INK front
set label "\342\210\222\062\066\056\063\065" at screen px(162.6), screen py(258.9) right font BOLD_12 tc rgb INK front
plot $changes using 3:2:(0):(1) with vectors nohead lc rgb MUTED lw 0.8, \
     $changes using ($1+$3)/2:2:1:3:($2-0.31):($2+0.31):4 with boxxyerror fs solid noborder lc variable
set output
