#!/usr/bin/env python3
"""The worst 64 MB (2 MB, for a build that is not for use) are refused quickly, in little memory, with a reason and without a trace.

usage: limits.py STAKELINE
"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

STAKELINE = None
SIZE = 64 << 20 if os.environ.get("SL_SLOW_BUILD") != "1" else 2 << 20
HEADER = b"date,kind,issuer,holder,stake,note\n"
ROW = b"2023,note,A,,,"
# A build for debugging is slower, one that checks itself is larger, too.
SLOW = os.environ.get("SL_SLOW_BUILD") == "1"
SECONDS, MEGABYTES = (60, 4096) if SLOW else (1, 64)


def write(path, head, piece):
    """Little by little: what this process has in memory would count as the child's."""
    block = piece * max(1, (1 << 18) // len(piece))
    with open(path, "wb") as file:
        file.write(head)
        for _ in range(SIZE // len(block)):
            file.write(block)


# What the file is, and what the refusal says.
INPUTS = {
    "one cell": (HEADER + ROW, b"x", "longer one"),
    "one quoted cell": (HEADER + ROW + b'"', b"x", "longer one"),
    "one quoted cell of line ends": (HEADER + ROW + b'"', b"\n", "longer one"),
    "one cell of carriage returns in quotes": (HEADER + ROW + b'"', b"\r", "longer one"),
    "quotes": (b"", b'"', "longer one"),
    "quotes in a cell": (HEADER + ROW, b'"', "longer one"),
    "a quote behind a cell": (HEADER + ROW + b"x", b'"', "no quote inside"),
    "commas": (b"", b",", "columns"),
    "commas in a row": (HEADER, b",", "cells"),
    "line ends": (b"", b"\n", "header"),
    "carriage returns": (b"", b"\r", "header"),
    "line ends before the header": (b"\n", b"\r\n", "header"),
    "blanks": (b"", b" ", "longer one"),
    "blanks in a row": (HEADER + b"x", b" ", "longer one"),
    "rows of blanks": (HEADER + b"x\n", b" \n", "cells"),
    "rows of commas": (HEADER + b"x\n", b",,,,,\n", "cells"),
    "rows of commas with CRLF": (HEADER + b"x\n", b",,,,,\r\n", "cells"),
    "wide rows": (b"date,kind,issuer" + b"".join(b",x_%d" % i for i in range(1000)) + b"\n",
                  b"x" + b"," * 1002 + b"\n", "date"),
    "short rows": (HEADER, b"x\n", "reading stopped"),
    "names that grow when they are normalised": (HEADER, b"2023,note," + "\u0958".encode() * 150 + b",,,\n", "512"),
    "names of combining marks": (HEADER, b"2023,note,a" + "\u0301".encode() * 31 + b",,,\n", "combining"),
    "zero bytes": (b"", b"\0", "NUL"),
    "zero bytes in a cell": (HEADER + ROW, b"\0", "NUL"),
    "bytes that are not UTF-8": (HEADER + ROW, b"\xff", "longer one"),
    "combining marks": (HEADER + b"2023,note,a", "\u0301".encode(), "longer one"),
    "rows of combining marks": (HEADER, b"2023,note,a" + "\u0301".encode() * 30000 + b",,,\n",
                                "name"),
    "rows of long names": (HEADER, b"2023,note," + b"a" * 60000 + b",,,\n", "name"),
    "rows of long notes": (HEADER, b"2023,note,A,,," + b"a" * 600000 + b"\n", "64 KiB"),
    "rows of long numbers": (HEADER, b"2023,holding,A,B," + b"9" * 60000 + b",\n", "stake"),
    "rows of long dates": (HEADER, b"2" * 60000 + b",note,A,,,\n", "date"),
    "rows of long kinds": (HEADER, b"2023," + b"k" * 60000 + b",A,,,\n", "kind"),
    "an unknown column": (b"date,kind,issuer,", b"x", "longer one"),
    "long unknown columns": (b"", b"date," + b"x" * 60000 + b",", "16 MiB" if SIZE > 1 << 25 else "column"),
    "many x_ columns": (b"date,kind,issuer", b",x_a", "columns"),
    "UTF-16": (b"\xff\xfe", b"a\0", "UTF-16"),
    "a database": (b"SQLite format 3\0", b"\0", "NUL"),
}

# Files of other kinds: the command, how the file begins, what follows, what is said.
MAP = b'[columns]\ndate = a\nkind = "note"\nissuer = b\n'
OTHERS = {
    "a map of one line": (["import", "--map", "./big.ini", "some.csv"], b"", b"x", "too long"),
    "a map of line ends": (["import", "--map", "./big.ini", "some.csv"], b"", b"\n", "too long"),
    "a map of comments": (["import", "--map", "./big.ini", "some.csv"], MAP, b"# c\n", "too long"),
    "a map of keys": (["import", "--map", "./big.ini", "some.csv"], MAP, b"x_a = b\n", "twice"),
    "bad rates": (["rates", "import", "big.ini"], b"Date,USD\n", b"x,1\n", "Date"),
    "columns of rates": (["rates", "import", "big.ini"], b"Date", b",USD", "columns"),
    "one rate": (["rates", "import", "big.ini"], b"Date,USD\n2020-01-01,", b"1", "longer one"),
    "bad aliases": (["alias", "import", "big.ini"], b"name,alias\n", b"x,\n", "alias"),
    "long aliases": (["alias", "import", "big.ini"], b"name,alias\n", b"x" * 60000 + b",y\n", "512"),
    "rows of a map that are bad": (["import", "--map", "./some.ini", "big.ini"], b"a,b\n", b"x,y\n", "date"),
    "notes of a map": (["import", "--map", "./some.ini", "big.ini"], b"a,b\n", b'x,"' + b"y" * 60000 + b'"\n',
                       "date"),
    "a cell of a map": (["import", "--map", "./some.ini", "big.ini"], b'a,b\n2020,"', b"y", "longer one"),
    "a file without a map": (["map", "try", "big.ini"], b"", b"x", "longer one"),
    "commas without a map": (["map", "try", "big.ini"], b"", b",", "columns"),
}


class Limits(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="stakeline-"))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def refuse(self, words, reason):
        """The command refuses the file in time and memory; what it says has the reason."""
        with open(self.folder / "messages", "wb") as messages:
            child = subprocess.Popen([STAKELINE, "--db", self.folder / "book.db", *words], cwd=self.folder,
                                     stdout=messages, stderr=messages)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        said = (self.folder / "messages").read_text("utf-8")
        self.assertEqual(child.returncode, 3, said[:500])
        self.assertTrue(reason in said, f"no '{reason}' in {said[:500]}")
        self.assertLess(len(said), 30000)
        seconds, memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        if os.environ.get("SL_SHOW"):
            print(f"{seconds:6.2f} s {memory:6.1f} MB  {' '.join(words)}: {said.splitlines()[0][:80]}")
        self.assertLess(seconds, SECONDS)
        self.assertLess(memory, MEGABYTES)

    def test_64_megabytes_of_anything_bad_are_refused(self):
        for name, (head, piece, reason) in INPUTS.items():
            with self.subTest(name):
                write(self.folder / "bad.csv", head, piece)
                self.refuse(["import", "bad.csv"], reason)

    def test_64_megabytes_of_maps_rates_and_aliases_are_refused(self):
        (self.folder / "some.csv").write_bytes(b"a,b\n2020,A\n")
        (self.folder / "some.ini").write_bytes(MAP)
        for name, (words, head, piece, reason) in OTHERS.items():
            with self.subTest(name):
                write(self.folder / "big.ini", head, piece)
                self.refuse(words, reason)


if __name__ == "__main__":
    STAKELINE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
