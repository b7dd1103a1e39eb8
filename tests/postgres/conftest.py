"""Data folders in which servers are started, killed and started again."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from archive.postgres import processes
from archive.postgres.server import Address, EmbeddedServer

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "facing_pages"
# A process that uses the server until its standard input ends.
HOLDER = """
import sys
from pathlib import Path
from archive.postgres import processes
from archive.postgres.server import EmbeddedServer
print(EmbeddedServer(Path(sys.argv[1]), "facing_pages").address().port, flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder for the tests of one module. Under root, a folder above it bars the server."""
    folder = tmp_path_factory.mktemp("archive")
    yield folder
    remove(folder)


def remove(data_dir: Path) -> None:
    """Stop what runs in the folder and remove what it links to."""
    if postmaster(data_dir) is not None:
        left_over = EmbeddedServer(data_dir, DATABASE)
        left_over.address()
        left_over.release()
    link = data_dir / "postgres"
    if link.is_symlink():
        shutil.rmtree(link.resolve())


def session(address: Address, database: str = DATABASE) -> "psycopg.Connection[tuple[object, ...]]":
    """A connection of its own, autocommit."""
    return psycopg.connect(
        host=address.host,
        port=address.port,
        user=address.user,
        password=address.password,
        dbname=database,
        autocommit=True,
    )


def postmaster(data_dir: Path) -> int | None:
    """The process id in Postgres' own note; None where there is no note."""
    note = data_dir / "postgres" / "cluster" / "postmaster.pid"
    return int(note.read_text().splitlines()[0]) if note.exists() else None


def kill_server(data_dir: Path) -> None:
    """Kill the postmaster and every backend, as a power cut would."""
    leader = postmaster(data_dir)
    assert leader is not None
    children = Path(f"/proc/{leader}/task/{leader}/children").read_text().split()
    for pid in (leader, *map(int, children)):
        os.kill(pid, signal.SIGKILL)
    await_end(leader, data_dir)


def await_end(pid: int, data_dir: Path) -> None:
    """Return when the killed process is gone: the kernel takes a moment."""
    deadline = time.monotonic() + 60
    while processes.is_running(pid, data_dir / "postgres" / "cluster"):
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def holder(data_dir: Path) -> Iterator[Callable[[], "subprocess.Popen[str]"]]:
    """Starts processes that use the server of `data_dir`; their first line is its port."""
    started: list[subprocess.Popen[str]] = []

    def start() -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(data_dir)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.communicate(timeout=60)


def port_of(process: "subprocess.Popen[str]") -> int:
    """The port that a holder found."""
    assert process.stdout is not None
    return int(process.stdout.readline())
