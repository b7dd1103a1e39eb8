"""Pieces and choices → clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archive.search.analyser import Word, as_written, pairs, stems_of
from archive.search.clauses import All, Any, Ask, Best, Clause, Phrase, Term, Within
from archive.search.fields import (
    ANALYSED,
    EXACT,
    FACETS,
    ORDERS,
    PAIRS,
    PRACTICE,
    STEMMED,
    language_field,
    value_field,
)
from archive.search.query import Query
from archive.search.stemming import STEMMERS, script_of
from archive.search.wording import Piece

#: What the words of a query add where they stand side by side.
_SIDE_BY_SIDE = {"title": 4.0, "text": 1.5}
_LONGEST_BONUS = 24


def ask_for(query: Query, pieces: Sequence[Piece], languages: Sequence[str]) -> Ask:
    """The question to an engine; ``languages`` are those that its documents were stemmed in.

    With no word to rank by, the best match is the order of dates.
    """
    words = tuple(piece_clause(p, languages, query.names == "as-typed") for p in pieces)
    bonus = _bonus(pieces)
    choices = _choices(query)
    rest = (*_dates(query), *_with(query))
    practice = () if query.practice else (_is_practice("no"),)

    def clause(*, without: str = "", practice: tuple[Clause, ...] = practice) -> All:
        chosen = (filtering for name, filtering in choices.items() if name != without)
        return All(words, (*chosen, *rest, *practice), bonus)

    sort = query.sort if pieces or query.sort != "best" else "date"
    return Ask(
        clause=clause(),
        offset=query.offset,
        limit=query.size,
        order=ORDERS.get(sort, ""),
        facets=FACETS,
        narrowed={name: clause(without=name) for name in choices},
        count=() if query.practice else (clause(practice=(_is_practice("yes"),)),),
    )


def piece_clause(piece: Piece, languages: Iterable[str], as_typed: bool = False) -> Clause:
    """One piece found in any field, in any of the languages; quoted, only as written."""
    exact = {name: w for name, w in EXACT.items() if not (as_typed and name == "forms")}
    only = piece.words[0]
    if piece.quoted or not isinstance(only, str):
        return _as_they_stand(piece.words, exact)
    options: list[tuple[Clause, float]] = [(Term(f, only), w) for f, w in exact.items()]
    script = script_of(only)
    for language in languages:
        if script in STEMMERS[language][1]:
            options += [
                (Term(language_field(group, language), stem), EXACT[group] * STEMMED)
                for stem in stems_of(language)[piece.written[0]]
                for group in ANALYSED
            ]
    return Best(tuple(options))


def _as_they_stand(words: Sequence[Word], exact: dict[str, float]) -> Clause:
    """Side by side. A run alone is looked for by its pairs, which are fewer to compare."""
    written = as_written(words)
    run = words[0] if len(words) == 1 and not isinstance(words[0], str) else ()
    paired = pairs(run)
    return Best(
        tuple(
            (_side_by_side(language_field(name, PAIRS), paired), weight)
            if paired and name in ANALYSED
            else (_side_by_side(name, written), weight)
            for name, weight in exact.items()
        )
    )


def _side_by_side(field: str, values: Sequence[str]) -> Clause:
    return Term(field, values[0]) if len(values) == 1 else Phrase(field, tuple(values))


def _bonus(pieces: Sequence[Piece]) -> tuple[tuple[Clause, float], ...]:
    written = as_written([word for piece in pieces for word in piece.words])
    if len(pieces) < 2 or len(written) > _LONGEST_BONUS:
        return ()
    return tuple((Phrase(field, tuple(written)), w) for field, w in _SIDE_BY_SIDE.items())


def _choices(query: Query) -> dict[str, Clause]:
    return {
        name: Any(tuple(Term(value_field(name), value) for value in values))
        for name, values in query.chosen.items()
    }


def _with(query: Query) -> list[Clause]:
    return [Term(value_field("with"), value) for value in query.with_ if value != "practice"]


def _is_practice(answer: str) -> Clause:
    return Term(value_field(PRACTICE), answer)


def _dates(query: Query) -> list[Clause]:
    """Records that may be of a day between the two, or bear another hand's date that is."""
    if query.from_ is None and query.to is None:
        return []
    low = query.from_.toordinal() if query.from_ else None
    high = query.to.toordinal() if query.to else None
    record = All(filters=(Within("earliest", None, high), Within("latest", low, None)))
    return [Any((record, Within("hand_day", low, high)))]
