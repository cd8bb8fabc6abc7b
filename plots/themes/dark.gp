# The theme "dark": for pages of light text on black. "chart --style FILE" puts a changed copy of this
# file in its place; what a copy leaves out is as here.

FACE = "sans-serif"             # the font; for Chinese, Japanese or Arabic names it or the
                                # system's next choice must have their letters
PAPER = "#161616"               # behind everything
INK = "#e8e8e6"                 # titles and names
MUTED = "#a9adb3"               # axes and notes
GRID = "#3a3d42"
EDGE = "#161616"                # between areas
BAND = 0.3                      # how solid a range is
SIGNS = 0                       # 1: lines carry signs, for eyes and printers without colours
PLATES = 0                      # 1: names on areas stand on a plate of paper

# The first eight are for the lines and areas, the largest first, the ninth is for the others added
# up. They are light kin of Okabe and Ito's colours, which readers with any colour vision tell apart.
array COLOUR[9] = ["#5aaaf0", "#ff9650", "#36c79c", "#eaa6cd", "#f2c849", "#a6dcff", "#d8d8d8", "#d77ba6", "#a0a0a0"]
# Softer: what moved by the size of the capital alone, and (dashed) what is pending.
array SOFT[9] = ["#40729d", "#a6653a", "#2a8469", "#996f87", "#9e8436", "#6f91a6", "#8e8e8e", "#8e556f", "#6c6c6c"]
# Areas, and the ink that is read on them.
array AREA[9] = ["#5aaaf0", "#ff9650", "#36c79c", "#eaa6cd", "#f2c849", "#a6dcff", "#d8d8d8", "#d77ba6", "#a0a0a0"]
array ON[9] = ["#161616", "#161616", "#161616", "#161616", "#161616", "#161616", "#161616", "#161616", "#161616"]

# 1 to 8: lines; 9 to 16: if there are more; 17: the others added up. pt: their signs.
set linetype 1 lc rgb COLOUR[1] lw 3 dt solid pt 7
set linetype 2 lc rgb COLOUR[2] lw 2.4 dt solid pt 7
set linetype 3 lc rgb COLOUR[3] lw 2 dt solid pt 7
set linetype 4 lc rgb COLOUR[4] lw 3 dt (14,4) pt 7
set linetype 5 lc rgb COLOUR[5] lw 2.4 dt (18,4,4,4) pt 7
set linetype 6 lc rgb COLOUR[6] lw 3 dt (8,3) pt 7
set linetype 7 lc rgb COLOUR[7] lw 1.6 dt solid pt 7
set linetype 8 lc rgb COLOUR[8] lw 2 dt (18,3) pt 7
do for [i=1:8] { set linetype 8+i lc rgb COLOUR[i] lw 1.6 dt (6,3,2,3) pt 6 }
set linetype 17 lc rgb COLOUR[9] lw 1.6 dt (12,4,2,4) pt 7
# 101 to 117: the same, softer; 201 to 217: pending; 301: what nobody is known to hold.
do for [i=1:17] { set linetype 100+i lc rgb SOFT[i > 16 ? 9 : (i-1) % 8 + 1] lw 1.4 dt solid }
do for [i=1:17] { set linetype 200+i lc rgb SOFT[i > 16 ? 9 : (i-1) % 8 + 1] lw 1.8 dt (4,4) }
set linetype 301 lc rgb "#55585e" lw 1 dt solid

# How wide the arrows of networks are, in INK and MUTED: under 5 %, under 20, up to 50, over it; the
# last is of unknown size.
array ARROW[5] = [1, 1.8, 2.8, 4, 1.2]

# How areas 1 to 9 are filled.
FILL_1 = "solid border lc rgb PAPER"
FILL_2 = "solid border lc rgb PAPER"
FILL_3 = "solid border lc rgb PAPER"
FILL_4 = "solid border lc rgb PAPER"
FILL_5 = "solid border lc rgb PAPER"
FILL_6 = "solid border lc rgb PAPER"
FILL_7 = "solid border lc rgb PAPER"
FILL_8 = "solid border lc rgb PAPER"
FILL_9 = "solid border lc rgb PAPER"
FILL_SOFT_1 = "solid border lc rgb PAPER"  # moved by the size of the capital alone: gained,
FILL_SOFT_2 = "solid border lc rgb PAPER"  # and lost
FILL_OPEN_1 = "transparent pattern 4 border lt 101"  # not completed: a round,
FILL_OPEN_2 = "transparent pattern 4 border lt 102"  # and a debt
FILL_REST = "transparent pattern 4 noborder"  # what nobody is known to hold

# More options of the terminal that draws each kind of file.
SVG = "dashlength 0.5"
PNG = "fontscale 0.75 pointscale 1.5"
PDF = "fontscale 0.56 linewidth 1.33"
