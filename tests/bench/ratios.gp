# "gnuplot FILE" draws it to ratios.svg; gnuplot -e "OUT='ratios.png'" FILE to a PNG.
W = 960; H = 372
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
set label "Wall time divided by that of stakeline, 10,000,000 events: right of the line they are slower" at screen px(20), screen py(52) left font PLAIN_13 tc rgb MUTED
set lmargin at screen px(350); set rmargin at screen px(900)
set tmargin at screen py(80); set bmargin at screen py(332)
set border 1 lc rgb MUTED
unset ytics
set logscale x
set xrange [0.1:200]
set xtics ("1/10" 0.1, "1/3" 0.333, "1" 1, "3" 3, "10" 10, "30" 30, "100" 100)
set yrange [11:-1]
set grid xtics noytics
set arrow from 1, graph 0 to 1, graph 1 nohead lc rgb INK lw 1.2 front
set label "Import" at screen px(20), first 0 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 0 right tc rgb INK
set object rectangle from 1, -0.35 to 2.7214, 0.35 fc lt 2 fs solid noborder
set label "2.72" at 2.8574, 0 left tc rgb INK
set label "" at screen px(20), first 1 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 1 right tc rgb INK
set object rectangle from 1, 0.65 to 2.4945, 1.35 fc lt 4 fs solid noborder
set label "2.49" at 2.6192, 1 left tc rgb INK
set label "A hundred events more" at screen px(20), first 2 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 2 right tc rgb INK
set object rectangle from 1, 1.65 to 33.9283, 2.35 fc lt 4 fs solid noborder
set label "34" at 35.6247, 2 left tc rgb INK
set label "One company's timeline" at screen px(20), first 3 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 3 right tc rgb INK
set object rectangle from 1, 2.65 to 1.0324, 3.35 fc lt 2 fs solid noborder
set label "1.03" at 1.0840, 3 left tc rgb INK
set label "" at screen px(20), first 4 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 4 right tc rgb INK
set object rectangle from 1, 3.65 to 83.8125, 4.35 fc lt 4 fs solid noborder
set label "84" at 88.0031, 4 left tc rgb INK
set label "Every position on a date" at screen px(20), first 5 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 5 right tc rgb INK
set object rectangle from 1, 4.65 to 2.3740, 5.35 fc lt 2 fs solid noborder
set label "2.37" at 2.4927, 5 left tc rgb INK
set label "" at screen px(20), first 6 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 6 right tc rgb INK
set object rectangle from 1, 5.65 to 2.4177, 6.35 fc lt 4 fs solid noborder
set label "2.42" at 2.5386, 6 left tc rgb INK
set label "Totals by year" at screen px(20), first 7 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 7 right tc rgb INK
set object rectangle from 1, 6.65 to 6.5014, 7.35 fc lt 2 fs solid noborder
set label "6.50" at 6.8264, 7 left tc rgb INK
set label "" at screen px(20), first 8 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 8 right tc rgb INK
set object rectangle from 1, 7.65 to 2.9697, 8.35 fc lt 4 fs solid noborder
set label "2.97" at 3.1182, 8 left tc rgb INK
set label "Totals by investor" at screen px(20), first 9 left font BOLD_13 tc rgb INK
set label "limit" at screen px(338), first 9 right tc rgb INK
set object rectangle from 1, 8.65 to 3.3004, 9.35 fc lt 2 fs solid noborder
set label "3.30" at 3.4655, 9 left tc rgb INK
set label "" at screen px(20), first 10 left font BOLD_13 tc rgb INK
set label "duckdb" at screen px(338), first 10 right tc rgb INK
set object rectangle from 1, 9.65 to 2.1922, 10.35 fc lt 4 fs solid noborder
set label "2.19" at 2.3019, 10 left tc rgb INK
plot -100 notitle
unset output
