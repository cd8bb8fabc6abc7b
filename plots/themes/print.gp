# The theme "print": greys, dashes, patterns and signs, for printers without colours. "chart --style
# FILE" puts a changed copy of this file in its place; what a copy leaves out is as here.

FACE = "sans-serif"             # the font; for Chinese, Japanese or Arabic names it or the
                                # system's next choice must have their letters
PAPER = "#ffffff"               # behind everything
INK = "#000000"                 # titles and names
MUTED = "#333333"               # axes and notes
GRID = "#cccccc"
EDGE = "#000000"                # between areas
BAND = 0.2                      # how solid a range is
SIGNS = 1                       # 1: lines carry signs, for eyes and printers without colours
PLATES = 1                      # 1: names on areas stand on a plate of paper

# The first eight are for the lines and areas, the largest first, the ninth is for the others added
# up. Dark and light alternate, so that neighbours differ.
array COLOUR[9] = ["#000000", "#7a7a7a", "#000000", "#7a7a7a", "#000000", "#7a7a7a", "#000000", "#7a7a7a", "#555555"]
# Softer: what moved by the size of the capital alone, and (dashed) what is pending.
array SOFT[9] = ["#555555", "#999999", "#555555", "#999999", "#555555", "#999999", "#555555", "#999999", "#888888"]
# Areas, and the ink that is read on them.
array AREA[9] = ["#3d3d3d", "#d4d4d4", "#000000", "#8c8c8c", "#000000", "#f0f0f0", "#000000", "#666666", "#000000"]
array ON[9] = ["#ffffff", "#000000", "#000000", "#000000", "#000000", "#000000", "#000000", "#ffffff", "#000000"]

# 1 to 8: lines; 9 to 16: if there are more; 17: the others added up. pt: their signs.
set linetype 1 lc rgb COLOUR[1] lw 3 dt solid pt 7
set linetype 2 lc rgb COLOUR[2] lw 3.4 dt solid pt 5
set linetype 3 lc rgb COLOUR[3] lw 2 dt (14,6) pt 13
set linetype 4 lc rgb COLOUR[4] lw 2.8 dt (14,6) pt 15
set linetype 5 lc rgb COLOUR[5] lw 2 dt (4,4) pt 6
set linetype 6 lc rgb COLOUR[6] lw 2.8 dt (4,4) pt 4
set linetype 7 lc rgb COLOUR[7] lw 1.6 dt (16,4,3,4) pt 12
set linetype 8 lc rgb COLOUR[8] lw 2.4 dt (16,4,3,4) pt 14
do for [i=1:8] { set linetype 8+i lc rgb COLOUR[i] lw 1.2 dt (8,3,2,3,2,3) pt (i > 4 ? i - 4 : 2 * i + 1) }
set linetype 17 lc rgb COLOUR[9] lw 1.2 dt solid pt 2
# 101 to 117: the same, softer; 201 to 217: pending; 301: what nobody is known to hold.
do for [i=1:17] { set linetype 100+i lc rgb SOFT[i > 16 ? 9 : (i-1) % 8 + 1] lw 1 dt solid }
do for [i=1:17] { set linetype 200+i lc rgb SOFT[i > 16 ? 9 : (i-1) % 8 + 1] lw 1.4 dt (2,4) }
set linetype 301 lc rgb "#aaaaaa" lw 1 dt solid

# How wide the arrows of networks are, in INK and MUTED: under 5 %, under 20, up to 50, over it; the
# last is of unknown size.
array ARROW[5] = [1, 1.8, 2.8, 4, 1.2]

# How areas 1 to 9 are filled.
FILL_1 = "solid border lc rgb INK"
FILL_2 = "solid border lc rgb INK"
FILL_3 = "pattern 4 border lc rgb INK"
FILL_4 = "solid border lc rgb INK"
FILL_5 = "pattern 5 border lc rgb INK"
FILL_6 = "solid border lc rgb INK"
FILL_7 = "pattern 2 border lc rgb INK"
FILL_8 = "solid border lc rgb INK"
FILL_9 = "pattern 1 border lc rgb INK"
FILL_SOFT_1 = "pattern 4 border lc rgb INK"  # moved by the size of the capital alone: gained,
FILL_SOFT_2 = "pattern 5 border lc rgb INK"  # and lost
FILL_OPEN_1 = "pattern 4 border lt 101"  # not completed: a round,
FILL_OPEN_2 = "pattern 5 border lt 102"  # and a debt
FILL_REST = "pattern 0 border lc rgb INK"  # what nobody is known to hold

# More options of the terminal that draws each kind of file.
SVG = "dashlength 0.5"
PNG = "fontscale 0.75 pointscale 1.5"
PDF = "fontscale 0.56 linewidth 1.33"
