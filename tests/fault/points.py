#!/usr/bin/env python3
"""Every failing allocation, write, sync, rename and close, at every point of a command: no crash, no
half of anything, and no exit status 0 with a wrong result.

usage: points.py [--all] SHIM STAKELINE     (--all: every point, instead of some)
"""
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import packs

DEALS = Path(__file__).resolve().parent.parent / "cli" / "deals.csv"
CALLS = ("malloc", "write", "fsync", "rename", "close")
SHIM = STAKELINE = None
POINTS = 30  # of each call in each way, unless all are wanted

# The command, and the file that it writes beside the database.
SCENARIOS = {
    "the first import": (["--db", "new.db", "import", "deals.csv"], None),
    "an import": (["import", "more.csv"], None),
    "an undo": (["undo", "2"], None),
    "an export": (["export", "events", "-o", "out"], "out"),
    "a chart": (["chart", "stakes", "Nissan", "-o", "out.gp"], "out.gp"),
    "a report": (["report", "Nissan", "--no-charts", "--today", "2026-01-01", "-o", "out"], "out"),
    "a timeline": (["timeline", "Nissan", "--format", "csv"], None),
    "a timeline in a file": (["timeline", "Nissan", "--format", "json", "-o", "out"], "out"),
    "a backup": (["backup", "out"], "out"),
    "a verification": (["verify"], None),
    "an upgrade": (["verify"], None),
}
MORE = "date,kind,issuer,holder,stake\n" + "".join(
    f"2020-01-{day:02},acquire,Nissan,Holder {day % 5},0.{day}\n" for day in range(1, 29))


def dump(path):
    """Everything in the database but the times at which things were imported."""
    if not path.exists():
        return None
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",), path
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name, in tables}
        rows["import"] = [row[:1] + row[2:-1] for row in rows.get("import", [])]
        return rows
    finally:
        connection.close()


class Points(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="stakeline-"))
        self.base = self.root / "base"
        self.work = self.root / "work"
        self.base.mkdir()
        shutil.copy(DEALS, self.base / "deals.csv")
        (self.base / "more.csv").write_text(MORE)
        (self.base / "second.csv").write_text(MORE.replace("Nissan", "Mitsubishi").replace(
            "Holder 3", "Renault"))
        for file in ("deals.csv", "second.csv"):
            subprocess.run([STAKELINE, "import", file], cwd=self.base, check=True,
                           capture_output=True, env={})

    def tearDown(self):
        shutil.rmtree(self.root)

    def fresh(self, old):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.base, self.work)
        if self.upgrades:
            packs.make_old(self.work / "stakeline.db")
        if old is not None and "backup" not in self.arguments:
            (self.work / old).write_text("the old file")

    def run_with(self, **environment):
        return subprocess.run([STAKELINE, *self.arguments], cwd=self.work, capture_output=True,
                              timeout=60, env={"TMPDIR": str(self.root), **environment})

    def state(self):
        """The databases, and the hashes of all other files; a journal is part of its database."""
        databases = {name: dump(self.work / name) for name in ("stakeline.db", "new.db")}
        files = {}
        for path in sorted(self.work.iterdir()):
            if path.name in databases or path.name.endswith("-journal"):
                continue
            if path.name == "out" and "backup" in self.arguments or path.suffix == ".v1":
                files[path.name] = dump(path)
            else:
                files[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
        return databases, files

    def is_unmade(self, database):
        return database is None or not database.get("pack")

    def check(self, done, before, after, good):
        text = done.stderr.decode()
        self.assertIn(done.returncode, (0, 3, 4), text)
        if done.returncode != 0:
            self.assertTrue(text.startswith("stakeline: ") and text.endswith("\n"), text)
        databases, files = self.state()
        if done.returncode == 0:
            self.assertEqual(done.stdout, good.stdout)
            self.assertEqual((databases, files), after)
            return
        # A failure behind the point of no return leaves the new state, and says so.
        self.assertIn(files, (before[1], after[1]))
        self.assertIn(databases["stakeline.db"], (before[0]["stakeline.db"],
                                                  after[0]["stakeline.db"]))
        if not self.is_unmade(databases["new.db"]):
            self.assertEqual(databases["new.db"], after[0]["new.db"])

    def walk(self, name):
        self.arguments, old = SCENARIOS[name]
        self.upgrades = "upgrade" in name
        self.fresh(old)
        before = self.state()
        good = self.run_with()
        self.assertEqual(good.returncode, 0, good.stderr)
        after = self.state()
        tried = 0
        for call in CALLS:
            self.fresh(old)
            counted = self.root / "count"
            self.run_with(LD_PRELOAD=SHIM, FAULT_CALL=call, FAULT_COUNT=str(counted))
            total = int(counted.read_text())
            stride = 1 if ALL else max(1, total // POINTS)
            for at in range(1 + tried % stride, total + 1, stride):
                for on in ({}, {"FAULT_ON": "1"}):
                    self.fresh(old)
                    done = self.run_with(LD_PRELOAD=SHIM, FAULT_CALL=call, FAULT_AT=str(at), **on)
                    tried += 1
                    with self.subTest(call=call, at=at, **on):
                        self.check(done, before, after, good)
        self.assertGreater(tried, 20)
        if os.environ.get("SL_SHOW"):
            print(f"{name}: {tried} points")


def add_facts():
    for name in SCENARIOS:
        def fact(self, name=name):
            self.walk(name)
        setattr(Points, "test_" + name.replace(" ", "_") + "_survives_every_fault", fact)


if __name__ == "__main__":
    ALL = "--all" in sys.argv
    if ALL:
        sys.argv.remove("--all")
    SHIM, STAKELINE = (os.path.abspath(sys.argv.pop(1)) for _ in range(2))
    add_facts()
    unittest.main()
