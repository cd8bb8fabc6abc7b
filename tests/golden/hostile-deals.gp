# A stakeline chart: deals.
# "gnuplot FILE" draws it to chart.svg in the current folder, and
# gnuplot -e "OUT='other.svg'" FILE to another file.
# Its data stand below, in blocks: days since 1970-01-01, values, the date as a person
# reads it. Texts are written in octal codes, so that no name can be taken for a command.

# ---- style: what may be changed without understanding the rest ----
W = 960; H = 270               # pixels
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
set label "Deals of Hostile \046\043x\062\066\073 \046\043x\063c\073Sons\046\043x\063e\073 \140id\140" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Each from its first report to its end\054 as of \062\060\062\062\055\060\062\055\060\062" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "" at screen px(29), screen py(72.9) point lc 1 pt 1 ps 0.8 lw 1.4 front
set label "rumoured" at screen px(44), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "" at screen px(134.1), screen py(72.9) point lc 1 pt 4 ps 0.8 lw 1.4 front
set label "announced" at screen px(149.1), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "" at screen px(246.7), screen py(72.9) point lc 2 pt 2 ps 0.8 lw 1.4 front
set label "cancelled" at screen px(261.7), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set arrow from screen px(340.8), screen py(72.9) to screen px(358.8), screen py(72.9) nohead lt 201
set label "still open" at screen px(364.8), screen py(72.9) left font PLAIN_12 tc rgb MUTED front
set label "Sources\072 \042src\042 \140x\140 \046\043x\062\066\073 \046\043x\063c\073y\046\043x\063e\073 \047z\047\073 EODx\073 END\137OF\137DATA\073 R\046\043x\062\066\073\043x\064\061\073 \135\135\046\043x\063e\073" at screen px(20), screen py(256) left font PLAIN_11 tc rgb MUTED front
set label "Hostile \046\043x\062\066\073 \046\043x\063c\073Sons\046\043x\063e\073 \140id\140 and \046\043x\063c\073b\046\043x\063e\073\046\043x\062\066\073amp\073 \046\043x\062\066\073 Sons\047 \042Quote\042 Ltd m\342\200\246" at screen px(20), screen py(117.9) left font PLAIN_12 tc rgb INK front
set label "Hostile \046\043x\062\066\073 \046\043x\063c\073Sons\046\043x\063e\073 \140id\140 and \330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267 \330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\342\200\246" at screen px(20), screen py(157.9) left font PLAIN_12 tc rgb INK front
set lmargin at screen px(414)
set rmargin at screen px(940)
set tmargin at screen py(97.9)
set bmargin at screen py(177.9)
set xrange [18679:19033]
set xtics ("Mar\n2021" 18687, "May" 18748, "Jul" 18809, "Sep" 18871, "Nov" 18932, "Jan\n2022" 18993)
set yrange [2:0]
set ytics scale 0 ("" 0.5, "" 1.5)
set grid xtics
$lanes << END_OF_DATA
18687	0.5	184	0	2	2021-03-01
END_OF_DATA
$statuses << END_OF_DATA
18687	0.5	1	1	2021-03-01	rumoured
18871	0.5	2	2	2021-09-01	cancelled
19025	1.5	4	1	2022-02-02	announced
END_OF_DATA
plot $lanes using 1:2:3:4:5 with vectors nohead lw 3 lc variable, \
     $statuses using 1:2 with points pt 7 ps 1.1 lc rgb PAPER, \
     $statuses using 1:2:3:4 with points pt variable ps 0.9 lw 1.6 lc variable
set output
