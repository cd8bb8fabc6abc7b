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
set object rectangle from 1, -0.35 to 2.2510, 0.35 fc lt 2 fs solid noborder
set label "2.25" at 2.3636, 0 left tc rgb INK
set label "" at screen px(20), first 1 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 1 right tc rgb INK
set object rectangle from 1, 0.65 to 7.2339, 1.35 fc lt 3 fs solid noborder
set label "7.23" at 7.5956, 1 left tc rgb INK
set label "" at screen px(20), first 2 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 2 right tc rgb INK
set object rectangle from 1, 1.65 to 2.0384, 2.35 fc lt 4 fs solid noborder
set label "2.04" at 2.1403, 2 left tc rgb INK
set label "" at screen px(20), first 3 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 3 right tc rgb INK
set object rectangle from 1, 2.65 to 2.9952, 3.35 fc lt 5 fs solid noborder
set label "3.00" at 3.1450, 3 left tc rgb INK
set label "A hundred events more" at screen px(20), first 4 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 4 right tc rgb INK
set object rectangle from 1, 3.65 to 0.9562, 4.35 fc lt 3 fs solid noborder
set label "0.96" at 1.0500, 4 left tc rgb INK
set label "" at screen px(20), first 5 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 5 right tc rgb INK
set object rectangle from 1, 4.65 to 20.0493, 5.35 fc lt 4 fs solid noborder
set label "20" at 21.0518, 5 left tc rgb INK
set label "One company's timeline" at screen px(20), first 6 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 6 right tc rgb INK
set object rectangle from 1, 5.65 to 0.9438, 6.35 fc lt 2 fs solid noborder
set label "0.94" at 1.0500, 6 left tc rgb INK
set label "" at screen px(20), first 7 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 7 right tc rgb INK
set object rectangle from 1, 6.65 to 1.8275, 7.35 fc lt 3 fs solid noborder
set label "1.83" at 1.9188, 7 left tc rgb INK
set label "" at screen px(20), first 8 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 8 right tc rgb INK
set object rectangle from 1, 7.65 to 74.7181, 8.35 fc lt 4 fs solid noborder
set label "75" at 78.4540, 8 left tc rgb INK
set label "" at screen px(20), first 9 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 9 right tc rgb INK
set object rectangle from 1, 8.65 to 447.9619, 9.35 fc lt 5 fs solid noborder
set label "448" at 470.3600, 9 left tc rgb INK
set label "Every position on a date" at screen px(20), first 10 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 10 right tc rgb INK
set object rectangle from 1, 9.65 to 1.2712, 10.35 fc lt 2 fs solid noborder
set label "1.27" at 1.3347, 10 left tc rgb INK
set label "" at screen px(20), first 11 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 11 right tc rgb INK
set object rectangle from 1, 10.65 to 14.2257, 11.35 fc lt 3 fs solid noborder
set label "14" at 14.9370, 11 left tc rgb INK
set label "" at screen px(20), first 12 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 12 right tc rgb INK
set object rectangle from 1, 11.65 to 2.0888, 12.35 fc lt 4 fs solid noborder
set label "2.09" at 2.1932, 12 left tc rgb INK
set label "" at screen px(20), first 13 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 13 right tc rgb INK
set object rectangle from 1, 12.65 to 8.5911, 13.35 fc lt 5 fs solid noborder
set label "8.59" at 9.0206, 13 left tc rgb INK
set label "Totals by year" at screen px(20), first 14 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 14 right tc rgb INK
set object rectangle from 1, 13.65 to 2.9696, 14.35 fc lt 2 fs solid noborder
set label "2.97" at 3.1180, 14 left tc rgb INK
set label "" at screen px(20), first 15 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 15 right tc rgb INK
set object rectangle from 1, 14.65 to 41.2758, 15.35 fc lt 3 fs solid noborder
set label "41" at 43.3396, 15 left tc rgb INK
set label "" at screen px(20), first 16 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 16 right tc rgb INK
set object rectangle from 1, 15.65 to 5.2642, 16.35 fc lt 4 fs solid noborder
set label "5.26" at 5.5274, 16 left tc rgb INK
set label "" at screen px(20), first 17 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 17 right tc rgb INK
set object rectangle from 1, 16.65 to 78.7203, 17.35 fc lt 5 fs solid noborder
set label "79" at 82.6563, 17 left tc rgb INK
set label "Totals by investor" at screen px(20), first 18 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 18 right tc rgb INK
set object rectangle from 1, 17.65 to 1.8561, 18.35 fc lt 2 fs solid noborder
set label "1.86" at 1.9489, 18 left tc rgb INK
set label "" at screen px(20), first 19 left font BOLD_13 tc rgb INK
set label "sqlite3" at screen px(338), first 19 right tc rgb INK
set object rectangle from 1, 18.65 to 22.1566, 19.35 fc lt 3 fs solid noborder
set label "22" at 23.2645, 19 left tc rgb INK
set label "" at screen px(20), first 20 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 20 right tc rgb INK
set object rectangle from 1, 19.65 to 3.0582, 20.35 fc lt 4 fs solid noborder
set label "3.06" at 3.2111, 20 left tc rgb INK
set label "" at screen px(20), first 21 left font BOLD_13 tc rgb INK
set label "pandas" at screen px(338), first 21 right tc rgb INK
set object rectangle from 1, 20.65 to 63.1754, 21.35 fc lt 5 fs solid noborder
set label "63" at 66.3341, 21 left tc rgb INK
plot -100 notitle
unset output
