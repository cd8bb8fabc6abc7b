#!/usr/bin/env python3
"""Runs the examples of docs/CHECKS.md: every code of a check has a section with a ```csv block, which
`check` finds just that in; the ```text block after it is what it prints. --update writes the latter.

usage: checks.py [--update] STAKELINE DOCUMENT
"""

import difflib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SECTION = re.compile(r"^### ([\w-]+)\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"(^```csv\n(.*?)^```\n)(\n```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
TODAY = "2026-11-22"


def run(command, *arguments, cwd):
    return subprocess.run([command, *arguments], cwd=cwd, capture_output=True, text=True,
                          timeout=60, env={"PATH": "/usr/bin:/bin", "COLUMNS": "96"})


def findings(command, csv):
    """What the check prints of a log of these rows, and the codes in it."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "log.csv").write_text(csv)
        imported = run(command, "import", "log.csv", cwd=folder)
        if imported.returncode != 0:
            sys.exit(f"does not import: {imported.stderr}\n{csv}")
        found = run(command, "check", "--today", TODAY, "--format", "csv", cwd=folder)
        table = run(command, "check", "--today", TODAY, cwd=folder)
        codes = [line.split(",")[1] for line in found.stdout.splitlines()[1:]]
        errors = any(line.startswith("error,") for line in found.stdout.splitlines())
        if found.returncode != (1 if errors else 0):
            sys.exit(f"ends with {found.returncode}:\n{found.stdout}")
        return table.stdout, codes


def main(arguments):
    update = arguments[:1] == ["--update"]
    command, document = arguments[update:]
    text = before = Path(document).read_text()
    listed = run(command, "check", "--code", "?", cwd="/").stderr
    codes = re.search(r"the codes are (.*)", listed).group(1).rstrip(".").split(", ")
    sections = dict(SECTION.findall(text))
    if sorted(sections) != sorted(codes):
        sys.exit(f"codes and sections differ: {sorted(set(codes) ^ set(sections))}")
    for code, section in sections.items():
        example = EXAMPLE.search(section)
        printed, found = findings(command, example.group(2))
        if code not in found:
            sys.exit(f"{code} is not found in its example, but {found}")
        shown = example.group(1) + "\n```text\n" + printed + "```\n"
        text = text.replace(example.group(0), shown)
    if update:
        Path(document).write_text(text)
        return 0
    sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), text.splitlines(True),
                                               document, "as it is"))
    return 0 if text == before else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
