"""The reader's words → pieces to look for. Any string has a reading, in bounded time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.search.analyser import Word, words

#: Characters of a query that are read, and pieces of it that are looked for.
LONGEST = 2_000
MOST_PIECES = 32

_QUOTED = re.compile(r'"([^"]*)"|“([^“”]*)”|«([^«»]*)»|„([^„“”]*)[“”]')
_QUOTES = re.compile(r'["“”«»„]')


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or run; or several that must stand side by side, and, where ``quoted``, as they
    are written."""

    words: tuple[Word, ...]
    quoted: bool = False


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
        quoted = words(next(filter(None, match.groups()), ""))
        if quoted:
            pieces.append(Piece(tuple(quoted), quoted=True))
        end = match.end()
    rest = q[end:]
    if _QUOTES.search(rest):
        notices.append(
            "A quotation mark has no partner: what follows it was searched as plain words."
        )
    return pieces + _words(rest)


def _words(text: str) -> list[Piece]:
    return [Piece((word,)) for word in words(text)]
