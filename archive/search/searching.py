"""A query → its results."""

from __future__ import annotations

from collections.abc import Sequence

from archive.records import kinds
from archive.search.backend import backend
from archive.search.facets import facets
from archive.search.holdings import shown as holdings_shown
from archive.search.matching import ask_for
from archive.search.outbox import catch_up
from archive.search.pieces import Piece
from archive.search.queries import Shown, records_shown
from archive.search.query import Query
from archive.search.results import Hit, Results
from archive.search.snippets import snippets
from archive.search.wording import understand


def search(query: Query) -> Results:
    """The results of a query, from an index that has taken in all that is published.

    Two database queries where the index is up to date. A ``q`` without a word in it finds
    nothing, no ``q`` finds all. Raises ``SearchUnavailable``.
    """
    catch_up()
    wording = understand(query.q)
    if query.q and not wording.asks:
        return Results(query, 0, (), {}, None, 0, wording.notices)
    engine = backend()
    found = engine.answer(ask_for(query, wording.pieces, engine.languages(), wording.tree))
    records = records_shown(found.ids)
    hits = (_hit(records[id_], wording.pieces, query) for id_ in found.ids if id_ in records)
    return Results(
        query=query,
        total=found.total,
        hits=tuple(hits),
        facets=facets(found.facets, query),
        next=_next(query, found.total),
        left_out=sum(found.counts),
        notices=wording.notices,
    )


def _next(query: Query, total: int) -> int | None:
    return query.page + 1 if query.offset + query.size < total else None


def _hit(shown: Shown, pieces: Sequence[Piece], query: Query) -> Hit:
    content, record = shown.content, shown.content.record
    kind = record.kind or "cable"
    return Hit(
        id=shown.record_id,
        source_id=shown.source_id,
        title=record.title,
        date=record.date or "",
        date_display=content.date.display,
        kind=kind,
        kind_label=kinds.label(kind),
        languages=tuple(dict.fromkeys(text.language for text in record.texts)),
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
        summary=record.summary,
        snippets=snippets(shown, pieces, as_typed=query.names == "as-typed"),
    )
