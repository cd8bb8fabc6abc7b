"""Which questions are timed, in which order, and what is kept of it."""
import csv
import itertools
import re
import sqlite3
import subprocess
import sys

import answers
import measure
from measure import Job

ON = "2015-06-30"
OUTPUT = ["export", "export ndjson", "snapshot ndjson"]
QUESTIONS = ["timeline", "holders", "snapshot", "sourced", "years", "investors", *OUTPUT]
FUND = "Universal Fund"
SHORT = ["timeline", "holders"]  # what takes milliseconds is asked FEW times as often
FEW = 3
ADDED = 100
LARGE = 2_000_000  # events: with more of them rounds are few, and the rate of output is known


class Bench:
    """Results by section ("events 1000000"), question and peer: the times round by round."""

    def __init__(self, folder, programs, say):
        self.folder, self.programs, self.say = folder, programs, say
        self.times, self.sizes, self.rows = {}, {}, {}
        self.disagreements, self.failures = [], []
        self.turn = itertools.count()
        (folder / "answers").mkdir(parents=True, exist_ok=True)

    def program(self, name):
        return self.programs / f"bench-{name}"

    def made(self, name, program, *arguments):
        """A generated file; one that is there is not made again."""
        path = self.folder / name
        if not path.exists():
            self.say(f"making {path}")
            part = path.with_suffix(".part")
            with open(part, "wb") as out:
                subprocess.run([self.program(program), *map(str, arguments)], stdout=out, check=True)
            part.rename(path)
        return path

    # -- one measurement, one round of them --

    def take(self, section, question, peer, job):
        out = self.folder / "answers" / (re.sub(r"\W+", "-", f"{question}-{peer}").strip("-") + ".out")
        time = measure.run(self.program("clock"), job, out)
        self.times.setdefault(section, {}).setdefault(question, {}).setdefault(peer, []).append(time)
        self.say(f"{section}: {question}: {peer} {time.wall:.3f} s")
        return out

    def round(self, section, question, peers, job_of):
        """Asks the peers in turn, another one first each time, and compares what they answer."""
        first = next(self.turn)
        found = {}
        peers = [peer for peer in peers if not peer.missing]
        for i in range(len(peers)):
            peer = peers[(first + i) % len(peers)]
            job = job_of(peer)
            if job is None:
                continue
            try:
                found[peer.name] = self.take(section, question, peer.name, job)
            except measure.Failed as error:
                if peer.name == "stakeline":
                    raise
                self.failures.append(f"{section}: {question}: {peer.name}: {error}")
                print(f"bench: {self.failures[-1]}", file=sys.stderr)
        if len(self.times[section][question]["stakeline"]) == 1:
            self.compare(section, question, found)

    def compare(self, section, question, found):
        name = question.split(":")[0]
        mine = answers.read(name, found["stakeline"])
        if mine is None:
            return
        self.rows.setdefault(section, {})[question] = mine[0] if isinstance(mine, tuple) else len(mine)
        wrong = answers.faults(name, mine)
        for peer, path in found.items():
            if peer != "stakeline" and not answers.agree(name, mine, answers.read(name, path)):
                wrong = f"{peer} and stakeline do not agree"
                path.rename(path.with_suffix(".wrong"))
                found["stakeline"].rename(path.with_suffix(".mine"))
                break
        if wrong:
            self.disagreements.append(f"{section}: {question}: {wrong}")
            print(f"bench: {self.disagreements[-1]}", file=sys.stderr)

    def load(self, section, peers, csv_file, rounds):
        for _ in range(rounds):
            for peer in peers:
                if not peer.missing:
                    peer.clear(peer.store(self.folder))
            self.round(section, "import", peers,
                       lambda peer: peer.load(peer.store(self.folder), csv_file))
        for peer in peers:
            if not peer.missing:
                store = peer.store(self.folder)
                self.sizes.setdefault(section, {})[peer.name] = sum(
                    path.stat().st_size for path in store.parent.glob(store.name + "*"))

    def ask(self, section, peers, rounds, question, label=None):
        for _ in range(rounds):
            self.round(section, label or question["name"], peers,
                       lambda peer: peer.ask(peer.store(self.folder), question))

    # -- sections --

    def company(self, store):
        """A company of about a hundred events, all of them on stakes in per cent."""
        db = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        with db:
            found = db.execute(
                "SELECT name FROM (SELECT issuer, count(*) AS n FROM event GROUP BY issuer)"
                " JOIN entity ON id = issuer WHERE name LIKE '% plc'"
                " ORDER BY abs(n - 100), name LIMIT 1").fetchone()
        db.close()
        return found[0]

    def events(self, size, seed, peers, rounds, only):
        section = f"events {size}"
        file = self.made(f"events-{size}-{seed}.csv", "events", size, seed)
        rounds = min(rounds, 3) if size > LARGE else rounds
        self.load(section, peers, file, min(rounds, 2) if size > LARGE else rounds)
        limit = next(peer for peer in peers if peer.name == "limit")
        issuer = self.company(limit.store(self.folder))
        for name in QUESTIONS:
            if (only and name not in only) or (size > LARGE and name in OUTPUT):
                continue
            question = {"name": name, "issuer": issuer}
            if name in ("holders", "snapshot", "sourced", "snapshot ndjson"):
                question["on"] = ON
            self.ask(section, peers, rounds * FEW if name in SHORT else rounds, question)
        if not only or "add" in only:
            for number in range(rounds * FEW):
                more = self.more(file, number)
                self.round(section, "add", peers,
                           lambda peer: peer.add(peer.store(self.folder), more))

    def more(self, file, number):
        """A hundred rows about entities that the book has, on days that it has not."""
        path = self.folder / f"more-{number}.csv"
        with open(file, newline="", encoding="utf-8") as source, \
                open(path, "w", newline="", encoding="utf-8") as out:
            rows = csv.reader(source)
            writer = csv.writer(out, lineterminator="\n")
            header = next(rows)
            writer.writerow(header)
            kind = header.index("kind")
            holdings = (row for row in rows if row[kind] == "holding")
            for day, row in enumerate(itertools.islice(holdings, ADDED)):
                writer.writerow([f"{2030 + number}-{day // 28 + 1:02d}-{day % 28 + 1:02d}", "",
                                 *row[2:]])
        return path

    def network(self, companies, seed, peers, rounds):
        section = f"network {companies}"
        file = self.made(f"network-{companies}-{seed}.csv", "network", companies, seed)
        with open(file, newline="", encoding="utf-8") as rows:
            issuers = (row["issuer"] for row in csv.DictReader(rows))
            core = next(issuers)
            for group in issuers:
                pass
        self.load(section, peers, file, max(1, rounds // 2))
        for label, question in {"owners: of a company in a group": ("owners", group),
                                "owners: of a company in the core": ("owners", core),
                                "owned: by the fund, all of the market": ("owned", FUND)}.items():
            self.ask(section, peers, rounds, {"name": question[0], "issuer": question[1]}, label)

    def start(self, stakeline, rounds):
        """How long a process takes that has next to nothing to do."""
        section = "start"
        file = self.made("events-100-1.csv", "events", 100, 1)
        store = stakeline.store(self.folder)
        stakeline.clear(store)
        measure.run(self.program("clock"), stakeline.load(store, file), self.folder / "answers" / "start.out")
        with open(file, newline="", encoding="utf-8") as rows:
            issuer = next(csv.DictReader(rows))["issuer"]
        floor = Job([self.program("floor"), store, "SELECT name FROM entity LIMIT 1"])
        jobs = {"--version": Job([stakeline.command, "--version"]),
                "holders, of 100 events": stakeline.job(store, "holders", issuer)}
        for number in range(10 * rounds):
            for question, job in jobs.items():
                asked = [("stakeline", job), ("floor", floor)]
                for peer, one in asked if number % 2 == 0 else reversed(asked):
                    self.take(section, question, peer, one)

    def read_floor(self, size, seed, rounds):
        """What reading the file takes, whatever is done with it."""
        file = self.made(f"events-{size}-{seed}.csv", "events", size, seed)
        for _ in range(rounds):
            self.take(f"events {size}", "read", "cat", Job(["cat", file]))
            self.take(f"events {size}", "read", "libcsv", Job([self.program("csv"), file]))
