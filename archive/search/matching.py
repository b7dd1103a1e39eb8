"""Pieces and choices → clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archive.records.shelfmarks import parse as parse_shelfmark
from archive.search.analyser import as_written, words
from archive.search.bridging import Bridge, with_names
from archive.search.clauses import All, Any, Ask, Best, Clause, Near, Not, Phrase, Term
from archive.search.expression import Tree
from archive.search.fields import FACETS, MOST_VALUES, ORDERS, PRACTICE, title_key, value_field
from archive.search.pieces import Piece
from archive.search.query import Query
from archive.search.tree_clauses import days_clause, fields_of, shelfmark_clause, tree_clause
from archive.search.word_clauses import word_clause
from archive.search.wording import LONGEST

#: Composed for demonstration. Leaving these few out costs less than asking each record whether it
#: is none of them.
_PRACTICE = Term(value_field(PRACTICE), "yes")
#: What another form of a name counts for beside the one that was typed.
OTHER_FORM = 0.8
#: What the words of a query add where they are the whole title, where they stand side by side, and
#: where they stand in a title in their order with others between them, so many for each word.
_WHOLE_TITLE = 4.0
_SIDE_BY_SIDE = {"title": 4.0, "text": 1.5}
_IN_ORDER, _BETWEEN = 1.0, 2
_LONGEST_BONUS = 40


def ask_for(
    query: Query,
    pieces: Sequence[Piece],
    languages: Sequence[str],
    tree: Tree | None = None,
    named: Sequence[Bridge] = (),
    like: Clause | None = None,
    values: int = MOST_VALUES,
) -> Ask:
    """The question to an engine; ``languages`` are those that its documents were stemmed in,
    ``named`` the names among the pieces, and ``like`` must match too. So many ``values`` are told of
    each facet of which none is chosen.

    Every piece is asked for, or what ``tree`` says. With no word to rank by, the best match is
    the order of dates.
    """
    sought, bonus = _wording(query, pieces, languages, tree, named)
    sought = (*sought, *((like,) if like else ()))
    choices = _choices(query)
    if dates := _dates(query):
        choices["year"] = dates
    rest = _with(query)
    practice = () if query.practice else (Not(_PRACTICE),)

    def clause(*, without: str = "", practice: tuple[Clause, ...] = practice) -> All:
        chosen = (filtering for name, filtering in choices.items() if name != without)
        return All(sought, (*chosen, *rest, *practice), bonus)

    sort = query.sort if pieces or like or query.sort != "best" else "date"
    return Ask(
        clause=clause(),
        offset=query.offset,
        limit=query.size,
        order=ORDERS.get(sort, ""),
        facets=FACETS,
        narrowed={name: clause(without=name) for name in choices},
        count=() if query.practice else (clause(practice=(_PRACTICE,)),),
        values=values,
    )


def _wording(
    query: Query,
    pieces: Sequence[Piece],
    languages: Sequence[str],
    tree: Tree | None,
    named: Sequence[Bridge],
) -> tuple[tuple[Clause, ...], tuple[tuple[Clause, float], ...]]:
    """What must match of the words, and what adds to the score. A shelfmark finds its record in
    another spelling too."""
    as_typed = query.names == "as-typed"
    if tree is not None:
        return (tree_clause(with_names(tree, named), languages, as_typed),), ()
    sought, bonus = _words(pieces, languages, named, as_typed=as_typed), _bonus(query.q)
    mark = parse_shelfmark(query.q)
    if len(mark.parts) < 2:
        return sought, bonus
    return (Any((shelfmark_clause(mark.key), All(sought, bonus=bonus))),), ()


def _words(
    pieces: Sequence[Piece], languages: Iterable[str], named: Sequence[Bridge], *, as_typed: bool
) -> tuple[Clause, ...]:
    """Each name in any of its forms, and each other piece."""

    def every(wanted: Iterable[Piece]) -> Clause:
        clauses = tuple(piece_clause(each, languages, as_typed) for each in wanted)
        return clauses[0] if len(clauses) == 1 else All(clauses)

    bridged = frozenset[Piece]().union(*(bridge.pieces for bridge in named))
    names = tuple(
        Best(
            (
                (every(p for p in pieces if p in bridge.pieces), 1.0),
                *((every(other), OTHER_FORM) for other in bridge.others),
            )
        )
        for bridge in named
    )
    return (*names, *(every([each]) for each in pieces if each not in bridged))


def piece_clause(piece: Piece, languages: Iterable[str], as_typed: bool = False) -> Clause:
    """One piece found in any field, in any of the languages; quoted, only as written."""
    return word_clause(piece, fields_of("", as_typed), languages)


def _bonus(q: str) -> tuple[tuple[Clause, float], ...]:
    """For the order of the words, each of them as often as it was typed."""
    typed = tuple(as_written(words(q[:LONGEST])))
    if not 2 <= len(typed) <= _LONGEST_BONUS:
        return ()
    return (
        (Term("titles", title_key(typed)), _WHOLE_TITLE),
        *((Phrase(field, typed), weight) for field, weight in _SIDE_BY_SIDE.items()),
        (Near("title", typed, _BETWEEN * len(typed)), _IN_ORDER),
    )


def _choices(query: Query) -> dict[str, Clause]:
    return {
        name: Any(tuple(Term(value_field(name), value) for value in values))
        for name, values in query.chosen.items()
    }


def _with(query: Query) -> list[Clause]:
    return [Term(value_field("with"), value) for value in query.with_ if value != "practice"]


def _dates(query: Query) -> Clause | None:
    """Records that may be of a day between the two, or bear another hand's date that is."""
    if query.from_ is None and query.to is None:
        return None
    return days_clause(query.from_, query.to)
