"""The tree of a query → clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from archive.search import clauses, expression
from archive.search.analyser import stems_of
from archive.search.clauses import All, Any, Best, Clause, Prefix, Term, Within
from archive.search.expression import Tree
from archive.search.fields import EXACT, language_field, value_field
from archive.search.holdings import key_token
from archive.search.operators import FIELDS
from archive.search.pieces import Piece
from archive.search.stemming import STEMMERS
from archive.search.word_clauses import near_clause, word_clause

_MARKS = {"marks": 1.0}
_TEXT = {"text": 1.0}


def tree_clause(tree: Tree, languages: Sequence[str], as_typed: bool = False) -> Clause:
    """What the tree says; ``languages`` are those that documents were stemmed in."""
    match tree:
        case expression.Leaf(piece, field):
            return _leaf(piece, field, languages, as_typed)
        case expression.Near():
            return _near(tree, languages, as_typed)
        case expression.Days(low, high, certain):
            return days_clause(low, high, certain=certain)
        case expression.Marked(key, piece):
            return Any((shelfmark_clause(key), word_clause(piece, _MARKS, ())))
        case expression.Or(parts):
            return Any(tuple(tree_clause(part, languages, as_typed) for part in parts))
        case expression.Not(part):
            return clauses.Not(tree_clause(part, languages, as_typed))
        case expression.And(parts):
            made = [tree_clause(part, languages, as_typed) for part in parts]
            return All(
                tuple(each for each in made if not isinstance(each, clauses.Not)),
                tuple(each for each in made if isinstance(each, clauses.Not)),
            )


def fields_of(field: str, as_typed: bool) -> dict[str, float]:
    """The unstemmed fields to look into and their weights; "" is all. ``as_typed`` leaves out the
    authority's other forms of names."""
    fields = {"shelfmark": _MARKS, **FIELDS}[field] if field else EXACT
    return {n: w for n, w in fields.items() if not (as_typed and n.endswith("forms"))}


def days_clause(low: date | None, high: date | None, *, certain: bool = False) -> Clause:
    """Records of a day between the two, both included: those whose every possible day is, and
    which are not about or perhaps of then, where ``certain``; else those of which one may be, and what bears another hand's date that is."""
    first = low.toordinal() if low else None
    last = high.toordinal() if high else None
    if certain:
        surely = clauses.Not(Within("doubtful", 1, None))
        return All(filters=(Within("earliest", first, None), Within("latest", None, last), surely))
    record = All(filters=(Within("earliest", None, last), Within("latest", first, None)))
    return Any((record, Within("hand_day", first, last)))


def shelfmark_clause(key: str) -> Clause:
    """The holding with the parts of that key, whatever their spelling."""
    return Term("shelfmarks", key_token(key))


def _leaf(piece: Piece, field: str, languages: Sequence[str], as_typed: bool) -> Clause:
    if not field or field in FIELDS or field == "shelfmark":
        return word_clause(piece, fields_of(field, as_typed), languages)
    stemmed = tuple(_stemmed(piece, field))
    if stemmed and len(piece.words) == 1 and not piece.quoted:
        return stemmed[0]
    return All((word_clause(piece, _TEXT, ()),), (_has_text(field), *stemmed))


def _near(near: expression.Near, languages: Sequence[str], as_typed: bool) -> Clause:
    if not near.field or near.field in FIELDS:
        fields = fields_of(near.field, as_typed)
        return near_clause(near.first, near.second, near.distance, fields, languages)
    own = [near.field] if near.field in STEMMERS else []
    both = near_clause(near.first, near.second, near.distance, _TEXT, own)
    return All((both,), (_has_text(near.field),))


def _stemmed(piece: Piece, language: str) -> Iterator[Clause]:
    """Each word of a piece in the texts of a language that has a stemmer."""
    if language not in STEMMERS or piece.like:
        return
    name = language_field("text", language)
    for word, written in zip(piece.words, piece.written, strict=True):
        if isinstance(word, str):
            yield Best(tuple((Term(name, stem), 1.0) for stem in stems_of(language)[written]))


def _has_text(language: str) -> Clause:
    """``zh`` is zh-Hant too."""
    name = value_field("language")
    return Any((Term(name, language), Prefix(name, f"{language}-")))
