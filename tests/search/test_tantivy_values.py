from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.tantivy_values import Values, coding

VALUES = ["mao\x1fMao Zedong", "1950", "two\nlines", "毛泽东" * 300, ""]


def codes(folder: Path, values: list[str]) -> list[str]:
    with coding(folder) as coder:
        return [coder.code(value) for value in values]


def test_codes_are_kept_and_lead_back_to_their_values(tmp_path: Path) -> None:
    given_first = codes(tmp_path, VALUES)
    assert codes(tmp_path, [*reversed(VALUES), "new"])[:-1] == given_first[::-1]
    (new,) = codes(tmp_path, ["new"])
    counts = {code: n for n, code in enumerate((*given_first, new))}
    expected = {value: n for n, value in enumerate((*VALUES, "new"))}
    values = Values(tmp_path)
    assert values.counted(counts) == values.counted(counts) == expected
    assert {len(code) for code in counts} == {8}
    assert sorted(counts) == list(counts)


def test_what_another_process_adds_is_read(tmp_path: Path) -> None:
    values = Values(tmp_path)
    assert values.counted({}) == {}
    (first,) = codes(tmp_path, ["first"])
    assert values.counted({first: 1}) == {"first": 1}
    (second,) = codes(tmp_path, ["second"])
    assert values.counted({second: 2, first: 1}) == {"second": 2, "first": 1}


@pytest.mark.parametrize("torn", [b'"cu', b'"\xe6\xaf', b"", b'"whole"', b"\n"])
def test_what_a_killed_writer_left_half_written_harms_nobody(tmp_path: Path, torn: bytes) -> None:
    (first,) = codes(tmp_path, ["first"])
    with (tmp_path / "facet-values").open("ab") as file:
        file.write(torn)
    again, second, whole = codes(tmp_path, ["first", "second", "whole"])
    assert again == first
    counted = {first: 1, second: 2, whole: 3}
    assert Values(tmp_path).counted(counted) == {"first": 1, "second": 2, "whole": 3}
    assert codes(tmp_path, ["first", "second", "whole"]) == [first, second, whole]


def test_a_writer_that_failed_is_forgotten(tmp_path: Path) -> None:
    (first,) = codes(tmp_path, ["first"])
    with pytest.raises(OSError, match="full"), coding(tmp_path) as coder:
        coder.code("lost")
        os.truncate(tmp_path / "facet-values", 8)
        raise OSError("full")
    os.truncate(tmp_path / "facet-values", 8)
    again, second = codes(tmp_path, ["first", "second"])
    assert again == first
    assert Values(tmp_path).counted({first: 1, second: 2}) == {"first": 1, "second": 2}


def test_what_another_writer_wrote_between_keeps_its_code(tmp_path: Path) -> None:
    (first,) = codes(tmp_path, ["first"])
    with (tmp_path / "facet-values").open("ab") as file:
        file.write(b'"theirs"\n')
    assert codes(tmp_path, ["theirs", "first"]) == ["00000008", first]


def test_codes_of_another_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="facet-values"):
        Values(tmp_path).counted({"00000000": 1})
    codes(tmp_path, ["first"])
    for code in ("00000003", "000000ff", "no code"):
        with pytest.raises(ValueError, match=r"no value|JSON|invalid literal"):
            Values(tmp_path).counted({code: 1})


@given(values=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), unique=True))
def test_any_values(tmp_path_factory: pytest.TempPathFactory, values: list[str]) -> None:
    folder = tmp_path_factory.mktemp("values")
    made = dict(zip(codes(folder, values), range(len(values)), strict=True))
    assert Values(folder).counted(made) == dict(zip(values, range(len(values)), strict=True))
