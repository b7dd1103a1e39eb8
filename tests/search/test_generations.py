from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from archive.search import generations


def made(folder: Path) -> str:
    name = generations.begin(folder)
    (folder / name / "meta.json").write_text("{}")
    return name


def test_the_last_taken_over_is_current_and_the_one_before_stays(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    first = made(tmp_path)
    assert generations.current(tmp_path) is None
    generations.take_over(tmp_path, first)
    second = made(tmp_path)
    generations.take_over(tmp_path, second)
    third = made(tmp_path)
    generations.take_over(tmp_path, third)
    assert generations.current(tmp_path) == third
    assert {path.name for path in tmp_path.iterdir()} == {"current", "notes", second, third}


@pytest.mark.parametrize("age", [0, 60])
def test_a_name_in_place_of_another_is_seen_by_the_files_time_or_while_it_is_young(
    tmp_path: Path, age: int
) -> None:
    first, second = made(tmp_path), made(tmp_path)
    pointer = tmp_path / "current"
    then = time.time() - age
    for name in (first, second):
        pointer.write_text(name)
        os.utime(pointer, (then, then))
        assert generations.current(tmp_path) == name
        then += 1 if age else 0


def test_another_version_of_the_index_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = made(tmp_path)
    generations.take_over(tmp_path, name)
    os.utime(tmp_path / "current", (1, 1))
    assert generations.current(tmp_path) == name
    monkeypatch.setattr(generations, "SCHEMA_VERSION", 0)
    assert generations.current(tmp_path) is None


def test_discarded(tmp_path: Path) -> None:
    name = made(tmp_path)
    generations.discard(tmp_path, name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "written", ["", "../x", "0" * 32 + "-a0s0", "/etc", "0" * 32 + "/../../x-a1s1", "\udcff", "\0"]
)
def test_what_names_no_index_is_none(tmp_path: Path, written: str) -> None:
    (tmp_path / "current").write_bytes(written.encode("utf-8", "surrogateescape"))
    assert generations.current(tmp_path) is None


def test_a_generation_without_its_files_is_none(tmp_path: Path) -> None:
    name = made(tmp_path)
    generations.take_over(tmp_path, name)
    (tmp_path / name / "meta.json").unlink()
    assert generations.current(tmp_path) is None
