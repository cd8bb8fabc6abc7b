#!/usr/bin/env python3
"""What a transcript cannot show: terminals, broken pipes, full disks, closed descriptors.

usage: streams.py STAKELINE
"""
import fcntl
import os
import pty
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
import unicodedata
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
STAKELINE = None


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c)
               for c in line)


class Streams(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="stakeline-")
        cls.environment = {"PATH": "/usr/bin:/bin", "TERM": "xterm", "HOME": cls.folder}
        shutil.copy(HERE / "deals.csv", cls.folder)
        done = subprocess.run([STAKELINE, "import", "deals.csv"], cwd=cls.folder,
                              env=cls.environment, capture_output=True)
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def on_terminal(self, *arguments, columns=80, stream=1, **changes):
        """What the command writes to a terminal that is its stdout (1) or stderr (2)."""
        try:
            ours, theirs = pty.openpty()
        except OSError:
            self.skipTest("no terminal can be made here")
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        streams["stdout" if stream == 1 else "stderr"] = theirs
        child = subprocess.Popen([STAKELINE, *arguments], cwd=self.folder,
                                 env={**self.environment, **changes}, **streams)
        os.close(theirs)
        output = b""
        while True:
            try:
                block = os.read(ours, 65536)
            except OSError:
                break
            if not block:
                break
            output += block
        os.close(ours)
        self.assertEqual(child.wait(timeout=60), 0)
        return output.decode("utf-8").replace("\r\n", "\n")

    def piped(self, *arguments):
        return subprocess.run([STAKELINE, *arguments], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, timeout=60)

    def test_a_table_fits_the_terminal(self):
        for columns in (60, 80, 120):
            for question in (["timeline", "Nissan"], ["holders", "Nissan"], ["rounds"],
                             ["snapshot"], ["holdings", "Renault"], ["entities"], ["imports"]):
                text = self.on_terminal(*question, columns=columns, NO_COLOR="1")
                widest = max(map(width, text.splitlines()))
                self.assertLessEqual(widest, columns, f"{question} in {columns}\n{text}")

    def test_colour_is_for_terminals(self):
        question = ["timeline", "Nissan"]
        self.assertIn("\x1b[", self.on_terminal(*question))
        self.assertNotIn("\x1b", self.on_terminal(*question, NO_COLOR="1"))
        self.assertNotIn("\x1b", self.on_terminal(*question, TERM="dumb"))
        self.assertNotIn("\x1b", self.on_terminal(*question, "--format", "csv"))
        self.assertNotIn("\x1b", self.piped(*question).stdout)

    def test_a_pipe_takes_any_width(self):
        narrow = self.on_terminal("timeline", "Nissan", columns=60, NO_COLOR="1")
        self.assertGreater(max(map(width, self.piped("timeline", "Nissan").stdout.splitlines())),
                           max(map(width, narrow.splitlines())))

    def test_columns_counts_where_the_terminal_has_no_size(self):
        text = self.on_terminal("timeline", "Nissan", columns=0, COLUMNS="70", NO_COLOR="1")
        self.assertLessEqual(max(map(width, text.splitlines())), 70)

    def test_a_long_import_shows_progress_and_wipes_it(self):
        path = Path(self.folder) / "long.csv"
        os.mkfifo(path)
        rows = "".join(f"{1000 + i % 9000}-01-{1 + i % 28:02},holding,I{i % 500},H{i % 7000},"
                       f"{i % 100}\n" for i in range(20000))

        def write():  # a source that takes longer than half a second
            with path.open("w") as out:
                out.write("date,kind,issuer,holder,stake\n" + rows)
                out.flush()
                time.sleep(0.8)
                out.write(rows)

        def run(ask, *arguments, **options):
            writer = threading.Thread(target=write)
            writer.start()
            answer = ask(*arguments, **options)
            writer.join()
            return answer

        text = run(self.on_terminal, "--db", "long.db", "import", "long.csv", stream=2)
        self.assertIn("\r", text)
        self.assertIn("reading", text)
        self.assertTrue(text.endswith("\r"), text[-80:])
        self.assertEqual(text.rsplit("\r", 2)[1].strip(), "")
        quiet = run(self.piped, "--db", "quiet.db", "import", "long.csv")
        self.assertEqual(quiet.stderr, "")

    def test_a_full_disk_is_a_failure(self):
        for arguments in (["export", "events"], ["timeline", "Nissan"], ["--version"], ["help"],
                          ["holders", "Nissan", "--format", "json"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([STAKELINE, *arguments], cwd=self.folder, stdout=full,
                                      env=self.environment, stderr=subprocess.PIPE, text=True)
            self.assertEqual(done.returncode, 4, arguments)
            self.assertIn("No space left on device", done.stderr)
        done = self.piped("export", "events", "-o", "/dev/full")
        self.assertEqual(done.returncode, 4)
        self.assertIn("No space left on device", done.stderr)

    def test_a_reader_that_leaves_is_a_failure(self):
        for arguments in (["export", "events"], ["help"], ["timeline", "Nissan"]):
            ours, theirs = os.pipe()
            os.close(ours)
            done = subprocess.run([STAKELINE, *arguments], cwd=self.folder, stdout=theirs,
                                  env=self.environment, stderr=subprocess.PIPE)
            os.close(theirs)
            self.assertEqual(done.returncode, 4, arguments)

    def test_a_closed_output_is_a_failure_and_leaves_the_database_alone(self):
        before = (Path(self.folder) / "stakeline.db").read_bytes()
        for closed in (">&-", ">&- 2>&-", "<&- >&- 2>&-"):
            done = subprocess.run(["sh", "-c", f"exec '{STAKELINE}' snapshot {closed}"],
                                  cwd=self.folder, env=self.environment, capture_output=True)
            self.assertEqual(done.returncode, 4, closed)
        self.assertEqual((Path(self.folder) / "stakeline.db").read_bytes(), before)

    def test_output_to_a_file_is_whole_or_not_at_all(self):
        target = Path(self.folder) / "out.csv"
        target.write_text("before\n")
        done = self.piped("--db", "none.db", "snapshot", "-o", "out.csv")
        self.assertEqual((done.returncode, target.read_text()), (4, "before\n"))
        done = self.piped("snapshot", "--format", "csv", "-o", "out.csv")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual(target.read_text(), self.piped("snapshot", "--format", "csv").stdout)
        self.assertEqual([p.name for p in Path(self.folder).glob("*out.csv*")], ["out.csv"])


if __name__ == "__main__":
    STAKELINE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
