"""Servers started, shared, killed and started again, in real processes."""

import os
import signal
import socket
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.postgres import processes
from archive.postgres.account import server_account
from archive.postgres.errors import ServerUnavailableError
from archive.postgres.server import EmbeddedServer
from tests.postgres.conftest import DATABASE, await_end, kill_server, port_of, postmaster, session

Holder = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def made(data_dir: Path) -> Path:
    """The data folder with a cluster in it, whichever tests have run before."""
    if not (data_dir / "postgres" / "cluster").exists():
        server = EmbeddedServer(data_dir, DATABASE)
        server.address()
        server.release()
    return data_dir


def test_two_processes_that_begin_at_once_share_one_server(data_dir: Path, holder: Holder) -> None:
    first, second = holder(), holder()
    assert port_of(first) == port_of(second)
    leader = postmaster(data_dir)
    first.communicate(timeout=60)
    assert postmaster(data_dir) == leader, "the first to end left the server to the second"
    second.communicate(timeout=60)
    assert postmaster(data_dir) is None, "the last to end stopped it"


def test_every_script_has_letters_and_strangers_have_no_access(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, DATABASE)
    with session(server.address(), "postgres") as connection:
        found = connection.execute(
            "SELECT similarity('пулемётов', 'пулемёт') > 0.5, similarity('重机枪', '重机枪') = 1,"
            " lower('ÀÉЖΩ'), 'a' < 'B'"
        ).fetchone()
    assert found == (True, True, "àéжω", False)
    assert stat.S_IMODE((data_dir / "postgres-password").stat().st_mode) == 0o600
    home = (data_dir / "postgres").resolve()
    assert (stat.S_IMODE(home.stat().st_mode), home.stat().st_uid) == (0o700, server_account().uid)
    server.release()


def test_what_was_written_is_there_after_an_orderly_stop(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, DATABASE)
    with session(server.address()) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('пулемёт')")
    server.release()
    assert postmaster(data_dir) is None
    began = time.monotonic()
    with session(server.address()) as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [("пулемёт",)]
        connection.execute("DROP TABLE kept")
    assert time.monotonic() - began < 60
    server.release()


def test_nothing_committed_is_lost_when_the_server_is_killed(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, DATABASE)
    with session(server.address()) as connection:
        connection.execute("CREATE TABLE survivors (word text)")
        connection.execute("INSERT INTO survivors VALUES ('机枪')")
    kill_server(data_dir)
    with session(server.address()) as connection:
        assert connection.execute("SELECT word FROM survivors").fetchall() == [("机枪",)]
        connection.execute("DROP TABLE survivors")
    server.release()


def test_a_server_that_a_killed_process_left_is_adopted(data_dir: Path, holder: Holder) -> None:
    killed = holder()
    port = port_of(killed)
    killed.send_signal(signal.SIGKILL)
    killed.wait(timeout=60)
    leader = postmaster(data_dir)
    server = EmbeddedServer(data_dir, DATABASE)
    assert (server.address().port, postmaster(data_dir)) == (port, leader)
    server.release()
    assert postmaster(data_dir) is None


def test_a_note_with_somebody_elses_process_is_no_running_server(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, DATABASE)
    server.address()
    note = data_dir / "postgres" / "cluster" / "postmaster.pid"
    lines = note.read_text().splitlines()
    kill_server(data_dir)
    note.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    with session(server.address()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert postmaster(data_dir) != os.getpid()
    server.release()


def test_a_child_process_does_not_stop_its_parents_server(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, DATABASE)
    leader = (server.address(), postmaster(data_dir))
    child = os.fork()
    if child == 0:
        server.release()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert (server.address(), postmaster(data_dir)) == leader
    server.release()
    assert postmaster(data_dir) is None


def test_a_taken_port_is_left_to_its_holder(made: Path) -> None:
    kept = made / "postgres-port"
    taken = int(kept.read_text())
    server = EmbeddedServer(made, DATABASE)
    with socket.create_server(("127.0.0.1", taken)):
        address = server.address()
    assert address.port != taken
    assert int(kept.read_text()) == address.port
    server.release()


def test_an_unfinished_cluster_is_made_anew(tmp_path: Path, made: Path) -> None:
    server = EmbeddedServer(made, DATABASE)
    home = (made / "postgres").resolve()
    (home / "cluster").rename(tmp_path / "set-aside")
    (home / "cluster.unfinished").mkdir()
    (home / "cluster.unfinished" / "PG_VERSION").write_text("half")
    with session(server.address()) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == (DATABASE,)
    server.release()
    assert not (home / "cluster.unfinished").exists()


def test_a_cluster_of_another_version_is_refused_with_the_remedy(made: Path) -> None:
    note = (made / "postgres").resolve() / "cluster" / "PG_VERSION"
    version = note.read_text()
    note.write_text("9\n")
    server = EmbeddedServer(made, DATABASE)
    with pytest.raises(ServerUnavailableError, match=r"made by PostgreSQL 9; .* restore a backup"):
        server.address()
    note.write_text(version)
    server.release()


def test_backends_that_outlived_their_postmaster_are_ended(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, DATABASE)
    connection = session(server.address())
    leader = postmaster(data_dir)
    assert leader is not None
    connection.pgconn.send_query(b"SELECT count(*) FROM generate_series(1, 4000000000)")
    os.kill(leader, signal.SIGKILL)
    await_end(leader, data_dir)
    with session(server.address()) as after:
        assert after.execute("SELECT 1").fetchone() == (1,)
    assert processes.working_in(data_dir / "postgres" / "cluster") != []
    connection.close()
    server.release()
    assert processes.working_in(data_dir / "postgres" / "cluster") == []
