#!/usr/bin/env python3
"""look.py STAKELINE: draws every kind of chart of hard logs as SVG and looks at what is written in
it: nothing is cut off by the edge of the page, no two texts overlap, names come out verbatim, and
gnuplot says nothing. --all draws in every size and theme (some minutes)."""
import argparse
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import hard_logs

SVG = "{http://www.w3.org/2000/svg}"
# Thousandths of the font size: DejaVu Sans, from the space to the tilde.
ADVANCES = [
    317, 400, 459, 837, 636, 950, 779, 274, 390, 390, 500, 837, 317, 360, 317, 336, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 336, 336, 837, 837, 837, 530, 1000, 684, 686, 698, 770, 631,
    575, 774, 751, 294, 294, 655, 557, 862, 748, 787, 603, 787, 694, 634, 610, 731, 684, 988, 685,
    610, 685, 390, 336, 390, 837, 500, 500, 612, 634, 549, 634, 615, 352, 634, 633, 277, 277, 579,
    277, 974, 633, 611, 634, 634, 411, 520, 392, 633, 591, 817, 591, 591, 524, 636, 336, 636, 837]
FORMS = [("--theme", "light"), ("--theme", "print", "--width", "480", "--height", "320")]
ALL_FORMS = [("--theme", theme, *size) for theme in ("light", "dark", "print")
             for size in ((), ("--width", "480", "--height", "320"),
                          ("--width", "1600", "--height", "1000"))]
ALL_FORMS += [("--annotate",), ("--annotate", "--width", "480", "--height", "440"),
              ("--annotate", "--width", "1600", "--height", "1000")]


class Box:
    """What a text covers."""

    def __init__(self, group, text):
        size = float(group.get("font-size"))
        bold = 1.1 if group.get("font-weight") == "bold" else 1
        wide = sum(ADVANCES[ord(c) - 32] if " " <= c <= "~" else 600 for c in text) * size * bold / 1000
        x, y = map(float, re.match(r"translate\(([-\d.]+),([-\d.]+)\)", group.get("transform")).groups())
        start = {"start": 0, "middle": -wide / 2, "end": -wide}[group.get("text-anchor")]
        self.text, high = text, size * 0.7
        if "rotate(-90" in group.get("transform"):
            self.left, self.right = x - high, x
            self.top, self.bottom = y - start - wide, y - start
        else:
            self.left, self.right = x + start, x + start + wide
            self.top, self.bottom = y - high, y

    def overlaps(self, other):
        return (min(self.right, other.right) - max(self.left, other.left) > 2 and
                min(self.bottom, other.bottom) - max(self.top, other.top) > 1.5)


def read(path):
    """The size of a picture and the boxes of its texts."""
    root = ElementTree.parse(path).getroot()
    boxes = []
    for group in root.iter(SVG + "g"):
        for text in group.findall(SVG + "text"):
            words = "".join(text.itertext())
            if words.strip():
                boxes.append(Box(group, words))
    return float(root.get("width")), float(root.get("height")), boxes


class Look(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.log = Path(cls.folder.name) / "hard.db"
        hard = Path(cls.folder.name) / "hard.csv"
        with open(hard, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, hard_logs.__file__], stdout=out, check=True)
        cls.run_it("import", str(hard))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def run_it(cls, *arguments):
        done = subprocess.run([STAKELINE, "--db", cls.log, *arguments], capture_output=True, text=True,
                              check=False)
        return done

    def draw(self, *arguments):
        path = Path(self.folder.name) / "chart.svg"
        done = self.run_it("chart", *arguments, "-o", str(path))
        if "gnuplot-nox" in done.stderr:
            self.skipTest("gnuplot is missing")
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return read(path)

    def look(self, arguments):
        width, height, boxes = self.draw(*arguments)
        self.assertGreater(len(boxes), 2, arguments)
        for i, box in enumerate(boxes):
            inside = box.left > 0 and box.right < width + 1 and box.top > 0 and box.bottom < height
            self.assertTrue(inside, f"cut off: {box.text!r} in {arguments}")
            for other in boxes[:i]:
                self.assertFalse(box.overlaps(other),
                                 f"{box.text!r} overlaps {other.text!r} in {arguments}")

    def test_nothing_is_cut_off_and_nothing_overlaps(self):
        for name, kinds in hard_logs.CASES.items():
            for kind in kinds:
                for form in ALL_FORMS if EVERYTHING else FORMS:
                    arguments = [kind, name, *form]
                    if kind in hard_logs.WITHOUT_EVENTS and "--annotate" in form:
                        continue
                    if kind == "changes":
                        arguments += ["--from", "2019-06-01"]
                    with self.subTest(" ".join(arguments)):
                        self.look(arguments)

    def test_an_overlap_would_be_seen(self):
        group = {"font-size": "12.00", "text-anchor": "middle", "transform": "translate(100.00,50.00)"}
        here, up = Box(group, "Renault"), Box(dict(group, transform="translate(100,50) rotate(-90)"), "a")
        beside = Box(dict(group, transform="translate(150,50)"), "Nissan")
        below = Box(dict(group, transform="translate(100,64)"), "Renault")
        self.assertTrue(here.overlaps(up) and up.overlaps(here))
        self.assertFalse(here.overlaps(beside) or here.overlaps(below))

    def test_names_come_out_verbatim(self):
        for name in hard_logs.NAMES:
            with self.subTest(name):
                _, _, boxes = self.draw("portfolio", name, "--title", name, "--width", "2400")
                self.assertIn(name, [box.text for box in boxes])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("stakeline")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    STAKELINE, EVERYTHING = options.stakeline, options.all
    unittest.main(argv=[sys.argv[0]])
