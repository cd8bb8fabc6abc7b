"""Two charts with gnuplot, in the style of stakeline's own: growth, and ratios."""
import shutil
import statistics
import subprocess
import sys

NAMES = ["stakeline", "limit", "sqlite3", "duckdb", "pandas"]
GROWING = {"import": "Import", "add": "A hundred events more", "timeline": "One company's timeline",
           "snapshot": "Every position on a date", "years": "Totals by year",
           "investors": "Totals by investor"}

STYLE = """# "gnuplot FILE" draws it to {name}.svg; gnuplot -e "OUT='{name}.png'" FILE to a PNG.
W = 960; H = {height}
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
if (!exists("OUT")) OUT = "{name}.svg"
if (OUT[strlen(OUT)-3:*] eq ".png") \\
    set terminal pngcairo size W,H font PLAIN_12 noenhanced background rgb PAPER; \\
else \\
    set terminal svg size W,H dashlength 0.5 font PLAIN_12 noenhanced background rgb PAPER
set output OUT
set border 3 lc rgb MUTED lw 1
set tics nomirror out scale 0.5 font PLAIN_12 tc rgb MUTED
set grid lt 1 lc rgb GRID lw 0.8 dt solid
unset key
"""


def middles(bench, question):
    """Points by peer: events and the middle wall time."""
    found = {}
    for section, questions in bench.times.items():
        if not section.startswith("events "):
            continue
        for peer, times in questions.get(question, {}).items():
            middle = statistics.median(time.wall for time in times)
            found.setdefault(peer, []).append((int(section.split()[1]), middle))
    return {peer: sorted(points) for peer, points in found.items()}


def blocks(found, prefix):
    """The points as gnuplot's data blocks, and what draws them."""
    text, plots = [], []
    for at, peer in enumerate(NAMES, 1):
        if peer in found:
            text.append(f"${prefix}{at} << EOD")
            text += [f"{events} {wall:.6f}" for events, wall in found[peer]]
            text.append("EOD")
            plots.append(f"${prefix}{at} using 1:2 with linespoints lt {at}")
    return text, plots


def growth(bench):
    shown = {question: found for question in GROWING if (found := middles(bench, question))}
    sizes = sorted({events for found in shown.values() for points in found.values()
                    for events, _ in points})
    text = [STYLE.format(name="growth", height=660), "set multiplot",
            'set label "Growth" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK',
            'set label "Seconds for events in the log, both by powers of ten; whole processes" '
            "at screen px(20), screen py(52) left font PLAIN_13 tc rgb MUTED"]
    for at, peer in enumerate(NAMES, 1):
        x = 20 + 120 * (at - 1)
        text.append(f"set arrow from screen px({x}), screen py(76) to screen px({x + 18}), "
                    f"screen py(76) nohead lt {at}")
        text.append(f'set label "{peer}" at screen px({x + 24}), screen py(76) left tc rgb INK')
    tics = ", ".join(f'"{events // 1000}k" {events}' if events < 1_000_000
                     else f'"{events // 1_000_000}M" {events}' for events in sizes)
    text += ["set logscale xy", f"set xrange [{sizes[0] * .7}:{sizes[-1] * 1.4}]",
             f"set xtics ({tics})", 'set format y "%g s"', "set yrange [0.001:300]",
             'set ytics ("1 ms" 0.001, "10 ms" 0.01, "100 ms" 0.1, "1 s" 1, "10 s" 10, "100 s" 100)']
    for number, (question, found) in enumerate(shown.items()):
        left, top = 76 + 308 * (number % 3), 130 + 275 * (number // 3)
        data, plots = blocks(found, f"p{number}_")
        text += data
        text += [f"set lmargin at screen px({left}); set rmargin at screen px({left + 232})",
                 f"set tmargin at screen py({top}); set bmargin at screen py({top + 200})",
                 f'set title "{GROWING[question]}" font BOLD_13 tc rgb INK offset 0,-0.5',
                 "plot " + ", ".join(plots)]
        if number == 0:
            text += ["unset label", "unset arrow"]
    return text + ["unset multiplot", "unset output"]


def ratios(bench):
    """How many times as long the others take, on the largest log."""
    section = max((section for section in bench.times if section.startswith("events ")),
                  key=lambda name: int(name.split()[1]))
    rows = []
    for question, title in GROWING.items():
        times = bench.times[section].get(question, {})
        for at, peer in enumerate(NAMES[1:], 2):
            if peer in times and "stakeline" in times:
                many = statistics.median(b.wall / a.wall
                                         for a, b in zip(times["stakeline"], times[peer]))
                rows.append((title if not rows or rows[-1][3] != question else "", peer, many, question,
                             at))
    height = 130 + 22 * len(rows)
    text = [STYLE.format(name="ratios", height=height),
            'set label "What the others take" at screen px(20), screen py(28) left font BOLD_18 tc rgb INK',
            f'set label "Wall time divided by that of stakeline, {int(section.split()[1]):,} events: right '
            'of the line they are slower" at screen px(20), screen py(52) left font PLAIN_13 tc rgb MUTED',
            "set lmargin at screen px(350); set rmargin at screen px(900)",
            f"set tmargin at screen py(80); set bmargin at screen py({height - 40})",
            "set border 1 lc rgb MUTED", "unset ytics", "set logscale x", "set xrange [0.1:200]",
            'set xtics ("1/10" 0.1, "1/3" 0.333, "1" 1, "3" 3, "10" 10, "30" 30, "100" 100)',
            f"set yrange [{len(rows)}:-1]", "set grid xtics noytics",
            "set arrow from 1, graph 0 to 1, graph 1 nohead lc rgb INK lw 1.2 front"]
    for y, (title, peer, many, _, at) in enumerate(rows):
        text.append(f'set label "{title}" at screen px(20), first {y} left font BOLD_13 tc rgb INK')
        text.append(f'set label "{peer}" at screen px(338), first {y} right tc rgb INK')
        text.append(f"set object rectangle from 1, {y - .35} to {many:.4f}, {y + .35} fc lt {at} "
                    "fs solid noborder")
        text.append(f'set label "{many:.{2 if many < 10 else 0}f}" at {max(many, 1) * 1.05:.4f}, {y} left tc rgb INK')
    return text + ["plot -100 notitle", "unset output"]


def write(bench, folder):
    """growth and ratios as .gp, .svg and .png; without gnuplot the scripts alone."""
    if not any(section.startswith("events ") for section in bench.times):
        return
    for name, made in ("growth", growth(bench)), ("ratios", ratios(bench)):
        script = folder / f"{name}.gp"
        script.write_text("\n".join(made) + "\n", encoding="utf-8")
        if shutil.which("gnuplot") is None:
            continue
        for form in "svg", "png":
            done = subprocess.run(["gnuplot", "-e", f"OUT='{name}.{form}'", script.name], cwd=folder,
                                  capture_output=True, text=True, check=False)
            if done.returncode != 0 or done.stderr:
                print(f"bench: {script}: {done.stderr.strip()}", file=sys.stderr)
