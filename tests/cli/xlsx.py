#!/usr/bin/env python3
"""Spreadsheets, read back with openpyxl: types, header, filter, widths, and text that stays text.
Skipped (77) where openpyxl is not installed.

usage: xlsx.py STAKELINE
"""
import datetime
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    import openpyxl
except ImportError:
    if Path("/usr/bin/python3").exists() and "SL_ANOTHER" not in os.environ:
        os.environ["SL_ANOTHER"] = "1"  # Debian's packages are for Debian's python
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    print("skipped: python3-openpyxl is not installed")
    sys.exit(77)

STAKELINE = None
LOG = '''date,known,kind,issuer,holder,stake,shares,amount,source,note
2023-02-06,,holding,Acme,=1+2,43.4,"1,831,837,027",,Reuters,
2023-Q4,,acquire,Acme,@SUM(A1),~5%,,USD 12000000.50,"=HYPERLINK(""http://x"")",
1899-12-31,,holding,Old,"<b>&'""",12.345678,,,_x0041_ stays,
2024-01-01,,debt,Acme,,,,JPY 643 bn,+1,"a\ttab, and
a line"
2024-02-01,,holding,Big,日産自動車,,999999999999999999,,,
'''


class Spreadsheets(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "log.csv").write_text(LOG, encoding="utf-8")
        self.run_it("import", "log.csv")

    def run_it(self, *arguments, status=0):
        done = subprocess.run([STAKELINE, *arguments], cwd=self.folder, capture_output=True,
                              text=True, timeout=60,
                              env={**os.environ, "STAKELINE_DB": "x.db"})
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def sheet(self, *arguments, status=0):
        self.run_it(*arguments, "--format", "xlsx", "-o", "x.xlsx", status=status)
        self.assertEqual([p.name for p in self.folder.iterdir() if p.name.startswith(".")], [])
        return openpyxl.load_workbook(self.folder / "x.xlsx").active

    def rows(self, sheet):
        names = [cell.value for cell in sheet[1]]
        return [dict(zip(names, row)) for row in sheet.iter_rows(min_row=2)]

    def test_cells_have_their_types(self):
        rows = self.rows(self.sheet("timeline", "Acme"))
        first = rows[0]
        self.assertEqual(first["date"].value, datetime.datetime(2023, 2, 6))
        self.assertEqual(first["date"].number_format, "yyyy-mm-dd")
        self.assertEqual((first["stake_pct"].value, first["stake_pct"].data_type), (43.4, "n"))
        self.assertEqual(first["shares"].value, 1831837027)
        self.assertIsNone(first["amount"].value)
        second = rows[1]
        self.assertEqual(second["date"].value, "2023-Q4")
        self.assertEqual((second["amount"].value, second["currency"].value), (12000000.5, "USD"))
        self.assertEqual(second["stake_low_pct"].value, 4)

    def test_text_that_looks_like_a_formula_stays_text(self):
        rows = self.rows(self.sheet("timeline", "Acme"))
        for row, column, text in ((0, "holder", "=1+2"), (1, "holder", "@SUM(A1)"),
                                  (1, "source", '=HYPERLINK("http://x")'), (2, "source", "+1")):
            cell = rows[row][column]
            self.assertEqual((cell.value, cell.data_type, cell.hyperlink), (text, "s", None))

    def test_what_excel_has_no_number_for_is_text(self):
        old = self.rows(self.sheet("timeline", "Old"))[0]
        self.assertEqual((old["date"].value, old["stake_pct"].value), ("1899-12-31", 12.345678))
        self.assertEqual(old["holder"].value, "<b>&'\"")
        self.assertIn(old["source"].value, ("_x0041_ stays", "_x005F_x0041_ stays"))
        big = self.rows(self.sheet("export", "events"))[4]
        self.assertEqual(big["shares"].value, "999999999999999999")
        self.assertEqual(big["holder"].value, "日産自動車")

    def test_the_log_comes_typed_too_with_controls_visible(self):
        rows = self.rows(self.sheet("export", "events"))
        self.assertEqual(rows[0]["date"].value, datetime.datetime(2023, 2, 6))
        self.assertEqual(rows[0]["shares"].value, 1831837027)
        self.assertEqual(rows[3]["note"].value, "a\\u{9}tab, and\\u{A}a line")

    def test_the_header_is_frozen_filtered_and_wide_enough(self):
        sheet = self.sheet("holders", "Acme")
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertEqual(sheet.auto_filter.ref, sheet.dimensions)
        self.assertTrue(sheet["A1"].font.bold)
        self.assertGreaterEqual(sheet.column_dimensions["A"].width, len("(undisclosed)"))

    def test_every_command_that_prints_rows_writes_them(self):
        for command in (["holders", "Acme"], ["holdings", "=1+2"], ["snapshot"], ["rounds"],
                        ["deals"], ["diff", "Acme", "--from", "2023-01", "--to", "2024"],
                        ["thresholds", "Acme"], ["lookthrough", "Acme"], ["control", "=1+2"],
                        ["explain", "Acme", "=1+2"], ["check"], ["entities"], ["imports"],
                        ["maps"]):
            with self.subTest(command=command):
                done = subprocess.run([STAKELINE, *command, "--format", "xlsx", "-o", "y.xlsx"],
                                      cwd=self.folder, capture_output=True, text=True, timeout=60,
                                      env={**os.environ, "STAKELINE_DB": "x.db"})
                self.assertIn(done.returncode, (0, 1), done.stderr)
                self.assertTrue(openpyxl.load_workbook(self.folder / "y.xlsx").active["A1"].value)
                csv = subprocess.run([STAKELINE, *command, "--format", "csv"], cwd=self.folder,
                                     capture_output=True, text=True, timeout=60,
                                     env={**os.environ, "STAKELINE_DB": "x.db"}).stdout
                sheet = openpyxl.load_workbook(self.folder / "y.xlsx").active
                self.assertEqual(",".join(c.value for c in sheet[1]), csv.splitlines()[0])

    def test_it_wants_a_file(self):
        for arguments in ((), ("-o", "-")):
            done = self.run_it("holders", "Acme", "--format", "xlsx", *arguments, status=2)
            self.assertIn("--format xlsx needs -o FILE", done.stderr)
        done = self.run_it("holders", "Acme", "--format", "xlsx", "-o", "/dev/full", status=2)
        self.assertIn("a file of its own", done.stderr)

    def test_a_question_that_fails_leaves_the_old_file(self):
        (self.folder / "x.xlsx").write_text("mine")
        self.run_it("holders", "Nobody", "--format", "csv", status=1)
        self.run_it("timeline", "Acme", "--format", "xlsx", "-o", "none/x.xlsx", status=4)
        self.assertEqual((self.folder / "x.xlsx").read_text(), "mine")

    def test_the_same_answer_is_the_same_bytes(self):
        self.sheet("timeline", "Acme")
        first = (self.folder / "x.xlsx").read_bytes()
        self.sheet("timeline", "Acme")
        self.assertEqual(first, (self.folder / "x.xlsx").read_bytes())


if __name__ == "__main__":
    STAKELINE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
