"""The peer: the same records in one SQLite table with full-text search, for Datasette."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TABLE = "records"
_COLUMNS = (
    "title", "kind", "date", "date_note", "summary", "classification", "number",
    "people", "places", "subjects", "collections", "held", "rights", "text",
)  # fmt: skip


def fill(lines: Path, database: Path) -> None:
    """Write the records of a ``.jsonl`` file, each under its number in the file from 1."""
    marks = ", ".join("?" * (len(_COLUMNS) + 1))
    searched = "title, summary, people, text"
    with sqlite3.connect(database) as connection:
        connection.execute(f"CREATE TABLE {TABLE} (id INTEGER PRIMARY KEY, {', '.join(_COLUMNS)})")
        connection.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", _rows(lines))
        connection.execute(
            f"CREATE VIRTUAL TABLE {TABLE}_fts USING fts5({searched}, content={TABLE}, "
            "content_rowid=id)"
        )
        connection.execute(
            f"INSERT INTO {TABLE}_fts (rowid, {searched}) SELECT id, {searched} FROM {TABLE}"
        )
        connection.execute(f"INSERT INTO {TABLE}_fts ({TABLE}_fts) VALUES ('optimize')")
    connection.close()


def _rows(lines: Path) -> Iterator[tuple[Any, ...]]:
    with lines.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, start=1):
            record = json.loads(line)
            record["text"] = "\n\n".join(text["body"] for text in record.get("texts", ()))
            yield (number, *(_plain(record.get(column, "")) for column in _COLUMNS))


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
