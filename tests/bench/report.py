"""The results as a table, as Markdown, as JSON and (charts.py) as pictures."""
import dataclasses
import json
import os
import platform
import shutil
import statistics
import subprocess
from pathlib import Path

import charts
import goals

MIB = 1024.0


def median(values):
    return statistics.median(values)


def seconds(value):
    """Three digits, as a person reads them."""
    if value < 1:
        return f"{value * 1000:.3g} ms" if value < .0995 else f"{value * 1000:.0f} ms"
    return f"{value:.3g} s" if value < 99.5 else f"{value:.0f} s"


def memory(kib):
    return f"{kib / MIB:,.0f} MB" if kib >= 10 * MIB else f"{kib / MIB:.1f} MB"


def ratio(mine, theirs, what):
    """The middle of the ratios of the rounds, each taken one after the other."""
    return f"{median([getattr(a, what) / getattr(b, what) for a, b in zip(mine, theirs)]):.2f}"


def line(section, question, peer, times, sizes):
    walls = [time.wall for time in times[peer]]
    middle = median(walls)
    printed = times[peer][-1].bytes
    found = {
        "question": question, "peer": peer, "wall": seconds(middle),
        "spread": f"{seconds(min(walls))} – {seconds(max(walls))}",
        "ratio": "", "CPU ratio": "", "CPU": seconds(median([time.cpu for time in times[peer]])),
        "peak": memory(max(time.peak_kib for time in times[peer])),
        "size": "", "output": ""}
    if peer != "stakeline" and "stakeline" in times:
        for column, what in ("ratio", "wall"), ("CPU ratio", "cpu"):
            found[column] = ratio(times["stakeline"], times[peer], what)
    if question == "import" and peer in sizes.get(section, {}):
        size = sizes[section][peer] / 1e6
        found["size"] = f"{size:,.0f} MB" if size >= 10 else f"{size:.1f} MB"
    if printed > 1_000_000:
        found["output"] = f"{printed / middle / 1e6:.0f} MB/s"
    return found


def lines(bench):
    for section, questions in bench.times.items():
        for question, times in questions.items():
            for peer in sorted(times, key=ORDER.index):
                yield section, line(section, question, peer, times, bench.sizes)


def machine():
    cpu = next((row.split(":")[1].strip() for row in Path("/proc/cpuinfo").read_text().splitlines()
                if row.startswith("model name")), platform.processor())
    memory_kib = int(Path("/proc/meminfo").read_text().split()[1])
    return (f"{os.cpu_count()} CPUs ({cpu}), {memory_kib / MIB / 1024:.0f} GB, "
            f"{platform.system()} {platform.release().split('-')[0]}")


def version(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout.split("\n")[0].strip()
    except OSError:
        return ""


ORDER = ["stakeline", "limit", "sqlite3", "duckdb", "duckdb plain", "pandas", "scipy", "floor", "cat",
         "libcsv"]
PAGE = """# Results

What `tests/bench/run` found last; [README.md](README.md) says what is measured and compared.

![Growth](growth.svg)

![What the others take](ratios.svg)

"""

COLUMNS = ["question", "peer", "wall", "spread", "ratio", "CPU", "CPU ratio", "peak", "size", "output"]


def table(rows):
    """Columns that are as wide as they must be; a question is named once."""
    shown, before = [COLUMNS], None
    for row in rows:
        cells = [row[column] for column in COLUMNS]
        shown.append(["" if cells[0] == before else cells[0], *cells[1:]])
        before = cells[0]
    widths = [max(len(cells[i]) for cells in shown) for i in range(len(COLUMNS))]
    text = []
    for cells in shown:
        text.append("  ".join(cell.ljust(width) if i < 2 else cell.rjust(width)
                              for i, (cell, width) in enumerate(zip(cells, widths))).rstrip())
    return text


def markdown(rows):
    text = ["| " + " | ".join(COLUMNS) + " |", "|---|---" + "|--:" * (len(COLUMNS) - 2) + "|"]
    before = None
    for row in rows:
        cells = [row[column] for column in COLUMNS]
        text.append("| " + " | ".join(["" if cells[0] == before else cells[0], *cells[1:]]) + " |")
        before = cells[0]
    return text


def compared(bench, section):
    rows = bench.rows.get(section, {})
    return ", ".join(f"{question} {count:,}" for question, count in rows.items())


def text_of(bench, peers, form):
    """The whole report; `form` makes lines of rows."""
    heading = "## " if form is markdown else ""
    text = [f"Machine: {machine()}. {version('sqlite3', '--version')[:6]} is the sqlite3 shell's version.",
            "", "Ratio: stakeline's time divided by the other's, the middle of the rounds; under 1 stakeline",
            "is faster. Wall and CPU are the middle of the rounds, peak is their largest."]
    for peer in peers:
        if peer.missing:
            text.append(f"Left out: {peer.name}: {peer.missing}.")
    text += [f"Failed: {failure}." for failure in bench.failures]
    by_section = {}
    for section, row in lines(bench):
        by_section.setdefault(section, []).append(row)
    for section, rows in by_section.items():
        text += ["", heading + section, "", *form(rows)]
        if compared(bench, section):
            text += ["", "Rows that were compared: " + compared(bench, section) + "."]
    text += ["", heading + "goals", "", *goals.lines(bench)]
    text += ["", "All answers agree." if not bench.disagreements else "Answers that do not agree:",
             *bench.disagreements]
    return "\n".join(text) + "\n"


def write(bench, peers, folder):
    """table.txt, RESULTS.md, results.json and the charts."""
    text = text_of(bench, peers, table)
    (folder / "table.txt").write_text(text, encoding="utf-8")
    (folder / "RESULTS.md").write_text(PAGE + text_of(bench, peers, markdown), encoding="utf-8")
    results = {"machine": machine(), "sizes": bench.sizes, "disagreements": bench.disagreements,
               "times": {section: {question: {peer: [dataclasses.asdict(time) for time in taken]
                                              for peer, taken in times.items()}
                                   for question, times in questions.items()}
                         for section, questions in bench.times.items()}}
    (folder / "results.json").write_text(json.dumps(results, indent=1), encoding="utf-8")
    charts.write(bench, folder)


def keep(folder, there):
    """Puts the page and its charts where they are read."""
    for name in ("RESULTS.md", "growth.gp", "growth.svg", "growth.png", "ratios.gp", "ratios.svg",
                 "ratios.png"):
        if (folder / name).exists():
            shutil.copy(folder / name, there / name)
