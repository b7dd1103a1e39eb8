"""Where the server's files lie, and whose they are."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.postgres import home
from archive.postgres.account import Account, server_account
from archive.postgres.errors import ServerUnavailableError


class Barred(Account):
    """A server's user whom some folder above bars from everything."""

    def can_enter(self, folder: Path) -> bool:
        return False


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "var-lib"
    monkeypatch.setattr(home, "ELSEWHERE", folder)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def barred() -> Account:
    account = server_account()
    return Barred(account.uid, account.gid, account.steps_down)


def test_a_barred_folder_is_replaced_by_a_link(
    tmp_path: Path, elsewhere: Path, barred: Account
) -> None:
    found = home.settle(tmp_path, barred)
    assert found.folder.parent == elsewhere
    assert (tmp_path / "postgres").resolve() == found.folder
    assert home.settle(tmp_path, barred) == found


def test_what_an_earlier_clone_of_the_same_path_left_is_set_aside(
    tmp_path: Path, elsewhere: Path, barred: Account
) -> None:
    earlier = home.settle(tmp_path, barred).folder
    (earlier / "precious").write_text("a database")
    (tmp_path / "postgres").unlink()
    assert home.settle(tmp_path, barred).folder == earlier
    assert not (earlier / "precious").exists()
    assert [path.read_text() for path in elsewhere.glob("*/precious")] == ["a database"]


def test_the_folder_of_another_clone_is_refused_by_name(
    tmp_path: Path, elsewhere: Path, barred: Account
) -> None:
    one, copy = tmp_path / "one", tmp_path / "copy"
    one.mkdir()
    folder = home.settle(one, barred).folder
    shutil.copytree(one, copy, symlinks=True)
    with pytest.raises(ServerUnavailableError) as refusal:
        home.settle(copy, barred)
    assert str(refusal.value) == (
        f"The database in {folder} belongs to the archive in {one}. Remove the link "
        f"{copy / 'postgres'} to begin with an empty one, or set DATABASE_URL."
    )


def test_a_clone_that_was_moved_keeps_its_database(
    tmp_path: Path, elsewhere: Path, barred: Account
) -> None:
    one, moved = tmp_path / "one", tmp_path / "moved"
    one.mkdir()
    folder = home.settle(one, barred).folder
    one.rename(moved)
    assert home.settle(moved, barred).folder == folder
    assert (folder / "clone").read_text() == f"{moved}\n"
