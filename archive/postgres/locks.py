"""Who may start or stop the server, and who still uses it: two locked files.

The kernel frees such a lock when its holder ends, however it ends, so neither can be left behind.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def sole(path: Path) -> Iterator[None]:
    """Hold the file alone; waits for whoever has it."""
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


class Lease:
    """A share in the use of the server, held by each process that is connected to it.

    A child process shares its parent's lock without knowing; `forget` closes its side alone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this process has a share."""
        return self._handle is not None

    def hold(self) -> None:
        """Take a share, unless this process has one."""
        if self._handle is None:
            self._handle = _open(self._path)
            fcntl.flock(self._handle, fcntl.LOCK_SH)

    def is_last(self) -> bool:
        """Whether nobody else holds a share; ours is then exclusive."""
        if self._handle is None:
            return False
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def forget(self) -> None:
        """Give up this process's side."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
