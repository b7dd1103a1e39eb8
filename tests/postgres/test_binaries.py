"""Whose programs run the server."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.postgres import binaries
from archive.postgres.account import server_account
from archive.postgres.binaries import Binaries, find_binaries
from archive.postgres.errors import ServerUnavailableError
from archive.postgres.home import ELSEWHERE


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[Path]:
    """Where copied programs may lie: under root, outside pytest's folder, which bars nobody."""
    if not server_account().steps_down:
        yield tmp_path
        return
    folder = ELSEWHERE / f"test-{os.getpid()}"
    folder.mkdir(parents=True)
    yield folder
    shutil.rmtree(folder)


def test_the_wheels_programs_come_first(copies: Path) -> None:
    assert find_binaries(server_account(), copies).major == 18


def test_programs_in_a_barred_folder_are_copied_once(
    tmp_path: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = server_account()
    package = next(binaries._candidates()).parents[1]
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    for part in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(part, private / part.name)
    programs = private / package.name / "pginstall" / "bin"
    monkeypatch.setattr(binaries, "_candidates", lambda: iter([programs]))
    found = find_binaries(account, copies)
    assert found == find_binaries(account, copies)
    assert (private in found.folder.parents) == (not account.steps_down)


@pytest.mark.parametrize(
    ("major", "flags"),
    [
        (15, []),
        (17, ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]),
        (18, ["--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST"]),
    ],
)
def test_each_version_gets_the_locale_flags_it_knows(major: int, flags: list[str]) -> None:
    assert Binaries(Path("/"), major).locale_flags() == [
        "--locale=C.UTF-8",
        "--encoding=UTF8",
        *flags,
    ]


def test_programs_that_do_not_run_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("initdb", "pg_ctl", "postgres"):
        (programs / name).write_text("not a program of this machine")
        (programs / name).chmod(0o755)
    monkeypatch.setattr(binaries, "_candidates", lambda: iter([programs, tmp_path / "none"]))
    with pytest.raises(ServerUnavailableError, match="none of version 14 or newer is installed"):
        find_binaries(server_account(), tmp_path / "copies")
