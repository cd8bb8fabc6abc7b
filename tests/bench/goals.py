"""What is aimed at, as numbers, and whether a run shows it. Nothing fails for it."""
import statistics

M1, M10 = "events 1000000", "events 10000000"
NETWORK = "network 1000000"

# section, question, the other (None: an absolute number of seconds), at most
TIMES = [
    (M1, "import", "duckdb", 1.1), (M10, "import", "duckdb", 1.2),
    (M1, "import", "sqlite3", .5), (M10, "import", "sqlite3", .5),
    (M10, "add", None, .060),
    (M1, "timeline", "limit", 1.3), (M10, "timeline", "limit", 1.3),
    (M1, "holders", "limit", 1.3), (M10, "holders", "limit", 1.3),
    (M1, "snapshot", "limit", 1.5), (M10, "snapshot", "limit", 1.5),
    (M1, "snapshot", "duckdb", .33), (M10, "snapshot", "duckdb", .33),
    (M1, "sourced", "duckdb", .33), (M10, "sourced", "duckdb", .33),
    (M1, "years", "duckdb", 1), (M10, "years", "duckdb", 1),
    (M1, "investors", "duckdb", 1), (M10, "investors", "duckdb", 1),
    (NETWORK, "owners: of a company in a group", None, .1),
    (NETWORK, "owned: by the fund, all of the market", None, 10),
    ("start", "--version", "floor", 1.5), ("start", "holders, of 100 events", "floor", 1.5),
]
PEAKS = [(M1, "import", 300), (M10, "import", 600)]  # MB
OUTPUT = [(M1, "export", 200), (M1, "export ndjson", 200), (M1, "snapshot ndjson", 200)]  # MB/s


def verdict(holds):
    return "holds" if holds else "MISSED"


def walls(bench, section, question, peer="stakeline"):
    return [time.wall for time in bench.times.get(section, {}).get(question, {}).get(peer, [])]


def timed(bench):
    for section, question, other, most in TIMES:
        mine = walls(bench, section, question)
        if not mine:
            continue
        if other is None:
            took = statistics.median(mine)
            yield verdict(took <= most), f"{section}: {question}: {took:.3f} s, at most {most} s"
            continue
        theirs = walls(bench, section, question, other)
        if theirs:
            ratio = statistics.median(a / b for a, b in zip(mine, theirs))
            yield (verdict(ratio <= most),
                   f"{section}: {question}: {ratio:.2f} of {other}, at most {most}")


def grown(bench):
    small, large = walls(bench, M1, "add"), walls(bench, M10, "add")
    if small and large:
        ratio = statistics.median(large) / statistics.median(small)
        yield verdict(ratio <= 1.5), f"add: {ratio:.2f} of a million's at ten million, at most 1.5"


def sized(bench):
    for section, question, most in PEAKS:
        taken = bench.times.get(section, {}).get(question, {}).get("stakeline")
        if taken:
            peak = max(time.peak_kib for time in taken) / 1024
            yield verdict(peak < most), f"{section}: {question}: peak {peak:.0f} MB, under {most} MB"
    for section, question, least in OUTPUT:
        taken = bench.times.get(section, {}).get(question, {}).get("stakeline")
        if taken:
            rate = statistics.median(time.bytes / time.wall for time in taken) / 1e6
            yield verdict(rate > least), f"{section}: {question}: {rate:.0f} MB/s, over {least} MB/s"


def lines(bench):
    found = [*timed(bench), *grown(bench), *sized(bench)]
    return [f"- {said}: {what}" for said, what in found] or ["- no size that they are about was run"]
