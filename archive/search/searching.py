"""A query → its results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.records import kinds
from archive.search.also_written import also_written
from archive.search.backend import backend
from archive.search.bridging import bridges
from archive.search.facets import facets
from archive.search.facing import facing
from archive.search.holdings import shown as holdings_shown
from archive.search.likeness import like_clause
from archive.search.matching import ask_for
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
from archive.search.wording import understand

_NO_MODEL = "No record of that name may be shown, so nothing can be like it."


def search(query: Query, reads: Sequence[str] = ("en",)) -> Results:
    """The results of a query, from an index that has taken in all that is published. ``reads`` are
    the languages that the reader reads, the best first: what is found is shown in these too.

    Two database queries where the index is up to date, one more where there are words, one where
    they name somebody, one where they may be a Chinese name, two at most where hardly anything is
    found, and one where results are to be like a record. A ``q`` without a word in it finds nothing,
    no ``q`` finds all. Raises ``SearchUnavailable``.
    """
    catch_up()
    wording = understand(query.q)
    if query.q and not wording.asks:
        return Results(query, 0, (), {}, None, 0, wording.notices)
    engine = backend()
    named = bridges(query.q, wording) if query.names != "as-typed" else ()
    model = records_shown([query.like]).get(query.like) if query.like else None
    if query.like and model is None:
        return Results(query, 0, (), {}, None, 0, (*wording.notices, _NO_MODEL))
    like = like_clause(model) if model else None
    ask = ask_for(query, wording.pieces, engine.languages(), wording.tree, named, like)
    found = engine.answer(ask)
    otherwise = also_written(query, ask.clause) if query.names != "as-typed" else ()
    records = records_shown(found.ids)
    also = [form for each in named for form in each.seen]
    sought = _Asked(wording.pieces, also, query.names == "as-typed", reads, (query.from_, query.to))
    hits = (_hit(records[i], sought) for i in found.ids if i in records)
    return Results(
        query=query,
        total=found.total,
        hits=tuple(hits),
        facets=facets(found.facets, query, found.total),
        next=_next(query, found.total),
        left_out=sum(found.counts),
        notices=wording.notices,
        also_searched=tuple(each.told for each in named),
        also_written=otherwise,
        meant=meant(query, found.total, frozenset().union(*(each.pieces for each in named))),
        like=model.content.record.title if model else "",
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
