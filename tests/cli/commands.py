#!/usr/bin/env python3
"""Walks the table of commands, as its help shows it: every option has help, every example runs, and
the manual page and the completions know all of it.

usage: commands.py STAKELINE
"""
import functools
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
STAKELINE = None


def stakeline(*arguments):
    return subprocess.run([STAKELINE, *arguments], capture_output=True, text=True, timeout=60)


@functools.cache
def written(what):
    return stakeline("generate", what).stdout


class Command:
    """What the help of one command says."""

    def __init__(self, name):
        self.name = name
        self.text = stakeline("help", name).stdout
        _, _, rest = self.text.partition("\nOptions:\n")
        self.option_text, _, examples = rest.partition("\nExamples:\n")
        self.examples = [line.strip() for line in examples.splitlines()]
        # "  -o, --output FILE   the help", or the help on the next line
        found = re.findall(r"^  (?:-(\w), )?--([\w-]+)(.*)\n((?: {20,}.*\n)*)", self.option_text,
                           re.M)
        self.options = {name: (letter, (rest + more).strip()) for letter, name, rest, more in found}


@functools.cache
def commands():
    listed = re.findall(r"^  (\w+) +(\S.*)$", stakeline("help").stdout, re.M)
    return tuple(Command(name) for name, _ in listed)


class Table(unittest.TestCase):
    def test_all_commands_of_the_design_are_there(self):
        names = {command.name for command in commands()}
        self.assertLessEqual({"import", "imports", "undo", "add", "timeline", "holders", "holdings",
                              "snapshot", "rounds", "deals", "diff", "thresholds",
                              "lookthrough", "control", "entities", "alias", "merge", "export",
                              "chart", "help"}, names)

    def test_help_is_the_same_three_ways(self):
        for command in commands():
            for asked in ((command.name, "--help"), ("--help", command.name),
                          (command.name, "-h")):
                done = stakeline(*asked)
                self.assertEqual((done.returncode, done.stdout, done.stderr),
                                 (0, command.text, ""), asked)

    def test_help_fits_80_columns(self):
        for command in commands():
            body = command.text.split("\n", 1)[1].partition("\nExamples:\n")[0]
            self.assertLessEqual(max(map(len, body.splitlines())), 80, command.name)

    def test_every_option_has_help(self):
        for command in commands():
            self.assertIn("help", command.options)
            self.assertEqual(len(command.options), command.option_text.count("--help") +
                             len(re.findall(r"^  (?:-\w, )?--(?!help)", command.option_text, re.M)))
            for name, (_, text) in command.options.items():
                words = re.sub(r"^(\[=)?[A-Z:]+\]?", "", text).split()
                self.assertTrue(words, f"{command.name} --{name}")

    def test_row_commands_take_the_row_options(self):
        for command in commands():
            if command.name in {"timeline", "holders", "holdings", "snapshot", "rounds", "imports",
                                "entities", "export"}:
                self.assertLessEqual({"format", "output", "spreadsheet"}, set(command.options))
                self.assertEqual(command.options["output"][0], "o")

    def test_every_option_that_takes_a_value_says_when_it_is_missing(self):
        for command in commands():
            for name, (_, text) in command.options.items():
                if re.match(r"[A-Z]", text):
                    done = stakeline(command.name, f"--{name}")
                    self.assertEqual(done.returncode, 2)
                    self.assertIn(f"--{name} needs a value", done.stderr)

    def test_every_example_runs(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(HERE / "deals.csv", folder)
            shutil.copy(HERE / "eurofxref-hist.csv", folder)
            shutil.copy(HERE / "aliases.csv", folder)
            shutil.copy(HERE.parent / "maps" / "crunchbase-rounds.csv", folder)
            environment = {"PATH": f"{Path(STAKELINE).parent}:/usr/bin:/bin", "HOME": folder,
                           "STAKELINE_MAPS": str(HERE.parent.parent / "data" / "maps")}
            for command in commands():
                self.assertTrue(command.examples, command.name)
                for example in command.examples:
                    done = subprocess.run(["sh", "-c", example], cwd=folder, env=environment,
                                          capture_output=True, text=True, timeout=60)
                    self.assertEqual((done.returncode, done.stderr), (0, ""), example)
                    for path in re.findall(r"-o (\S+)", example):
                        self.assertGreater((Path(folder) / path).stat().st_size, 0, example)


class Written(unittest.TestCase):
    """What the build writes."""

    def test_the_manual_page_has_everything(self):
        page = written("man").replace("\\-", "-").replace("\\(aq", "'").replace("\\&", "")
        for command in commands():
            self.assertIn(f".SS stakeline {command.name}", page)
            for name in command.options:
                self.assertIn(f"--{name}", page)
            for example in command.examples:
                self.assertIn(example, page)

    @unittest.skipUnless(shutil.which("man"), "no man here")
    def test_the_manual_page_is_good_roff(self):
        with tempfile.NamedTemporaryFile("w", suffix=".1") as page:
            page.write(written("man"))
            page.flush()
            done = subprocess.run(["man", "--warnings", "-l", page.name], capture_output=True,
                                  text=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
            self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_the_completions_have_everything(self):
        for shell in ("bash", "zsh", "fish"):
            text = written(shell)
            for command in commands():
                self.assertIn(command.name, text)
                for name in command.options:
                    self.assertIn(f"-l {name}" if shell == "fish" else f"--{name}", text)

    def test_the_completions_are_good_shell(self):
        for shell in ("bash", "zsh", "fish"):
            if shutil.which(shell) is None:
                continue
            done = subprocess.run([shell, "-n", "/dev/stdin"], input=written(shell),
                                  capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""), shell)

    def complete(self, *words):
        """What bash offers for the last of the words."""
        script = written("bash") + ('COMP_WORDS=(%s); COMP_CWORD=%d; _stakeline\n'
                                    'printf "%%s\\n" "${COMPREPLY[@]}"\n'
                                    % (" ".join(f"'{word}'" for word in words), len(words) - 1))
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=HERE)
        return set(done.stdout.split())

    @unittest.skipUnless(shutil.which("bash"), "no bash here")
    def test_bash_completes(self):
        self.assertEqual(self.complete("stakeline", "time"), {"timeline"})
        self.assertEqual(self.complete("stakeline", "--db", "x.db", "time"), {"timeline"})
        self.assertEqual(self.complete("stakeline", "timeline", "--no"), {"--no-dilution"})
        self.assertEqual(self.complete("stakeline", "timeline", "--known-by", ""), set())
        self.assertEqual(self.complete("stakeline", "rounds", "--by", "y"), {"year"})
        self.assertEqual(self.complete("stakeline", "rounds", "--format", "=", "n"), {"ndjson"})
        self.assertEqual(self.complete("stakeline", "chart", "p"), {"portfolio"})
        self.assertEqual(self.complete("stakeline", "chart", "stakes", "p"), set())
        self.assertEqual(self.complete("stakeline", "help", "hold"), {"holders", "holdings"})
        self.assertEqual(self.complete("stakeline", "import", "dea"), {"deals.csv"})
        self.assertEqual(self.complete("stakeline", "holders", "-o", "dea"), {"deals.csv"})

    @unittest.skipUnless(shutil.which("fish"), "no fish here")
    def test_fish_completes(self):
        with tempfile.TemporaryDirectory() as home:
            path = Path(home) / "stakeline.fish"
            path.write_text(written("fish"))
            for line, wanted in (("stakeline time", "timeline"),
                                 ("stakeline rounds --by y", "year"),
                                 ("stakeline chart p", "portfolio"),
                                 ("stakeline timeline --no", "--no-dilution")):
                done = subprocess.run(["fish", "-c", f"source {path}; complete -C '{line}'"],
                                      capture_output=True, text=True, cwd=home,
                                      env={"PATH": "/usr/bin:/bin", "HOME": home})
                self.assertIn(wanted, done.stdout.split(), line)


if __name__ == "__main__":
    STAKELINE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
