"""Secrets made once, by whoever comes first."""

import stat
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from archive.made_once import kept, secret


def test_the_first_value_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "key"
    assert kept(path, lambda: "first") == "first"
    assert kept(path, lambda: "second") == "first"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == ["key"]


def test_all_who_begin_at_once_get_the_same_value(tmp_path: Path) -> None:
    numbers = count()
    with ThreadPoolExecutor(16) as pool:
        values = list(
            pool.map(lambda _: kept(tmp_path / "key", lambda: str(next(numbers))), range(64))
        )
    assert len(set(values)) == 1


def test_a_secret_is_long_and_new_each_time() -> None:
    assert len(secret()) == 64
    assert secret() != secret()


def test_a_folder_that_cannot_be_made_is_a_wrong_setting() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^DATA_DIR: '/proc/nope' cannot be used: "):
        kept(Path("/proc/nope/key"), secret)
