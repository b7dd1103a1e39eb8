"""The reader's words → pieces to look for. Any string has a reading, in bounded time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from archive.search.analyser import Word, split, words

#: Characters of a query that are read, and pieces of it that are looked for.
LONGEST = 2_000
MOST_PIECES = 32

_QUOTED = re.compile(r'"([^"]*)"|“([^“”]*)”|«([^«»]*)»|„([^„“”]*)[“”]')
_QUOTES = re.compile(r'["“”«»„]')


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or run; or several that must stand side by side, and, where ``quoted``, as they
    are written. ``written`` are the words unfolded."""

    words: tuple[Word, ...]
    quoted: bool = False
    written: tuple[str, ...] = field(default=(), compare=False)


def piece(wording: str, *, quoted: bool = False) -> Piece | None:
    """All words of a wording as one piece; None where it has none."""
    found = [(written, word) for written in split(wording) for word in words(written)]
    if not found:
        return None
    return Piece(tuple(w for _, w in found), quoted, tuple(written for written, _ in found))


@dataclass(frozen=True, slots=True)
class Wording:
    """The pieces of a query in order, all of which a record needs; ``notices`` say how it was
    understood otherwise than it was written."""

    pieces: tuple[Piece, ...]
    notices: tuple[str, ...] = ()


def understand(q: str) -> Wording:
    """The pieces of a query. One without a word in it has none, and a notice."""
    notices = []
    if len(q) > LONGEST:
        notices.append(f"Only the first {LONGEST:,} characters were searched for.")
    pieces = list(_pieces(q[:LONGEST], notices))
    if len(pieces) > MOST_PIECES:
        notices.append(f"Only the first {MOST_PIECES} words were searched for.")
    if q.strip() and not pieces:
        notices.append("There is no word to look for in what was typed.")
    return Wording(tuple(dict.fromkeys(pieces[:MOST_PIECES])), tuple(notices))


def _pieces(q: str, notices: list[str]) -> list[Piece]:
    pieces: list[Piece] = []
    end = 0
    for match in _QUOTED.finditer(q):
        pieces += _words(q[end : match.start()])
        if quoted := piece(next(filter(None, match.groups()), ""), quoted=True):
            pieces.append(quoted)
        end = match.end()
    rest = q[end:]
    if _QUOTES.search(rest):
        notices.append(
            "A quotation mark has no partner: what follows it was searched as plain words."
        )
    return pieces + _words(rest)


def _words(text: str) -> list[Piece]:
    return [made for written in split(text) if (made := piece(written))]
