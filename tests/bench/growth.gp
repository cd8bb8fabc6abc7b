# "gnuplot FILE" draws it to growth.svg; gnuplot -e "OUT='growth.png'" FILE to a PNG.
W = 960; H = 660
FACE = "sans-serif"
BOLD_18 = FACE." Bold,18"; BOLD_13 = FACE." Bold,13"; PLAIN_13 = FACE.",13"; PLAIN_12 = FACE.",12"
PAPER = "#ffffff"; INK = "#222222"; MUTED = "#666666"; GRID = "#dddddd"
set linetype 1 lc rgb "#0072b2" lw 3 pt 7 ps 0.6
set linetype 2 lc rgb "#999999" lw 1.6 pt 7 ps 0.4
set linetype 3 lc rgb "#d55e00" lw 1.6 pt 7 ps 0.4
set linetype 4 lc rgb "#009e73" lw 1.6 pt 7 ps 0.4
set linetype 5 lc rgb "#cc79a7" lw 1.6 pt 7 ps 0.4
px(x) = x / (1.0 * W)
py(y) = 1 - y / (1.0 * H)
set encoding utf8
if (!exists("OUT")) OUT = "growth.svg"
if (OUT[strlen(OUT)-3:*] eq ".png") \
    set terminal pngcairo size W,H font PLAIN_12 noenhanced background rgb PAPER; \
else \
    set terminal svg size W,H dashlength 0.5 font PLAIN_12 noenhanced background rgb PAPER
set output OUT
set border 3 lc rgb MUTED lw 1
set tics nomirror out scale 0.5 font PLAIN_12 tc rgb MUTED
set grid lt 1 lc rgb GRID lw 0.8 dt solid
unset key

set multiplot
set label "Growth" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK
set label "Seconds for events in the log, both by powers of ten; whole processes" at screen px(20), screen py(52) left font PLAIN_13 tc rgb MUTED
set arrow from screen px(20), screen py(76) to screen px(38), screen py(76) nohead lt 1
set label "stakeline" at screen px(44), screen py(76) left tc rgb INK
set arrow from screen px(140), screen py(76) to screen px(158), screen py(76) nohead lt 2
set label "limit" at screen px(164), screen py(76) left tc rgb INK
set arrow from screen px(260), screen py(76) to screen px(278), screen py(76) nohead lt 3
set label "sqlite3" at screen px(284), screen py(76) left tc rgb INK
set arrow from screen px(380), screen py(76) to screen px(398), screen py(76) nohead lt 4
set label "duckdb" at screen px(404), screen py(76) left tc rgb INK
set arrow from screen px(500), screen py(76) to screen px(518), screen py(76) nohead lt 5
set label "pandas" at screen px(524), screen py(76) left tc rgb INK
set logscale xy
set xrange [70000.0:14000000.0]
set xtics ("100k" 100000, "1M" 1000000, "10M" 10000000)
set format y "%g s"
set yrange [0.001:300]
set ytics ("1 ms" 0.001, "10 ms" 0.01, "100 ms" 0.1, "1 s" 1, "10 s" 10, "100 s" 100)
$p0_1 << EOD
100000 0.170898
1000000 1.601347
10000000 17.654442
EOD
$p0_2 << EOD
100000 0.346623
1000000 4.215101
10000000 48.041919
EOD
$p0_3 << EOD
100000 1.042413
1000000 13.371691
EOD
$p0_4 << EOD
100000 0.687211
1000000 3.543582
10000000 44.037377
EOD
$p0_5 << EOD
100000 0.803565
1000000 6.074154
EOD
set lmargin at screen px(76); set rmargin at screen px(308)
set tmargin at screen py(130); set bmargin at screen py(330)
set title "Import" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p0_1 using 1:2 with linespoints lt 1, $p0_2 using 1:2 with linespoints lt 2, $p0_3 using 1:2 with linespoints lt 3, $p0_4 using 1:2 with linespoints lt 4, $p0_5 using 1:2 with linespoints lt 5
unset label
unset arrow
$p1_1 << EOD
100000 0.008838
1000000 0.011828
10000000 0.012545
EOD
$p1_3 << EOD
100000 0.009680
1000000 0.010703
EOD
$p1_4 << EOD
100000 0.209205
1000000 0.235612
10000000 0.418847
EOD
set lmargin at screen px(384); set rmargin at screen px(616)
set tmargin at screen py(130); set bmargin at screen py(330)
set title "A hundred events more" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p1_1 using 1:2 with linespoints lt 1, $p1_3 using 1:2 with linespoints lt 3, $p1_4 using 1:2 with linespoints lt 4
$p2_1 << EOD
100000 0.002144
1000000 0.002232
10000000 0.002529
EOD
$p2_2 << EOD
100000 0.002070
1000000 0.002120
10000000 0.002531
EOD
$p2_3 << EOD
100000 0.004167
1000000 0.004111
EOD
$p2_4 << EOD
100000 0.183916
1000000 0.171901
10000000 0.208331
EOD
$p2_5 << EOD
100000 0.438835
1000000 0.990831
EOD
set lmargin at screen px(692); set rmargin at screen px(924)
set tmargin at screen py(130); set bmargin at screen py(330)
set title "One company's timeline" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p2_1 using 1:2 with linespoints lt 1, $p2_2 using 1:2 with linespoints lt 2, $p2_3 using 1:2 with linespoints lt 3, $p2_4 using 1:2 with linespoints lt 4, $p2_5 using 1:2 with linespoints lt 5
$p3_1 << EOD
100000 0.022585
1000000 0.143615
10000000 1.527205
EOD
$p3_2 << EOD
100000 0.031402
1000000 0.317677
10000000 3.625627
EOD
$p3_3 << EOD
100000 0.304454
1000000 3.456990
EOD
$p3_4 << EOD
100000 0.208927
1000000 0.508069
10000000 3.692672
EOD
$p3_5 << EOD
100000 0.526782
1000000 2.167375
EOD
set lmargin at screen px(76); set rmargin at screen px(308)
set tmargin at screen py(405); set bmargin at screen py(605)
set title "Every position on a date" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p3_1 using 1:2 with linespoints lt 1, $p3_2 using 1:2 with linespoints lt 2, $p3_3 using 1:2 with linespoints lt 3, $p3_4 using 1:2 with linespoints lt 4, $p3_5 using 1:2 with linespoints lt 5
$p4_1 << EOD
100000 0.007285
1000000 0.026333
10000000 0.161446
EOD
$p4_2 << EOD
100000 0.023101
1000000 0.117728
10000000 1.062871
EOD
$p4_3 << EOD
100000 0.164207
1000000 2.015319
EOD
$p4_4 << EOD
100000 0.172168
1000000 0.215510
10000000 0.489497
EOD
$p4_5 << EOD
100000 0.656103
1000000 2.874896
EOD
set lmargin at screen px(384); set rmargin at screen px(616)
set tmargin at screen py(405); set bmargin at screen py(605)
set title "Totals by year" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p4_1 using 1:2 with linespoints lt 1, $p4_2 using 1:2 with linespoints lt 2, $p4_3 using 1:2 with linespoints lt 3, $p4_4 using 1:2 with linespoints lt 4, $p4_5 using 1:2 with linespoints lt 5
$p5_1 << EOD
100000 0.010404
1000000 0.045066
10000000 0.335554
EOD
$p5_2 << EOD
100000 0.015637
1000000 0.131598
10000000 1.104809
EOD
$p5_3 << EOD
100000 0.133825
1000000 1.764360
EOD
$p5_4 << EOD
100000 0.176880
1000000 0.234749
10000000 0.720041
EOD
$p5_5 << EOD
100000 0.882435
1000000 4.953124
EOD
set lmargin at screen px(692); set rmargin at screen px(924)
set tmargin at screen py(405); set bmargin at screen py(605)
set title "Totals by investor" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p5_1 using 1:2 with linespoints lt 1, $p5_2 using 1:2 with linespoints lt 2, $p5_3 using 1:2 with linespoints lt 3, $p5_4 using 1:2 with linespoints lt 4, $p5_5 using 1:2 with linespoints lt 5
unset multiplot
unset output
