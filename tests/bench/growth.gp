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
100000 0.188655
1000000 1.938139
10000000 24.429144
EOD
$p0_2 << EOD
100000 0.322575
1000000 4.377650
10000000 60.753867
EOD
$p0_3 << EOD
100000 1.065950
1000000 13.539992
EOD
$p0_4 << EOD
100000 0.716683
1000000 3.704252
10000000 52.200933
EOD
$p0_5 << EOD
100000 0.755510
1000000 6.307937
EOD
set lmargin at screen px(76); set rmargin at screen px(308)
set tmargin at screen py(130); set bmargin at screen py(330)
set title "Import" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p0_1 using 1:2 with linespoints lt 1, $p0_2 using 1:2 with linespoints lt 2, $p0_3 using 1:2 with linespoints lt 3, $p0_4 using 1:2 with linespoints lt 4, $p0_5 using 1:2 with linespoints lt 5
unset label
unset arrow
$p1_1 << EOD
100000 0.008485
1000000 0.011761
10000000 0.014261
EOD
$p1_3 << EOD
100000 0.009562
1000000 0.010727
EOD
$p1_4 << EOD
100000 0.224502
1000000 0.235333
10000000 0.456866
EOD
set lmargin at screen px(384); set rmargin at screen px(616)
set tmargin at screen py(130); set bmargin at screen py(330)
set title "A hundred events more" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p1_1 using 1:2 with linespoints lt 1, $p1_3 using 1:2 with linespoints lt 3, $p1_4 using 1:2 with linespoints lt 4
$p2_1 << EOD
100000 0.002073
1000000 0.002347
10000000 0.002436
EOD
$p2_2 << EOD
100000 0.002065
1000000 0.002184
10000000 0.002344
EOD
$p2_3 << EOD
100000 0.003884
1000000 0.004704
EOD
$p2_4 << EOD
100000 0.163614
1000000 0.183385
10000000 0.208147
EOD
$p2_5 << EOD
100000 0.370408
1000000 1.039296
EOD
set lmargin at screen px(692); set rmargin at screen px(924)
set tmargin at screen py(130); set bmargin at screen py(330)
set title "One company's timeline" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p2_1 using 1:2 with linespoints lt 1, $p2_2 using 1:2 with linespoints lt 2, $p2_3 using 1:2 with linespoints lt 3, $p2_4 using 1:2 with linespoints lt 4, $p2_5 using 1:2 with linespoints lt 5
$p3_1 << EOD
100000 0.029221
1000000 0.152349
10000000 1.602434
EOD
$p3_2 << EOD
100000 0.033484
1000000 0.316556
10000000 3.740097
EOD
$p3_3 << EOD
100000 0.368383
1000000 3.621974
EOD
$p3_4 << EOD
100000 0.236460
1000000 0.525607
10000000 3.738198
EOD
$p3_5 << EOD
100000 0.610853
1000000 2.397554
EOD
set lmargin at screen px(76); set rmargin at screen px(308)
set tmargin at screen py(405); set bmargin at screen py(605)
set title "Every position on a date" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p3_1 using 1:2 with linespoints lt 1, $p3_2 using 1:2 with linespoints lt 2, $p3_3 using 1:2 with linespoints lt 3, $p3_4 using 1:2 with linespoints lt 4, $p3_5 using 1:2 with linespoints lt 5
$p4_1 << EOD
100000 0.007129
1000000 0.031270
10000000 0.196265
EOD
$p4_2 << EOD
100000 0.014463
1000000 0.134622
10000000 1.105363
EOD
$p4_3 << EOD
100000 0.162032
1000000 2.299746
EOD
$p4_4 << EOD
100000 0.185816
1000000 0.227890
10000000 0.545791
EOD
$p4_5 << EOD
100000 0.670779
1000000 3.215518
EOD
set lmargin at screen px(384); set rmargin at screen px(616)
set tmargin at screen py(405); set bmargin at screen py(605)
set title "Totals by year" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p4_1 using 1:2 with linespoints lt 1, $p4_2 using 1:2 with linespoints lt 2, $p4_3 using 1:2 with linespoints lt 3, $p4_4 using 1:2 with linespoints lt 4, $p4_5 using 1:2 with linespoints lt 5
$p5_1 << EOD
100000 0.011862
1000000 0.054662
10000000 0.364681
EOD
$p5_2 << EOD
100000 0.015783
1000000 0.133212
10000000 1.097561
EOD
$p5_3 << EOD
100000 0.137837
1000000 1.833845
EOD
$p5_4 << EOD
100000 0.176123
1000000 0.245636
10000000 0.711575
EOD
$p5_5 << EOD
100000 0.939324
1000000 5.058680
EOD
set lmargin at screen px(692); set rmargin at screen px(924)
set tmargin at screen py(405); set bmargin at screen py(605)
set title "Totals by investor" font BOLD_13 tc rgb INK offset 0,-0.5
plot $p5_1 using 1:2 with linespoints lt 1, $p5_2 using 1:2 with linespoints lt 2, $p5_3 using 1:2 with linespoints lt 3, $p5_4 using 1:2 with linespoints lt 4, $p5_5 using 1:2 with linespoints lt 5
unset multiplot
unset output
