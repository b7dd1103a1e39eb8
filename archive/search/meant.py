"""“Did you mean”: a query of which little is found, with likelier words in it.

The words come from records that may be shown now: an engine is asked for records with a word
nearly the same, and those are read as a search reads them. So nothing is kept that could tell of
what was withdrawn, and both engines suggest alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from archive.search.alike import Alike, alike, may_hold
from archive.search.analyser import Token, tokens
from archive.search.backend import backend
from archive.search.clauses import All, Ask, Clause, Term
from archive.search.counting import clause_of, counts
from archive.search.fields import PRACTICE, value_field
from archive.search.matching import piece_clause
from archive.search.operators import VALUED
from archive.search.pieces import Piece
from archive.search.queries import records_shown
from archive.search.query import Query
from archive.search.signs import Sign, signs
from archive.search.wording import LONGEST

#: Results with which nobody need be asked what was meant.
ENOUGH = 5
#: Words of one query that are looked at, those that are mended, and records read for each.
_MOST_WORDS, _MOST_MENDED, _RECORDS = 12, 3, 10
#: Letters of a word, and characters of a run, that can be mended; letters with which two slips
#: are looked for.
_SHORTEST, _SHORTEST_RUN, _LONG = 4, 3, 6
#: What a second slip, and another first letter, weigh beside the logarithm of how often it is found.
_SECOND_SLIP, _FIRST_LETTER = 3.0, 1.0


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word of the query at ``start``, as it is written there."""

    token: Token
    start: int
    written: str

    @property
    def piece(self) -> Piece:
        return _piece(self.written, self.token.text)


def meant(query: Query, total: int, known: frozenset[Piece] = frozenset()) -> str:
    """The query with likelier words, which finds more than the ``total`` that this one does;
    empty where there is none. ``known`` are pieces that are names. Operators, quotation marks and
    fields stay. At most two database queries. Raises ``SearchUnavailable``."""
    if total >= ENOUGH or len(query.q) > LONGEST:
        return ""
    doubtful = _doubtful([each for each in _typed(query.q) if each.piece not in known])
    likelier: dict[_Typed, Alike] = {}
    for slips in (1, 2):
        left = [t for t in doubtful if t not in likelier and (slips == 1 or _may_have_two(t))]
        likelier |= _likelier(left, slips)
    if not likelier:
        return ""
    mended = _mended(query.q, likelier)
    (count,) = counts([clause_of(replace(query, q=mended, page=1))])
    return mended if count > total else ""


def _typed(q: str) -> Iterator[_Typed]:
    """The words that may be slips: none with * or ~, under NOT, or that are a date."""
    before: Sign | None = None
    for sign in signs(q):
        value = before and (
            before.kind == "not" or (before.kind == "field" and before.text in VALUED)
        )
        if sign.kind in ("word", "phrase") and not (sign.like or sign.stray or value):
            at = sign.at + (sign.kind == "phrase")
            for token in tokens(sign.text):
                if _can_be_mended(token):
                    written = sign.text[token.start : token.end]
                    yield _Typed(token, at + token.start, written)
        before = sign


def _can_be_mended(token: Token) -> bool:
    if isinstance(token.text, str):
        return len(token.text) >= _SHORTEST and not any(map(str.isdigit, token.text))
    return len(token.text) >= _SHORTEST_RUN


def _may_have_two(typed: _Typed) -> bool:
    return isinstance(typed.token.text, str) and len(typed.token.text) >= _LONG


def _doubtful(typed: Sequence[_Typed]) -> list[_Typed]:
    """Those that no record has."""
    looked = list({each.token.text: each for each in typed}.values())[:_MOST_WORDS]
    found = counts([_shown(_clause(each.piece)) for each in looked])
    return [each for each, n in zip(looked, found, strict=True) if not n][:_MOST_MENDED]


def _likelier(typed: Sequence[_Typed], slips: int) -> dict[_Typed, Alike]:
    """For each word the likeliest of those so near, where there is one."""
    engine = backend()
    hits = {
        each: engine.answer(Ask(_shown(may_hold(each.token.text, slips)), limit=_RECORDS)).ids
        for each in typed
    }
    ids = {record_id for found in hits.values() for record_id in found}
    if not ids:
        return {}
    records = records_shown(ids)
    offers = [
        (each, near)
        for each, found in hits.items()
        for near in alike(each.token.text, slips, [records[i] for i in found if i in records])
    ]
    times = counts([_shown(_clause(_piece(near.written, near.word))) for _, near in offers])
    best: dict[_Typed, tuple[float, Alike]] = {}
    for (each, near), count in zip(offers, times, strict=True):
        if count:
            weight = log(count) - _SECOND_SLIP * (near.slips - 1)
            weight -= _FIRST_LETTER * (near.word[0] != each.token.text[0])
            if each not in best or weight > best[each][0]:
                best[each] = (weight, near)
    return {each: near for each, (_, near) in best.items()}


def _mended(q: str, likelier: dict[_Typed, Alike]) -> str:
    by_word = {each.token.text: near for each, near in likelier.items()}
    for each in sorted(_typed(q), key=lambda each: -each.start):
        if near := by_word.get(each.token.text):
            end = each.start + len(each.written)
            q = q[: each.start] + _cased(near.written, each.written) + q[end:]
    return q


def _cased(word: str, like: str) -> str:
    """In capitals as what was typed."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    small = word.lower()
    return small[:1].upper() + small[1:] if like[:1].isupper() else small


def _piece(written: str, word: str | tuple[str, ...]) -> Piece:
    return Piece((word,), written=(written,))


def _clause(piece: Piece) -> Clause:
    return piece_clause(piece, backend().languages())


def _shown(clause: Clause) -> Clause:
    """Among records that a search finds unless it asks for practice."""
    return All(filters=(clause, Term(value_field(PRACTICE), "no")))
