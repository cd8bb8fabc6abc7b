#!/usr/bin/env python3
"""Single commands under valgrind: no wrong access to memory, and nothing of our own is left.

usage: valgrind.py STAKELINE      (exit 77: there is no valgrind here)
"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

DEALS = Path(__file__).resolve().parent.parent / "cli" / "deals.csv"
STAKELINE = None
BAD = "date,kind,issuer,holder,stake\n2023-02-30,note,A,,\n2023,holding,\x1b[1m,B,101\n"
COMMANDS = (["import", DEALS], ["import", "bad.csv"], ["timeline", "Nissan"], ["export", "events"], ["verify"],
            ["chart", "stakes", "Nissan", "-o", "out.gp"], ["report", "Nissan", "--no-charts", "-o", "out.html"],
            ["lookthrough", "Nissan"], ["undo", "1"])


class Valgrind(unittest.TestCase):
    def test_commands_read_and_write_their_own_memory_only(self):
        with tempfile.TemporaryDirectory(prefix="stakeline-") as folder:
            (Path(folder) / "bad.csv").write_text(BAD)
            for words in COMMANDS:
                with self.subTest(words[0]):
                    done = subprocess.run(
                        ["valgrind", "--quiet", "--error-exitcode=99", "--leak-check=full",
                         "--errors-for-leak-kinds=definite,possible", STAKELINE, *words],
                        cwd=folder, capture_output=True, timeout=300,
                        env={"PATH": os.environ.get("PATH", ""), "TMPDIR": folder})
                    self.assertEqual(done.returncode, 3 if "bad.csv" in words else 0,
                                     done.stderr.decode(errors="replace")[:3000])


if __name__ == "__main__":
    STAKELINE = os.path.abspath(sys.argv.pop(1))
    if shutil.which("valgrind") is None:
        print("there is no valgrind here: skipped")
        sys.exit(77)
    unittest.main()
