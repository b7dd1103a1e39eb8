"""Our engine and its peers asked the same questions of the same editions, in one process.

``python -m tests.bench.engines DATABASE QUESTIONS``, in the environment of an archive whose index
is made, fills the peers (SQLite at that path), asks, and prints what ``Report`` says, as JSON. What
is timed is the processor time of whichever process works for the answer, so that what else the
machine does falls out; the clock on the wall is read beside it.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import urlencode

import msgspec

from tests.bench.full_text import Document, Postgres, Sqlite, document
from tests.bench.multiplying import VARIED
from tests.bench.questions import Question, questions, words

OURS = "tantivy"
_BASE = 1_500
#: Seconds that one engine is asked questions of one kind, and questions asked whatever they take.
_PATIENCE, _AT_LEAST = 10.0, 5
#: How often ours is asked all questions: a hundred of a kind take less than half a second, in which the
#: machine's clock may be at its best or at its worst.
_ROUNDS = 5
#: Postgres leaves these out, and finds nothing where nothing else is asked for.
_STOP_WORDS = "SELECT w FROM unnest(%s::text[]) w WHERE ts_lexize('english_stem', w) = '{}'"


class Times(msgspec.Struct, frozen=True):
    """Seconds of processor time and on the wall of each question, and the records it found."""

    cpu: list[float]
    wall: list[float]
    found: list[int]


class Report(msgspec.Struct, frozen=True):
    """``filled``: seconds of processor time to hold all editions, by peer; ``times`` by engine and
    kind of question; ``addresses`` of the search pages that answer them, by kind."""

    filled: dict[str, float]
    times: dict[str, dict[str, Times]]
    addresses: dict[str, list[str]]


class _Engine(Protocol):
    name: str

    def cpu(self) -> float: ...
    def ask(self, question: Question) -> int: ...


class Ours:
    """Whichever engine the settings choose, asked as a page asks it; ``cpu`` tells the seconds of
    processor time of all that work for its answers."""

    name = OURS

    def __init__(self, cpu: Callable[[], float] = time.process_time) -> None:
        self.cpu = cpu

    def time(self, asked: Sequence[Question]) -> Times:
        """Each of these questions asked once."""
        return _time(self, asked)

    def ask(self, question: Question) -> int:
        return self.prepared(question)()

    def prepared(self, question: Question) -> Callable[[], int]:
        """The engine's part alone: the query is understood before."""
        from archive.search.backend import backend
        from archive.search.matching import ask_for
        from archive.search.query import Query
        from archive.search.wording import understand
        from archive.web.search_facets import VALUES

        kind, language = question.filters or ("", "")
        chosen = {"kind": (kind,), "language": (language,)} if question.filters else {}
        query = Query(q=question.typed, chosen=chosen, sort="date" if question.dated else "best")
        wording, engine = understand(query.q), backend()
        ask = ask_for(query, wording.pieces, engine.languages(), wording.tree, values=VALUES)
        if not question.facets:
            ask = replace(ask, facets=(), narrowed={}, count=())
        return lambda: engine.answer(ask).total


def _time(engine: _Engine, asked: Sequence[Question]) -> Times:
    taken = Times([], [], [])
    ends = time.monotonic() + _PATIENCE
    for number, question in enumerate(asked):
        if number >= _AT_LEAST and time.monotonic() > ends:
            break
        ask = engine.prepared(question) if isinstance(engine, Ours) else None
        cpu, wall = engine.cpu(), time.perf_counter()
        found = ask() if ask else engine.ask(question)
        taken.wall.append(time.perf_counter() - wall)
        taken.cpu.append(engine.cpu() - cpu)
        taken.found.append(found)
    return taken


def _in_rounds(engine: _Engine, drawn: Sequence[Question], rounds: int) -> dict[str, Times]:
    """By kind the times of every answer: all questions are asked, then all again."""
    times: dict[str, Times] = {}
    for _ in range(rounds):
        for kind, same in groupby(drawn, lambda q: q.kind):
            each = _time(engine, list(same))
            before = times.get(kind, Times([], [], []))
            times[kind] = Times(
                before.cpu + each.cpu, before.wall + each.wall, before.found + each.found
            )
    return times


def measure(database: Path, count: int) -> Report:
    """Fill the peers and ask all three so many questions of each kind."""
    from django.db import connection

    connection.ensure_connection()
    peers = (Sqlite(database), Postgres(cast(Any, connection.connection)))
    drawn = asked(count)
    filled = {peer.name: _fill(peer) for peer in peers}
    times: dict[str, dict[str, Times]] = {}
    for engine in (Ours(), *peers):
        for question in drawn[:: max(count // 3, 1)]:
            engine.ask(question)
        times[engine.name] = _in_rounds(engine, drawn, _ROUNDS if engine.name == OURS else 1)
    addresses: dict[str, list[str]] = {}
    for question in drawn:
        addresses.setdefault(question.kind, []).append(_address(question))
    return Report(filled, times, addresses)


def _address(question: Question) -> str:
    """Of the page that answers it."""
    pairs = {"q": question.typed, "sort": "date" if question.dated else ""}
    if question.filters:
        pairs |= dict(zip(("kind", "language"), question.filters, strict=True))
    return f"/search/?{urlencode({name: value for name, value in pairs.items() if value})}"


def _fill(peer: Sqlite | Postgres) -> float:
    """Seconds of processor time, that of reading the editions left out."""
    held = list(_documents())
    before = peer.cpu()
    peer.fill(held)
    return peer.cpu() - before


def _documents() -> Iterator[Document]:
    """The records that our index holds."""
    from archive.editions.content import thaw
    from archive.editions.queries import counted
    from archive.search.backend import backend

    indexed = {record_id for record_id, _, _ in backend().states()}
    rows = counted().order_by("record_id").values_list("record_id", "newest__canonical")
    for record_id, canonical in rows.iterator(chunk_size=500):
        if record_id in indexed:
            yield document(thaw(canonical))


def asked(count: int) -> list[Question]:
    """The same questions however many variants there are."""
    from django.db import connection

    from archive.editions.content import thaw
    from archive.editions.queries import counted

    own = counted().exclude(source_id__startswith=VARIED).order_by("record_id")
    contents = [thaw(each) for each in own.values_list("newest__canonical", flat=True)[:_BASE]]
    bodies = [text.body for each in contents for text in each.record.texts[:1]]
    kinds = Counter(each.record.kind or "cable" for each in contents)
    with connection.cursor() as cursor:
        cursor.execute(_STOP_WORDS, [sorted({w for body in bodies for w in words(body)})])
        stop = frozenset(row[0] for row in cursor.fetchall())
    return questions(bodies, [kind for kind, _ in kinds.most_common(4)], stop, count)


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    sys.stdout.buffer.write(msgspec.json.encode(measure(Path(sys.argv[1]), int(sys.argv[2]))))
