#!/usr/bin/env python3
"""A disk that is full after so many bytes, at every point of a command, and folders that cannot be written:
a clear message, exit status 4, and what was there before is whole.

usage: disks.py STAKELINE
"""
import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from points import DEALS, MORE, dump

STAKELINE = None
NOBODY = 65534
SIZES = [0, 1, 512, 1000, 4096, 8192, 12288, 16384, 24576, 40960, 65536, 81920, 98304, 106496, 114688, 122880,
         131072, 147456, 163840, 262144]
COMMANDS = {
    "an import": ["import", "more.csv"],
    "a first import": ["--db", "new.db", "import", "deals.csv"],
    "a partial import": ["import", "--partial", "--rejects", "out", "bad.csv"],
    "an undo": ["undo", "1"],
    "a backup": ["backup", "--force", "out"],
    "an export": ["export", "events", "-o", "out"],
    "a chart": ["chart", "stakes", "Nissan", "-o", "out.svg"],
    "a report": ["report", "Nissan", "-o", "out"],
    "a folder of reports": ["report", "--all", "--no-charts", "-o", "pages"],
}


class Disks(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="stakeline-"))
        self.base, self.work, self.mounted = self.root / "base", self.root / "work", None
        self.base.mkdir()
        shutil.copy(DEALS, self.base / "deals.csv")
        (self.base / "more.csv").write_text(MORE)
        (self.base / "bad.csv").write_text(MORE + "2020-02-30,acquire,Nissan,X,1\n")
        self.assertEqual(self.run_in(self.base, "import", "deals.csv").returncode, 0)
        for name in ("out", "out.svg"):
            (self.base / name).write_text("the old file")

    def tearDown(self):
        if self.mounted:
            subprocess.run(["umount", self.mounted], check=True)
        for folder, _, _ in os.walk(self.root):
            os.chmod(folder, 0o700)
        shutil.rmtree(self.root)

    def run_in(self, folder, *words, most=None, scratch=None, **more):
        def limit():
            if most is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        return subprocess.run([STAKELINE, *words], cwd=folder, timeout=120, preexec_fn=limit, check=False,
                              env={"TMPDIR": str(scratch or self.root), "PATH": os.environ.get("PATH", "")},
                              **{"capture_output": True, **more})

    def fresh(self):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.base, self.work)

    def hashes(self):
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in self.work.rglob("*")
                if path.is_file() and path.suffix != ".db" and not path.name.endswith("-journal")}

    def test_a_full_disk_leaves_what_was_there(self):
        for name, words in COMMANDS.items():
            self.fresh()
            before, files = dump(self.work / "stakeline.db"), self.hashes()
            done = self.run_in(self.work, *words)
            self.assertEqual(done.returncode, 0, done.stderr)
            after, new_after, new_files = (dump(self.work / "stakeline.db"), dump(self.work / "new.db"),
                                           self.hashes())
            refused = 0
            for most in SIZES:
                with self.subTest(name, most=most):
                    self.fresh()
                    done = self.run_in(self.work, *words, most=most)
                    book, new, left = (dump(self.work / "stakeline.db"), dump(self.work / "new.db"),
                                       self.hashes())
                    if done.returncode == 0:
                        self.assertEqual((book, new), (after, new_after))
                        self.assertEqual(left.keys(), new_files.keys())
                        continue
                    refused += 1
                    self.assertEqual(done.returncode, 4, done.stderr)
                    self.assertTrue(done.stderr.startswith(b"stakeline: ") and done.stderr.endswith(b"\n"))
                    self.assertEqual(book, before)
                    self.assertTrue(new is None or not new.get("pack"), name)
                    if "rejects" not in " ".join(words):  # they are in place before the book is
                        self.assertLessEqual(left.items(), {**files, **new_files}.items() | files.items())
            self.assertGreater(refused, 0, name)

    def test_a_disk_without_room_leaves_what_was_there(self):
        disk = self.root / "disk"
        disk.mkdir()
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", disk], check=False,
                                               capture_output=True).returncode != 0:
            self.skipTest("no disk can be made here")
        self.mounted = self.work = disk
        for name, words in COMMANDS.items():
            for pages in (0, 1, 3, 6, 12, 24):
                with self.subTest(name, pages=pages):
                    for path in disk.iterdir():
                        shutil.rmtree(path) if path.is_dir() else path.unlink()
                    shutil.copytree(self.base, disk, dirs_exist_ok=True)
                    before, files = dump(disk / "stakeline.db"), self.hashes()
                    room = os.statvfs(disk)
                    (disk / "filler").write_bytes(bytes((room.f_bavail - pages) * room.f_frsize))
                    done = self.run_in(disk, *words, scratch=disk)
                    (disk / "filler").unlink()
                    if done.returncode == 0:
                        continue
                    self.assertEqual(done.returncode, 4, done.stderr)
                    self.assertRegex(done.stderr, b"(?s)^stakeline: .*([Nn]o space|disk is full|a full disk)")
                    self.assertEqual(dump(disk / "stakeline.db"), before)
                    new = dump(disk / "new.db")
                    self.assertTrue(new is None or not new.get("pack"), name)
                    left = {path for path in self.hashes() if not path.endswith(".html")}
                    self.assertEqual(left, set(files), name)
                    if "rejects" not in " ".join(words):  # they are in place before the book is
                        self.assertLessEqual(files.items(), self.hashes().items())

    def test_output_that_cannot_be_written_is_a_failure(self):
        self.fresh()
        for words in (["timeline", "Nissan"], ["export", "events"], ["report", "Nissan", "--no-charts", "-o", "-"],
                      ["--help"], ["--version"], ["verify"], ["imports"], ["import", "--dry-run", "more.csv"],
                      ["timeline", "Nissan", "-o", "/dev/full"],
                      ["map", "try", "more.csv"]):
            with self.subTest(words):
                with open("/dev/full", "wb") as full:
                    done = self.run_in(self.work, *words, capture_output=False, stdout=full,
                                       stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, 4, done.stderr)
                self.assertRegex(done.stderr, b"No space left|standard output: ")
                read, write = os.pipe()
                os.close(read)
                done = self.run_in(self.work, *words, capture_output=False, stdout=write,
                                   stderr=subprocess.PIPE)
                os.close(write)
                self.assertEqual(done.returncode, 4, done.stderr)

    def test_missing_streams_are_no_danger(self):
        self.fresh()
        before = dump(self.work / "stakeline.db")
        for closed in ((0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)):
            for words in (["timeline", "Nissan"], ["import", "more.csv"], ["import", "-"], ["verify"],
                          ["import", "none.csv"]):
                with self.subTest(words, closed=closed):
                    self.fresh()
                    shell = " ".join(f"{fd}{'<' if fd == 0 else '>'}&-" for fd in closed)
                    command = subprocess.run(["sh", "-c", f'"$0" "$@" {shell}', STAKELINE, *words],
                                             cwd=self.work, timeout=60, check=False, capture_output=True,
                                             stdin=subprocess.DEVNULL, env={"TMPDIR": str(self.root)})
                    self.assertIn(command.returncode, (0, 3, 4))
                    if 1 in closed and words != ["import", "none.csv"]:
                        self.assertIn(command.returncode, (3, 4) if "-" in words else (4,))
                    self.assertIn(len(dump(self.work / "stakeline.db")["import"]),
                                  (len(before["import"]), len(before["import"]) + 1))

    def as_nobody(self):
        """How a command is run by somebody who may not write everywhere, as root may."""
        if os.geteuid() != 0:
            return {}
        program = self.root / "stakeline"  # where it was built, nobody else may look
        shutil.copy(STAKELINE, program)
        os.chmod(self.root, 0o755)
        for path in [self.base, *self.base.iterdir(), self.work, *self.work.iterdir()]:
            os.chown(path, NOBODY, NOBODY)
        return {"executable": program, "user": NOBODY, "group": NOBODY, "extra_groups": []}

    def test_a_folder_that_cannot_be_written_is_named(self):
        self.fresh()
        nobody = self.as_nobody()
        before = {path.name: path.read_bytes() for path in self.work.iterdir()}
        os.chmod(self.work, 0o500)
        for name, words in COMMANDS.items():
            with self.subTest(name):
                done = self.run_in(self.work, *words, **nobody)
                self.assertEqual(done.returncode, 4, done.stderr)
                self.assertIn(b"ermission denied", done.stderr)
        self.assertEqual(self.run_in(self.work, "timeline", "Nissan", **nobody).returncode, 0)
        self.assertEqual({path.name: path.read_bytes() for path in self.work.iterdir()}, before)

    def test_a_file_that_cannot_be_read_or_written_is_named(self):
        self.fresh()
        nobody = self.as_nobody()
        for mode, allowed in ((0o400, True), (0o000, False)):
            os.chmod(self.work / "stakeline.db", mode)
            with self.subTest(mode=oct(mode)):
                done = self.run_in(self.work, "timeline", "Nissan", **nobody)
                self.assertEqual(done.returncode, 0 if allowed else 4, done.stderr)
                for words in (["import", "more.csv"], ["undo", "1"]):
                    done = self.run_in(self.work, *words, **nobody)
                    self.assertEqual(done.returncode, 4, done.stderr)
                    self.assertRegex(done.stderr, b"^stakeline: stakeline.db: cannot be (written|opened \\(Permission denied\\))")
        os.chmod(self.work / "stakeline.db", 0o600)
        os.chmod(self.work / "more.csv", 0)
        done = self.run_in(self.work, "import", "more.csv", **nobody)
        self.assertEqual(done.returncode, 4)
        self.assertTrue(done.stderr.startswith(b"stakeline: cannot open more.csv: Permission denied\n"), done)


if __name__ == "__main__":
    STAKELINE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
