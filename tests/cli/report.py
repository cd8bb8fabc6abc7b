#!/usr/bin/env python3
"""Reports as the command writes them: what the pages hold, what hostile names do to them, and what
--all leaves alone. How a browser takes them is tests/browser.

usage: report.py STAKELINE
"""
import html.parser
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

STAKELINE = None
DATA = Path(__file__).resolve().parent.parent.parent / "data"
VOID = {"meta", "link", "input", "br", "path", "rect", "circle", "use", "polygon", "line"}

HOSTILE = [
    "<script>alert(1)</script>", "</script><script>alert(2)</script>", "\"><img src=x onerror=alert(3)>",
    "' onmouseover='alert(4)", "]]></svg><script>alert(5)</script>", "&lt;b&gt; &#x3c;i&#x3e;", "R&#x",
    "{{x}} ${y} `z`", "日産自動車", "شركة نيسان", "a" * 200, "--><!--", "javascript:alert(6)",
    "../../../etc/passwd", "CON", "%2e%2e%2f", "=1+1",
]
LOG = """date,kind,issuer,holder,stake,amount,status,deal,source,url,note
2020-01-01,holding,Acme,Old Owner,60,,,,A paper,https://example.org/a?b=1&c=2,the start
2021-01-01,dispose,Acme,Old Owner,20,USD 5 M,announced,d1,A paper,javascript:alert(1),"a note with
two lines"
2022-01-01,dispose,Acme,Old Owner,,,completed,d1,Another,data:text/html;base64;x,
2022-06-01,round,Acme,,,USD 12 Mn,,r1,B <i>,"http://example.org/""onclick=""x",Series A
2022-07-01,holding,Under,Acme,51,,,,C,vbscript:x,
"""


class Page(html.parser.HTMLParser):
    """The tags of a page, checked to be balanced; its ids, links and texts."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.data, self.odd = [], [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)
            if name.startswith("on") or name in {"src", "srcset", "formaction", "style"}:
                self.odd.append((tag, name))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open[-3:], self.getpos())
        self.open.pop()

    def handle_data(self, data):
        if not self.open or self.open[-1] not in {"script", "style"}:
            self.data.append(data)


class Reports(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_it(self, *arguments, status=0, **environment):
        done = subprocess.run([STAKELINE, *arguments], cwd=self.folder, capture_output=True,
                              text=True, timeout=120,
                              env={**os.environ, "STAKELINE_DB": "x.db", **environment})
        self.assertEqual(done.returncode, status, (arguments, done.stderr))
        return done

    def import_text(self, text):
        (self.folder / "log.csv").write_text(text, encoding="utf-8")
        self.run_it("import", "log.csv")

    def page(self, *arguments):
        self.run_it("report", *arguments, "--today", "2026-01-01", "-o", "x.html")
        return (self.folder / "x.html").read_text(encoding="utf-8")

    def check(self, text):
        """A page that is whole, leads nowhere but to http and https, and runs nothing of others."""
        page = Page(text)
        self.assertEqual(page.open, [])
        self.assertEqual(page.odd, [])
        self.assertEqual(page.tags.count("script"), 1)
        self.assertEqual(len(page.ids), len(set(page.ids)))
        for link in page.links:
            self.assertRegex(link, r"^(https?://|#[\w-]+$|data:,$|[\w-]+\.html$)")
            if link.startswith("#") and not re.match(r"#c\d+-", link):
                self.assertIn(link[1:], page.ids)
        self.assertIn("default-src 'none'", text)
        self.assertFalse(set(page.tags) & {"iframe", "img", "object", "embed", "base", "form"})
        return page

    def test_nissan_is_told_whole(self):
        self.run_it("import", str(DATA / "alliance.csv"))
        text = self.page("Nissan")
        page = self.check(text)
        said = re.sub(r"\s+", " ", "".join(page.data).replace("\xa0", " "))
        for sentence in ("It is held by French trust (18.66 %, without votes), Renault (17.05 %, 15 % "
                         "of the votes) and Daimler (3.52 %).",
                         "Renault owns 35.71 %", "By votes it controls RNAIPL",
                         "It holds part of RNAIPL (51 %), Mitsubishi Motors (26.73 %) and Renault (15 %).",
                         "Renault: down from 43.4 % to 15 %, by a sale28.4 of the 43.4 points go into",
                         "2023-12-15 to 2024-10-03 Renault: up from 15 % to 17.05 %, without a purchase: "
                         "there were fewer shares in all",
                         "Renault → French trust (100 %) → Nissan (18.66 %)",
                         "announced 2023-01-30 Cercle Finance",
                         "the votes of the trust's shares are neutral in most decisions"):
            self.assertIn(sentence, said)
        self.assertEqual({"summary", "owners", "holdings", "story", "history", "deals", "crossings",
                          "findings", "sources", "reading"} - set(page.ids), set())
        self.assertEqual(page.tags.count("svg"), 7)
        self.assertIn("French State has 15.01 % of Renault, with 26.05 % of the votes", text)
        self.assertIn("Nissan controls RNAIPL, with 51 % of the votes.", text)
        self.assertEqual(text.count("<details data-day="), 7)
        self.assertIn('<text>French trust</text>', text)
        urls = set(re.findall(r",(https?://[^,]*),", (DATA / "alliance.csv").read_text()))
        asked = {url for url in urls if url in page.links}
        self.assertGreater(len(asked), 20)

    def test_the_same_log_gives_the_same_bytes(self):
        self.run_it("import", str(DATA / "alliance.csv"))
        self.assertEqual(self.page("Renault"), self.page("Renault"))

    def test_the_dates_and_the_view_are_carried(self):
        self.run_it("import", str(DATA / "alliance.csv"))
        text = self.page("Nissan", "--known-by", "2023-06-01")
        self.assertIn("by what was known on 2023-06-01", text)
        self.assertNotIn("2024-10-03", text)
        self.assertIn("43.4", text)
        pro = self.page("Nissan", "--known-by", "2023-06-01", "--pro-forma")
        self.assertIn("as if every deal that is rumoured or further on were done", pro)
        self.assertIn("Renault</a>", pro) if "Renault</a>" in pro else self.assertIn("28.4", pro)
        on = self.page("Nissan", "--on", "2010", "--at", "2001,2005-06-30")
        self.assertEqual(re.findall(r'data-day="([^"]*)"', on), ["2001-12-31", "2005-06-30"])
        self.assertIn("at the end of 2010-12-31", on)
        self.run_it("report", "Nissan", "--at", "someday", "-o", "y.html", status=2)
        self.assertFalse((self.folder / "y.html").exists())

    def test_moves_begin_with_the_levels_first_stated(self):
        (self.folder / "log.csv").write_text("date,kind,issuer,holder,stake,class\n"
                                             "2020-01-01,holding,Acme,Owner,60,B\n"
                                             "2021-01-01,dispose,Acme,Owner,20,B\n")
        self.run_it("import", "log.csv")
        said = re.sub(r"\s+", " ", "".join(Page(self.page("Acme")).data).replace("\xa0", " "))
        self.assertIn("2020-01-01 Owner (B): at 60 %, as it was stated", said)
        self.assertIn("2021-01-01 Owner (B): down from 60 % to 40 %, by a sale", said)

    def test_only_web_addresses_become_links(self):
        self.import_text(LOG)
        text = self.page("Acme")
        page = self.check(text)
        self.assertIn("https://example.org/a?b=1&c=2", page.links)
        self.assertIn("http://example.org/%22onclick=%22x", page.links)
        self.assertIn("javascript:alert(1)", "".join(page.data))
        self.assertIn("a note with\\u{A}two lines", "".join(page.data))
        self.assertIn("raised or borrowed USD 12,000,000 in 1 round", "".join(page.data))
        for link in re.findall(r"<a [^>]*http[^>]*>", text):
            self.assertIn('rel="noopener noreferrer"', link)

    def test_hostile_names_stay_names(self):
        rows = "".join('2020-01-01,holding,"{0}",Holder,10,,,,"{0}",https://x.org,"{0}"\n'
                       '2020-01-02,holding,Issuer,"{0}",2,,,"{0}","{0}",,\n'
                       .format(name.replace('"', '""')) for name in HOSTILE)
        self.import_text(LOG.splitlines()[0] + "\n" + rows)
        for name in ("Issuer", "Holder", HOSTILE[0], HOSTILE[4]):
            page = self.check(self.page(name, *(() if name == "Issuer" else ("--no-charts",))))
            self.assertIn(name, "".join(page.data))
        self.run_it("report", "--all", "--no-charts", "-o", "out")
        files = sorted(path.name for path in (self.folder / "out").iterdir())
        self.assertEqual(len(files), len(HOSTILE) + 3)
        for file in files:
            self.assertRegex(file, r"^(index|[a-z0-9-]{1,49})\.html$")
            page = self.check((self.folder / "out" / file).read_text(encoding="utf-8"))
            for link in page.links:
                if link.endswith(".html") and "/" not in link:
                    self.assertIn(link, files)
        index = Page((self.folder / "out" / "index.html").read_text(encoding="utf-8"))
        for name in HOSTILE:
            self.assertIn(name, index.data)

    def test_without_gnuplot_the_page_says_so(self):
        self.import_text(LOG)
        (self.folder / "empty").mkdir()
        done = self.run_it("report", "Acme", "-o", "x.html", PATH=str(self.folder / "empty"))
        self.assertIn("without charts", done.stderr)
        text = (self.folder / "x.html").read_text(encoding="utf-8")
        self.check(text)
        self.assertIn("The charts are missing: ", text)
        self.assertNotIn("<svg", text)
        self.assertNotIn("The charts are missing", self.page("Acme", "--no-charts"))

    def test_an_unknown_day_and_an_unknown_name(self):
        self.import_text(LOG)
        page = self.check(self.page("Acme", "--known-by", "1999"))
        self.assertIn("the log says nothing about Acme", "".join(page.data))
        done = self.run_it("report", "Acmee", "-o", "y.html", status=1)
        self.assertIn("Acme", done.stderr)
        self.assertFalse((self.folder / "y.html").exists())
        self.assertIn("FILE is missing", self.run_it("report", "Acme", status=2).stderr)
        self.run_it("report", "Acme", "-o", "none/x.html", status=4)
        self.run_it("report", "Acme", "-o", "/dev/full", status=4)

    def test_all_leaves_other_files_alone(self):
        self.import_text(LOG)
        out = self.folder / "out"
        out.mkdir()
        (out / "notes.txt").write_text("mine")
        self.assertIn("wrote 3 pages", self.run_it("report", "--all", "-o", "out").stdout)
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        self.assertEqual(len(before), 5)
        self.run_it("report", "--all", "-o", "out")
        self.assertEqual(before, {path.name: path.read_bytes() for path in out.iterdir()})
        acme = next(path for path in out.iterdir() if path.name.startswith("acme-"))
        acme.write_text("mine")
        done = self.run_it("report", "--all", "-o", "out", status=4)
        self.assertIn("not replaced", done.stderr)
        self.assertEqual(acme.read_text(), "mine")
        acme.unlink()
        outside = self.folder / "outside.html"
        outside.write_text("mine")
        acme.symlink_to(outside)
        self.run_it("report", "--all", "-o", "out", status=4)
        self.assertEqual(outside.read_text(), "mine")
        self.run_it("report", "--all", "-o", "log.csv", status=4)
        self.run_it("report", "--all", "Acme", "-o", "out", status=2)

    def test_pages_of_a_folder_are_linked(self):
        self.import_text(LOG)
        self.run_it("report", "--all", "--no-charts", "-o", "out")
        names = {path.name.split("-")[0]: path for path in (self.folder / "out").iterdir()}
        page = Page(names["acme"].read_text(encoding="utf-8"))
        self.assertIn(names["old"].name, page.links)
        self.assertIn(names["under"].name, page.links)
        self.assertIn("index.html", page.links)


if __name__ == "__main__":
    STAKELINE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
