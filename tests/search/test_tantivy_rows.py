from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search import tantivy_rows
from archive.search.tantivy_rows import Rows, RowWriter
from tests.search.indexes import marks_of

LANGUAGE, PERSON, YEAR = 0, 2, 11
#: Numbers of values: those of persons, then of languages, then of years.
FACETS = [PERSON] * 6 + [LANGUAGE] * 2 + [YEAR] * 2
ROWS = [[6, 0, 5, 2], [], [7, 9], [5]]


def valued(folder: Path, facets: list[int] | None = None) -> Path:
    """A folder with the values of those facets."""
    facets = FACETS if facets is None else facets
    lines = (f'{"abcdefghijkl"[facet]}"{number}"\n' for number, facet in enumerate(facets))
    (folder / "facet-values").write_text("".join(lines))
    return folder


def written(folder: Path, rows: list[list[int]], by: RowWriter | None = None) -> list[int]:
    writer = by or RowWriter()
    with (folder / "facet-rows").open("a+b") as file:
        writer.follow(file)
        numbers = [writer.row(row) for row in rows]
        writer.write()
    return numbers


def followed(folder: Path) -> Rows:
    rows = Rows(folder)
    rows.follow()
    return rows


def counts(
    rows: Rows, numbers: list[int], facet: int | None = None, most: int = 200
) -> dict[int, int]:
    """So many values at least of a facet, or of each."""
    asked = dict.fromkeys(range(12) if facet is None else [facet], most)
    found, times = rows.counts(marks_of(numbers, len(rows)), asked)
    of_it = [facet in (None, place) for place in rows.values.facets[found].tolist()]
    return dict(zip(found[of_it].tolist(), times[of_it].tolist(), strict=True))


def test_rows_are_numbered_and_counted(tmp_path: Path) -> None:
    assert written(valued(tmp_path), ROWS[:3]) == [0, 1, 2]
    assert written(tmp_path, ROWS[3:]) == [3]
    rows = followed(tmp_path)
    assert len(rows) == 4
    assert counts(rows, [0, 1, 2, 3]) == {0: 1, 2: 1, 5: 2, 6: 1, 7: 1, 9: 1}
    assert counts(rows, [0, 1, 2, 3], PERSON) == {0: 1, 2: 1, 5: 2}
    assert counts(rows, [1, 3]) == counts(rows, [1, 3], PERSON) == {5: 1}
    assert counts(rows, [0, 1, 2], LANGUAGE) == {6: 1, 7: 1}
    assert counts(rows, [0, 1, 2, 3], YEAR) == {9: 1}
    assert counts(rows, [0, 1, 2, 3], 1) == counts(rows, []) == counts(rows, [1]) == {}


def test_what_another_process_adds_is_read(tmp_path: Path) -> None:
    writer, rows = RowWriter(), Rows(valued(tmp_path))
    with pytest.raises(OSError, match="facet-rows"):
        rows.follow()
    for at, row in enumerate(ROWS):
        assert written(tmp_path, [row], writer) == [at]
        rows.follow()
        assert (len(rows), counts(rows, [at])) == (at + 1, dict.fromkeys(row, 1))
    rows.follow()
    assert len(rows) == 4


def test_rows_are_there_when_they_are_written(tmp_path: Path) -> None:
    writer = RowWriter()
    with (valued(tmp_path) / "facet-rows").open("a+b") as file:
        writer.follow(file)
        writer.row([1])
        file.flush()
        assert len(followed(tmp_path)) == 0
        writer.write()
        file.flush()
        assert len(followed(tmp_path)) == 1


@pytest.mark.parametrize("torn", [b"\x01", b"\x01\x00\x00\x00", b"\xff\xff\xff", b"\0" * 9])
def test_what_a_killed_writer_left_half_written_is_cut_off(tmp_path: Path, torn: bytes) -> None:
    writer = RowWriter()
    written(valued(tmp_path), ROWS[:1], writer)
    with (tmp_path / "facet-rows").open("ab") as file:
        file.write(torn)
    rows = followed(tmp_path)
    assert len(rows) == 1
    assert written(tmp_path, ROWS[1:3]) == [1, 2]
    assert written(tmp_path, ROWS[3:], writer) == [3]
    rows.follow()
    assert len(rows) == 4
    assert counts(rows, [0, 1, 2, 3], PERSON) == {0: 1, 2: 1, 5: 2}


def test_rows_of_other_values_are_refused(tmp_path: Path) -> None:
    written(valued(tmp_path, [PERSON] * 5), ROWS)
    with pytest.raises(ValueError, match="rows of facets with values that are not there"):
        followed(tmp_path)


def test_which_values_are_frequent_is_settled_anew_when_rows_have_doubled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a facet with one value that has a code, and one that is told at least."""
    monkeypatch.setattr("archive.search.tantivy_few._MOST", 0)
    monkeypatch.setattr("archive.search.tantivy_often._MOST", 1)
    monkeypatch.setattr("archive.search.tantivy_often._LATER", 0)
    rows = Rows(valued(tmp_path))
    written(tmp_path, [[0], [0]])
    rows.follow()
    written(tmp_path, [[1], [1]])
    rows.follow()
    assert counts(rows, [0, 1, 2, 3], most=1) == {0: 2, 1: 2}
    written(tmp_path, [[1]])
    rows.follow()
    assert counts(rows, [0, 2, 3, 4], most=1) == {1: 3}
    assert counts(rows, [0, 1, 2], most=1) == {0: 2, 1: 1}


def test_a_value_that_gets_another_label_is_told_with_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It had no code, so codes are settled anew; meanwhile another process writes on."""
    monkeypatch.setattr("archive.search.tantivy_few._MOST", 0)
    monkeypatch.setattr("archive.search.tantivy_often._MOST", 4)
    rows = Rows(valued(tmp_path))
    written(tmp_path, [[0], [0], [0, 1], [0, 2], [0, 3], [0, 3], [0, 4], [0, 4]])
    rows.follow()
    every = list(range(8))
    assert counts(rows, every, most=1) == {0: 8, 3: 2, 4: 2}
    with (tmp_path / "facet-values").open("a") as file:
        file.write('C2"10"\n')
    written(tmp_path, [[10]] * 3)

    def meanwhile(path: Path, begin: int) -> Any:
        if not begin:
            monkeypatch.setattr(tantivy_rows, "_whole_rows", whole_rows)
            with (tmp_path / "facet-values").open("a") as file:
                file.write('c"11"\n')
            written(tmp_path, [[11]])
        return whole_rows(path, begin)

    whole_rows = tantivy_rows._whole_rows
    monkeypatch.setattr(tantivy_rows, "_whole_rows", meanwhile)
    rows.follow()
    assert len(rows) == 12
    assert counts(rows, [*every, 8, 9, 10, 11], most=1) == {0: 8, 2: 1, 10: 3}
    rows.follow()
    assert counts(rows, [8, 11]) == {10: 1, 11: 1}


_PART = st.lists(st.lists(st.integers(0, 99), max_size=6), max_size=30)


@settings(max_examples=60)
@given(
    parts=st.lists(st.tuples(st.integers(1, 20), _PART), max_size=4),
    most=st.sampled_from([0, 1, 3, 128]),
    asked=st.data(),
)
def test_counts_are_those_of_the_rows(
    tmp_path_factory: pytest.TempPathFactory,
    parts: list[tuple[int, list[list[int]]]],
    most: int,
    asked: st.DataObject,
) -> None:
    """Of facets of few values and of many, which come to be more as rows are added."""
    folder = tmp_path_factory.mktemp("rows")
    facets: list[int] = []
    every: list[list[int]] = []
    written(valued(folder, facets), [])
    rows = Rows(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archive.search.tantivy_few._MOST", most)
        for more, part in parts:
            facets += [(len(facets) + n) ** 2 % 11 for n in range(more)]
            of_part = [sorted({n % len(facets) for n in row}) for row in part]
            # As a writer has them, facet after facet.
            of_part = [sorted(row, key=lambda n: (facets[n], n)) for row in of_part]
            written(valued(folder, facets), of_part)
            rows.follow()
            every += of_part
    some = sorted(asked.draw(st.sets(st.sampled_from(range(len(every)))))) if every else []
    assert counts(rows, some) == Counter(number for n in some for number in every[n])
    for facet in range(12):
        expected = Counter(n for at in some for n in every[at] if facets[n] == facet)
        assert counts(rows, some, facet) == expected


def test_a_row_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    written(valued(tmp_path), ROWS)
    rows = followed(tmp_path)
    for facets in (range(12), [PERSON]):
        with pytest.raises(ValueError, match=r"^no row 4$"):
            rows.counts(marks_of([1, 4], 5), dict.fromkeys(facets, 1))


@pytest.mark.parametrize("few", [0, 128])
def test_rows_far_from_the_first_are_counted_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """Of the rows a part is looked at, from the first marked one to the last, by bits and by codes."""
    monkeypatch.setattr("archive.search.tantivy_few._MOST", few)
    monkeypatch.setattr("archive.search.tantivy_often._BESIDE", 1)
    held = [[n % 6, (n + 1) % 6, 6 + n % 2] for n in range(400)]
    written(valued(tmp_path), held)
    rows = followed(tmp_path)
    for some in ([130], [70, 399], list(range(64, 128)), [399], [0, 399]):
        expected = Counter(n for at in some for n in held[at])
        assert counts(rows, some) == expected
        assert counts(rows, some, PERSON) == {n: c for n, c in expected.items() if n < 6}
