#!/usr/bin/env python3
"""What `check` says of the twelve snapshots of French media: the company said to own itself, those held
by more than 100 %, the names in two spellings, and nothing else. Skipped where the files are not here.

usage: french_media.py STAKELINE FOLDER
"""

import csv
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77


def main(command, folder):
    files = sorted(Path(os.environ.get("SL_SHARED_DATA", folder), "french-media").glob("relations_*.tsv"))
    if not files:
        print("the snapshots are not here")
        return SKIPPED
    with tempfile.TemporaryDirectory() as where:
        def run(*arguments):
            return subprocess.run([command, "--db", "media.db", *arguments], cwd=where, text=True,
                                  capture_output=True, timeout=60, env={"LC_ALL": "C.UTF-8"})

        imported = run("import", "--map", "french-media", *map(str, files))
        assert imported.returncode == 0, imported.stderr
        check = run("check", "--format", "csv", "--today", "2026-11-22")
    rows = list(csv.DictReader(io.StringIO(check.stdout)))
    errors = [(row["code"], row["issuer"]) for row in rows if row["severity"] == "error"]
    assert check.returncode == 1, check.returncode
    assert errors == [("over-100", "Atlantico.fr"), ("over-100", "Groupe Perdriel"),
                      ("disagreement", "Nice-Matin"), ("self-held", "Nice-Matin")], errors
    assert "Groupe Perdriel is held by 133 % in all" in check.stdout
    assert "Nice-Matin owns 100 % of itself" in check.stdout
    others = [row["code"] for row in rows if row["severity"] != "error"]
    assert others == ["similar-names"], others
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
