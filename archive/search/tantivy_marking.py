"""Which rows answer to a clause: what is kept of frequent words, and of the rest what tantivy tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache, partial, reduce

import numpy as np
import tantivy

from archive.search.clauses import All, Any, Best, Clause, Not, Prefix, Term, Within
from archive.search.tantivy_frequent import Frequent
from archive.search.tantivy_marked import Marked, marked
from archive.search.tantivy_schema import ROW

#: Answers remembered of one state of an index, of a bit for each row.
_REMEMBERED = 32
#: A beginning that no more words have is looked for word by word.
_MOST_BEGIN = 256


class Marking:
    """Of one state of an index, of so many rows. Called with a clause it raises ``ValueError``
    where the files beside the index do not belong to it."""

    def __init__(self, searcher: tantivy.Searcher, rows: int, frequent: Frequent) -> None:
        self._searcher = searcher
        self._asked = partial(marked, searcher, rows)
        #: The same filters come with all words, and the same words with several filters.
        self._head = lru_cache(_REMEMBERED)(self._asked_head)
        later = rows - frequent.rows
        self._whole = searcher.num_docs == frequent.documents + later
        self._rows = rows
        self._frequent = frequent

    def __call__(self, clause: Clause) -> Marked:
        kept = self._kept(clause)
        if kept is None:
            return self._asked(clause)
        return self._with_later(clause, kept if self._whole else kept & self._there)

    @cached_property
    def _there(self) -> Marked:
        """The first rows whose documents were not replaced or taken out since."""
        first = np.arange(self._frequent.bytes * 8) < self._frequent.rows
        return self._head(All()) & np.packbits(first, bitorder="little")

    def _asked_head(self, clause: Clause) -> Marked:
        return self._asked(clause)[: self._frequent.bytes]

    def _with_later(self, clause: Clause, kept: Marked) -> Marked:
        """With the rows written after what is kept."""
        if self._rows == self._frequent.rows:
            return kept
        marks = self._asked(All(filters=(clause, Within(ROW, self._frequent.rows, None))))
        marks[: len(kept)] |= kept
        return marks

    def _kept(self, clause: Clause) -> Marked | None:
        """The first rows that answer to a clause, some of them perhaps no more there; None where
        it has no frequent word to make use of."""
        match clause:
            case Term():
                return self._frequent.marks(clause)
            case Any(clauses):
                return self._either(clauses)
            case Best(options):
                kept = self._frequent.marks(clause)
                return self._either([option for option, _ in options]) if kept is None else kept
            case All(clauses, filters):
                return self._every((*clauses, *filters))
            case Not(inner) if self._frequent.bytes:
                kept = self._kept(inner)
                return ~(self._head(inner) if kept is None else kept) & self._there
            case _:
                return None

    def _either(self, options: Sequence[Clause]) -> Marked | None:
        clauses = [word for each in options for word in self._spelt(each)]
        kept = {each: marks for each in clauses if (marks := self._kept(each)) is not None}
        if not kept:
            return None
        rest = tuple(each for each in clauses if each not in kept)
        # What is known already need not be handed over again.
        others = All(filters=(Any(rest), *map(Not, kept)))
        found = [*kept.values(), *((self._head(others),) if rest else ())]
        either: Marked = reduce(np.bitwise_or, found)
        return either

    def _spelt(self, clause: Clause) -> Sequence[Clause]:
        """Of a beginning the words that have it, where some are frequent; else the clause itself."""
        if not isinstance(clause, Prefix):
            return [clause]
        found = self._searcher.terms_with_prefix(clause.field, clause.value, limit=_MOST_BEGIN + 1)
        words = [Term(clause.field, token) for token, _ in found]
        few = len(words) <= _MOST_BEGIN
        return words if few and any(map(self._frequent.__contains__, words)) else [clause]

    def _every(self, clauses: Sequence[Clause]) -> Marked | None:
        kept = {each: marks for each in clauses if (marks := self._kept(each)) is not None}
        if not kept:
            return None
        rest = tuple(each for each in clauses if each not in kept)
        found = [
            *kept.values(),
            *((self._head(All(rest) if rest[1:] else rest[0]),) if rest else ()),
        ]
        every: Marked = reduce(np.bitwise_and, found)
        return every
