"""What runs on this machine, read from ``/proc``."""

import os
import socket
from pathlib import Path

_PROC = Path("/proc")
_LISTEN = "0A"


def is_running(pid: int, folder: Path) -> bool:
    """Whether the process lives, is no zombie, and works in `folder` (as a postmaster does).

    A process id is reused after a crash or a restart of the machine: the folder tells them apart.
    """
    try:
        state = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0]
        return state not in "ZX" and (_PROC / str(pid) / "cwd").resolve() == folder.resolve()
    except PermissionError:
        return True
    except OSError:
        return False


def working_in(folder: Path) -> list[int]:
    """Processes whose working folder is `folder`: a cluster's postmaster and its backends."""
    numbers = (int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit())
    return [pid for pid in numbers if is_readable(pid) and is_running(pid, folder)]


def is_readable(pid: int) -> bool:
    """Whether we may look at the process closely: it is ours, or we are root."""
    return os.access(_PROC / str(pid) / "cwd", os.R_OK)


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def free_port(host: str) -> int:
    """A port on which nobody listens now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((host, 0))
        number: int = probe.getsockname()[1]
        return number


def listener(port: int) -> str:
    """Who listens on the port, in words: ``granian (process 4711, in /srv/archive)``.

    ``another process`` where the system does not let us see whose it is.
    """
    inodes = _listening_inodes(port)
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and _holds(entry, inodes):
            return _described(entry)
    return "another process, which this user may not see"


def _listening_inodes(port: int) -> frozenset[str]:
    found = set()
    for table in ("tcp", "tcp6"):
        try:
            lines = (_PROC / "net" / table).read_text().splitlines()[1:]
        except OSError:
            continue
        for fields in map(str.split, lines):
            if fields[3] == _LISTEN and int(fields[1].rpartition(":")[2], 16) == port:
                found.add(f"socket:[{fields[9]}]")
    return frozenset(found)


def _holds(entry: Path, inodes: frozenset[str]) -> bool:
    try:
        handles = list((entry / "fd").iterdir())
    except OSError:
        return False
    return any(_target(handle) in inodes for handle in handles)


def _target(handle: Path) -> str:
    """What the handle stands for, or nothing where it was closed since it was listed.

    One handle of the list is always gone: a process that looks at itself closes the list's own.
    """
    try:
        return str(handle.readlink())
    except OSError:
        return ""


def _described(entry: Path) -> str:
    try:
        name = (entry / "comm").read_text().strip()
        return f"{name} (process {entry.name}, in {(entry / 'cwd').readlink()})"
    except OSError:
        return f"process {entry.name}"
