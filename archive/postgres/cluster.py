"""One database cluster: made, started, adopted, recovered, stopped. Callers hold the lock."""

import contextlib
import os
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from archive.postgres import processes
from archive.postgres.account import Account
from archive.postgres.binaries import Binaries
from archive.postgres.errors import ServerUnavailableError
from archive.postgres.home import Home

HOST = "127.0.0.1"
USER = "archive"
_START_SECONDS = 120
_LOG_LIMIT = 5_000_000


@dataclass(frozen=True, slots=True)
class Running:
    """A server that accepts connections: its process and its port on the loopback address."""

    pid: int
    port: int
    socket_folder: str
    """Empty where it has no socket."""

    @property
    def host(self) -> str:
        """Its socket's folder while the socket is there, else the loopback address."""
        socket = Path(self.socket_folder) / f".s.PGSQL.{self.port}"
        return self.socket_folder if self.socket_folder and socket.exists() else HOST


@dataclass(frozen=True, slots=True)
class Cluster:
    """The cluster in one home, and with what and as whom it runs."""

    home: Home
    binaries: Binaries
    account: Account

    def running(self) -> Running | None:
        """The server if it is up, waiting while it starts or stops; None where it is down."""
        deadline = time.monotonic() + _START_SECONDS
        while (noted := self._noted()) is not None:
            running, state = noted
            if state == "ready":
                return running
            if time.monotonic() > deadline:
                raise ServerUnavailableError(
                    f"Postgres (process {running.pid}) is {state} for too long. {self._log_end()}"
                )
            time.sleep(0.05)
        return None

    def create(self, password: str) -> None:
        """Make the cluster unless it is there. An unfinished one is made anew."""
        if self.home.cluster.exists():
            self._require_same_version()
            return
        unfinished = self.home.folder / "cluster.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        note = self._password_note(password)
        command: list[str | Path] = [
            self.binaries.program("initdb"), "-D", unfinished, "-U", USER,
            "--auth=scram-sha-256", f"--pwfile={note}", *self.binaries.locale_flags(),
        ]  # fmt: skip
        answer = self.account.run(command, timeout=300)
        note.unlink()
        if answer.returncode != 0:
            raise ServerUnavailableError(
                f"Postgres could not make its files: {answer.stdout[-800:]}"
            )
        unfinished.rename(self.home.cluster)

    def start(self, port: int) -> Running:
        """Start the server, after whatever the last one came to.

        Postgres itself replays its log after a crash. What it cannot know is that the process id
        in its notes is now somebody else's, or that backends outlived a killed postmaster.
        """
        for left in (self.home.pid_file, *self.home.folder.glob(".s.PGSQL.*")):
            left.unlink(missing_ok=True)
        self._end_orphans()
        self._turn_log()
        sockets = self.home.socket_folder or ""
        options = f"-p {port} -c listen_addresses={HOST} -c unix_socket_directories={sockets}"
        command: list[str | Path] = [
            self.binaries.program("pg_ctl"), "start", "-s", "-w", "-t", str(_START_SECONDS),
            "-D", self.home.cluster, "-l", self.home.log, "-o", options,
        ]  # fmt: skip
        answer = self.account.run(command, timeout=_START_SECONDS + 30)
        running = self.running() if answer.returncode == 0 else None
        if running is None:
            raise ServerUnavailableError(
                f"Postgres did not start. {answer.stdout.strip()} {self._log_end()}"
            )
        return running

    def stop(self) -> None:
        """Stop the server in good order: sessions are cut, what is committed is written."""
        command: list[str | Path] = [
            self.binaries.program("pg_ctl"), "stop", "-s", "-w", "-t", "60",
            "-m", "fast", "-D", self.home.cluster,
        ]  # fmt: skip
        self.account.run(command, timeout=90)

    def _noted(self) -> tuple[Running, str] | None:
        """The server and its state by Postgres' note; None where no such process runs.

        The note's lines: process, data directory, start, port, socket folder, address, memory,
        state. They are written one after the other.
        """
        try:
            lines = [*self.home.pid_file.read_text().splitlines(), *[""] * 8]
            running = Running(int(lines[0]), int(lines[3] or 0), lines[4].strip())
        except (OSError, ValueError):
            return None
        if not processes.is_running(running.pid, self.home.cluster):
            return None
        return running, lines[7].strip() or "starting"

    def _require_same_version(self) -> None:
        made_by = (self.home.cluster / "PG_VERSION").read_text().strip()
        if made_by != str(self.binaries.major):
            raise ServerUnavailableError(
                f"The database in {self.home.cluster} was made by PostgreSQL {made_by}; the programs "
                f"in {self.binaries.folder} are version {self.binaries.major}. Install the version "
                "that made it, or restore a backup into an empty data folder."
            )

    def _password_note(self, password: str) -> Path:
        """A file with the password that initdb's user alone can read."""
        note = self.home.folder / "password.unfinished"
        note.unlink(missing_ok=True)
        with os.fdopen(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(password)
        self.account.own(note)
        return note

    def _end_orphans(self) -> None:
        """End backends that outlived their postmaster; most end by themselves at once."""
        for attempt in range(100):
            orphans = processes.working_in(self.home.cluster)
            if not orphans:
                return
            if attempt >= 20:
                for pid in orphans:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL if attempt >= 60 else signal.SIGQUIT)
            time.sleep(0.05)

    def _turn_log(self) -> None:
        """Keep the server's log within bounds: one old one beside it."""
        if self.home.log.exists() and self.home.log.stat().st_size > _LOG_LIMIT:
            self.home.log.rename(self.home.log.with_suffix(".old.log"))

    def _log_end(self) -> str:
        try:
            end = self.home.log.read_text(errors="replace").splitlines()[-6:]
        except OSError:
            return ""
        return f"The end of {self.home.log}:\n" + "\n".join(end)
