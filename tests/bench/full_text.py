"""The peers of our index: SQLite's FTS5, which Datasette searches with, and Postgres full text.

Both hold the title, summary, people and wording of the same editions, stemmed as English, and the
values of all facets beside; both are asked for the number of records and the first twenty.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from archive.editions.content import Content
from archive.web.search_facets import VALUES
from tests.bench.questions import Question

FACETS = (
    "kind", "year", "language", "person", "sender", "recipient", "place", "collection",
    "subject", "archive",
)  # fmt: skip
_MOST_VALUES = VALUES


@dataclass(frozen=True, slots=True)
class Document:
    """A record as the peers hold it; ``facets`` in the order of ``FACETS``."""

    words: tuple[str, str, str, str]
    day: str
    facets: tuple[tuple[str, ...], ...]


class Sqlite:
    """One table, one index over it; facets as JSON arrays, as Datasette has them."""

    name = "SQLite FTS5"

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)

    def fill(self, documents: Iterable[Document]) -> None:
        """Hold these documents and no others."""
        run = self._connection.execute
        run("DROP TABLE IF EXISTS docs")
        run("DROP TABLE IF EXISTS words")
        run(f"CREATE TABLE docs (id INTEGER PRIMARY KEY, a, b, c, d, day, {', '.join(FACETS)})")
        run("CREATE VIRTUAL TABLE words USING fts5(a, b, c, d, content=docs, content_rowid=id,"
            " tokenize='porter unicode61')")  # fmt: skip
        marks = ", ".join("?" * (5 + len(FACETS)))
        self._connection.executemany(
            f"INSERT INTO docs (a, b, c, d, day, {', '.join(FACETS)}) VALUES ({marks})",
            ((*each.words, each.day, *map(json.dumps, each.facets)) for each in documents),
        )
        run("INSERT INTO words (words) VALUES ('rebuild')")
        run("INSERT INTO words (words) VALUES ('optimize')")
        run("CREATE INDEX by_day ON docs (day)")
        self._connection.commit()

    def cpu(self) -> float:
        """Seconds of processor time used for it so far: it works in this process."""
        return time.process_time()

    def ask(self, question: Question) -> int:
        """How many records there are; the first twenty and the facets are read too."""
        source, values = self._matching(question)
        run = self._connection.execute
        (count,) = run(f"SELECT count(*) {source}", values).fetchone()
        order = "docs.day" if question.dated else "rank"
        run(f"SELECT docs.id {source} ORDER BY {order} LIMIT 20", values).fetchall()
        if question.facets:
            run("DROP TABLE IF EXISTS temp.hits")
            run(f"CREATE TEMP TABLE hits AS SELECT docs.id {source}", values)
            for facet in FACETS:
                run(f"SELECT j.value, count(*) FROM hits JOIN docs USING (id), json_each({facet}) j"
                    f" GROUP BY j.value ORDER BY count(*) DESC LIMIT {_MOST_VALUES}").fetchall()  # fmt: skip
        return int(count)

    def _matching(self, question: Question) -> tuple[str, list[str]]:
        source, where, values = "FROM docs", [], []
        if question.words:
            source = "FROM words JOIN docs ON docs.id = words.rowid"
            where.append("words MATCH ?")
            said = " ".join(question.words)
            quoted = f'"{said}"' if question.phrase else said
            values.append(f"{said}*" if question.prefix else quoted)
        if question.filters:
            for facet, value in zip(("kind", "language"), question.filters, strict=True):
                where.append(f"EXISTS (SELECT 1 FROM json_each(docs.{facet}) WHERE value = ?)")
                values.append(value)
        return f"{source} WHERE {' AND '.join(where) or 'TRUE'}", values


class Postgres:
    """One table with a GIN index; facets as arrays. One process works for a question."""

    name = "Postgres full text"

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        connection.execute("SET max_parallel_workers_per_gather = 0")
        self._schedule = Path(f"/proc/{connection.info.backend_pid}/schedstat")

    def fill(self, documents: Iterable[Document]) -> None:
        """Hold these documents and no others."""
        run = self._connection.execute
        columns = ", ".join(f"{name} text[]" for name in FACETS)
        run("DROP TABLE IF EXISTS bench_docs")
        run(f"CREATE TABLE bench_docs (id serial PRIMARY KEY, words tsvector, day text, {columns})")
        marks = ", ".join(["%s"] * len(FACETS))
        with self._connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO bench_docs (words, day, {', '.join(FACETS)})"
                f" VALUES (to_tsvector('english', %s), %s, {marks})",
                ((" ".join(d.words)[:900_000], d.day, *map(list, d.facets)) for d in documents),
            )
        run("CREATE INDEX ON bench_docs USING gin (words)")
        run("CREATE INDEX ON bench_docs (day)")
        run("ANALYZE bench_docs")
        self._connection.commit()

    def cpu(self) -> float:
        """Seconds of processor time of the process that answers this connection."""
        return int(self._schedule.read_text().split()[0]) / 1e9

    def ask(self, question: Question) -> int:
        """How many records there are; the first twenty and the facets are read too."""
        source, values = self._matching(question)
        run = self._connection.execute
        counted = run(f"SELECT count(*) {source}", values).fetchone()
        order = "day" if question.dated else "ts_rank(words, q) DESC"
        run(f"SELECT id {source} ORDER BY {order} LIMIT 20", values).fetchall()
        if question.facets:
            each = " UNION ALL ".join(
                f"(SELECT '{name}', v, count(*) FROM hits, unnest({name}) v GROUP BY v"
                f" ORDER BY count(*) DESC LIMIT {_MOST_VALUES})"
                for name in FACETS
            )
            run(
                f"WITH hits AS MATERIALIZED (SELECT {', '.join(FACETS)} {source}) {each}", values
            ).fetchall()
        return int(counted[0]) if counted else 0

    def _matching(self, question: Question) -> tuple[Any, list[Any]]:
        source, where, values = "FROM bench_docs", [], list[Any]()
        if question.words:
            between = " <-> " if question.phrase else " & "
            source += ", to_tsquery('english', %s) q"
            where.append("words @@ q")
            values.append(between.join(question.words) + (":*" if question.prefix else ""))
        if question.filters:
            where += ["kind @> %s", "language @> %s"]
            values += [[value] for value in question.filters]
        return f"{source} WHERE {' AND '.join(where) or 'TRUE'}", values


def document(content: Content) -> Document:
    """An edition as the peers hold it."""
    record, day = content.record, content.date.earliest

    def people(*roles: str) -> tuple[str, ...]:
        pairs = zip(record.people, content.people, strict=True)
        slugs = (entry.slug for part, entry in pairs if not roles or part.role in roles)
        return tuple(dict.fromkeys(slugs))

    return Document(
        words=(
            record.title,
            record.summary,
            " ".join(part.name for part in record.people),
            "\n\n".join(text.body for text in record.texts),
        ),
        day=day,
        facets=(
            (record.kind or "cable",),
            (day[:4],) if day else (),
            tuple(dict.fromkeys(text.language for text in record.texts)),
            people(),
            people("sender"),
            people("recipient"),
            tuple(place.slug for place in content.places),
            tuple(each.slug for each in content.collections),
            tuple(each.slug for each in content.subjects),
            tuple(h.repository.slug for h in content.holdings if h.repository),
        ),
    )
