#!/usr/bin/env python3
"""Reports in a headless Chromium: they load without a word on the console and without the network,
sort, filter and slide, by mouse and by keys; nothing sticks out of a telephone; axe-core and tidy
find nothing; and text can be read in light and in dark. Skipped (77) without chromium.

usage: report.py STAKELINE FOLDER [PICTURES]    (FOLDER: where axe-core is kept)
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import axe
from driver import MISSING, Browser, contrast

STAKELINE = KEPT = PICTURES = None
DATA = Path(__file__).resolve().parent.parent.parent / "data"
TAB, END, HOME, LEFT, ENTER = "\ue004", "\ue010", "\ue011", "\ue012", "\ue007"
HOSTILE = """date,kind,issuer,holder,stake,source,url,note
2020-01-01,holding,"</script><script>alert(1)</script>","<img src=x onerror=alert(2)>",10,"<b>",javascript:alert(3),"<svg onload=alert(4)>"
2020-01-02,holding,"</script><script>alert(1)</script>",日産自動車株式会社,20,شركة,https://example.org/"onclick="alert(5),x
2020-01-03,holding,"</script><script>alert(1)</script>",A very long name of a holder that goes on and on and on and on until it will not fit on any telephone whatsoever,5,s,,x
2021-01-02,holding,"</script><script>alert(1)</script>",日産自動車株式会社,22,s,,x
""".replace('https://example.org/"onclick="alert(5)', '"https://example.org/""onclick=""alert(5)"')


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        here = Path(cls.folder.name)
        (here / "hostile.csv").write_text(HOSTILE, encoding="utf-8")
        cls.pages = {}
        for database, logs, entities in (
                ("a.db", [DATA / "alliance.csv", DATA / "entrepreneur-2025-05.csv"],
                 ["Nissan", "Renault", "Alt Carbon", "Vivek Oberoi"]),
                ("b.db", [here / "hostile.csv"], ["</script><script>alert(1)</script>"])):
            logs = [log for log in logs if log.exists()] or sorted(DATA.glob("*.csv"))
            if database == "a.db":
                logs = sorted(DATA.glob("*.csv"))
            cls.run_command(here, database, "import", *map(str, logs))
            for entity in entities:
                cls.pages[entity] = here / f"{len(cls.pages)}.html"
                cls.run_command(here, database, "report", entity, "-o", str(cls.pages[entity]))
        cls.run_command(here, "a.db", "report", "--all", "--no-charts", "-o", str(here / "all"))
        cls.pages["index"] = here / "all" / "index.html"
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    @staticmethod
    def run_command(folder, database, *arguments):
        subprocess.run([STAKELINE, "--db", database, *arguments], cwd=folder, check=True,
                       capture_output=True, timeout=60)

    def setUp(self):
        self.browser.size(1200, 900)
        self.browser.prefer("light")
        self.browser.messages()

    def show(self, name):
        self.browser.open(self.pages[name])

    # ---- as it loads ----

    def test_pages_load_without_a_word_and_without_the_network(self):
        for name in self.pages:
            with self.subTest(page=name):
                self.show(name)
                self.assertEqual(self.browser.messages(), [])
                self.assertEqual(self.browser.run(
                    "return performance.getEntriesByType('resource').map(e => e.name)"
                    ".filter(n => !n.startsWith('data:'))"), [])
                self.assertEqual(self.browser.run("return window.stop_here || 'quiet'"), "quiet")

    def test_the_policy_stops_what_slips_in(self):
        self.show("Nissan")
        self.browser.run("var s = document.createElement('script'); s.textContent = 'window.ran = 1';"
                         "document.body.appendChild(s);"
                         "var i = new Image(); i.src = 'https://example.org/x.png';")
        self.assertIsNone(self.browser.run("return window.ran"))
        self.assertTrue(any("Content Security Policy" in m["message"]
                            for m in self.browser.messages()))

    def test_hostile_names_are_text(self):
        name = "</script><script>alert(1)</script>"
        self.show(name)
        self.assertEqual(self.browser.run("return document.querySelector('h1').textContent"), name)
        self.assertEqual(self.browser.run(
            "return document.querySelectorAll('img, iframe, script:not(:last-of-type)').length"), 0)
        self.assertEqual(self.browser.run(
            "return [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])"
            ".filter(a => a.name.startsWith('on')).length"), 0)
        self.assertIn("<img src=x onerror=alert(2)>", self.browser.run(
            "return [...document.querySelectorAll('svg text')].map(t => t.textContent)"))

    # ---- what the script adds ----

    def column(self, caption, column):
        return self.browser.run(
            "var t = [...document.querySelectorAll('table')]"
            ".find(t => t.caption.textContent === arguments[0]);"
            "return [...t.tBodies[0].rows].filter(r => r.offsetParent !== null)"
            ".map(r => r.cells[arguments[1]].textContent)", caption, column)

    def press_head(self, caption, column):
        self.browser.run(
            "var t = [...document.querySelectorAll('table')]"
            ".find(t => t.caption.textContent === arguments[0]);"
            "t.tHead.rows[0].cells[arguments[1]].querySelector('button').click()", caption, column)

    def test_tables_sort_both_ways_by_number_and_by_word(self):
        self.show("Nissan")
        self.assertEqual(self.column("Cap table", 0),
                         ["French trust", "Renault", "Daimler", "(undisclosed)"])
        self.press_head("Cap table", 0)
        self.assertEqual(self.column("Cap table", 0),
                         ["(undisclosed)", "Daimler", "French trust", "Renault"])
        self.press_head("Cap table", 1)
        self.assertEqual(self.column("Cap table", 1), ["60.77 %", "18.66 %", "17.05 %", "3.52 %"])
        self.press_head("Cap table", 1)
        self.assertEqual(self.column("Cap table", 1), ["3.52 %", "17.05 %", "18.66 %", "60.77 %"])
        self.assertEqual(self.browser.run(
            "return [...document.querySelectorAll('[aria-sort]')].map(h => h.textContent)"), ["Stake"])

    def test_tables_filter(self):
        self.show("Nissan")
        every = len(self.column("Stake history", 0))
        self.browser.run(
            "var i = [...document.querySelectorAll('.find input')]"
            ".find(i => i.getAttribute('aria-label').endsWith(': Stake history'));"
            "i.focus()")
        self.browser.press(*"trust cancel")
        shown = self.column("Stake history", 1)
        self.assertEqual(set(shown), {"French trust"})
        self.assertLess(len(shown), every)

    def test_the_slider_moves_the_cap_table_by_keys(self):
        self.show("Nissan")
        seen = lambda: self.browser.run(
            "return [...document.querySelectorAll('.days details')].filter(d => d.offsetParent)"
            ".map(d => d.querySelector('caption').textContent)")
        self.assertEqual(seen(), ["Cap table at the end of 2024-10-03"])
        self.browser.run("document.querySelector('.slide input').focus()")
        self.browser.press(LEFT)
        self.assertEqual(seen(), ["Cap table at the end of 2024-04-03"])
        self.browser.press(HOME)
        self.assertEqual(seen(), ["Cap table at the end of 1999-05-28"])
        self.assertEqual(self.browser.run("return document.querySelector('.slide input')"
                                          ".getAttribute('aria-valuetext')"), "1999-05-28")

    def test_keys_reach_what_can_be_used(self):
        self.show("Nissan")
        self.browser.press(TAB)
        self.assertEqual(self.browser.run("return document.activeElement.className"), "skip")
        self.browser.press(ENTER)
        self.browser.press(TAB)
        self.assertTrue(self.browser.run(
            "return document.querySelector('main').contains(document.activeElement)"))
        self.assertEqual(self.browser.run(
            "return [...document.querySelectorAll('.scroll')].filter(s => s.tabIndex < 0).length"), 0)

    def test_the_index_finds_names_and_leads_to_pages(self):
        self.show("index")
        self.browser.run("document.querySelector('.find input').focus()")
        self.browser.press(*"renau")
        self.assertEqual(self.column("All names", 0), ["Renault"])
        self.browser.run("[...document.querySelectorAll('tbody a')]"
                         ".find(a => a.textContent === 'Renault').click()")
        self.assertEqual(self.browser.run("return document.querySelector('h1').textContent"),
                         "Renault")
        self.browser.run("[...document.querySelectorAll('tbody a')]"
                         ".find(a => a.textContent === 'Nissan').click()")
        self.assertEqual(self.browser.run("return document.querySelector('h1').textContent"),
                         "Nissan")

    def test_it_can_be_read_without_script(self):
        self.browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
        try:
            self.show("Nissan")
        finally:
            self.browser.devtools("Emulation.setScriptExecutionDisabled", value=False)
        self.assertEqual(self.browser.run("return document.querySelectorAll('.slide, .find').length"),
                         0)
        self.assertEqual(self.browser.run(
            "return [...document.querySelectorAll('.days summary')].map(s => s.textContent)"),
            ["1999-05-28", "2002-03-01", "2010-04-07", "2023-11-08", "2023-12-15", "2024-04-03",
             "2024-10-03"])

    # ---- how it looks ----

    def test_nothing_sticks_out_of_a_telephone(self):
        self.browser.size(360, 740, mobile=True)
        for name in self.pages:
            with self.subTest(page=name):
                self.show(name)
                self.assertLessEqual(
                    self.browser.run("return document.documentElement.scrollWidth"), 360)
                self.take(name, "phone")

    def test_charts_and_texts_can_be_read_in_light_and_dark(self):
        for scheme in ("light", "dark"):
            self.browser.prefer(scheme)
            for name in ("Nissan", "Alt Carbon"):
                self.show(name)
                self.take(name, scheme)
                paper = self.browser.run("return getComputedStyle(document.body).backgroundColor")
                inks = self.browser.run(
                    "return [...document.querySelectorAll('svg text')].map(t => "
                    "getComputedStyle(t).fill).filter((c, i, all) => all.indexOf(c) === i)")
                self.assertTrue(inks)
                # a label may stand on an area instead: it must be readable on paper or on black
                reads = [ink for ink in inks if contrast(ink, paper) >= 4.5]
                self.assertGreaterEqual(len(reads), 2, (scheme, inks, paper))

    def test_paper_gets_everything(self):
        self.browser.prefer("dark", "print")
        self.show("Nissan")
        self.assertEqual(self.browser.run("return getComputedStyle(document.body).backgroundColor"),
                         "rgb(255, 255, 255)")
        self.browser.prefer("light", "")
        pdf = self.browser.devtools("Page.printToPDF", preferCSSPageSize=True)["data"]
        self.assertGreater(len(pdf), 50000)
        if PICTURES:
            import base64
            (PICTURES / "Nissan.pdf").write_bytes(base64.b64decode(pdf))

    def take(self, name, what):
        if PICTURES:
            self.browser.picture(PICTURES / f"{re.sub('[^A-Za-z]+', '-', name)}-{what}.png")

    # ---- what others say ----

    def test_tidy_finds_nothing(self):
        if shutil.which("tidy") is None:
            self.skipTest("tidy is not installed")
        for name, path in self.pages.items():
            done = subprocess.run(["tidy", "-q", "-e", "-utf8", str(path)], capture_output=True,
                                  text=True, timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, ""), name)

    def test_axe_finds_nothing(self):
        try:
            source = axe.source(KEPT)
        except axe.Unreachable as problem:
            self.skipTest(f"axe-core cannot be fetched: {problem}")
        for name, scheme, width in (("Nissan", "light", 1200), ("Nissan", "dark", 360),
                                    ("Alt Carbon", "dark", 1200), ("Vivek Oberoi", "light", 360),
                                    ("index", "dark", 360), ("index", "light", 1200)):
            with self.subTest(page=name, scheme=scheme, width=width):
                self.browser.size(width, 800)
                self.browser.prefer(scheme)
                self.show(name)
                self.browser.run("document.querySelectorAll('details')"
                                 ".forEach(d => { d.open = true; })")
                self.browser.run(source)
                found = self.browser.run_async(
                    "var done = arguments[arguments.length - 1];"
                    "axe.run(document, {resultTypes: ['violations']}).then(r => done("
                    "r.violations.map(v => [v.id, v.help, v.nodes.length,"
                    " v.nodes[0].html, v.nodes[0].failureSummary])))")
                self.assertEqual(found, [])


if __name__ == "__main__":
    if MISSING:
        print(f"skipped: not installed: {', '.join(MISSING)}")
        sys.exit(77)
    if len(sys.argv) > 3:
        PICTURES = Path(sys.argv.pop(3))
        PICTURES.mkdir(parents=True, exist_ok=True)
    KEPT = sys.argv.pop(2)
    STAKELINE = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=1)
