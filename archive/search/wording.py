"""The reader's words → what to look for. Any string has a reading, in bounded time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from archive.search.expression import QueryRefused, Tree, wanted
from archive.search.grammar import MOST_PIECES, read
from archive.search.operators import NAMES
from archive.search.pieces import Piece, each_word, piece
from archive.search.signs import Sign, signs

__all__ = ["LONGEST", "MOST_PIECES", "Piece", "Wording", "piece", "understand"]

#: Characters of a query that are read.
LONGEST = 2_000
#: How like a field's name a word before a colon must be to be taken for a slip, from 0 to 1.
_CLOSE = 0.75


@dataclass(frozen=True, slots=True)
class Wording:
    """The pieces of a query in order, of which a record shows those that it has; ``notices`` say
    how it was understood otherwise than it was written.

    A record needs all of them, unless there is a ``tree``: then it needs what that says.
    """

    pieces: tuple[Piece, ...]
    notices: tuple[str, ...] = ()
    tree: Tree | None = field(default=None, compare=False)

    @property
    def asks(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.pieces) or self.tree is not None


def understand(q: str) -> Wording:
    """What a query asks. One without a word in it has no piece, and a notice."""
    notices = []
    if len(q) > LONGEST:
        notices.append(f"Only the first {LONGEST:,} characters were searched for.")
    found = signs(q[:LONGEST])
    if any(sign.joins for sign in found):
        try:
            tree = read(found)
        except QueryRefused as refusal:
            notices.append(
                f"Character {refusal.at}: {refusal.message} All was searched as plain words."
            )
        else:
            return Wording(tuple(dict.fromkeys(wanted(tree))), (*notices, *_meant(found)), tree)
    return _plainly(q, found, notices)


def _plainly(q: str, found: Sequence[Sign], notices: list[str]) -> Wording:
    """All words and phrases, whatever stands between them; operators only where nothing else is."""
    alone = next((sign for sign in found if sign.kind == "quote"), None)
    if alone and not any(sign.joins for sign in found):
        notices.append(
            f"The quotation mark at character {alone.at + 1} has no partner: what follows it was "
            "searched as plain words."
        )
    notices += _meant(found)
    pieces = list(_pieces(found)) or each_word(" ".join(sign.text for sign in found))
    if len(pieces) > MOST_PIECES:
        notices.append(f"Only the first {MOST_PIECES} words were searched for.")
    if q.strip() and not pieces:
        notices.append("There is no word to look for in what was typed.")
    return Wording(tuple(dict.fromkeys(pieces[:MOST_PIECES])), tuple(notices))


def _meant(found: Sequence[Sign]) -> Iterator[str]:
    """Of words with a colon the first whose beginning is nearly a field's name."""
    for sign in found:
        name, colon, rest = sign.text.partition(":") if sign.kind == "word" else ("", "", "")
        close = get_close_matches(name.lower(), NAMES, 1, _CLOSE) if colon and rest else []
        if close:
            yield (
                f"Character {sign.at + 1}: “{name}:” is no field and was searched as a word. "
                f"Perhaps “{close[0]}:” was meant."
            )
            return


def _pieces(found: Sequence[Sign]) -> Iterator[Piece]:
    for sign in found:
        if sign.kind == "phrase" and (quoted := piece(sign.text, quoted=True)):
            yield quoted
        elif sign.kind == "word":
            yield from each_word(sign.text)
