#!/usr/bin/env python3
"""Names and files made to harm. A name is refused with its line and a reason, or comes out of every
question, format, chart and report as it went in; a bad file is refused with its line and a reason, and
the database is as before. No file appears and nothing is run.

usage: hostile.py STAKELINE      (SL_ALL=1: every name is also the title of every kind of chart)
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
from html.parser import HTMLParser
from pathlib import Path

STAKELINE = None
PWNED = "/tmp/pwned"  # what a name makes that runs, wherever gnuplot does

NAMES = [
    "`touch /tmp/pwned`", "$(touch /tmp/pwned)", "${HOME}", "|touch /tmp/pwned", "<touch /tmp/pwned", ">pwned", ">>pwned",
    "; touch /tmp/pwned", "&& touch /tmp/pwned", "& touch /tmp/pwned &", "\"; system(\"touch /tmp/pwned\"); \"",
    "'; system('touch /tmp/pwned'); '", "\"\\n!touch /tmp/pwned\\n\"", "!touch /tmp/pwned", "@touch", "@HOME", "%HOME%",
    "'''lead", "a''''b", "trail'''", "'", "\"", "\"\"", "say \"hi\"", "it's", "``", "\\", "\\\\", "back\\",
    "\\n", "\\101\\102", "\\0601", "\\x41", "\\u0041", "\\U0001F600", "\\e[31mred", "\\r\\n",
    "EOD", "EODx", "END_OF_DATA", "END_OF_DATAx", "e", "$d << EOD", "# comment", "#", "%", "%%", "%s%s%s%n",
    "100% X", "%d of %g", "{0}", "{", "}", "{/Symbol a}", "{" * 500, "}" * 500, "a_{b}^{c}", "~a{.8-}",
    "&{space}", "@^{2}", "&#x41;", "&#65;", "R&#x", "&amp;", "&lt;script&gt;", "&", "&;", "]]>", "<![CDATA[",
    "<!--", "-->", "<?xml?>", "<!DOCTYPE x>", "<script>alert(1)</script>", "</script>", "</title>", "</style>",
    "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "' onload='alert(1)", "javascript:alert(1)",
    "</svg>", "<svg/onload=alert(1)>", "</textarea>", "{{7*7}}", "${7*7}", "<%= 7*7 %>", "<a href=//x>y</a>",
    "=cmd|'/c calc'!A0", "=1+1", "+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\uff1d1+1", "'=1",
    "| a | b |", "| --- |", "*bold*", "_it_", "[x](http://x)", "![x](x)", "# head", "`code`", "a,b", ",", ";",
    "NULL", "None", "nan", "inf", "-0", "1e400", "true", "0x1p3",
    "../../pwned", "/etc/passwd", "~/pwned", "C:\\pwned", "-", "--", "--help", "-o", "-rf", "*", "?", "[a-z]",
    "a?b=c&d", "file:x?mode=memory", "'; DROP TABLE entity; --", "' OR 1=1 --", "\"; SELECT 1", "con", "aux.txt",
    "(undisclosed)", "(other chains)", "others", "株式会社", "شركة المملكة", "חברה", "नेस्ले इंडिया",
    "می\u200cخواهم", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "😀", "👩🏽", "e" + "\u0302\u0301", "a" + "\u0323" * 1 + "\u0307\u0330" * 14,
    "\ufdfd" * 20, "ﷺ", "Ｆｕｌｌｗｉｄｔｈ", "ß", "İstanbul", "ǅ", "\u00a1", "\ue000", "\U000f0000", "\ufffd",
    "m" * 512, "W" * 512, "&" * 512, "'" * 512, "\"" * 512, "\\" * 512, "%" * 512, "ก\u0e33" * 80, "ก" + "\u0e31" * 100,
    "{/Times=40 BIG}", "{/:Bold x}", "~a{0.5b}", "$((1+1))", "`id>pwned`", "%1$s%99999d%hn", "=WEBSERVICE(\"http://x\")",
    "+cmd|' /C calc'!A0", "{{constructor.constructor('x')()}}", "__proto__", "&#xD800;", "&#1114112;", "<!--#exec cmd=x-->",
    "<base href=//evil>", "x' AND randomblob(1000000000)--", "1; ATTACH 'x.db' AS y", "--db=x", "-o/tmp/pwned", "/dev/full",
    "ﬁ", "Ⅻ", "\u2800", "\U0010fffd", "שלום 12% Ltd", "مصر ABC 5", "\u0e33" * 170, "𒐫" * 128, "~43%", "US$1.5B", "2023-01-01",
    "字" * 170, "😀" * 128, "a " * 200 + "b", "http://x.example/?a=b&c=d#e", "mailto:a@b.c", "data:text/html,x",
]
NAMES = [unicodedata.normalize("NFC", name) for name in NAMES]
REFUSED = {
    "a\nb": "line break", "a\rb": "line break", "a\x0bb": "line break", "a\x0cb": "line break",
    "a\x85b": "line break", "a\u2028b": "line break", "a\u2029b": "line break", "\x1b[31mred": "control",
    "a\x07b": "control", "a\x7fb": "control", "a\x9bb": "control", "a\x01": "control", "\u202eevil": "bidi",
    "a\u200fb": "bidi", "a\u2066b": "bidi", "a\u061cb": "bidi", "a\u200bb": "zero-width",
    "a\u2060b": "zero-width", "a\u00adb": "zero-width", "a\ufeffb": "zero-width", "a\u3164b": "zero-width",
    "a\u2062b": "zero-width", "\U000e0041a": "zero-width", "a\ufe0f": "zero-width", "a\ufffeb": "noncharacter",
    "a\ufdd0b": "noncharacter", "\U0001ffffb": "noncharacter", "\u200cab": "joiner", "ab\u200d": "joiner",
    "a \u200cb": "joiner", "a" * 513: "512", "{" * 60000: "512", "a" + "\u0301" * 31: "combining",
    "a" + "\u0323\u0301" * 100: "combining", "\u0958" * 100: "512",
}

HEADER = b"date,kind,issuer,holder,stake,amount,note\n"


def row(**cells):
    return ",".join(cells.get(name, {"date": "2023", "kind": "holding", "issuer": "A", "holder": "B"}.get(name, ""))
                    for name in HEADER.decode().strip().split(",")).encode() + b"\n"


# What the file is; the line that the message names; a word of the reason. Line 0: no line is to blame.
BAD_FILES = {
    "an open quote": (HEADER + row() + b'2023,note,"A,,,,\n2023,note,B,,,,\n', 3, "closing quote"),
    "an open quote at the end": (HEADER + b'2023,note,A,,,,"', 2, "closing quote"),
    "a quote inside a cell": (HEADER + row(issuer='O"B'), 2, "quote"),
    "text behind a quote": (HEADER + row(issuer='"A"x'), 2, "closing quote"),
    "two quoted parts": (HEADER + row(issuer='"A" "B"'), 2, "closing quote"),
    "UTF-16 with a mark": ((HEADER + row()).decode().encode("utf-16"), 1, "UTF-16"),
    "UTF-16 without a mark": ((HEADER + row()).decode().encode("utf-16-le"), 1, "NUL"),
    "UTF-32": ((HEADER + row()).decode().encode("utf-32"), 1, ""),
    "a NUL in a cell": (HEADER + row() + b"2023,note,A\0B,,,,\n", 3, "NUL"),
    "a NUL at the end": (HEADER + row() + b"\0", 3, "NUL"),
    "Latin-1": (HEADER + b"2023,note,Caf\xe9,,,,\n", 2, "UTF-8"),
    "an overlong slash": (HEADER + b"2023,note,A\xc0\xafB,,,,\n", 2, "UTF-8"),
    "an overlong NUL": (HEADER + b"2023,note,A\xc0\x80B,,,,\n", 2, "UTF-8"),
    "a surrogate": (HEADER + b"2023,note,A\xed\xa0\x80,,,,\n", 2, "UTF-8"),
    "a pair of surrogates": (HEADER + b"2023,note,\xed\xa0\xbd\xed\xb8\x80,,,,\n", 2, "UTF-8"),
    "beyond U+10FFFF": (HEADER + b"2023,note,\xf4\x90\x80\x80,,,,\n", 2, "UTF-8"),
    "five bytes": (HEADER + b"2023,note,\xf8\x88\x80\x80\x80,,,,\n", 2, "UTF-8"),
    "a cut character": (HEADER + b"2023,note,A,,,,\xe2\x82\n", 2, "UTF-8"),
    "a lone continuation": (HEADER + b"2023,note,\x80,,,,\n", 2, "UTF-8"),
    "a bad byte in a note": (HEADER + row(note="x").replace(b"x", b"\xff"), 2, "UTF-8"),
    "an escape in a note": (HEADER + row(note="\x1b[2J"), 2, "control"),
    "bytes of a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, 1, ""),
    "an archive": (b"PK\x03\x04\x14\x00\x06\x00" + bytes(64), 1, ""),
    "a page": (b"<html><body>no</body></html>\n", 1, "column"),
    "nothing": (b"", 1, "header"),
    "only a mark": (b"\xef\xbb\xbf", 1, "header"),
    "only line ends": (b"\n\r\n\r\n", 1, "header"),
    "only blanks": (b"   \n\t\n", 1, "header"),
    "two marks": (b"\xef\xbb\xbf\xef\xbb\xbf" + HEADER + row(), 1, "column"),
    "an unknown column": (b"date,kind,issuer,hodler\n2023,note,A,B\n", 1, "holder"),
    "a column twice": (b"date,kind,issuer,issuer\n2023,note,A,B\n", 1, "issuer"),
    "a column twice in two cases": (b"date,kind,issuer,Issuer\n2023,note,A,B\n", 1, "ssuer"),
    "a required column missing": (b"date,kind,holder\n2023,note,B\n", 1, "issuer"),
    "a blank column": (b"date,kind,issuer,\n2023,note,A,\n", 1, ""),
    "a semicolon for a comma": (b"date;kind;issuer\n2023;note;A\n", 1, "column"),
    "no header": (row() + row(), 1, "column"),
    "2000 columns": (b"date,kind,issuer" + b"".join(b",x_%d" % i for i in range(2000)) + b"\n", 1, "1024"),
    "a row too short": (HEADER + row() + b"2023,note,A\n", 3, "cells"),
    "a row too long": (HEADER + row() + row().strip() + b",,\n", 3, "cells"),
    "a row of commas too long": (HEADER + b"," * 5000 + b"\n", 2, "cells"),
    "a row of a carriage return": (HEADER + b"2023,note,A\r,,,,\n", 2, "cells"),
    "a day that is not": (HEADER + row(date="2023-02-30"), 2, "February"),
    "a 13th month": (HEADER + row(date="2023-13-01"), 2, "month"),
    "29 February": (HEADER + row(date="2023-02-29"), 2, "February"),
    "month or day": (HEADER + row(date="06/02/2023"), 2, "date"),
    "year 0": (HEADER + row(date="0000-01-01"), 2, "year"),
    "year 10000": (HEADER + row(date="10000-01-01"), 2, "date"),
    "a day in words": (HEADER + row(date="yesterday"), 2, "date"),
    "a full-width date": (HEADER + row(date="２０２３-０１-０１"), 2, "date"),
    "a serial date": (HEADER + row(date="44927"), 2, "date"),
    "no date": (HEADER + row(date=""), 2, "date"),
    "a kind that is none": (HEADER + row(kind="bought"), 2, "kind"),
    "101 per cent": (HEADER + row(stake="101"), 2, "100"),
    "100.0000001 per cent": (HEADER + row(stake="100.0000001"), 2, "100"),
    "a stake with a sign": (HEADER + row(stake="+5"), 2, "stake"),
    "a negative stake": (HEADER + row(stake="-5"), 2, "stake"),
    "minus 0": (HEADER + row(stake="-0"), 2, "stake"),
    "nan": (HEADER + row(stake="nan"), 2, "stake"),
    "inf": (HEADER + row(stake="inf"), 2, "stake"),
    "hexadecimal": (HEADER + row(stake="0x1p3"), 2, "stake"),
    "an exponent": (HEADER + row(stake="1e1"), 2, "stake"),
    "1e400": (HEADER + row(stake="1e400"), 2, "stake"),
    "full-width digits": (HEADER + row(stake="５０"), 2, "stake"),
    "Arabic digits": (HEADER + row(stake="٥٠"), 2, "stake"),
    "a decimal comma": (HEADER + row(stake='"43,4"'), 2, "stake"),
    "a range backwards": (HEADER + row(stake="50-25"), 2, "stake"),
    "1 of 0": (HEADER + row(stake="1/0"), 2, "stake"),
    "3 of 2": (HEADER + row(stake="3/2"), 2, "stake"),
    "60,000 nines": (HEADER + row(stake="9" * 60000), 2, "stake"),
    "a formula": (HEADER + row(stake="=1+1"), 2, "stake"),
    "an amount that is too large": (HEADER + row(amount="USD 92233720368547758.08"), 2, "amount"),
    "an amount of many crores": (HEADER + row(amount="INR 99999999999 lakh crore"), 2, "amount"),
    "half a yen": (HEADER + row(amount="JPY 0.5"), 2, "amount"),
    "a tenth of a cent": (HEADER + row(amount="USD 0.001"), 2, "amount"),
    "no currency": (HEADER + row(amount="5"), 2, "amount"),
    "two currencies": (HEADER + row(amount="USD 5 EUR"), 2, "amount"),
    "a currency that is none": (HEADER + row(amount="XQZ 5"), 2, "amount"),
    "a yen or a yuan": (HEADER + row(amount="¥5"), 2, "amount"),
    "the header twice": (HEADER + row() + HEADER + row(), 3, "date"),
    "a mark in the middle": (HEADER + b"\xef\xbb\xbf" + row(), 2, "date"),
    "an end of file of old": (HEADER + row() + b"\x1a", 3, "cells"),
    "a window's title for a date": (HEADER + row(date="\x1b]0;pwned\x07"), 2, "date"),
    "a bidi control in a stake": (HEADER + row(stake="\u202e5"), 2, "stake"),
    "nothing of no width in a stake": (HEADER + row(stake="5\u200b"), 2, "stake"),
    "a half": (HEADER + row(stake="½"), 2, "stake"),
    "5 to the 2nd": (HEADER + row(stake="5²"), 2, "stake"),
    "commas of no groups": (HEADER + row(amount='"USD 1,,000"'), 2, "comma"),
    "an amount of an accountant": (HEADER + row(amount="(USD 5)"), 2, "amount"),
    "+infinity": (HEADER + row(amount="+Infinity USD"), 2, "sign"),
    "a week": (HEADER + row(date="2024-W05"), 2, "date"),
    "the 6th quarter": (HEADER + row(date="2024-Q6"), 2, "date"),
    "a fiscal year of two": (HEADER + row(date="FY2024-26"), 2, "fiscal"),
    "a split by 0": (b"date,kind,issuer,ratio\n2023,split,A,0:1\n", 2, "ratio"),
    "half a share": (b"date,kind,issuer,holder,shares\n2023,holding,A,B,0.5\n", 2, "whole"),
    "shares that cannot be counted": (b"date,kind,issuer,holder,shares\n2023,holding,A,B,9223372036854775808\n", 2, "shares"),
    "101 per cent of the votes": (b"date,kind,issuer,holder,votes\n2023,holding,A,B,101\n", 2, "votes"),
    "a price that is too fine": (b"date,kind,issuer,amount,price\n2023,round,A,USD 1,USD 5.1234567\n", 2, "decimals"),
    "an escape in a column": (b"date,kind,issuer,x_\x1b[2J\n2023,note,A,v\n", 1, "name"),
    "an escape in an x_ cell": (b"date,kind,issuer,x_a\n2023,note,A,\x1b[2J\n", 2, "control"),
    "a Cyrillic column": ("dаte,kind,issuer\n2023,note,A\n".encode(), 1, "date"),
    "a million quotes": (HEADER + b'"' * 1000001 + b"\n", 2, "quote"),
    "a million commas": (HEADER + b"," * 1000000 + b"\n", 2, "cells"),
    "a program": (b"\x7fELF" + bytes(60), 1, "NUL"),
    "a list in JSON": (b'[{"date":"2023","kind":"note"}]\n', 1, "quote"),
    "a negative amount": (HEADER + row(amount="USD -5"), 2, "amount"),
    "a stake on a note": (HEADER + row(kind="note", stake="5"), 2, "stake"),
    "a blank issuer": (HEADER + row(issuer=""), 2, "issuer"),
    "an issuer of blanks": (HEADER + row(issuer='"\u00a0 \t"'), 2, "issuer"),
    "a note of 65 KiB": (HEADER + row(note="x" * 66000), 2, "64 KiB"),
    "a cell of 2 MiB": (HEADER + row(note="x" * (2 << 20)), 2, "1 MiB"),
    "a quoted cell of 2 MiB": (HEADER + b'2023,note,A,,,,"' + b"x\n" * (1 << 20), 2, "1 MiB"),
    "the last of 5000 rows": (HEADER + row() * 4999 + row(stake="x"), 5001, "stake"),
    "lines in quotes before it": (HEADER + row(note='"a\nb\r\nc\rd"') + row(stake="x"), 6, "stake"),
    "mixed line ends before it": (HEADER + row() + b"\n\r\n" + row().strip() + b"\r" + row(stake="x"), 6, "stake"),
}


class Tags(HTMLParser):
    """The elements and the attributes of a page, and its text."""
    def __init__(self):
        super().__init__()
        self.tags, self.handlers, self.text = {}, [], []

    def handle_starttag(self, tag, attrs):
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.handlers += [value for name, value in attrs if name in ("href", "src")
                          and (value or "").lower().startswith(("javascript:", "data:text"))]

    def handle_data(self, data):
        self.text.append(data)


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """The names as issuers, holders, counterparties and in every text, in one book."""
        cls.folder = Path(tempfile.mkdtemp(prefix="stakeline-"))
        cls.work = cls.folder / "work"
        cls.work.mkdir()
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["date", "known", "kind", "issuer", "holder", "counterparty", "stake", "amount", "round",
                         "class", "deal", "part", "instrument", "source", "url", "note", "x_a", "status"])
        for day, stake in ("2019-01-01", "40"), ("2021-06-01", "30"):
            writer.writerow([day, day, "holding", "Target", "Ada", "", stake, *[""] * 11])
        for at, name in enumerate(NAMES):
            other = NAMES[(at + 1) % len(NAMES)]
            day, text = f"2020-{at % 12 + 1:02}-{at % 28 + 1:02}", name
            for number, line in enumerate((
                    ["acquire", "Target", name, other, "0.5", "USD 5M", "", ""],
                    ["holding", name, other, "", "20", "", "", text],
                    ["acquire", name, "Ada", other, "", "USD 5M", "", ""],
                    ["round", name, "Fund", "", "", "USD 2M", text, ""])):
                kind, issuer, holder, counterparty, stake, amount, label, class_ = line
                writer.writerow([day, day, kind, issuer, holder, counterparty, stake, amount, label, class_,
                                 text if kind == "acquire" else "", "", text, text, text, text, text,
                                 "announced" if number == 2 else "completed"])
        (cls.work / "names.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
        done = cls.stakeline("import", "names.csv")
        assert done.returncode == 0, done.stderr
        cls.before = cls.listing()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def stakeline(cls, *words, db="book.db", stdin=None):
        environment = {"TMPDIR": str(cls.folder), "HOME": str(cls.work), "PATH": os.environ.get("PATH", "")}
        return subprocess.run([STAKELINE, "--db", db, *words], cwd=cls.work, input=stdin, check=False,
                              capture_output=True, timeout=120, env=environment)

    @classmethod
    def listing(cls):
        return sorted(str(path.relative_to(cls.folder)) for path in cls.folder.rglob("*"))

    def ask(self, *words):
        """The answer's text; nothing was run, and no file is there that was not before."""
        done = self.stakeline(*words)
        self.assertIn(done.returncode, (0, 1), (words, done.stderr[:400]))
        self.assertEqual(self.listing(), self.before, words)
        self.assertFalse(os.path.exists(PWNED), words)
        return done.stdout.decode("utf-8")

    def write(self, name, *words):
        """What the command writes into a file, and nothing else."""
        done = self.stakeline(words[0], "-o", name, *words[1:])
        self.assertEqual(done.returncode, 0, (words, done.stderr[:400]))
        path = self.work / name
        written = path.read_bytes()
        path.unlink()
        self.assertEqual(self.listing(), self.before, words)
        self.assertFalse(os.path.exists(PWNED), words)
        return written

    # ---- questions ----

    def test_exports_and_answers_have_every_name_as_it_is(self):
        exported = list(csv.DictReader(io.StringIO(self.ask("export", "events"), newline="")))
        for at, name in enumerate(NAMES):
            first, second = exported[4 * at + 2], exported[4 * at + 3]
            self.assertEqual((first["holder"], second["issuer"], first["deal"]), (name, name, name))
            for cell in ("source", "note", "x_a", "url"):
                self.assertEqual(first[cell], name, cell)
        wanted = set(NAMES)
        for words in (["snapshot"], ["timeline", "Target"], ["holders", "Target"], ["rounds"], ["deals"],
                      ["check"], ["timeline", "--holder", "Ada"], ["entities"],
                      ["lookthrough", "Target"], ["diff", "Target", "--from", "2019"]):
            rows = list(csv.reader(io.StringIO(self.ask(*words, "--format", "csv"), newline="")))
            seen = {cell for cells in rows for cell in cells}
            least = len(wanted) if words[0] in ("snapshot", "rounds", "deals", "entities") else 0
            self.assertGreaterEqual(len(wanted & seen), least, (words, sorted(wanted - seen)[:5]))
            data = json.loads(self.ask(*words, "--format", "json"))
            self.assertEqual(len(data), len(rows) - 1, words)
            lines = [json.loads(line) for line in
                     self.ask(*words, "--format", "ndjson").split("\n") if line]
            self.assertEqual(lines, data, words)
            self.assertLessEqual(wanted & seen, {value for line in data for value in line.values()}, words)

    def test_tables_and_markdown_keep_their_shape(self):
        for words in (["snapshot"], ["rounds"], ["deals"], ["entities"], ["explain", "Target", NAMES[0]]):
            table = self.ask(*words)
            self.assertFalse(set(map(ord, table)) & ({*range(32), 127, *range(128, 160), 0x202e} - {10}))
            text = self.ask(*words, "--format", "md")
            bars = {len(re.findall(r"(?<!\\)\|", line.replace("\\\\", ""))) for line in text.splitlines()}
            self.assertEqual(len(bars), 1, (words, bars))
            self.assertNotRegex(text, r"(?<!\\)<(script|img)")

    def test_spreadsheets_run_nothing(self):
        rows = csv.reader(io.StringIO(self.ask("export", "events", "--spreadsheet"), newline=""))
        for cells in list(rows)[1:]:
            for cell in cells:
                self.assertNotRegex(cell, "^[=+@\t\r\n\uff1d\uff0b\uff0d\uff20]|^-(?![0-9.]*$)", cell)

    def test_workbooks_have_every_name_as_text(self):
        done = self.stakeline("export", "events", "--format", "xlsx", "-o", "out.xlsx")
        self.assertEqual(done.returncode, 0, done.stderr)
        with zipfile.ZipFile(self.work / "out.xlsx") as archive:
            sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
            parts = set(archive.namelist())
            texts = [ElementTree.fromstring(archive.read(part)) for part in parts if "sharedStrings" in part]
        self.assertFalse([element for element in sheet.iter() if element.tag.endswith(("}f", "}hyperlink"))])
        self.assertFalse([part for part in parts if "external" in part or "vba" in part])
        seen = {"".join(element.itertext()) for tree in [sheet, *texts] for element in tree.iter()
                if element.tag.endswith(("}si", "}is"))}
        plain = [name for name in NAMES if not re.search("_x[0-9A-F]{4}_", name)]
        self.assertEqual([name for name in plain if name not in seen], [])
        (self.work / "out.xlsx").unlink()
        self.assertEqual(self.listing(), self.before)

    def test_every_name_is_found_by_itself(self):
        for name in NAMES[::1 if ALL else 9]:
            rows = list(csv.DictReader(io.StringIO(self.ask("holders", "--format", "csv", "--", name), newline="")))
            self.assertTrue(rows, name)

    # ---- pictures and pages ----

    KINDS = {"stakes": "Target", "ownership": "Target", "rounds": None, "portfolio": None, "deals": "Target",
             "changes": "Target", "thresholds": None, "funding": None, "network": "Target", "control": None,
             "compare": "Target"}

    def draw(self, kind, name, *more):
        if kind == "changes":
            more = ("--from", "2020", *more)
        if kind == "compare":
            more = ("--holder", "Ada", *more)
        svg = self.write("out.svg", "chart", kind, *more, "--", name)
        tree = ElementTree.fromstring(svg)
        self.assertFalse([element for element in tree.iter() if element.tag.endswith(("script", "image", "}a"))])
        return ["".join(element.itertext()) for element in tree.iter() if element.tag.endswith("text")]

    def test_charts_of_every_kind_draw_every_name(self):
        for kind, name in self.KINDS.items():
            titles = NAMES if ALL else NAMES[len(kind)::40]
            for title in [name] if name and not ALL else titles:
                with self.subTest(kind=kind, title=title):
                    entity = name if kind in ("changes", "compare") else title  # nobody else moved, or is Ada's
                    texts = self.draw(kind, entity, "--title", title)
                    short = re.sub(r"\W", "", title)[:10]
                    self.assertIn(short, re.sub(r"\W", "", "".join(texts)))
        texts = " ".join(self.draw("stakes", "Target", "--top", "20"))
        self.assertGreater(sum(name[:6] in texts for name in NAMES), 10)

    def test_charts_draw_all_names_as_holders(self):
        for at in range(0, len(NAMES), 20):
            out = io.StringIO(newline="")
            writer = csv.writer(out)
            writer.writerow(["date", "kind", "issuer", "holder", "stake", "amount", "deal", "round"])
            for number, name in enumerate(NAMES[at:at + 20]):
                writer.writerow([f"20{number + 1:02}", "holding", "All", name, "4", "", "", ""])
                writer.writerow([f"20{number + 1:02}", "round", name, "All", "", "USD 5M", name, name])
            db = f"some-{at}.db"
            done = self.stakeline("import", "-", db=db, stdin=out.getvalue().encode())
            self.assertEqual(done.returncode, 0, done.stderr)
            for kind in ("stakes", "ownership", "deals", "network", "control"):
                for ending in ("svg", "gp", *(["png", "pdf"] if ALL else [])):
                    done = self.stakeline("chart", kind, "All", "--top", "20", "-o", f"out.{ending}", db=db)
                    said = re.sub(b"^stakeline: no font on this machine has some of the letters; .*\n", b"", done.stderr)
                    self.assertEqual((done.returncode, said), (0, b""), (kind, at))
                    if ending == "svg":
                        ElementTree.parse(self.work / "out.svg")
                    (self.work / f"out.{ending}").unlink()
            (self.work / db).unlink()
            self.assertEqual(self.listing(), self.before)
            self.assertFalse(os.path.exists(PWNED), at)

    def check_page(self, page):
        found = Tags()
        found.feed(page)
        found.close()
        self.assertEqual(found.handlers, [])
        self.assertFalse({"img", "a-x", "textarea", "iframe", "object"} & set(found.tags), found.tags)
        return found

    def test_reports_show_every_name_as_text(self):
        shape = self.check_page(self.write("out.html", "report", "Ada", "--no-charts").decode())
        page = self.check_page(self.write("out.html", "report", "Target", "--no-charts").decode())
        self.assertEqual(page.tags["script"], shape.tags["script"])
        text = "".join(page.text)
        for name in NAMES:
            self.assertIn(name[:40], text)
        drawn = self.check_page(self.write("out.html", "report", NAMES[0]).decode())
        self.assertEqual(drawn.tags["script"], shape.tags["script"])

    def test_a_folder_of_reports_has_only_pages(self):
        done = self.stakeline("report", "--all", "--no-charts", "-o", "pages")
        self.assertEqual(done.returncode, 0, done.stderr)
        pages = list((self.work / "pages").rglob("*"))
        self.assertEqual([path for path in pages if path.suffix != ".html"], [])
        self.assertGreaterEqual(len(pages), len(NAMES))
        for path in pages:
            self.assertRegex(path.name, r"^[\w.-]+$")
            self.check_page(path.read_text("utf-8"))
        shutil.rmtree(self.work / "pages")
        self.assertEqual(self.listing(), self.before)

    # ---- what is refused ----

    def refuse(self, content, line, reason):
        path = self.work / "bad.csv"
        path.write_bytes(content)
        before = (self.work / "book.db").read_bytes()
        done = self.stakeline("import", "bad.csv")
        path.unlink()
        said = done.stderr.decode("utf-8")
        self.assertEqual((done.returncode, done.stdout), (3, b""), said[:300])
        self.assertTrue(said.startswith(f"stakeline: bad.csv:{line}:"), said[:300])
        self.assertIn(reason, said)
        self.assertIn("nothing was stored", said)
        self.assertFalse(set(map(ord, said)) & ({*range(32), 127, 0x202e, 0x9b} - {10}))
        self.assertLess(len(said), 20000)
        self.assertEqual((self.work / "book.db").read_bytes(), before)
        self.assertEqual(self.listing(), self.before)

    def test_bad_files_are_refused_with_line_and_reason(self):
        for name, (content, line, reason) in BAD_FILES.items():
            with self.subTest(name):
                self.refuse(content, line, reason)

    def test_bad_names_are_refused_with_line_and_reason(self):
        for name, reason in REFUSED.items():
            for column in ("issuer", "holder"):
                with self.subTest(name=name[:20], column=column):
                    cell = '"' + name.replace('"', '""') + '"'
                    self.refuse(HEADER + row() + row(**{column: cell}), 3, reason)


if __name__ == "__main__":
    ALL = os.environ.get("SL_ALL") == "1"
    STAKELINE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
