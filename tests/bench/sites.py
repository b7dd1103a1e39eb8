"""The servers under measurement: started on ports of their own, ended by their own process ids."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive.postgres.processes import free_port
from tests.bench import usage
from tests.bench.clients import HOST

_START_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Site:
    """A server that answers. ``data_dir`` is set where it has a Postgres, whose CPU is its too."""

    port: int
    pid: int
    data_dir: Path | None = None

    def processes(self) -> list[int]:
        """All that work for its answers."""
        return usage.family(self.pid) + (usage.cluster(self.data_dir) if self.data_dir else [])

    def workers(self) -> list[int]:
        """Bytes resident in each process that answers requests."""
        pids = usage.family(self.pid)
        spawned = [pid for pid in pids if b"spawn_main" in _command(pid)]
        return [usage.resident(pid) for pid in spawned or pids]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


@contextmanager
def archive(environment: Mapping[str, str], data_dir: Path) -> Iterator[Site]:
    """Facing Pages as ``make run`` serves it."""
    port = free_port(HOST)
    command = [sys.executable, "manage.py", "serve"]
    with _served(command, {**environment, "PORT": str(port)}, port, data_dir / "serve.log") as pid:
        yield Site(port, pid, data_dir)


@contextmanager
def bare(environment: Mapping[str, str], folder: Path) -> Iterator[Site]:
    """The bare Django view."""
    port = free_port(HOST)
    command = [sys.executable, "-m", "tests.bench.bare", str(port)]
    with _served(command, environment, port, folder / "bare.log") as pid:
        yield Site(port, pid)


@contextmanager
def datasette(database: Path) -> Iterator[Site]:
    """Datasette over an immutable file, as its manual advises for what does not change.

    Suggesting facets would run a query for every column, and make the comparison a false one.
    """
    port = free_port(HOST)
    command = [
        sys.executable, "-m", "datasette", "serve", "-i", str(database),
        "--host", HOST, "--port", str(port), "--setting", "suggest_facets", "off",
    ]  # fmt: skip
    with _served(command, os.environ, port, database.with_suffix(".log")) as pid:
        yield Site(port, pid)


@contextmanager
def _served(
    command: Sequence[str], environment: Mapping[str, str], port: int, log: Path
) -> Iterator[int]:
    with log.open("wb") as stream:
        process = subprocess.Popen(command, env=dict(environment), stdout=stream, stderr=stream)
    try:
        _await(process, port, log)
        yield process.pid
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if _answers(port):
            return
        time.sleep(0.1)
    said = log.read_text(errors="replace")[-3000:]
    raise RuntimeError(f"{' '.join(process.args)} does not answer on port {port}:\n{said}")  # type: ignore[arg-type]


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
