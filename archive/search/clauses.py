"""A search as values that no engine knows: what must match, what to count, how to order.

An engine translates these; so that two engines agree, the words in them are already tokens of
our analyser.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archive.search.fields import MOST_VALUES

#: What every option of ``Best`` but the best adds, as a share of its score.
TIE_BREAKER = 0.1


@dataclass(frozen=True, slots=True)
class Term:
    """The field holds this token."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """The field holds these tokens one after another; two at least."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """The field holds these tokens in this order, with at most ``between`` others in between; or
    in another, which costs two for each place that a token is moved.

    Of two different tokens all engines find the same. Of more, or of one twice, they count
    differently: such a clause is for a bonus alone.
    """

    field: str
    values: tuple[str, ...]
    between: int


@dataclass(frozen=True, slots=True)
class Prefix:
    """The field holds a token that begins so; all such count the same."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """The field holds a token of which at most ``slips`` characters are other, missing, too many
    or exchanged with their neighbour."""

    field: str
    value: str
    slips: int


@dataclass(frozen=True, slots=True)
class Within:
    """One number of the field lies between the two, both included; None is open."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Best:
    """One clause at least; the score is that of the best, weighted, and ``TIE_BREAKER`` of the
    others'."""

    options: tuple[tuple[Clause, float], ...]

    def __hash__(self) -> int:
        """The first option tells most apart; a word has twenty, and is looked up a dozen times."""
        return hash(self.options[:1])


@dataclass(frozen=True, slots=True)
class Any:
    """One clause at least."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every one of ``clauses``; those ``filters`` too, which give no score; ``bonus`` only adds
    to the score. With no clause and no filter: every record."""

    clauses: tuple[Clause, ...] = ()
    filters: tuple[Clause, ...] = ()
    bonus: tuple[tuple[Clause, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """Every record that does not answer to the clause; no score."""

    clause: Clause


@dataclass(frozen=True, slots=True)
class Nothing:
    """No record."""


Clause = Term | Phrase | Near | Prefix | Fuzzy | Within | Best | Any | All | Not | Nothing


@dataclass(frozen=True, slots=True)
class Ask:
    """What an engine is asked.

    ``facets`` are fields whose values are counted over ``clause``; ``narrowed`` gives, for some
    of them, another clause to count over. Of a facet in ``narrowed`` ``most_values`` are told, of
    any other ``values`` at least, and what is as frequent as the last of them as far as ``most_values``
    go. ``order`` is a sort field (ascending) or "" for the
    score, ties by id. ``count`` clauses are only counted.
    """

    clause: Clause
    offset: int = 0
    limit: int = 20
    order: str = ""
    facets: tuple[str, ...] = ()
    narrowed: dict[str, Clause] = field(default_factory=dict)
    count: tuple[Clause, ...] = ()
    values: int = MOST_VALUES


@dataclass(frozen=True, slots=True)
class Found:
    """An engine's answer: record ids in order, counts of each facet's values as stored, and of
    each clause of ``Ask.count``."""

    total: int
    ids: tuple[str, ...]
    facets: Mapping[str, Mapping[str, int]]
    counts: tuple[int, ...] = ()
