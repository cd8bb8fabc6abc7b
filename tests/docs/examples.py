#!/usr/bin/env python3
"""Runs the examples of the documents as tests.

README.md: each ```console block is run in a terminal, and what it prints compared with what the block
shows; the ```c block is compiled against the library and run by one of them; the list of commands
is what the command itself generates. data/README.md: each ```csv block is a file that imports.

With --update the blocks and the list are rewritten instead, for a person to review in the diff.
"""

import argparse
import difflib
import fcntl
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"(<!-- commands -->\n)(.*?)(<!-- /commands -->)", re.DOTALL)
TIMEOUT = 60
COLUMNS = 96


def terminal():
    """A terminal of COLUMNS columns: our end and the command's, or None where there are none."""
    try:
        ours, theirs = os.openpty()
    except OSError:
        return None
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    return ours, theirs


def read_all(end):
    pieces = []
    while True:
        try:
            piece = os.read(end, 65536)
        except OSError:  # how a terminal says on Linux that its last writer is gone
            break
        if not piece:
            break
        pieces.append(piece)
    return b"".join(pieces)


def shell(line, where, environment):
    """What a command line prints in a terminal (else in a pipe), and its exit status."""
    ours, theirs = terminal() or os.pipe()
    with tempfile.TemporaryFile() as messages:
        command = subprocess.Popen(
            ["bash", "-c", line],
            cwd=where,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=messages,
        )
        os.close(theirs)
        output = read_all(ours)
        os.close(ours)
        status = command.wait(timeout=TIMEOUT)
        messages.seek(0)
        output += messages.read()
    return output.decode().replace("\r\n", "\n"), status


def replay(block, where, environment):
    """The block with each command's output as it is now; a command that fails ends the test."""
    lines = []
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        output, status = shell(line[2:], where, environment)
        if status not in (0, 1):
            sys.exit(f"{line}\n{output}exit status {status}")
        lines.append(line + "\n" + output)
    return "".join(lines)


def set_up(source, where, options, program):
    """A folder that looks like the project's, with the command and the C compiler on the PATH."""
    os.symlink(source / "data", where / "data")
    (where / "who.c").write_text(program)
    commands = where / "bin"
    commands.mkdir()
    os.symlink(options.stakeline, commands / "stakeline")
    compiler = commands / "cc"
    compiler.write_text(
        "#!/bin/sh\n"
        "# The README asks pkg-config for the flags; here the library is not installed yet.\n"
        f'exec {options.cc} {options.cflags} "$@" {options.libs}\n'
    )
    compiler.chmod(0o755)
    pkg_config = commands / "pkg-config"
    pkg_config.write_text("#!/bin/sh\n")
    pkg_config.chmod(0o755)
    environment = {key: os.environ[key] for key in ("HOME", "TMPDIR") if key in os.environ}
    environment["PATH"] = f"{commands}:{os.environ['PATH']}"
    environment["LC_ALL"] = "C.UTF-8"
    environment["TERM"] = "dumb"  # no colours
    # LeakSanitizer, where the build has it, works in children as well.
    for key in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
        if key in os.environ:
            environment[key] = os.environ[key]
    return environment


def run_readme(readme, where, environment):
    """README.md as it ought to be. Without a terminal to print in, its sessions are run only."""
    ends = terminal()
    compare = ends is not None
    for end in ends or ():
        os.close(end)
    if not compare:
        print("No terminal can be made here: the sessions were run, their output not compared.")

    def block(match):
        if match[1] != "console":
            return match[0]
        now = f"```console\n{replay(match[2], where, environment)}```"
        return now if compare else match[0]

    text = BLOCK.sub(block, readme)
    generated, status = shell("stakeline generate readme", where, environment)
    if status != 0:
        sys.exit(f"stakeline generate readme: exit status {status}\n{generated}")
    return COMMANDS.sub(lambda match: match[1] + generated + match[3], text)


def check_csv(page, where, environment):
    """Each ```csv block imports into a database of its own."""
    found = 0
    for language, text in BLOCK.findall(page):
        if language != "csv":
            continue
        found += 1
        (where / "block.csv").write_text(text)
        output, status = shell(f"stakeline --db block-{found}.db import block.csv", where, environment)
        if status != 0:
            sys.exit(f"data/README.md, csv block {found} does not import:\n{text}\n{output}")
    if found == 0:
        sys.exit("data/README.md has no csv block")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="the project's folder")
    parser.add_argument("--stakeline", type=Path, required=True, help="the command")
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--cflags", default="")
    parser.add_argument("--libs", default="")
    parser.add_argument("--update", action="store_true", help="rewrite README.md")
    options = parser.parse_args()
    source = options.source.resolve()
    readme = (source / "README.md").read_text()
    programs = [text for language, text in BLOCK.findall(readme) if language == "c"]
    if len(programs) != 1 or not COMMANDS.search(readme):
        sys.exit("README.md ought to have one C program and the list of commands")

    where = Path(tempfile.mkdtemp(prefix="stakeline-docs-"))
    try:
        environment = set_up(source, where, options, programs[0])
        now = run_readme(readme, where, environment)
        check_csv((source / "data" / "README.md").read_text(), where, environment)
    finally:
        shutil.rmtree(where)
    if now == readme:
        return
    if options.update:
        (source / "README.md").write_text(now)
        return
    sys.stdout.writelines(
        difflib.unified_diff(
            readme.splitlines(True), now.splitlines(True), "README.md", "README.md as it runs"
        )
    )
    sys.exit("README.md is not what runs; build the target update-readme to rewrite it")


main()
