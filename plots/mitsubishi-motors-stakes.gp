# A stakeline chart: stakes.
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
set label "Stakes in Mitsubishi Motors" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "Per cent of the capital\054 as of \062\060\062\064\055\061\061\055\060\070" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "Sources\072 from memory\073 Next Mobility\073 Netdenjd" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:40]
set ytics 10 format "%g %%"
set lmargin at screen px(58.5)
set rmargin at screen px(793.7)
set tmargin at screen py(80.9)
set bmargin at screen py(531.2)
set xrange [17045:20084]
set xtics ("2017" 17167, "2018" 17532, "2019" 17897, "2020" 18262, "2021" 18628, "2022" 18993, "2023" 19358, "2024" 19723)
set arrow from screen px(793.7), screen py(230.3) to screen px(813.7), screen py(230.3) nohead lt 1 lw 0.8 dt solid
set arrow from screen px(815.7), screen py(230.3) to screen px(833.7), screen py(230.3) nohead lt 1
set label "Nissan" at screen px(839.7), screen py(230.3) left font PLAIN_12 tc rgb INK front
set label "\062\066\056\067\063 \045" at screen px(940), screen py(230.3) right font PLAIN_12 tc rgb INK front
$stake_1 << END_OF_DATA
17094	0	2016-10-20
17094	34	2016-10-20
20034	34	2024-11-07
20034	34.07	2024-11-07
20035	34.07	2024-11-08
20035	26.726464	2024-11-08
20035	26.726464	2024-11-08
END_OF_DATA
$soft_1 << END_OF_DATA
20035	26.726464	2024-11-08
20084	26.726464	2024-12-27
END_OF_DATA
$dots << END_OF_DATA
20035	26.726464	1
END_OF_DATA
plot $soft_1 using 1:2 with lines lt 101, \
     $stake_1 using 1:2 with lines lt 1, \
     $dots using 1:2:3 with points pt 7 ps 0.6 lc variable
set output
