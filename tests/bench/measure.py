"""One process, measured: a job is a command, what it reads and where what it prints goes."""
import dataclasses
import os
import subprocess
from pathlib import Path


@dataclasses.dataclass
class Job:
    """A command to be timed. `fails_with` are exit statuses that are no failure."""
    argv: list
    stdin: str = ""
    env: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Time:
    wall: float
    cpu: float
    peak_kib: int
    bytes: int  # printed


class Failed(Exception):
    pass


def run(clock, job, out):
    """Runs the job as a process of its own, what it prints in the file `out`."""
    out = Path(out)
    took = out.with_suffix(".took")
    given = out.with_suffix(".in")
    given.write_text(job.stdin)
    with open(given, "rb") as stdin, open(out, "wb") as stdout:
        done = subprocess.run([clock, took, *job.argv], stdin=stdin, stdout=stdout,
                              stderr=subprocess.PIPE, env={**os.environ, **job.env}, check=False)
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode != 0:
        raise Failed(f"{job.argv[0]}: {said}")
    wall, cpu, peak, status = took.read_text().split()
    if status != "0":
        raise Failed(f"{' '.join(map(str, job.argv))}: exit status {status}: {said[-600:]}")
    return Time(float(wall), float(cpu), int(peak), out.stat().st_size)
