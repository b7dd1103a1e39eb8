"""Who runs and who listens, as /proc tells it."""

import os
import socket
import subprocess
from pathlib import Path

from archive.postgres import processes


def test_a_process_is_known_by_its_folder(tmp_path: Path) -> None:
    here = Path.cwd()
    assert processes.is_running(os.getpid(), here)
    assert not processes.is_running(os.getpid(), tmp_path)


def test_a_process_that_ended_but_was_not_awaited_does_not_run(tmp_path: Path) -> None:
    process = subprocess.Popen(["true"], cwd=tmp_path)
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert not processes.is_running(process.pid, tmp_path)
    process.wait()
    assert not processes.is_running(process.pid, tmp_path)


def test_a_listener_is_named_with_its_process_and_folder() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert not processes.is_free("127.0.0.1", port)
        name = Path("/proc/self/comm").read_text().strip()
        assert processes.listener(port) == f"{name} (process {os.getpid()}, in {Path.cwd()})"
    assert processes.is_free("127.0.0.1", port)


def test_a_listener_is_named_though_a_handle_before_its_own_was_closed_meanwhile() -> None:
    """The list of handles takes the lowest number free, here one below the listener's."""
    spare = os.open(os.devnull, os.O_RDONLY)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        os.close(spare)
        assert f"process {os.getpid()}, in " in processes.listener(taken.getsockname()[1])


def test_nobody_is_named_where_nobody_listens() -> None:
    port = processes.free_port("127.0.0.1")
    assert processes.listener(port) == "another process, which this user may not see"
