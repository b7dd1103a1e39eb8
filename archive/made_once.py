"""Values that an archive makes once and keeps in its data folder: keys, passwords, ports."""

import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def kept(path: Path, make: Callable[[], str]) -> str:
    """The value kept in `path`, made and written there if nobody has yet.

    Readable by its owner alone. Where several processes start at once, one value wins and all of
    them return it: the file appears whole, under a name that only one can take. Raises
    ``ImproperlyConfigured`` where the folder cannot be read or written.
    """
    try:
        if not path.exists():
            _offer(path, make())
        return path.read_text().strip()
    except OSError as fault:
        message = f"DATA_DIR: {str(path.parent)!r} cannot be used: {fault.strerror}."
        raise ImproperlyConfigured(message) from fault


def secret() -> str:
    """A random value of 384 bits that is safe in addresses and files."""
    return secrets.token_urlsafe(48)


def _offer(path: Path, value: str) -> None:
    """Write the value unless the file is there by now."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(value + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(path).hardlink_to(name)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
