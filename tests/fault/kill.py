#!/usr/bin/env python3
"""kill -9 in the middle of an import, at any moment and close to the commit: the database has all of
it or nothing.

usage: kill.py [--rounds N] STAKELINE
"""
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

STAKELINE = None
ROUNDS = 20
ROWS = 20000


def rows(issuers):
    yield "date,kind,issuer,holder,stake,note\n"
    for i in range(ROWS):
        yield f"20{i % 20 + 10}-01-{i % 28 + 1:02},note,Issuer {i % issuers},Holder {i},,row {i}\n"


class Kill(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="stakeline-"))
        (self.folder / "first.csv").write_text("".join(rows(7)))
        (self.folder / "second.csv").write_text("".join(rows(5000)))

    def tearDown(self):
        shutil.rmtree(self.folder)

    def stakeline(self, *arguments):
        return subprocess.run([STAKELINE, *arguments], cwd=self.folder, capture_output=True,
                              text=True, timeout=120, env={})

    def test_an_import_that_is_killed_is_there_whole_or_not_at_all(self):
        self.assertEqual(self.stakeline("import", "first.csv").returncode, 0)
        began = time.monotonic()
        shutil.copy(self.folder / "stakeline.db", self.folder / "trial.db")
        trial = self.stakeline("--db", "trial.db", "import", "second.csv")
        self.assertEqual(trial.returncode, 0)
        takes = time.monotonic() - began
        expected = ROWS
        adds = int(trial.stdout.split()[1])  # a random row may be in both files
        seed = int(os.environ.get("SL_SEED", random.randrange(1 << 30)))
        random.seed(seed)
        outcomes = {True: 0, False: 0}
        for attempt in range(ROUNDS):
            child = subprocess.Popen([STAKELINE, "import", "second.csv"], cwd=self.folder,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={})
            # Every other one while the journal is there, which is when the file is written.
            deadline = time.monotonic() + random.random() * takes * 1.1
            if attempt % 2 == 1:
                journal = self.folder / "stakeline.db-journal"
                while not journal.exists() and child.poll() is None:
                    time.sleep(0.0002)
                deadline = time.monotonic() + random.random() * takes / 4
            while time.monotonic() < deadline and child.poll() is None:
                time.sleep(0.0005)
            child.kill()
            done = child.wait() == 0
            checked = self.stakeline("verify")
            self.assertEqual(checked.returncode, 0, f"seed {seed}: {checked}")
            events = int(checked.stdout.split(" with ")[1].split()[0])
            self.assertIn(events, (expected, expected + adds), f"seed {seed}")
            self.assertTrue(events == expected + adds or not done, f"seed {seed}: it was done")
            outcomes[events == expected + adds] += 1
            if events == expected + adds:
                last = self.stakeline("imports", "--format", "csv").stdout.splitlines()[-1]
                self.assertEqual(self.stakeline("undo", last.split(",")[0]).returncode, 0)
                self.assertEqual(self.stakeline("verify").returncode, 0)
        left = {path.name for path in self.folder.iterdir()} - {"stakeline.db-journal"}
        self.assertEqual(left, {"first.csv", "second.csv", "stakeline.db", "trial.db"})
        self.assertGreater(outcomes[False], 0, f"seed {seed}: none was killed in time")


if __name__ == "__main__":
    if sys.argv[1] == "--rounds":
        ROUNDS = int(sys.argv[2])
        del sys.argv[1:3]
    STAKELINE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
