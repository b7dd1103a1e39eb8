from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from archive.search.fields import FACETS
from archive.search.tantivy_beside import writing_beside
from archive.search.tantivy_rows import Rows
from tests.search.indexes import marks_of

CABLE = {"kind": ("cable",), "person": ("mao", "kim", "mao"), "analysis": ("en",)}
LETTER = {"kind": ("letter",), "person": ("kim",)}
MAO_AND_KIM = [("kind", "cable"), ("person", "mao"), ("person", "kim")]


def put(folder: Path, *facets: Mapping[str, tuple[str, ...]]) -> list[int]:
    with writing_beside(folder) as beside:
        rows = [beside.row(each) for each in facets]
        beside.keep()
    return rows


def held(folder: Path, row: int) -> list[tuple[str, str]]:
    """What a reader has of a row: facets and their values."""
    rows = Rows(folder)
    rows.follow()
    numbers, counts = rows.counts(marks_of([row], len(rows)), dict.fromkeys(range(12), 200))
    assert counts.max(initial=1) == 1
    facets = (FACETS[place] for place in rows.values.facets[numbers])
    return list(zip(facets, rows.values.named(numbers.tolist()), strict=True))


def test_a_row_has_every_value_once_and_nothing_that_is_no_facet(tmp_path: Path) -> None:
    assert put(tmp_path, CABLE) == [0]
    assert put(tmp_path, LETTER, {}) == [1, 2]
    assert held(tmp_path, 0) == MAO_AND_KIM
    assert held(tmp_path, 1) == [("person", "kim"), ("kind", "letter")]
    assert held(tmp_path, 2) == []


def test_a_writer_that_failed_is_forgotten(tmp_path: Path) -> None:
    put(tmp_path, CABLE)
    size = (tmp_path / "facet-values").stat().st_size
    with pytest.raises(OSError, match="full"), writing_beside(tmp_path) as beside:
        beside.row({"kind": ("lost",)})
        raise OSError("full")
    os.truncate(tmp_path / "facet-values", size)
    (row,) = put(tmp_path, LETTER)
    assert held(tmp_path, row) == [("person", "kim"), ("kind", "letter")]


def test_what_is_kept_can_be_read_before_the_end(tmp_path: Path) -> None:
    with writing_beside(tmp_path) as beside:
        row = beside.row(CABLE)
        beside.keep()
        assert held(tmp_path, row) == MAO_AND_KIM


def test_a_folder_made_anew_begins_anew(tmp_path: Path) -> None:
    put(tmp_path, LETTER, CABLE)
    for name in ("facet-values", "facet-rows"):
        (tmp_path / name).rename(tmp_path / f"{name}-before")
    assert put(tmp_path, CABLE) == [0]
    assert held(tmp_path, 0) == MAO_AND_KIM
