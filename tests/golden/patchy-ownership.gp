# A stakeline chart: ownership.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.svg'" FILE to another file.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person
# reads it. Texts are written in octal codes, so that no name can be taken for a command.

# ---- style: what may be changed without understanding the rest ----
W = 960; H = 600               # pixels
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
set linetype 3 lc rgb "#009e73" lw 2 dt solid
set linetype 103 lc rgb "#72c9b2" lw 1.4 dt solid
set linetype 203 lc rgb "#72c9b2" lw 1.8 dt (4,4)
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
set label "Who owns Patchy BV" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "The capital\054 in per cent \050ranges by their middle\051\054 as of \062\060\062\060\055\060\062\055\060\061\056 No size stated\072 Shy One" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "Sources\072 Decree\073 Press\073 Report\073 Release" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(66.1)
set rmargin at screen px(741.9)
set tmargin at screen py(80.9)
set bmargin at screen py(531.2)
set xrange [14669:18475]
set xtics ("2011" 14975, "2012" 15340, "2013" 15706, "2014" 16071, "2015" 16436, "2016" 16801, "2017" 17167, "2018" 17532, "2019" 17897, "2020" 18262)
set arrow from screen px(741.9), screen py(199.1) to screen px(761.9), screen py(199.1) nohead lt 301 lw 0.8 dt solid
set object rectangle from screen px(766.9), screen py(193.1) to screen px(778.9), screen py(205.1) fc lt 301 fs pattern 4 border lt 301
set label "\050undisclosed\051" at screen px(787.9), screen py(199.1) left font PLAIN_12 tc rgb INK front
set label "\065\062\056\065 \045" at screen px(940), screen py(199.1) right font PLAIN_12 tc rgb INK front
set arrow from screen px(741.9), screen py(367.7) to screen px(761.9), screen py(367.7) nohead lt 3 lw 0.8 dt solid
set object rectangle from screen px(766.9), screen py(361.7) to screen px(778.9), screen py(373.7) fc lt 3 fs solid noborder
set label "Buyer" at screen px(787.9), screen py(367.7) left font PLAIN_12 tc rgb INK front
set label "\062\062\056\064 \045" at screen px(940), screen py(367.7) right font PLAIN_12 tc rgb INK front
set object rectangle from screen px(766.9), screen py(525.2) to screen px(778.9), screen py(537.2) fc lt 2 fs solid noborder
set label "Family" at screen px(787.9), screen py(531.2) left font PLAIN_12 tc rgb INK front
set label "until \062\060\061\071" at screen px(940), screen py(531.2) right font PLAIN_12 tc rgb INK front
set arrow from screen px(741.9), screen py(474.6) to screen px(761.9), screen py(474.6) nohead lt 1 lw 0.8 dt solid
set object rectangle from screen px(766.9), screen py(468.6) to screen px(778.9), screen py(480.6) fc lt 1 fs solid noborder
set label "State" at screen px(787.9), screen py(474.6) left font PLAIN_12 tc rgb INK front
set label "\062\065\056\061 \045" at screen px(940), screen py(474.6) right font PLAIN_12 tc rgb INK front
set label "State" at screen px(593.3), screen py(474.6) center font BOLD_12 tc rgb PAPER front
$layer_1 << END_OF_DATA
14730	0	75	2010-05-01
15461	0	75	2012-05-01

16801	0	25.1	2016-01-01
18475	0	25.1	2020-08-01
END_OF_DATA
set label "Family" at screen px(542), screen py(373.1) center font BOLD_12 tc rgb INK front
$layer_2 << END_OF_DATA
15706	0	20	2013-01-01
16801	0	20	2016-01-01
16801	25.1	45.1	2016-01-01
17532	25.1	45.1	2018-01-01
17532	25.1	47.5	2018-01-01
17897	25.1	47.5	2019-01-01
END_OF_DATA
set label "Buyer" at screen px(690.6), screen py(367.7) center font BOLD_12 tc rgb INK front
$layer_3 << END_OF_DATA
17897	25.1	47.5	2019-01-01
18475	25.1	47.5	2020-08-01
END_OF_DATA
set label "\050undisclosed\051" at screen px(496.1), screen py(199.1) center font PLAIN_12 tc rgb INK front
$layer_4 << END_OF_DATA
14730	75	100	2010-05-01
15461	75	100	2012-05-01

15706	20	100	2013-01-01
16801	20	100	2016-01-01
16801	45.1	100	2016-01-01
17532	45.1	100	2018-01-01
17532	47.5	100	2018-01-01
18475	47.5	100	2020-08-01
END_OF_DATA
plot $layer_1 using 1:2:3 with filledcurves fc lt 1 fs solid border lc rgb PAPER, \
     $layer_2 using 1:2:3 with filledcurves fc lt 2 fs solid border lc rgb PAPER, \
     $layer_3 using 1:2:3 with filledcurves fc lt 3 fs solid border lc rgb PAPER, \
     $layer_4 using 1:2:3 with filledcurves fc lt 301 fs pattern 4 noborder
set output
