#!/usr/bin/env python3
"""Sudden ends, aimed: kill -9 before each call that changes the disk, and in the middle of each that
writes, and a power cut at each, which also loses some of what was not yet made to last. What the command
changes is there whole or not at all, verify finds nothing wrong, and the command can be repeated.

usage: ends.py SHIM STAKELINE     (SL_ALL=1: every point, instead of some; SL_SEED=N: the losses of a run)
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

import packs
from points import DEALS, MORE, dump

SHIM = STAKELINE = None
ALL = "SL_ALL" in os.environ
SEED = int(os.environ.get("SL_SEED", 7))
POINTS = 40  # of each command, unless all are wanted
LOSSES = 4  # of each power cut
SECTOR = 512

COMMANDS = {
    "the first import": ["--db", "new.db", "import", "deals.csv"],
    "an import": ["import", "more.csv"],
    "an import that keeps what it refuses": ["import", "--partial", "--rejects", "out", "bad.csv"],
    "an undo": ["undo", "2"],
    "a merge": ["merge", "Nissan", "Mitsubishi"],
    "a backup": ["backup", "--force", "out"],
    "an export": ["export", "events", "-o", "out"],
    "an upgrade": ["import", "more.csv"],
}


class Disk:
    """What the calls of a log leave on a disk. Nothing lasts until it is made to: of the writes to a file
    since it was last synced any may be lost, and of the changes of a folder the last ones."""

    def __init__(self, folder):
        self.folder = folder
        self.names = {path.name: (path.stat().st_ino, None) for path in folder.iterdir()}
        self.files = defaultdict(bytes, {self.names[path.name]: path.read_bytes() for path in folder.iterdir()})
        self.writes = defaultdict(list)
        self.renames = []
        self.made = {}  # an inode is used again

    def take(self, call):
        what, path, inode, where, content = call
        name = os.path.basename(path)
        if what == "make":
            self.made[inode] = len(self.made) + 1
        inode = (inode, self.made.get(inode))
        if what == "sync" and path == str(self.folder):
            self.rename(self.names, self.renames)
            self.renames = []
        elif what == "sync":
            self.files[inode] = self.written(inode, self.writes.pop(inode, []))
        elif what in ("write", "truncate"):
            self.writes[inode].append((what, where, content))
        else:
            self.renames.append((what, name, os.path.basename(content.decode()), inode))

    def written(self, inode, writes):
        content = bytearray(self.files[inode])
        for what, where, more in writes:
            content.extend(bytes(max(0, where - len(content))))
            if what == "truncate":
                del content[where:]
            else:
                content[where:where + len(more)] = more
        return bytes(content)

    @staticmethod
    def rename(names, renames):
        for what, name, to, inode in renames:
            if what in ("unlink", "rename"):
                names.pop(name, None)
            if what != "unlink":
                names[to or name] = inode

    def after_a_cut(self, to, lost):
        """Fills a folder with what is left; the n-th loss is all, none, or some of what may be lost."""
        chance = random.Random(SEED * 1000 + lost)

        def left(changes):
            return list(changes) if lost == 1 else [] if lost == 0 else [
                change for change in changes if chance.random() < 0.5]

        names = dict(self.names)
        self.rename(names, self.renames[:len(left(self.renames))])
        for name, inode in names.items():
            (to / name).write_bytes(self.written(inode, left(self.sectors(inode))))

    def sectors(self, inode):
        """The writes that may be lost, cut where sectors end: half a page may be on the disk."""
        for what, where, content in self.writes[inode]:
            if what == "truncate":
                yield what, where, content
            while what == "write" and content:
                size = SECTOR - where % SECTOR
                yield what, where, content[:size]
                where, content = where + size, content[size:]


def read_log(path):
    data, at, calls = path.read_bytes(), 0, []
    while at < len(data):
        end = data.index(b"\n", at)
        what, name, inode, where, length = data[at:end].decode().split("\t")
        at = end + 1 + int(length)
        calls.append((what, name, int(inode), int(where), data[end + 1:at]))
    return calls


class Ends(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="stakeline-")).resolve()
        self.base, self.work, self.left = (self.root / name for name in ("base", "work", "left"))
        self.base.mkdir()
        shutil.copy(DEALS, self.base / "deals.csv")
        (self.base / "more.csv").write_text(MORE)
        (self.base / "bad.csv").write_text(MORE + "2020-02-30,acquire,Nissan,X,1\n")
        (self.base / "second.csv").write_text(MORE.replace("Nissan", "Mitsubishi"))
        (self.base / "out").write_text("the old file")
        for file in ("deals.csv", "second.csv"):
            self.assertEqual(self.run_in(self.base, "import", file).returncode, 0)

    def tearDown(self):
        shutil.rmtree(self.root)

    def run_in(self, folder, *words, **environment):
        return subprocess.run([STAKELINE, *words], cwd=folder, capture_output=True, timeout=60, check=False,
                              stdin=subprocess.DEVNULL, env={"TMPDIR": str(self.root), **environment})

    def fresh(self, name):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.base, self.work)
        if "upgrade" in name:
            packs.make_old(self.work / "stakeline.db")

    @staticmethod
    def state(folder):
        """(What the databases have, the file beside them.)"""
        new = dump(folder / "new.db")
        made = dump(folder / "stakeline.db"), new if new is not None and new.get("pack") else None
        out = folder / "out"
        content = out.read_bytes() if out.exists() else None
        return made, dump(out) if content is not None and content.startswith(b"SQLite") else content

    def look(self, name, folder, before, after):
        """Checks what is left, and that the command can be repeated; whether it was done."""
        if "upgrade" in name:
            old = dump(folder / "stakeline.db")
            copy = folder / "stakeline.db.v1"
            self.assertTrue("event" in old or dump(copy) == before[0][0])
        for database in ("stakeline.db", "new.db"):
            if (folder / database).exists() and (folder / database).stat().st_size > 0:
                checked = self.run_in(folder, "--db", database, "verify")
                if database == "stakeline.db" or b"is empty" not in checked.stderr:
                    self.assertEqual(checked.returncode, 0, checked)
        made, out = self.state(folder)
        self.assertIn(out, (before[1], after[1]))
        if made == after[0]:
            if "rejects" not in " ".join(COMMANDS[name]):  # they are in place before the book is
                self.assertIn(out, (before[1], after[1]))
            return out == after[1]
        if "upgrade" not in name:
            self.assertEqual(made, before[0])
        done = self.run_in(folder, *COMMANDS[name])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.state(folder), after)
        return False

    def walk(self, name):
        self.fresh(name)
        before = self.state(self.work)
        self.fresh(name)
        disk, log = Disk(self.work), self.root / "log"
        done = self.run_in(self.work, *COMMANDS[name], LD_PRELOAD=SHIM, FAULT_LOG=str(log))
        self.assertEqual(done.returncode, 0, done.stderr)
        after = self.state(self.work)
        return before, after, disk, read_log(log)

    def killed(self, name):
        before, after, _, _ = self.walk(name)
        self.fresh(name)
        counted = self.root / "count"
        self.run_in(self.work, *COMMANDS[name], LD_PRELOAD=SHIM, FAULT_CALL="disk", FAULT_KILL="before",
                    FAULT_COUNT=str(counted))
        total = int(counted.read_text())
        outcomes = {True: 0, False: 0}
        for number, at in enumerate(range(total, 0, -1 if ALL else min(-1, -total // POINTS))):
            for how in ("before", "half") if ALL else (("before", "half")[number % 2],):
                with self.subTest(at=at, how=how):
                    self.fresh(name)
                    done = self.run_in(self.work, *COMMANDS[name], LD_PRELOAD=SHIM, FAULT_CALL="disk",
                                       FAULT_KILL=how, FAULT_AT=str(at))
                    self.assertEqual(done.returncode, -signal.SIGKILL, done)
                    outcomes[self.look(name, self.work, before, after)] += 1
        self.assertGreater(outcomes[False], 3)
        if os.environ.get("SL_SHOW"):
            print(f"{name}: killed before it was done {outcomes[False]} times, after it {outcomes[True]} times")

    def cut(self, name):
        before, after, disk, calls = self.walk(name)
        stride = 1 if ALL else max(1, len(calls) // POINTS)
        outcomes = {True: 0, False: 0}
        for at in range(len(calls) + 1):
            if at > 0:
                disk.take(calls[at - 1])
            if at % stride != 0 and at != len(calls):
                continue
            for lost in range(LOSSES if ALL or at == len(calls) else 2):
                lost = lost if lost < 2 and (ALL or at == len(calls)) else at * LOSSES + lost + 2
                with self.subTest(at=at, lost=lost, call=calls[at - 1][:4] if at else None):
                    shutil.rmtree(self.left, ignore_errors=True)
                    self.left.mkdir()
                    disk.after_a_cut(self.left, lost)
                    whole = self.look(name, self.left, before, after)
                    self.assertTrue(whole or at < len(calls), "what was reported as done is lost")
                    outcomes[whole] += 1
        self.assertGreater(outcomes[False], 3)
        self.assertGreater(outcomes[True], 0)
        if os.environ.get("SL_SHOW"):
            print(f"{name}: cut before it was done {outcomes[False]} times, after it {outcomes[True]} times")


def add_facts():
    for name in COMMANDS:
        def killed(self, name=name):
            self.killed(name)

        def cut(self, name=name):
            self.cut(name)

        word = name.replace(" ", "_")
        setattr(Ends, f"test_{word}_that_is_killed_is_done_or_undone", killed)
        setattr(Ends, f"test_{word}_survives_a_power_cut", cut)


if __name__ == "__main__":
    SHIM, STAKELINE = (os.path.abspath(sys.argv.pop(1)) for _ in range(2))
    add_facts()
    unittest.main()
