"""A query → its results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.records import kinds
from archive.search.also_written import also_written
from archive.search.asking import Question, question
from archive.search.backend import backend
from archive.search.facets import facets
from archive.search.facing import facing
from archive.search.fields import MOST_VALUES
from archive.search.holdings import shown as holdings_shown
from archive.search.meant import meant
from archive.search.outbox import catch_up
from archive.search.pieces import Piece
from archive.search.queries import Shown, records_shown
from archive.search.query import Query
from archive.search.reasons import Days, in_title, reasons
from archive.search.results import Hit, Results
from archive.search.snippets import snippets
from archive.search.sought import pieces_in
from archive.search.wanted import Wanted, wanted


def search(query: Query, reads: Sequence[str] = ("en",), values: int = MOST_VALUES) -> Results:
    """The results of a query, from an index that has taken in all that is published. ``reads`` are
    the languages that the reader reads, the best first: what is found is shown in these too. So many
    ``values`` are told of each facet of which none is chosen.

    Two database queries where the index is up to date, one more where there are words, one where
    they name somebody, one where they may be a Chinese name, two at most where hardly anything is
    found, and one where results are to be like a record. A ``q`` without a word in it finds nothing,
    no ``q`` finds all. Raises ``SearchUnavailable``.
    """
    catch_up()
    engine = backend()
    asked = question(query, engine.languages(), values)
    if asked.ask is None:
        return Results(query, 0, (), {}, None, 0, asked.notices)
    found = engine.answer(asked.ask)
    records = records_shown(found.ids)
    sought = _sought(query, asked, reads)
    return Results(
        query=query,
        total=found.total,
        hits=tuple(_hit(records[i], sought) for i in found.ids if i in records),
        facets=facets(found.facets, query, found.total, values),
        next=_next(query, found.total),
        left_out=sum(found.counts),
        notices=asked.notices,
        also_searched=tuple(each.told for each in asked.named),
        also_written=also_written(query, asked.ask.clause) if query.names != "as-typed" else (),
        meant=meant(query, found.total, frozenset().union(*(each.pieces for each in asked.named))),
        like=asked.model.content.record.title if asked.model else "",
    )


def _next(query: Query, total: int) -> int | None:
    return query.page + 1 if query.offset + query.size < total else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for in each record, and in which languages it is to be shown."""

    pieces: Sequence[Piece]
    also: Sequence[Piece]
    as_typed: bool
    reads: Sequence[str]
    days: Days


def _sought(query: Query, asked: Question, reads: Sequence[str]) -> _Asked:
    also = [form for each in asked.named for form in each.seen]
    days = (query.from_, query.to)
    return _Asked(asked.wording.pieces, also, query.names == "as-typed", reads, days)


def _hit(shown: Shown, asked: _Asked) -> Hit:
    content, record = shown.content, shown.content.record
    kind = record.kind or "cable"
    sought: Wanted = ()
    if asked.pieces:
        sought = wanted(
            content, shown.open_texts, asked.pieces, asked.also, as_typed=asked.as_typed
        )
    places = snippets(shown, sought)
    languages = tuple(dict.fromkeys(text.language for text in record.texts))
    titled = in_title(record.title, sought, languages)
    seen = {number for place in places for number in place.pieces} | pieces_in(titled)
    return Hit(
        id=shown.record_id,
        source_id=shown.source_id,
        title=record.title,
        date=record.date or "",
        date_display=content.date.display,
        kind=kind,
        kind_label=kinds.label(kind),
        languages=languages,
        not_held=tuple(
            dict.fromkeys(
                text.translated_from
                for text in record.texts
                if text.translated_from and record.text(text.translated_from) is None
            )
        ),
        held=holdings_shown(content),
        scans=shown.open_scans,
        practice=shown.practice,
        published_at=shown.published_at,
        summary=record.summary,
        snippets=tuple(place.snippet for place in places),
        facing=facing(shown, places, sought, asked.reads),
        title_hits=tuple((span.start, span.end) for span in titled),
        reasons=reasons(shown.record_id, content, sought, len(asked.pieces), seen, asked.days),
    )
