"""What a whole process takes: its seconds of processor, those on the clock, its memory."""

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class DidNotRun(Exception):
    """A program of the comparison failed: its last words."""


@dataclass(frozen=True, slots=True)
class Spent:
    """`cpu` and `wall` in seconds, of the process with those that it started; `peak` in MB, of the
    largest of them."""

    cpu: float
    wall: float
    peak: float

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


def measured(
    command: Sequence[str | Path], folder: Path, env: Mapping[str, str] | None = None
) -> Spent:
    """Runs a command to its end; raises DidNotRun if it fails."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(env or {})},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise DidNotRun(said.read()[-2000:].decode("utf-8", "replace"))
    return Spent(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def cpu_of(pid: int) -> float:
    """Seconds of processor that a running process has taken, with its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
