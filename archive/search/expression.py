"""What a query with operators asks, as a tree that no engine knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive.search.pieces import Piece


class QueryRefused(ValueError):
    """A query that cannot be read. ``at`` is the place of the character, counted from 1, and
    ``message`` says what is wrong there and what would do."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(f"character {at}: {message}")
        self.at = at
        self.message = message


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece, in one of ``operators.FIELDS``, in a language, or ("") anywhere."""

    piece: Piece
    field: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """Two pieces of one word each, at most ``distance`` words from each other, in either order."""

    first: Piece
    second: Piece
    distance: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """A date between the two days, both included, None being open: all of it where ``certain``,
    else perhaps."""

    low: date | None
    high: date | None
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A holding whose shelfmark has these parts: ``key`` is ``Shelfmark.key``. ``piece`` are the
    words of it, for what could not be read in parts."""

    key: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class And:
    """Every part."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One part at least."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What does not answer to the part."""

    part: Tree


Tree = Leaf | Near | Days | Marked | And | Or | Not


def wanted(tree: Tree, *, negated: bool = False) -> Iterator[Piece]:
    """The pieces that a record found may hold, in order: those not under an odd number of NOT."""
    match tree:
        case Leaf(piece) if not negated:
            yield piece
        case Near(first, second) if not negated:
            yield from (first, second)
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted(part, negated=negated)
        case Not(part):
            yield from wanted(part, negated=not negated)
        case _:
            return
