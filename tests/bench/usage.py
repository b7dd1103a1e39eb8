"""What processes use, read from ``/proc``: seconds of CPU, and memory."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.postgres.processes import working_in

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class _Stat:
    parent: int
    own: int
    ended_children: int


def _stat(pid: int) -> _Stat | None:
    """None where there is no such process any more."""
    try:
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return _Stat(
        int(fields[1]), int(fields[11]) + int(fields[12]), int(fields[13]) + int(fields[14])
    )


def family(pid: int) -> list[int]:
    """A process and all its descendants."""
    parents = {
        int(entry.name): stat.parent
        for entry in _PROC.iterdir()
        if entry.name.isdigit() and (stat := _stat(int(entry.name)))
    }
    found = [pid]
    for member in found:
        found += [child for child, parent in parents.items() if parent == member]
    return found


def cluster(data_dir: Path) -> list[int]:
    """The processes of the embedded Postgres of a data folder: postmaster, backends, writers."""
    return working_in((data_dir / "postgres").resolve() / "cluster")


def cpu_seconds(pids: Iterable[int]) -> float:
    """User and system time together, that of their ended children included."""
    stats = [stat for pid in pids if (stat := _stat(pid))]
    return sum(stat.own + stat.ended_children for stat in stats) / _TICKS


def worked(pids: Iterable[int]) -> float:
    """Seconds of CPU of the threads that live now, to the microsecond: for a single answer, which
    ``cpu_seconds`` with its ticks of 10 ms cannot see."""
    total = 0
    for pid in pids:
        for schedule in (_PROC / str(pid) / "task").glob("*/schedstat"):
            with contextlib.suppress(OSError):
                total += int(schedule.read_text().split()[0])
    return total / 1e9


def resident(pid: int) -> int:
    """Bytes of memory resident now; 0 where the process has ended."""
    try:
        return int((_PROC / str(pid) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


@dataclass(frozen=True, slots=True)
class Job:
    """A command that has ended: seconds of wall clock, of its own CPU and of the database's, and
    the most bytes that it held at once."""

    seconds: float
    cpu: float
    database_cpu: float
    peak: int


def run(command: Sequence[str], environment: Mapping[str, str], data_dir: Path) -> Job:
    """Run a command to its end. Raises ``RuntimeError`` with the end of what it said."""
    database, began = cpu_seconds(cluster(data_dir)), time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(
        command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        peak, said = 0, process.stderr
        os.set_blocking(said.fileno(), False)
        tail = b""
        while process.poll() is None:
            tail = (tail + (said.read() or b""))[-4000:]
            peak = max(peak, resident(process.pid))
            time.sleep(0.05)
        tail = (tail + (said.read() or b""))[-4000:]
    seconds = time.perf_counter() - began
    if process.returncode:
        said_last = tail.decode(errors="replace")
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said_last}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Job(seconds, own, cpu_seconds(cluster(data_dir)) - database, peak)
