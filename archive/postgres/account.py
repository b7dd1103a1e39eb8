"""As whom the server's programs run. Postgres refuses root, so root steps down to ``nobody``."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_NOBODY = 65534


@dataclass(frozen=True, slots=True)
class Account:
    """A user and a group of this machine; `steps_down` where we are root and they are not."""

    uid: int
    gid: int
    steps_down: bool

    def run(
        self, command: Sequence[str | Path], timeout: float
    ) -> "subprocess.CompletedProcess[str]":
        """Run a program as this user, in ``/``, with an environment of our own making.

        The caller's PGHOST, PGPORT or LC_ALL would change what the server's programs do.
        """
        return subprocess.run(
            [str(part) for part in command],
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=timeout,
            check=False,
            user=self.uid if self.steps_down else None,
            group=self.gid if self.steps_down else None,
            extra_groups=[] if self.steps_down else None,
        )

    def can_enter(self, folder: Path) -> bool:
        """Whether this user may pass through `folder` and everything above it."""
        return self.run(["test", "-x", folder], timeout=10).returncode == 0

    def own(self, path: Path) -> None:
        """Give a file or a folder to this user."""
        if self.steps_down:
            os.chown(path, self.uid, self.gid)


def server_account() -> Account:
    """Ourselves, or ``nobody`` where we are root."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), steps_down=False)
    try:
        entry = pwd.getpwnam("nobody")
    except KeyError:
        return Account(_NOBODY, _NOBODY, steps_down=True)
    return Account(entry.pw_uid, entry.pw_gid, steps_down=True)
