"""Where the embedded server's files lie: ``<data folder>/postgres``, or where that links to."""

import hashlib
import re
import time
from dataclasses import dataclass
from pathlib import Path

from archive.postgres.account import Account
from archive.postgres.errors import ServerUnavailableError

ELSEWHERE = Path("/var/lib/facing-pages")
# The system allows 107 bytes, of which the socket's own name takes up to 20.
_SOCKET_PATH = 86


@dataclass(frozen=True, slots=True)
class Home:
    """The server's own folder, readable by its user alone."""

    folder: Path

    @property
    def cluster(self) -> Path:
        """The data directory, in Postgres' words."""
        return self.folder / "cluster"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.folder / "server.log"

    @property
    def socket_folder(self) -> Path | None:
        """Where the server's socket lies: a fifth faster than the loopback address.

        None where the path is too long for a socket, or not plain enough for a list of paths.
        """
        plain = re.fullmatch(r"[\w./-]+", str(self.folder), re.ASCII)
        return self.folder if plain and len(str(self.folder)) <= _SOCKET_PATH else None

    @property
    def pid_file(self) -> Path:
        """Postgres' own note of its process, port and state."""
        return self.cluster / "postmaster.pid"


def settle(data_dir: Path, account: Account) -> Home:
    """The server's folder, made if need be.

    Where a folder above bars the server's user (a temporary folder of root's, root's own home) it
    lies under ``/var/lib/facing-pages``, by a hash of the data folder's path, and
    ``<data folder>/postgres`` links to it. Raises ServerUnavailableError where another clone has it.
    """
    link = data_dir / "postgres"
    if not link.exists():
        if account.can_enter(data_dir):
            _make(link, account)
        else:
            link.unlink(missing_ok=True)
            link.symlink_to(_make_elsewhere(data_dir, account))
    home = Home(link.resolve())
    _claim(home, data_dir)
    return home


def _make(folder: Path, account: Account) -> None:
    folder.mkdir(mode=0o700)
    account.own(folder)


def _make_elsewhere(data_dir: Path, account: Account) -> Path:
    """A new folder under /var/lib; one that an earlier clone of this path left is set aside."""
    ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
    folder = ELSEWHERE / hashlib.sha256(str(data_dir).encode()).hexdigest()[:16]
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}.{int(time.time())}"))
    _make(folder, account)
    return folder


def _claim(home: Home, data_dir: Path) -> None:
    """Write down whose folder it is; refuse one that another clone still links to."""
    note = home.folder / "clone"
    other = Path(note.read_text().strip()) if note.exists() else data_dir
    if other != data_dir and (other / "postgres").resolve() == home.folder:
        raise ServerUnavailableError(
            f"The database in {home.folder} belongs to the archive in {other}. "
            f"Remove the link {data_dir / 'postgres'} to begin with an empty one, "
            "or set DATABASE_URL."
        )
    if other != data_dir or not note.exists():
        note.write_text(f"{data_dir}\n")
