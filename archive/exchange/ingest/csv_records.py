"""A CSV file of records as lines of JSON, one a row, for ``load``.

Each row's JSON stands at the line number at which the row begins in the file; header and further
lines of a row give empty lines, which ``load`` passes over.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from archive.exchange.ingest.bounded import MOST_UNPACKED
from archive.exchange.ingest.csv_columns import PLACES, Column, CsvRefused, columns
from archive.exchange.ingest.decode import MOST_BYTES as LONGEST_ROW

_DELIMITERS = (",", ";", "\t")
#: Rows whose columns are remembered: more than ``load`` reads ahead.
_REMEMBERED = 100
_UNCERTAIN = re.compile(r"\s*\(\?\)\Z")


class CsvRecords:
    """The rows of a CSV file. Raises ``CsvRefused`` where no row can be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows: dict[int, dict[str, str]] = {}

    def column(self, line: int, path: str) -> str:
        """The header of the column that gave ``texts[0].date`` in the row at that line; the path
        itself where no column did."""
        given = self._rows.get(line, {})
        for known in sorted(given, key=len, reverse=True):
            if path == known or path.startswith((f"{known}.", f"{known}[")):
                return given[known]
        return path

    def __iter__(self) -> Iterator[bytes]:
        with _decoded(self._path) as stream:
            reader = csv.reader(stream, delimiter=_delimiter(stream), strict=True)
            try:
                yield from self._lines(reader)
            except csv.Error as fault:
                raise CsvRefused(
                    f"Line {reader.line_num}: {fault}. Is a quotation mark opened and never "
                    "closed? Write a quotation mark within a cell twice."
                ) from None
            except UnicodeDecodeError as fault:
                raise CsvRefused(_encoding_advice(fault)) from None

    def _lines(self, reader: Any) -> Iterator[bytes]:
        meaning = columns(next(reader, []))
        before = reader.line_num
        yield from [b""] * before
        for row in reader:
            if any(cell.strip() for cell in row):
                value, given = _record(meaning, row, self._path.parent)
                self._rows[before + 1] = given
                self._rows.pop(before + 1 - _REMEMBERED, None)
                yield msgspec.json.encode(value)
            else:
                yield b""
            yield from [b""] * (reader.line_num - before - 1)
            before = reader.line_num


def _decoded(path: Path) -> io.TextIOWrapper:
    """The file as text: UTF-8, or UTF-16 that says so in its first bytes."""
    if path.stat().st_size > MOST_UNPACKED:
        raise CsvRefused(f"The file is larger than {MOST_UNPACKED // 2**20:,} MiB. Split it.")
    csv.field_size_limit(LONGEST_ROW)
    with path.open("rb") as raw:
        head = raw.read(4096)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return path.open(encoding="utf-16", newline="")
    if b"\0" in head:
        raise CsvRefused(
            "The file holds NUL bytes: it is UTF-16 without a mark, or no CSV at all. Save it "
            "as “CSV UTF-8”."
        )
    return path.open(encoding="utf-8-sig", newline="")


def _encoding_advice(fault: UnicodeDecodeError) -> str:
    piece = bytes(fault.object[fault.start : fault.start + 24])
    guess = piece.decode("cp1251", "replace")
    words = f" In Windows-1251 it would read “{guess}…”." if re.search("[а-я]{3}", guess) else ""
    return (
        f"The file is not UTF-8: byte {piece[:1].hex()} is none of its signs.{words} Save it "
        "again as “CSV UTF-8” (in Excel: Save as, CSV UTF-8)."
    )


def _delimiter(stream: io.TextIOWrapper) -> str:
    """The sign that stands most often in the first line, outside quotation marks."""
    try:
        header = stream.readline(LONGEST_ROW)
    except UnicodeDecodeError as fault:
        raise CsvRefused(_encoding_advice(fault)) from None
    stream.seek(0)
    bare = re.sub('"[^"]*"', "", header)
    return max(_DELIMITERS, key=bare.count)


class _Row:
    """A record put together cell by cell, with the header from which each value came."""

    def __init__(self, folder: Path) -> None:
        self.value: dict[str, Any] = {}
        self.given: dict[str, str] = {}
        self._folder = folder
        self._texts: dict[str, dict[str, Any]] = {}
        self._held: dict[str, dict[str, Any]] = {}
        self._scans: dict[str, dict[str, Any]] = {}

    def take(self, column: Column, cell: str) -> None:
        """Put one filled cell into its place."""
        values = [piece.strip() for piece in cell.split("|") if piece.strip()]
        match column.group:
            case "record":
                self.value[column.field] = values if column.several else cell
                self.given[column.field] = column.header
            case "rights":
                self.value.setdefault("rights", {})[column.field] = cell
                self.given[f"rights.{column.field}"] = column.header
            case "person" | "place" | "link":
                self._named(column, values)
            case "text":
                self._text(column, cell, values)
            case "held":
                self._part(self._held, "held", column, values if column.several else cell)
            case "scan":
                self._part(self._scans, "scans", column, cell)

    def _named(self, column: Column, values: Sequence[str]) -> None:
        lists = {"person": "people", "place": "places", "link": "links"}
        entries = self.value.setdefault(lists[column.group], [])
        for value in values:
            self.given[f"{lists[column.group]}[{len(entries)}]"] = column.header
            entries.append(_entry(column, value))

    def _text(self, column: Column, cell: str, values: Sequence[str]) -> None:
        text = self._texts.setdefault(
            column.which, {"key": column.which, "language": column.which.split("-")[0]}
        )
        where = f"texts[{list(self._texts).index(column.which)}]"
        name = column.field
        self.given.setdefault(where, column.header)
        self.given[f"{where}.{name}"] = column.header
        if name.startswith("rights_"):
            text.setdefault("rights", {})[name.removeprefix("rights_")] = cell
        elif name == "translated_from_holding":
            text[name] = int(cell) - 1 if re.fullmatch("[1-9][0-9]?", cell) else cell
        else:
            text[name] = values if column.several else cell

    def _part(
        self, parts: dict[str, dict[str, Any]], name: str, column: Column, value: Any
    ) -> None:
        part = parts.setdefault(column.which, {})
        where = f"{name}[{list(parts).index(column.which)}]"
        self.given.setdefault(where, column.header)
        self.given[f"{where}.{column.field}"] = column.header
        part[column.field] = value

    def whole(self) -> dict[str, Any]:
        """The record, with what a cell leaves to be understood filled in."""
        for text in self._texts.values():
            made = "translation" if text.get("translated_from") else "original"
            text.setdefault("kind", made)
        for held in self._held.values():
            held.setdefault("type", _type(held))
        for scan in self._scans.values():
            if digest := _digest(self._folder, scan):
                scan.setdefault("sha256", digest)
        parts = {"texts": self._texts, "held": self._held, "scans": self._scans}
        self.value |= {name: list(rows.values()) for name, rows in parts.items() if rows}
        return self.value


def _entry(column: Column, value: str) -> dict[str, Any]:
    if column.group == "link":
        return {"type": column.field, "to": value}
    if column.group == "place":
        return {"name": value, "role": PLACES[column.field]}
    name = _UNCERTAIN.sub("", value)
    uncertain = {"uncertain": True} if name != value else {}
    return {"name": name, "role": column.field, **uncertain}


def _type(held: dict[str, Any]) -> str:
    if held.keys() & {"repository", "reference", "as_given"}:
        return "archive"
    return "web" if held.keys() <= {"url", "texts", "note", "relation"} else "publication"


def _digest(folder: Path, scan: dict[str, Any]) -> str:
    """The digest of a scan that lies beside the file; empty where it does not."""
    name = str(scan.get("file", ""))
    file = folder / Path(name).name
    if file.name != name or not file.is_file() or file.is_symlink():
        return ""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _record(
    meaning: Sequence[Column], cells: Sequence[str], folder: Path
) -> tuple[dict[str, Any], dict[str, str]]:
    """The record of one row, and the header that gave each part of it."""
    row = _Row(folder)
    for column, cell in zip(meaning, cells, strict=False):
        is_body = column.group == "text" and column.field == "body"
        kept = cell.replace("\r\n", "\n") if is_body else cell.strip()
        if kept.strip():
            row.take(column, kept)
    value = row.whole()
    for place, cell in enumerate(cells[len(meaning) :], start=len(meaning) + 1):
        if cell.strip():
            value[f"cell {place}, beyond the last column"] = cell
    return value, row.given
