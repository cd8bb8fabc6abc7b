# A stakeline chart: deals.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.svg'" FILE to another file.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person
# reads it. Texts are written in octal codes, so that no name can be taken for a command.

# ---- style: what may be changed without understanding the rest ----
W = 720; H = 310               # pixels
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
set label "Deals of Ampere" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Each from its first report to its end\054 as of \062\060\062\065\055\060\063\055\063\061" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "" at screen px(29), screen py(72.9) point lc 1 pt 6 ps 0.8 lw 1.4 front
set label "talks" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "" at screen px(103.6), screen py(72.9) point lc 1 pt 4 ps 0.8 lw 1.4 front
set label "announced" at screen px(118.6), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "" at screen px(216.2), screen py(72.9) point lc 2 pt 2 ps 0.8 lw 1.4 front
set label "cancelled" at screen px(231.2), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set arrow from screen px(310.3), screen py(72.9) to screen px(328.3), screen py(72.9) nohead lt 201
set label "still open" at screen px(334.3), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 Euronews\073 Reuters\073 Entrepreneur India\054 citing Reuters\073 Nasdaq\073 Reuters\054 via Business Standard" at screen px(20), screen py(296) left font PLAIN_11 tc rgb MUTED front
set label "Mitsubishi Motors backs Ampere\054 EUR \062\060\060 M" at screen px(20), screen py(117.9) left font PLAIN_12 tc rgb INK front
set label "Ampere goes public" at screen px(20), screen py(157.9) left font PLAIN_12 tc rgb INK front
set label "Nissan backs Ampere\054 EUR \066\060\060 M" at screen px(20), screen py(197.9) left font PLAIN_12 tc rgb INK front
set lmargin at screen px(298.6)
set rmargin at screen px(700)
set tmargin at screen py(97.9)
set bmargin at screen py(217.9)
set xrange [19364:20197]
set xtics ("Jul\n2023" 19539, "Jan\n2024" 19723, "Jul" 19905, "Jan\n2025" 20089)
set yrange [3:0]
set ytics scale 0 ("" 0.5, "" 1.5, "" 2.5)
set grid xtics
$lanes << END_OF_DATA
19697	1.5	54	0	2	2023-12-06
19383	2.5	795	0	2	2023-01-26
END_OF_DATA
$open << END_OF_DATA
19697	0.5	481	0	201	2023-12-06
END_OF_DATA
$statuses << END_OF_DATA
19697	0.5	4	1	2023-12-06	announced
19697	1.5	4	1	2023-12-06	announced
19751	1.5	2	2	2024-01-29	cancelled
19383	2.5	6	1	2023-01-26	talks
19394	2.5	4	1	2023-02-06	announced
20178	2.5	2	2	2025-03-31	cancelled
END_OF_DATA
plot $lanes using 1:2:3:4:5 with vectors nohead lw 3 lc variable, \
     $open using 1:2:3:4 with vectors nohead lt 201, \
     $statuses using 1:2 with points pt 7 ps 1.1 lc rgb PAPER, \
     $statuses using 1:2:3:4 with points pt variable ps 0.9 lw 1.6 lc variable
set output
