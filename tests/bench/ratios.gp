# "gnuplot FILE" draws it to ratios.svg; gnuplot -e "OUT='ratios.png'" FILE to a PNG.
W = 960; H = 614
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
if (!exists("OUT")) OUT = "ratios.svg"
if (OUT[strlen(OUT)-3:*] eq ".png") \
    set terminal pngcairo size W,H font PLAIN_12 noenhanced background rgb PAPER; \
else \
    set terminal svg size W,H dashlength 0.5 font PLAIN_12 noenhanced background rgb PAPER
set output OUT
set border 3 lc rgb MUTED lw 1
set tics nomirror out scale 0.5 font PLAIN_12 tc rgb MUTED
set grid lt 1 lc rgb GRID lw 0.8 dt solid
unset key

set label "What the others take" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK
set label "Wall time divided by that of stakeline, 1,000,000 events: right of the line they are slower" at screen px(20), screen py(52) left font PLAIN_13 tc rgb MUTED
set lmargin at screen px(350); set rmargin at screen px(900)
set tmargin at screen py(80); set bmargin at screen py(574)
set border 1 lc rgb MUTED
unset ytics
set logscale x
set xrange [0.1:200]
set xtics ("1/10" 0.1, "1/3" 0.333, "1" 1, "3" 3, "10" 10, "30" 30, "100" 100)
set yrange [22:-1]
set grid xtics noytics
set arrow from 1, graph 0 to 1, graph 1 nohead lc rgb INK lw 1.2 front
set label "Import" at screen px(20), first 0 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 0 right tc rgb INK
set object rectangle from 1, -0.35 to 2.1085, 0.35 fc lt 2 fs solid noborder
set label "2.11" at 2.2139, 0 left tc rgb INK
set label "" at screen px(20), first 1 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 1 right tc rgb INK
set object rectangle from 1, 0.65 to 6.8393, 1.35 fc lt 3 fs solid noborder
set label "6.84" at 7.1813, 1 left tc rgb INK
set label "" at screen px(20), first 2 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 2 right tc rgb INK
set object rectangle from 1, 1.65 to 1.7306, 2.35 fc lt 4 fs solid noborder
set label "1.73" at 1.8172, 2 left tc rgb INK
set label "" at screen px(20), first 3 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 3 right tc rgb INK
set object rectangle from 1, 2.65 to 2.7411, 3.35 fc lt 5 fs solid noborder
set label "2.74" at 2.8782, 3 left tc rgb INK
set label "A hundred events more" at screen px(20), first 4 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 4 right tc rgb INK
set object rectangle from 1, 3.65 to 1.0239, 4.35 fc lt 3 fs solid noborder
set label "1.02" at 1.0751, 4 left tc rgb INK
set label "" at screen px(20), first 5 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 5 right tc rgb INK
set object rectangle from 1, 4.65 to 19.1685, 5.35 fc lt 4 fs solid noborder
set label "19" at 20.1269, 5 left tc rgb INK
set label "One company's timeline" at screen px(20), first 6 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 6 right tc rgb INK
set object rectangle from 1, 5.65 to 0.9319, 6.35 fc lt 2 fs solid noborder
set label "0.93" at 1.0500, 6 left tc rgb INK
set label "" at screen px(20), first 7 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 7 right tc rgb INK
set object rectangle from 1, 6.65 to 1.8952, 7.35 fc lt 3 fs solid noborder
set label "1.90" at 1.9899, 7 left tc rgb INK
set label "" at screen px(20), first 8 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 8 right tc rgb INK
set object rectangle from 1, 7.65 to 81.9477, 8.35 fc lt 4 fs solid noborder
set label "82" at 86.0451, 8 left tc rgb INK
set label "" at screen px(20), first 9 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 9 right tc rgb INK
set object rectangle from 1, 8.65 to 457.4893, 9.35 fc lt 5 fs solid noborder
set label "457" at 480.3638, 9 left tc rgb INK
set label "Every position on a date" at screen px(20), first 10 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 10 right tc rgb INK
set object rectangle from 1, 9.65 to 0.7225, 10.35 fc lt 2 fs solid noborder
set label "0.72" at 1.0500, 10 left tc rgb INK
set label "" at screen px(20), first 11 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 11 right tc rgb INK
set object rectangle from 1, 10.65 to 8.7085, 11.35 fc lt 3 fs solid noborder
set label "8.71" at 9.1439, 11 left tc rgb INK
set label "" at screen px(20), first 12 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 12 right tc rgb INK
set object rectangle from 1, 11.65 to 1.2418, 12.35 fc lt 4 fs solid noborder
set label "1.24" at 1.3039, 12 left tc rgb INK
set label "" at screen px(20), first 13 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 13 right tc rgb INK
set object rectangle from 1, 12.65 to 5.1234, 13.35 fc lt 5 fs solid noborder
set label "5.12" at 5.3795, 13 left tc rgb INK
set label "Totals by year" at screen px(20), first 14 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 14 right tc rgb INK
set object rectangle from 1, 13.65 to 1.1233, 14.35 fc lt 2 fs solid noborder
set label "1.12" at 1.1795, 14 left tc rgb INK
set label "" at screen px(20), first 15 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 15 right tc rgb INK
set object rectangle from 1, 14.65 to 14.8075, 15.35 fc lt 3 fs solid noborder
set label "15" at 15.5479, 15 left tc rgb INK
set label "" at screen px(20), first 16 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 16 right tc rgb INK
set object rectangle from 1, 15.65 to 1.5992, 16.35 fc lt 4 fs solid noborder
set label "1.60" at 1.6791, 16 left tc rgb INK
set label "" at screen px(20), first 17 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 17 right tc rgb INK
set object rectangle from 1, 16.65 to 22.6313, 17.35 fc lt 5 fs solid noborder
set label "23" at 23.7628, 17 left tc rgb INK
set label "Totals by investor" at screen px(20), first 18 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 18 right tc rgb INK
set object rectangle from 1, 17.65 to 0.8220, 18.35 fc lt 2 fs solid noborder
set label "0.82" at 1.0500, 18 left tc rgb INK
set label "" at screen px(20), first 19 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 19 right tc rgb INK
set object rectangle from 1, 18.65 to 9.9880, 19.35 fc lt 3 fs solid noborder
set label "9.99" at 10.4874, 19 left tc rgb INK
set label "" at screen px(20), first 20 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 20 right tc rgb INK
set object rectangle from 1, 19.65 to 1.5422, 20.35 fc lt 4 fs solid noborder
set label "1.54" at 1.6193, 20 left tc rgb INK
set label "" at screen px(20), first 21 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 21 right tc rgb INK
set object rectangle from 1, 20.65 to 30.5861, 21.35 fc lt 5 fs solid noborder
set label "31" at 32.1154, 21 left tc rgb INK
plot -100 notitle
unset output
