"""CSV files of records: every column in its place, every fault at its column."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.exchange.ingest.csv_columns import CsvRefused, columns
from archive.exchange.ingest.csv_records import CsvRecords


def _file(folder: Path, content: str | bytes) -> CsvRecords:
    path = folder / "records.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return CsvRecords(path)


def _rows(folder: Path, content: str | bytes) -> dict[int, Any]:
    """The records by the line at which each begins."""
    lines = enumerate(_file(folder, content), start=1)
    return {number: json.loads(line) for number, line in lines if line}


def test_every_group_of_columns_has_its_place(tmp_path: Path) -> None:
    header = (
        "source_id,title,date,sender,recipient,mentioned,origin,places mentioned,subjects,"
        "text:zh,text:en,text:en:translated_from,text:en:translated_from_holding,"
        "text:en:translators,text:en:rights_note,held:1:repository,held:1:reference,held:1:texts,"
        "held:2:title,held:2:editors,held:3:url,rights:note,link:reply to"
    )
    row = (
        'x-1,"Cable, A to B",1950-01-22,A One,B Two (?),C | D,Moscow,Seoul,War | Peace,'
        '你好。,"Hello.\r\n\r\nBye.",zh,1,E Five | F Six,Free.,AP RF,"fond 45, opis 1",zh,'
        "A book,G Seven,https://example.org/,All free.,x-0"
    )
    assert _rows(tmp_path, f"{header}\r\n{row}\r\n") == {
        2: {
            "source_id": "x-1",
            "title": "Cable, A to B",
            "date": "1950-01-22",
            "people": [
                {"name": "A One", "role": "sender"},
                {"name": "B Two", "role": "recipient", "uncertain": True},
                {"name": "C", "role": "mentioned"},
                {"name": "D", "role": "mentioned"},
            ],
            "places": [
                {"name": "Moscow", "role": "origin"},
                {"name": "Seoul", "role": "mentioned"},
            ],
            "subjects": ["War", "Peace"],
            "texts": [
                {"key": "zh", "language": "zh", "kind": "original", "body": "你好。"},
                {
                    "key": "en",
                    "language": "en",
                    "kind": "translation",
                    "body": "Hello.\n\nBye.",
                    "translated_from": "zh",
                    "translated_from_holding": 0,
                    "translators": ["E Five", "F Six"],
                    "rights": {"note": "Free."},
                },
            ],
            "held": [
                {
                    "type": "archive",
                    "repository": "AP RF",
                    "reference": "fond 45, opis 1",
                    "texts": ["zh"],
                },
                {"type": "publication", "title": "A book", "editors": ["G Seven"]},
                {"type": "web", "url": "https://example.org/"},
            ],
            "rights": {"note": "All free."},
            "links": [{"type": "reply to", "to": "x-0"}],
        }
    }


def test_a_record_stands_at_the_line_where_its_row_begins(tmp_path: Path) -> None:
    content = 'title,text:en\nOne,"a\n\nb"\n\nTwo,c\n'
    assert {n: row["title"] for n, row in _rows(tmp_path, content).items()} == {2: "One", 6: "Two"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_are_recognised(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    content = f"title{delimiter}sender\nПисьмо{delimiter}Линь Бяо\n".encode(encoding)
    assert _rows(tmp_path, content) == {
        2: {"title": "Письмо", "people": [{"name": "Линь Бяо", "role": "sender"}]}
    }


def test_the_column_of_a_problem_is_named(tmp_path: Path) -> None:
    rows = _file(tmp_path, "title,sender,text:en,text:en:date\nA,B,C,soon\n")
    list(rows)
    asked = ["texts[0].date", "texts[0].language", "people[0].name", "held[0].url"]
    assert [rows.column(2, path) for path in asked] == [
        "text:en:date",
        "text:en",
        "sender",
        "held[0].url",
    ]


def test_cells_beyond_the_header_are_not_swallowed(tmp_path: Path) -> None:
    assert _rows(tmp_path, "title\nA,B\n") == {
        2: {"title": "A", "cell 2, beyond the last column": "B"}
    }


def test_headers_are_refused_all_at_once_with_the_nearest_known() -> None:
    with pytest.raises(CsvRefused) as refused:
        columns(["titel", "Sender", "sender", "text:en:translator", "held:1:publishr", "=cmd()"])
    assert str(refused.value) == (
        "Column 1, “titel”, is not known. Did you mean “title”? "
        "Column 3, “sender”, stands twice. Keep one. "
        "Column 4, “text:en:translator”, is not known. Did you mean “text:en:translators”? "
        "Column 5, “held:1:publishr”, is not known. Did you mean “held:1:publisher”? "
        "Column 6, “=cmd()”, is not known. Remove it, or see the list of columns."
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "title\nПисьмо вождю\n".encode("cp1251"),
            "The file is not UTF-8: byte cf is none of its signs. In Windows-1251 it would read "
            "“Письмо вождю\n…”. Save it again as “CSV UTF-8” (in Excel: Save as, CSV UTF-8).",
        ),
        (
            b"t\0i\0t\0l\0e\0\n\0",
            "The file holds NUL bytes: it is UTF-16 without a mark, or no CSV at all. Save it "
            "as “CSV UTF-8”.",
        ),
        (
            b'title\nA\n"B\n',
            "Line 3: unexpected end of data. Is a quotation mark opened and never closed? Write "
            "a quotation mark within a cell twice.",
        ),
        (b"", "There is no column “title”, and every record needs one. Add it."),
    ],
)
def test_a_file_that_is_no_csv_says_what_to_do(
    tmp_path: Path, content: bytes, message: str
) -> None:
    with pytest.raises(CsvRefused) as refused:
        list(_file(tmp_path, content))
    assert str(refused.value) == message


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    try:
        for line in _file(tmp_path_factory.mktemp("csv"), b"title,sender\n" + data):
            assert line == b"" or isinstance(json.loads(line), dict)
    except CsvRefused as refusal:
        assert str(refusal)
