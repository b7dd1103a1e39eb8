"""CSV that spreadsheets read as words and never reckon."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.exchange.csv_writing import csv_file, safe


def test_a_file_whole() -> None:
    rows = [["row", "wording"], ["1", 'the "Harbour", quay 3'], ["2", "14 тысяч\nmen"], ["3", ""]]
    assert csv_file(rows) == (
        b"\xef\xbb\xbfrow,wording\r\n"
        b'1,"the ""Harbour"", quay 3"\r\n' + '2,"14 тысяч\nmen"\r\n'.encode() + b"3,\r\n"
    )


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"]
)
def test_what_begins_a_formula_is_kept_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["189", "'=1", "1950-01-22", "a=b", "", " =1"])
def test_everything_else_is_left_as_it_is(cell: str) -> None:
    assert safe(cell) == cell


_CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=2), min_size=1))
def test_it_reads_back_as_it_was_written(rows: list[list[str]]) -> None:
    written = csv_file(rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert read == [[safe(cell) for cell in row] for row in rows]
