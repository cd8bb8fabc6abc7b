#!/usr/bin/env python3
"""Four writers at once all succeed, and a reader never sees half an import.

usage: writers.py [--imports N] STAKELINE
"""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

STAKELINE = None
WRITERS, IMPORTS, ROWS = 4, 25, 40


class Writers(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="stakeline-"))

    def tearDown(self):
        shutil.rmtree(self.folder)

    def stakeline(self, *arguments):
        return subprocess.run([STAKELINE, *arguments], cwd=self.folder, capture_output=True,
                              text=True, timeout=120, env={})

    def test_writers_wait_for_each_other_and_readers_see_whole_imports(self):
        """The first of them make the database, at the same time."""
        header = "date,kind,issuer,holder,stake\n"
        for writer in range(WRITERS):
            for number in range(IMPORTS):
                (self.folder / f"{writer}-{number}.csv").write_text(header + "".join(
                    f"2020-01-01,note,Issuer {row % 3},Holder {writer} {number} {row},\n"
                    for row in range(ROWS)))
        script = ('i=0; while [ $i -lt "$3" ]; do "$1" import "$2-$i.csv" || exit 1; '
                  'i=$((i + 1)); done')
        writers = [subprocess.Popen(["sh", "-c", script, "sh", STAKELINE, str(i), str(IMPORTS)],
                                    cwd=self.folder, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.PIPE, text=True, env={})
                   for i in range(WRITERS)]
        seen = set()
        while any(writer.poll() is None for writer in writers):
            done = self.stakeline("export", "events", "--format", "csv")
            events = len(done.stdout.splitlines()) - 1
            if not done.stdout and "no such database" in done.stderr or "is empty" in done.stderr:
                continue
            self.assertIn(done.returncode, (0, 1), done.stderr)
            self.assertEqual(max(events, 0) % ROWS, 0, "half an import")
            seen.add(events)
        for writer in writers:
            self.assertEqual((writer.wait(), writer.stderr.read()), (0, ""))
            writer.stderr.close()
        done = self.stakeline("verify")
        self.assertEqual(done.stdout, f"verified {WRITERS * IMPORTS} imports with "
                                      f"{WRITERS * IMPORTS * ROWS} events: nothing was changed\n")
        self.assertGreater(len(seen), 1)


if __name__ == "__main__":
    if sys.argv[1] == "--imports":
        IMPORTS = int(sys.argv[2])
        del sys.argv[1:3]
    STAKELINE = sys.argv.pop(1)
    unittest.main()
