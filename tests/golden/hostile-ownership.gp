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
set linetype 4 lc rgb "#cc79a7" lw 3 dt (14,4)
set linetype 104 lc rgb "#e2b5ce" lw 1.4 dt solid
set linetype 204 lc rgb "#e2b5ce" lw 1.8 dt (4,4)
set linetype 5 lc rgb "#e69f00" lw 2.4 dt (18,4,4,4)
set linetype 105 lc rgb "#f1ca72" lw 1.4 dt solid
set linetype 205 lc rgb "#f1ca72" lw 1.8 dt (4,4)
set linetype 6 lc rgb "#56b4e9" lw 3 dt (8,3)
set linetype 106 lc rgb "#a2d5f2" lw 1.4 dt solid
set linetype 206 lc rgb "#a2d5f2" lw 1.8 dt (4,4)
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
set label "\047\047\047a \042 \173b\175 \045s \044HOME" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK front
set label "The capital\054 in per cent\054 as of \062\060\062\062\055\060\062\055\060\062" at screen px(20), screen py(52.3) left font PLAIN_13 tc rgb MUTED front
set label "Sources\072 \042src\042 \140x\140 \046\043x\062\066\073 \046\043x\063c\073y\046\043x\063e\073 \047z\047\073 EODx\073 END\137OF\137DATA\073 back\134slash \173open\073 \346\227\245\346\234\254\347\265\214\346\270\210\346\226\260\350\201\236\073 R\046\043x\062\066\073\043x\064\061\073 \135\135\046\043x\063e\073\073 Gazette" at screen px(20), screen py(586) left font PLAIN_11 tc rgb MUTED front
set yrange [0:100]
set ytics 20 format "%g %%"
set lmargin at screen px(66.1)
set rmargin at screen px(609.7)
set tmargin at screen py(80.9)
set bmargin at screen py(531.2)
set xrange [18118:19025]
set xtics ("Jan\n2020" 18262, "Jul" 18444, "Jan\n2021" 18628, "Jul" 18809, "Jan\n2022" 18993)
set arrow from screen px(609.7), screen py(110.1) to screen px(629.7), screen py(110.1) nohead lt 301 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(104.1) to screen px(646.7), screen py(116.1) fc lt 301 fs pattern 4 border lt 301
set label "\050undisclosed\051" at screen px(655.7), screen py(110.1) left font PLAIN_12 tc rgb INK front
set label "\061\063 \045" at screen px(940), screen py(110.1) right font PLAIN_12 tc rgb INK front
set arrow from screen px(609.7), screen py(158.5) to screen px(629.7), screen py(158.5) nohead lt 6 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(152.5) to screen px(646.7), screen py(164.5) fc lt 6 fs solid noborder
set label "A name of a hundred characters that\342\200\246" at screen px(655.7), screen py(158.5) left font PLAIN_12 tc rgb INK front
set label "\070\056\065 \045" at screen px(940), screen py(158.5) right font PLAIN_12 tc rgb INK front
set arrow from screen px(609.7), screen py(197.9) to screen px(629.7), screen py(197.9) nohead lt 5 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(191.9) to screen px(646.7), screen py(203.9) fc lt 5 fs solid noborder
set label "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267 \330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\330\251 \330\247\342\200\246" at screen px(655.7), screen py(197.9) left font PLAIN_12 tc rgb INK front
set label "\071 \045" at screen px(940), screen py(197.9) right font PLAIN_12 tc rgb INK front
set arrow from screen px(609.7), screen py(239.6) to screen px(629.7), screen py(239.6) nohead lt 4 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(233.6) to screen px(646.7), screen py(245.6) fc lt 4 fs solid noborder
set label "\346\240\252\345\274\217\344\274\232\347\244\276\344\270\211\350\217\261\346\235\261\344\272\254\357\274\265\357\274\246\357\274\252\351\212\200\350\241\214\343\203\233\343\203\274\343\203\253\343\203\207\343\202\243\343\203\263\342\200\246" at screen px(655.7), screen py(239.6) left font PLAIN_12 tc rgb INK front
set label "\071\056\065 \045" at screen px(940), screen py(239.6) right font PLAIN_12 tc rgb INK front
set arrow from screen px(609.7), screen py(283.5) to screen px(629.7), screen py(283.5) nohead lt 3 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(277.5) to screen px(646.7), screen py(289.5) fc lt 3 fs solid noborder
set label "\140touch pwned\140 \100 \044HOME" at screen px(655.7), screen py(283.5) left font PLAIN_12 tc rgb INK front
set label "\061\060 \045" at screen px(940), screen py(283.5) right font PLAIN_12 tc rgb INK front
set arrow from screen px(609.7), screen py(351) to screen px(629.7), screen py(351) nohead lt 2 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(345) to screen px(646.7), screen py(357) fc lt 2 fs solid noborder
set label "under\137score\136\173super\175 \045s \045d \061\060\060\045" at screen px(655.7), screen py(351) left font PLAIN_12 tc rgb INK front
set label "\062\060 \045" at screen px(940), screen py(351) right font PLAIN_12 tc rgb INK front
set arrow from screen px(609.7), screen py(463.6) to screen px(629.7), screen py(463.6) nohead lt 1 lw 0.8 dt solid
set object rectangle from screen px(634.7), screen py(457.6) to screen px(646.7), screen py(469.6) fc lt 1 fs solid noborder
set label "\046\043x\063c\073b\046\043x\063e\073\046\043x\062\066\073amp\073 \046\043x\062\066\073 Sons\047 \042Quote\042 Ltd" at screen px(655.7), screen py(463.6) left font PLAIN_12 tc rgb INK front
set label "\063\060 \045" at screen px(940), screen py(463.6) right font PLAIN_12 tc rgb INK front
set label "\046\043x\063c\073b\046\043x\063e\073\046\043x\062\066\073amp\073 \046\043x\062\066\073 Sons\047 \042Quote\042 Ltd" at screen px(342.1), screen py(463.6) center font BOLD_12 tc rgb PAPER front
$layer_1 << END_OF_DATA
18132	0	30	2019-08-24
19025	0	30	2022-02-02
END_OF_DATA
set label "under\137score\136\173super\175 \045s \045d \061\060\060\045" at screen px(354.1), screen py(351) center font BOLD_12 tc rgb INK front
$layer_2 << END_OF_DATA
18172	30	50	2019-10-03
19025	30	50	2022-02-02
END_OF_DATA
set label "\140touch pwned\140 \100 \044HOME" at screen px(366.1), screen py(283.5) center font BOLD_12 tc rgb INK front
$layer_3 << END_OF_DATA
18212	50	60	2019-11-12
19025	50	60	2022-02-02
END_OF_DATA
set label "\346\240\252\345\274\217\344\274\232\347\244\276\344\270\211\350\217\261\346\235\261\344\272\254\357\274\265\357\274\246\357\274\252\351\212\200\350\241\214\343\203\233\343\203\274\343\203\253\343\203\207\343\202\243\343\203\263\343\202\260\343\202\271\343\203\273\343\203\210\343\203\251\343\202\271\343\203\210" at screen px(378.1), screen py(239.6) center font BOLD_12 tc rgb INK front
$layer_4 << END_OF_DATA
18252	60	69.5	2019-12-22
19025	60	69.5	2022-02-02
END_OF_DATA
set label "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\201\330\267 \330\247\331\204\331\210\330\267\331\206\331\212\330\251 \330\247\331\204\331\202\330\247\330\250\330\266\330\251 \330\247\331\204\331\205\330\255\330\257\331\210\330\257\330\251" at screen px(390.1), screen py(197.9) center font BOLD_12 tc rgb INK front
$layer_5 << END_OF_DATA
18292	69.5	78.5	2020-01-31
19025	69.5	78.5	2022-02-02
END_OF_DATA
$layer_6 << END_OF_DATA
18332	78.5	87	2020-03-11
19025	78.5	87	2022-02-02
END_OF_DATA
set label "\050undisclosed\051" at screen px(134.4), screen py(129.3) center font PLAIN_12 tc rgb INK front
$layer_7 << END_OF_DATA
18132	30	100	2019-08-24
18172	30	100	2019-10-03
18172	50	100	2019-10-03
18212	50	100	2019-11-12
18212	60	100	2019-11-12
18252	60	100	2019-12-22
18252	69.5	100	2019-12-22
18292	69.5	100	2020-01-31
18292	78.5	100	2020-01-31
18332	78.5	100	2020-03-11
18332	87	100	2020-03-11
19025	87	100	2022-02-02
END_OF_DATA
plot $layer_1 using 1:2:3 with filledcurves fc lt 1 fs solid border lc rgb PAPER, \
     $layer_2 using 1:2:3 with filledcurves fc lt 2 fs solid border lc rgb PAPER, \
     $layer_3 using 1:2:3 with filledcurves fc lt 3 fs solid border lc rgb PAPER, \
     $layer_4 using 1:2:3 with filledcurves fc lt 4 fs solid border lc rgb PAPER, \
     $layer_5 using 1:2:3 with filledcurves fc lt 5 fs solid border lc rgb PAPER, \
     $layer_6 using 1:2:3 with filledcurves fc lt 6 fs solid border lc rgb PAPER, \
     $layer_7 using 1:2:3 with filledcurves fc lt 301 fs pattern 4 noborder
set output
