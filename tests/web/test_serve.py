"""``manage.py serve`` as a process: it comes up, comes back after a kill, and ends in good order."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.postgres import processes
from tests.postgres.conftest import kill_server, postmaster, remove

ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 180


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("served")
    yield folder
    remove(folder)


def start(data_dir: Path, port: int, **settings: str) -> "subprocess.Popen[str]":
    """The command, in the clone, with its own data folder, these settings and nothing else of ours."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(data_dir),
            "PORT": str(port),
            **settings,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def status(port: int, path: str) -> int | None:
    """The status of one answer; None where nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=_SECONDS) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    except (urllib.error.URLError, ConnectionError):
        return None


def await_answer(process: "subprocess.Popen[str]", port: int) -> None:
    """Return when the site answers."""
    deadline = time.monotonic() + _SECONDS
    while status(port, "/health/live") != 200:
        if process.poll() is not None:
            pytest.fail(process.communicate()[0])
        assert time.monotonic() < deadline
        time.sleep(0.1)


def end(process: "subprocess.Popen[str]", number: signal.Signals) -> str:
    """Send a signal and return all that the process said."""
    process.send_signal(number)
    return process.communicate(timeout=60)[0]


def test_it_comes_up_and_a_signal_ends_all_that_it_started(data_dir: Path) -> None:
    port = processes.free_port("127.0.0.1")
    process = start(data_dir, port)
    await_answer(process, port)
    assert [status(port, path) for path in ("/", "/admin/login/", "/health/ready")] == [200] * 3
    said = end(process, signal.SIGINT)
    password = (data_dir / "staff-password").read_text().strip()
    assert f"Facing Pages is at http://127.0.0.1:{port}/" in said
    assert f"Name: staff   Password: {password}" in said
    assert "Traceback" not in said
    assert (status(port, "/"), postmaster(data_dir)) == (None, None)


def test_it_comes_up_where_search_is_away(data_dir: Path) -> None:
    port = processes.free_port("127.0.0.1")
    paths = ("/", "/admin/login/", "/search/?q=boats")
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        nobody = held.getsockname()[1]
        process = start(data_dir, port, SEARCH_URL=f"opensearch://127.0.0.1:{nobody}/records")
        await_answer(process, port)
        assert [status(port, path) for path in paths] == [200, 200, 503]
        said = end(process, signal.SIGINT)
    assert (
        f"Serving without search: OpenSearch at 127.0.0.1:{nobody}/records does not answer" in said
    )
    assert "Traceback" not in said


def test_killed_with_its_database_it_comes_back_whole(data_dir: Path) -> None:
    port = processes.free_port("127.0.0.1")
    process = start(data_dir, port)
    await_answer(process, port)
    before = status(port, "/sitemap.xml")
    kill_server(data_dir)
    assert status(port, "/health/ready") == 200, "the next request brings the database back"
    kill_server(data_dir)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    for pid in (process.pid, *map(int, children)):
        os.kill(pid, signal.SIGKILL)
    process.communicate(timeout=60)
    again = start(data_dir, port)
    await_answer(again, port)
    assert status(port, "/sitemap.xml") == before
    assert "Traceback" not in end(again, signal.SIGTERM)
    assert postmaster(data_dir) is None


def test_workers_do_not_outlive_a_killed_main_process(data_dir: Path) -> None:
    port = processes.free_port("127.0.0.1")
    process = start(data_dir, port)
    await_answer(process, port)
    process.kill()
    process.communicate(timeout=60)
    deadline = time.monotonic() + _SECONDS
    while status(port, "/health/live") is not None:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_taken_port_is_reported_by_its_holder(data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = start(data_dir, port).communicate(timeout=60)[0]
    name = Path("/proc/self/comm").read_text().strip()
    assert said == (
        f"CommandError: Port {port} is taken by {name} (process {os.getpid()}, in {Path.cwd()}). "
        f"Stop that, or choose another port: PORT={port + 1} make run\n"
    )
