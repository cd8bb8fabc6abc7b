#!/usr/bin/env python3
"""Runs transcripts: text files of commands, what they print and how they end.

    $ stakeline holders Nissan        a command, run by sh in a fresh temporary folder
    > more of the command             further lines of it (a here document, say)
    the output, stdout and stderr
    ? 1                               the exit status, where it is not 0

Empty lines and lines that begin with "# " before a command are comments. Every transcript runs in
two environments (time zone, locale), which must not matter. --update rewrites the outputs.

usage: run.py [--update] --command PATH TRANSCRIPT...
"""
import argparse
import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = [
    {"TZ": "UTC", "LC_ALL": "C"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8", "COLUMNS": "40"},
]


class Step:
    """One command with what stood before it and what is expected of it."""

    def __init__(self, before):
        self.before, self.command, self.output, self.status = before, [], [], 0


def is_comment(line):
    return line == "" or line.startswith("# ")


def read_steps(text):
    """The steps of a transcript, and the comment lines after the last."""
    steps, before = [], []
    for line in text.splitlines():
        if line.startswith("$ "):
            if steps:
                output = steps[-1].output
                while output and is_comment(output[-1]):
                    before.insert(0, output.pop())
            steps.append(Step(before))
            steps[-1].command.append(line[2:])
            before = []
        elif not steps:
            before.append(line)
        elif line.startswith("> ") and not steps[-1].output:
            steps[-1].command.append(line[2:])
        elif line.startswith("? "):
            steps[-1].status = int(line[2:])
        else:
            steps[-1].output.append(line)
    while steps and steps[-1].output and is_comment(steps[-1].output[-1]):
        before.insert(0, steps[-1].output.pop())
    return steps, before


def write_steps(steps, after):
    lines = []
    for step in steps:
        lines += step.before
        lines += [("> " if i else "$ ") + line for i, line in enumerate(step.command)]
        lines += step.output
        if step.status != 0:
            lines.append(f"? {step.status}")
    return "\n".join(lines + after) + "\n"


def run_steps(steps, command, varied):
    """The same steps with what their commands print now."""
    environment = {
        "PATH": f"{command.parent}:{os.environ.get('PATH', '/usr/bin:/bin')}",
        "TERM": "dumb", "DATA": str(HERE.parent.parent / "data"), "CASES": str(HERE),
        "STAKELINE_MAPS": str(HERE.parent.parent / "data" / "maps"), **varied,
    }
    for key, value in os.environ.items():
        if key.startswith(("ASAN_", "UBSAN_", "LSAN_")):
            environment[key] = value
    ran = []
    with tempfile.TemporaryDirectory(prefix="stakeline-") as folder:
        environment["HOME"] = folder
        for step in steps:
            done = subprocess.run(["sh", "-c", "\n".join(step.command)], cwd=folder,
                                  env=environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
            new = Step(step.before)
            new.command, new.status = step.command, done.returncode
            text = done.stdout.decode("utf-8", "backslashreplace").replace(folder, "FOLDER")
            new.output = text.split("\n")
            while new.output and new.output[-1] == "":
                new.output.pop()
            ran.append(new)
    return ran


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--command", type=Path, required=True)
    parser.add_argument("transcripts", nargs="+", type=Path)
    arguments = parser.parse_args()
    command = arguments.command.resolve()
    failed = False
    for path in arguments.transcripts:
        expected = path.read_text(encoding="utf-8")
        steps, after = read_steps(expected)
        if not steps:
            sys.exit(f"{path}: no command in it")
        for varied in ENVIRONMENTS[:1] if arguments.update else ENVIRONMENTS:
            actual = write_steps(run_steps(steps, command, varied), after)
            if arguments.update:
                path.write_text(actual, encoding="utf-8")
            elif actual != expected:
                failed = True
                print(f"{path} with {varied}:")
                sys.stdout.writelines(difflib.unified_diff(
                    expected.splitlines(True), actual.splitlines(True), "expected", "printed"))
                break
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
