from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.tantivy_values import Coder, Values

VALUES = ["mao\x1fMao Zedong", "1950", "two\nlines", "毛泽东" * 300, ""]


def numbers(folder: Path, values: list[str], facet: int = 1) -> list[int]:
    """As a writer of its own gives them."""
    coder = Coder()
    with (folder / "facet-values").open("a+b") as file:
        coder.follow(file)
        return [coder.number(facet, value) for value in values]


def followed(folder: Path) -> Values:
    values = Values(folder)
    values.follow()
    return values


def test_numbers_are_kept_and_lead_back_to_their_values(tmp_path: Path) -> None:
    assert numbers(tmp_path, VALUES) == [0, 1, 2, 3, 4]
    assert numbers(tmp_path, [*reversed(VALUES), "new"]) == [4, 3, 2, 1, 0, 5]
    values = followed(tmp_path)
    assert values.named(range(6)) == values.named(range(6)) == [*VALUES, "new"]
    assert (tmp_path / "facet-values").read_text().splitlines()[0] == r'b"mao\u001fMao Zedong"'


def test_a_value_has_another_number_in_each_facet(tmp_path: Path) -> None:
    assert numbers(tmp_path, ["one", "two"], 2) == [0, 1]
    assert numbers(tmp_path, ["two", "three"], 3) == [2, 3]
    assert numbers(tmp_path, ["three", "one"], 2) == [4, 0]
    values = followed(tmp_path)
    assert values.named(range(5)) == ["one", "two", "two", "three", "three"]
    assert values.facets.tolist() == [2, 2, 3, 3, 2]


def test_a_value_with_another_label_leads_to_the_first(tmp_path: Path) -> None:
    mao, again, others = "mao\x1fMao Zedong", "mao\x1fMao Tse-tung", ["ma", "maoism\x1fMao"]
    assert numbers(tmp_path, [mao, *others]) == [0, 1, 2]
    values = followed(tmp_path)
    assert values.firsts.tolist() == [0, 1, 2]
    assert numbers(tmp_path, [again, mao, again]) == [3, 0, 3]
    assert numbers(tmp_path, [again], facet=2) == [4]
    assert numbers(tmp_path, ["mao", again]) == [5, 3]
    values.follow()
    assert values.firsts.tolist() == [0, 1, 2, 0, 4, 0]
    assert values.named(range(6)) == [mao, *others, again, again, "mao"]
    assert values.facets.tolist() == [1, 1, 1, 1, 2, 1]


def test_what_another_process_adds_is_read(tmp_path: Path) -> None:
    assert numbers(tmp_path, []) == []
    values = followed(tmp_path)
    for at, value in enumerate(VALUES):
        assert numbers(tmp_path, [value]) == [at]
        values.follow()
        assert values.named(range(at + 1)) == VALUES[: at + 1]


def test_half_a_line_waits_for_its_end(tmp_path: Path) -> None:
    numbers(tmp_path, ["first"])
    values = followed(tmp_path)
    with (tmp_path / "facet-values").open("ab") as file:
        for part in (b'b"sec', b"ond", b'"\nc"third"\n'):
            file.write(part)
            file.flush()
            values.follow()
    assert values.named(range(3)) == ["first", "second", "third"]
    assert values.facets.tolist() == [1, 1, 2]


def test_a_first_that_is_not_before_is_none(tmp_path: Path) -> None:
    (tmp_path / "facet-values").write_bytes(b'B0"one"\nB2"two"\nBx"three"\nB"four"\nB"')
    values = followed(tmp_path)
    assert values.firsts.tolist() == [0, 1, 2, 3]
    assert values.named(range(4)) == ["one", "two", "three", "four"]


@pytest.mark.parametrize(
    "torn",
    [b'b"cu', b'b"\xe6\xaf', b"", b'b"whole"', b"\n", b"b", b"?", b"B", b"B1", b'B0"w\\u001f'],
)
def test_what_a_killed_writer_left_half_written_harms_nobody(tmp_path: Path, torn: bytes) -> None:
    assert numbers(tmp_path, ["first"]) == [0]
    with (tmp_path / "facet-values").open("ab") as file:
        file.write(torn)
    again, second, whole = numbers(tmp_path, ["first", "second", "whole"])
    values = followed(tmp_path)
    assert values.named([again, second, whole]) == ["first", "second", "whole"]
    assert (again, set(values.facets[[again, second, whole]].tolist())) == (0, {1})
    assert numbers(tmp_path, ["first", "second", "whole"]) == [again, second, whole]


def test_what_another_writer_wrote_between_keeps_its_number(tmp_path: Path) -> None:
    coder, path = Coder(), tmp_path / "facet-values"
    with path.open("a+b") as file:
        coder.follow(file)
        assert coder.number(1, "first") == 0
    assert numbers(tmp_path, ["theirs"]) == [1]
    with path.open("a+b") as file:
        coder.follow(file)
        assert [coder.number(1, v) for v in ("theirs", "first", "new")] == [1, 0, 2]


def test_numbers_of_another_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="facet-values"):
        followed(tmp_path)
    numbers(tmp_path, ["first"])
    with (tmp_path / "facet-values").open("ab") as file:
        file.write(b"btorn\n")
    for number in (1, 2, -1):
        with pytest.raises(ValueError, match=r"no value|truncated"):
            followed(tmp_path).named([number])


@given(
    said=st.lists(
        st.tuples(
            st.integers(0, 11), st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
        )
    )
)
def test_any_values(tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, str]]) -> None:
    folder = tmp_path_factory.mktemp("values")
    numbers(folder, [])
    made = [numbers(folder, [value], facet)[0] for facet, value in said]
    assert made == [list(dict.fromkeys(said)).index(each) for each in said]
    values = followed(folder)
    facets = values.facets[np.array(made, np.int64)].tolist()
    assert list(zip(facets, values.named(made), strict=True)) == said
