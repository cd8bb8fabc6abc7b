#!/usr/bin/env python3
"""Random event logs through the command and through the reference: do they agree?

    run.py STAKELINE [--seeds A-B] [--seconds N] [--shrink] [--keep DIR] [--metamorphic]
    run.py STAKELINE --logs DIR

Without --metamorphic: each seed's log is imported into a fresh database, a random selection of
questions is asked, and the answers are compared with reference.py. With it: laws that need no
reference, such as that the order of rows of different days does not matter. With --logs the logs are
those of a folder: what once differed, cut down. Exit 1 on a difference.
"""
import argparse
import csv
import io
import itertools
import os
import random
import subprocess
import sys
import tempfile
import time

import generate
import reference
import views

NUMBERS = {"change_pct", "stake_pct", "stake_low_pct", "stake_high_pct", "votes_pct", "amount",
           "pre_money", "post_money", "cumulative", "stake_sold_pct", "from_pct", "to_pct",
           "change_pp", "threshold_pct", "direct_pct", "indirect_pct", "total_pct", "total_low_pct",
           "total_high_pct", "stake_after_pct"}
WORDS_ONLY = {"via"}  # names a way that there may be several of
DATES = ["2019-03-01", "2019-12", "2020", "2020-06-15", "2021-01-01", "2021-Q2", "2022-01-01"]


class Command:
    """The binary, and a folder for its databases."""

    def __init__(self, binary, folder):
        self.binary, self.folder = os.path.abspath(binary), folder
        self.numbers = itertools.count()

    def run(self, *words):
        # not the caller's database, language or terminal
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8",
                       "HOME": self.folder}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return subprocess.run([self.binary, *words], capture_output=True, text=True, check=False,
                              env=environment, cwd=self.folder, encoding="utf-8", timeout=120)

    def book(self, *texts):
        """A database with the logs imported in one go; None and the message when refused."""
        number = next(self.numbers)
        database = os.path.join(self.folder, f"{number}.db")
        files = []
        for part, text in enumerate(texts):
            files.append(os.path.join(self.folder, f"{number}-{part}.csv"))
            with open(files[-1], "w", newline="", encoding="utf-8") as file:
                file.write(text)
        done = self.run("--db", database, "import", *files)
        for file in files:
            os.unlink(file)
        if done.returncode != 0:
            return None, f"import exits {done.returncode}: {done.stderr.strip()[:500]}"
        return database, ""

    def ask(self, database, words):
        done = self.run("--db", database, *words, "--format", "csv")
        return done.returncode, done.stdout, done.stderr

    def forget(self, database):
        if database and os.path.exists(database):
            os.unlink(database)


# ---- questions ----

def names(rows):
    issuers = sorted({row["issuer"] for row in rows})
    holders = sorted({row[name] for row in rows for name in ("holder", "counterparty")
                      if row.get(name)})
    return issuers, holders


def options(pick, until, timeline=False):
    words = []
    if pick.random() < .3:
        words += ["--known-by", pick.choice(DATES)]
    if pick.random() < .3:
        words.append(pick.choice(["--pro-forma"] + [f"--pro-forma={status}"
                                                    for status in reference.PENDING]))
    if pick.random() < .3:
        words += [until, pick.choice(DATES)]
    if timeline and pick.random() < .2:
        words += ["--from", pick.choice(DATES)]
    if timeline and pick.random() < .2:
        words.append("--no-dilution")
    return words


def questions(rows, seed):
    """Command lines about a log: each kind of question, plain and with random options."""
    pick = random.Random(f"questions {seed}")
    issuers, holders = names(rows)
    asked = [["timeline", issuer] for issuer in issuers]
    asked += [["holders", issuer] for issuer in issuers]
    asked += [["rounds"], ["timeline", pick.choice(issuers), *options(pick, "--to", True)],
              ["holders", pick.choice(issuers), *options(pick, "--on")],
              ["snapshot", *options(pick, "--on")]]
    rounds = ["rounds"]
    if pick.random() < .5:
        rounds.append(pick.choice(issuers))
    if pick.random() < .3:
        rounds += ["--known-by", pick.choice(DATES)]
    if pick.random() < .3:
        rounds += ["--from", pick.choice(DATES)]
    if len(rounds) > 1:
        asked.append(rounds)
    if holders:
        holder = pick.choice(holders)
        asked.append(["timeline", "--holder", holder, *options(pick, "--to", True)])
        asked.append(["holdings", holder, *options(pick, "--on")])
    return asked + derived_questions(pick, issuers, holders)


REGIMES = ["eu", "sec", "dtr5", "amf", "sebi", "japan", "hk"]


def derived_questions(pick, issuers, holders):
    """What is asked of positions: of each sort one, with random options."""
    everyone = issuers + [name for name in holders if name not in issuers]
    clocks = [word for word in options(pick, "--on")]
    first, second = sorted(pick.sample(DATES, 2), key=lambda date: reference.date_span(date)[0])
    between = ["--from", first] * (pick.random() < .8) + ["--to", second] * (pick.random() < .8)
    asked = [["diff", pick.choice(issuers), *between, *without_on(options(pick, "--on"))],
             ["diff", pick.choice(issuers), "--from", pick.choice(DATES)],
             ["lookthrough", pick.choice(everyone), *clocks],
             ["lookthrough", pick.choice(everyone), "--down", *options(pick, "--on")],
             ["lookthrough", pick.choice(issuers), "--min", pick.choice(["0.5", "5", "20"])],
             ["control", pick.choice(everyone), *options(pick, "--on")],
             ["control", pick.choice(issuers)],
             ["thresholds", pick.choice(issuers), "--regime", pick.choice(REGIMES),
              *options(pick, "--on")],
             ["thresholds", pick.choice(issuers), *pick.choice([["--regime", "amf"],
                                                               ["--at", "5,10,1/3,50"]]),
              *["--votes"] * (pick.random() < .4)],
             ["deals"], ["deals", pick.choice(everyone)]]
    if pick.random() < .5:
        asked.append(["deals", "--open", "--known-by", pick.choice(DATES)])
        asked.append(["deals", *between, "--status", pick.choice(["completed", "announced,cancelled"])])
    return asked


def every_regime(rows):
    """What a kept log is asked besides: a crossing shows under one regime and not another."""
    return [["thresholds", issuer, "--regime", regime, *more] for issuer in names(rows)[0]
            for regime in REGIMES for more in ([], ["--votes", "--pro-forma"])]


def without_on(words):
    at = words.index("--on") if "--on" in words else len(words)
    return words[:at] + words[at + 2:]


# ---- comparing ----

def same(name, mine, theirs, exact):
    if mine == theirs:
        return True
    if name == "shares" and exact is not None:
        # a number of shares that lies half-way may be rounded either way
        return (theirs.isdigit() and abs(int(theirs) - exact)
                <= 0.5 + 1e-6 + abs(float(exact)) * 1e-12)
    if name in WORDS_ONLY:
        return True
    if name in NUMBERS and mine and theirs:
        try:
            return abs(float(mine) - float(theirs)) <= max(1e-5, 1e-12 * abs(float(mine)))
        except ValueError:
            return False
    return False


def tie_order(row):
    """Cap table rows of one printed stake may come in either order."""
    return [row.get("issuer", ""), row["stake_pct"] == "",
            -round(float(row["stake_pct"] or 0), 4), row["holder"] == "(undisclosed)",
            row["issuer"] if "issuer" in row else "", row["holder"], row["class"]]


def compare(log, words, code, out):
    """None, or what differs between the reference's answer and the command's."""
    columns, wanted = views.ask(log, words) or reference.ask(log, words)
    mine = [dict(zip(columns, cells)) for cells in reference.table(columns, wanted)]
    read = csv.reader(io.StringIO(out))
    header = next(read, None)
    if header != columns:
        return f"columns: reference {','.join(columns)}\n         command   {header}"
    theirs = [dict(zip(columns, cells)) for cells in read]
    if code != (0 if wanted else 1):
        return f"exit status {code}, {len(wanted)} rows in the reference"
    if words[0] == "thresholds":  # holders moved by one event may come in any order
        mine, theirs = (sorted(rows, key=lambda row: [row[name] for name in (
            "date", "holder", "of", "direction", "threshold_pct", "kind")]) for rows in (mine, theirs))
    exact = [row.get("shares") for row in wanted]
    lines = different(columns, mine, theirs, exact)
    if lines and words[0] in ("holders", "holdings", "snapshot") and len(mine) == len(theirs):
        order = sorted(range(len(mine)), key=lambda number: tie_order(mine[number]))
        stakes = [row["stake_pct"] for row in theirs if row["holder"] != "(undisclosed)"]
        if words[0] == "snapshot" or stakes == sorted(stakes, key=lambda stake: (
                stake == "", -float(stake or 0))):
            lines = different(columns, [mine[number] for number in order],
                              sorted(theirs, key=tie_order), [exact[number] for number in order])
    return "\n".join(lines) or None


def different(columns, mine, theirs, exact):
    lines = []
    for number, (left, right) in enumerate(itertools.zip_longest(mine, theirs)):
        if left is None or right is None:
            whose, row = ("command", right) if left is None else ("reference", left)
            lines.append(f"row {number + 1}: only the {whose} has " + ",".join(row.values()))
            continue
        cells = [f"{name}: reference '{left[name]}', command '{right[name]}'" for name in columns
                 if not same(name, left[name], right[name], exact[number])]
        if cells:
            lines.append(f"row {number + 1} ({left.get('date', '')} {left.get('kind', '')} "
                         f"{left.get('holder', '')}): " + "; ".join(cells))
    return lines


def parse(rows):
    read = csv.DictReader(io.StringIO(generate.to_csv(rows)))
    return [reference.parse_event(seq, row) for seq, row in enumerate(read)]


def difference(command, rows, words):
    """What differs for one question, from the import on; None when nothing does."""
    issuers, holders = names(rows)
    operand = next((word for word in words[1:2] if not word.startswith("-")), None)
    if operand and operand not in issuers + holders:
        return None
    if "--holder" in words and words[words.index("--holder") + 1] not in issuers + holders:
        return None
    database, message = command.book(generate.to_csv(rows))
    try:
        if database is None:
            return message
        code, out, errors = command.ask(database, words)
        if code not in (0, 1):
            return f"exit status {code}: {errors.strip()[:500]}"
        return compare(parse(rows), words, code, out)
    finally:
        command.forget(database)


def shrink(command, rows, words, limit=60):
    """Fewer rows, options and cells, while a difference stays (of the same sort: a log that is
    refused only because of what was cut is of no use)."""
    until = time.monotonic() + limit
    sort = (difference(command, rows, words) or "").partition(" ")[0]

    def fails(candidate, question):
        if not candidate or time.monotonic() > until:
            return False
        found = difference(command, candidate, question)
        return found is not None and found.partition(" ")[0] == sort

    changed = True
    while changed and time.monotonic() < until:
        changed = False
        chunk = max(1, len(rows) // 2)
        while chunk:
            at = 0
            while at < len(rows):
                candidate = rows[:at] + rows[at + chunk:]
                if fails(candidate, words):
                    rows, changed = candidate, True
                else:
                    at += chunk
            chunk //= 2
    for number in range(len(words) - 1, 0, -1):
        if words[number].startswith("--") and words[number] != "--holder":
            width = 1 if words[number].startswith(("--pro-forma", "--no-dilution")) else 2
            candidate = words[:number] + words[number + width:]
            if fails(rows, candidate):
                words = candidate
    for number in range(len(rows)):
        for name in generate.COLUMNS:
            if rows[number].get(name) and name not in ("date", "kind", "issuer"):
                candidate = [dict(row) for row in rows]
                candidate[number].pop(name)
                if name in ("amount", "pre_money", "post_money", "price") and not any(
                        candidate[number].get(other) for other in ("amount", "pre_money",
                                                                   "post_money", "price")):
                    candidate[number].pop("currency", None)
                if fails(candidate, words):
                    rows = candidate
    return rows, words


def report(arguments, seed, rows, words, found):
    path = os.path.join(arguments.keep, f"differs-{seed}".removesuffix(".csv") + ".csv")
    with open(path, "w", newline="", encoding="utf-8") as file:
        file.write(generate.to_csv(rows))
    print(f"{seed}: {' '.join(words)}: differs; the log is {path}")
    print("\n".join("    " + line for line in found.splitlines()[:6]))
    if len(rows) <= 8:
        for row in rows:
            print("    | " + " ".join(f"{name}={value}" for name, value in row.items() if value))
    sys.stdout.flush()


def compare_seed(command, arguments, seed):
    rows = generate.generate(seed)
    return compare_log(command, arguments, seed, rows, questions(rows, seed))


def compare_kept(command, arguments, path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = [{name: cell for name, cell in row.items() if cell} for row in csv.DictReader(file)]
    name = os.path.basename(path)
    return compare_log(command, arguments, name, rows, questions(rows, name) + every_regime(rows))


def compare_log(command, arguments, seed, rows, asked):
    database, message = command.book(generate.to_csv(rows))
    if database is None:
        report(arguments, seed, rows, ["import"], message)
        return 1
    log = None
    try:
        for words in asked:
            code, out, errors = command.ask(database, words)
            if code not in (0, 1):
                found = f"exit status {code}: {errors.strip()[:500]}"
            else:
                log = log or parse(rows)
                found = compare(log, words, code, out)
            if found:
                if arguments.shrink:
                    rows, words = shrink(command, rows, words)
                    found = difference(command, rows, words) or found
                report(arguments, seed, rows, words, found)
                return 1
    finally:
        command.forget(database)
    return 0


# ---- laws ----

def answers(command, database, asked):
    return [(words, *command.ask(database, words)[:2]) for words in asked]


def plain_questions(rows):
    issuers, holders = names(rows)
    asked = [["snapshot"], ["rounds"], ["snapshot", "--known-by", "2020-06-15", "--pro-forma"]]
    asked += [[what, issuer] for issuer in issuers for what in ("timeline", "holders")]
    asked += [["timeline", "--holder", holder] for holder in holders]
    asked += [["holdings", holder] for holder in holders[:2]]
    return asked


def first_difference(left, right):
    for (words, code, out), (_, other_code, other) in zip(left, right):
        if (code, out) != (other_code, other):
            pairs = itertools.zip_longest(out.splitlines(), other.splitlines())
            line = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
            return f"{' '.join(words)}: exit {code} and {other_code}\n- {line[0]}\n+ {line[1]}"
    return None


def same_answers(command, rows, other_texts, asked=None, change=lambda out: out):
    """Does the log say the same when it is written in the other way?"""
    asked = asked or plain_questions(rows)
    one, message = command.book(generate.to_csv(rows))
    two, other_message = command.book(*other_texts)
    try:
        if one is None or two is None:
            return message or other_message
        left = [(words, code, change(out)) for words, code, out in answers(command, one, asked)]
        return first_difference(left, answers(command, two, asked))
    finally:
        command.forget(one)
        command.forget(two)


def effective(row):
    return reference.date_span(row["date"])[0]


def shuffling_rows_of_different_days_changes_nothing(command, seed):
    rows = generate.generate(seed, distinct_known=True)
    pick = random.Random(f"shuffle {seed}")
    days = {}
    for row in rows:
        days.setdefault(effective(row), []).append(row)
    queues = [list(day) for day in days.values()]
    shuffled = []
    while queues:  # the order within a day stays
        queue = pick.choice(queues)
        shuffled.append(queue.pop(0))
        queues = [queue for queue in queues if queue]
    # one spelling and one currency a name, so the order of arrival shows in nothing else
    return same_answers(command, rows, [generate.to_csv(shuffled)])


def splitting_a_file_in_two_changes_nothing(command, seed):
    rows = generate.generate(seed)
    at = random.Random(f"split {seed}").randrange(len(rows) + 1)
    return same_answers(command, rows, [generate.to_csv(rows[:at]), generate.to_csv(rows[at:])])


def crlf_for_lf_changes_nothing(command, seed):
    rows = generate.generate(seed)
    return same_answers(command, rows, [generate.to_csv(rows, "\r\n")])


def an_export_imports_to_the_same_answers(command, seed):
    rows = generate.generate(seed)
    database, message = command.book(generate.to_csv(rows))
    if database is None:
        return message
    done = command.run("--db", database, "export", "events")
    command.forget(database)
    if done.returncode != 0:
        return f"export events exits {done.returncode}: {done.stderr.strip()}"
    return same_answers(command, rows, [done.stdout])


def scaling_every_share_count_keeps_the_stakes(command, seed):
    rows = generate.generate(seed)
    scaled = [dict(row) for row in rows]
    for row in scaled:
        for name in ("shares", "outstanding"):
            if row.get(name):
                row[name] = str(int(row[name]) * 1000)
    asked = [["timeline", issuer] for issuer in names(rows)[0]] + [["rounds"]]
    one, message = command.book(generate.to_csv(rows))
    two, other_message = command.book(generate.to_csv(scaled))
    try:
        if one is None or two is None:
            return message or other_message
        for words in asked:
            left, right = command.ask(one, words), command.ask(two, words)
            if left[0] != right[0]:
                return f"{' '.join(words)}: exit {left[0]} and {right[0]}"
            pairs = [list(csv.DictReader(io.StringIO(out))) for out in (left[1], right[1])]
            lines = different([name for name in (pairs[0][0] if pairs[0] else {})
                               if name != "shares"], pairs[0], pairs[1],
                              [None] * max(len(pairs[0]), len(pairs[1])))
            if lines:
                return f"{' '.join(words)}:\n" + "\n".join(lines)
        return None
    finally:
        command.forget(one)
        command.forget(two)


def renaming_entities_only_renames(command, seed):
    rows = generate.generate(seed)
    issuers, holders = names(rows)
    # the new names sort as the old ones do
    renamed = {name: f"{name} & Söhne" for name in issuers + holders}
    other = [dict(row, **{column: renamed[row[column]]
                          for column in ("issuer", "holder", "counterparty") if row.get(column)})
             for row in rows]
    asked = [["snapshot"], ["rounds"]]
    one, message = command.book(generate.to_csv(rows))
    two, other_message = command.book(generate.to_csv(other))

    def rename(out):
        read = list(csv.reader(io.StringIO(out)))
        header = read[0]
        for cells in read[1:]:
            for at, name in enumerate(header):
                if name in ("issuer", "holder"):
                    cells[at] = renamed.get(cells[at], cells[at])
                elif name in ("investors", "leads") and cells[at]:
                    cells[at] = "; ".join(renamed[part] for part in cells[at].split("; "))
        return read

    try:
        if one is None or two is None:
            return message or other_message
        asked += [[what, issuer] for issuer in issuers for what in ("timeline", "holders")]
        for words in asked:
            left = command.ask(one, words)
            right = command.ask(two, [renamed.get(word, word) for word in words])
            if left[0] != right[0] or rename(left[1]) != list(csv.reader(io.StringIO(right[1]))):
                return f"{' '.join(words)}: more than the names changed"
        return None
    finally:
        command.forget(one)
        command.forget(two)


def asking_twice_gives_the_same_bytes(command, seed):
    rows = generate.generate(seed)
    return same_answers(command, rows, [generate.to_csv(rows)])


def a_timeline_ends_at_the_cap_table(command, seed):
    """The last row of a position, when known, is what `holders` lists (or 0, and it does not), unless
    no capital is left."""
    rows = generate.generate(seed)
    database, message = command.book(generate.to_csv(rows))
    if database is None:
        return message
    try:
        for issuer in names(rows)[0]:
            lines = list(csv.DictReader(io.StringIO(command.ask(database, ["timeline",
                                                                           issuer])[1])))
            table = {(row["holder"], row["class"]): row["stake_pct"] for row in
                     csv.DictReader(io.StringIO(command.ask(database, ["holders", issuer])[1]))}
            last = {}
            for row in lines:
                if row["kind"] == "found":
                    last = {}
                elif "pending" not in row["flag"] and row["holder"]:
                    if row["kind"] in reference.MOVING or row["kind"] == "dilution":
                        last[row["holder"], row["class"]] = row
            for key, row in last.items():
                if row["stake_pct"] and row["stake_high_pct"] == "0":
                    if key in table:
                        return f"{issuer}: {key} is at 0 and listed"
                elif row["stake_pct"] and table.get(key) not in (row["stake_pct"], ""):
                    return f"{issuer}: {key} ends at {row['stake_pct']}, listed {table.get(key)}"
        return None
    finally:
        command.forget(database)


def taking_an_import_back_leaves_no_trace(command, seed):
    """Nor does importing a file a second time."""
    rows = generate.generate(seed)
    at = random.Random(f"undo {seed}").randrange(1, len(rows) + 1)
    first, second = generate.to_csv(rows[:at]), generate.to_csv(rows[at:] or rows[:1])
    database, message = command.book(first)
    if database is None:
        return message
    asked = [*plain_questions(rows[:at]), ["export", "events"], ["entities"]]
    try:
        before = answers(command, database, asked)
        for text in (second, first):
            path = os.path.join(command.folder, "again.csv")
            with open(path, "w", newline="", encoding="utf-8") as file:
                file.write(text)
            done = command.run("--db", database, "import", path)
            os.unlink(path)
            if done.returncode != 0:
                return f"import exits {done.returncode}: {done.stderr.strip()[:300]}"
            number = done.stdout.rpartition("#")[2].strip()
            if text is second and number.isdigit():
                done = command.run("--db", database, "undo", number)
            if done.returncode != 0:
                return f"undo exits {done.returncode}: {done.stderr.strip()[:300]}"
            found = first_difference(before, answers(command, database, asked))
            if found:
                return found
        return None
    finally:
        command.forget(database)


LAWS = [
    taking_an_import_back_leaves_no_trace,
    shuffling_rows_of_different_days_changes_nothing,
    splitting_a_file_in_two_changes_nothing,
    crlf_for_lf_changes_nothing,
    an_export_imports_to_the_same_answers,
    scaling_every_share_count_keeps_the_stakes,
    renaming_entities_only_renames,
    asking_twice_gives_the_same_bytes,
    a_timeline_ends_at_the_cap_table,
]


def check_laws(command, arguments, seed):
    wrong = 0
    for law in LAWS:
        found = law(command, seed)
        if found:
            wrong += 1
            print(f"seed {seed}: {law.__name__.replace('_', ' ')}: it does\n    "
                  .replace(": it does", ": not so")
                  + "\n    ".join(found.splitlines()[:6]), flush=True)
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("binary")
    parser.add_argument("--seeds", default="1-200", help="the range of seeds (A-B)")
    parser.add_argument("--seconds", type=float, help="stop after so long, counted as success")
    parser.add_argument("--shrink", action="store_true", help="cut a differing log down")
    parser.add_argument("--keep", default=tempfile.gettempdir(), help="where differing logs go")
    parser.add_argument("--logs", help="compare the logs of this folder, not random ones")
    parser.add_argument("--metamorphic", action="store_true", help="check the laws instead")
    parser.add_argument("--most", type=int, default=10, help="stop after so many differences")
    arguments = parser.parse_args()
    first, _, last = arguments.seeds.partition("-")
    until = time.monotonic() + arguments.seconds if arguments.seconds else None
    check = check_laws if arguments.metamorphic else compare_seed
    subjects = range(int(first), int(last or first) + 1)
    if arguments.logs:
        check = compare_kept
        subjects = sorted(os.path.join(arguments.logs, name)
                          for name in os.listdir(arguments.logs) if name.endswith(".csv"))
    done = wrong = 0
    with tempfile.TemporaryDirectory(prefix="stakeline-property-") as folder:
        command = Command(arguments.binary, folder)
        for subject in subjects:
            if (until and time.monotonic() > until) or wrong >= arguments.most:
                break
            wrong += check(command, arguments, subject)
            done += 1
    print(f"{done} {'logs' if arguments.logs else 'seeds'}, {wrong} differences")
    return 1 if wrong or not done else 0


if __name__ == "__main__":
    sys.exit(main())
