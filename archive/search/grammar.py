"""Signs of a query → the tree of what it asks.

    either  := every (OR every)*
    every   := one (AND? one)*
    one     := NOT* near
    near    := item (NEAR/n item)?
    item    := field? (word | phrase | "(" either ")")

Depth, words and words found by their likeness are bounded, so that any query is answered soon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from archive.search.expression import And, Leaf, Near, Not, Or, QueryRefused, Tree
from archive.search.operators import VALUED
from archive.search.pieces import Piece, each_word, piece
from archive.search.signs import Sign
from archive.search.values import read_value

MOST_PIECES = 32
MOST_DEEP = 20
#: Words with * or ~ in one query, and the letters they need.
MOST_LIKE = 8
FEWEST_LETTERS = 3
FARTHEST = 50
MOST_SLIPS = 2
_LONG = 6


def read(found: Sequence[Sign]) -> Tree:
    """The tree of these signs, one at least. Raises ``QueryRefused``."""
    reading = _Reading(found)
    tree = reading.either("", 0)
    sign = reading.here
    if sign is not None:
        raise QueryRefused(sign.at + 1, "this bracket closes none. Leave it out, or open one.")
    return tree


class _Reading:
    """The signs, and how far they were read."""

    def __init__(self, found: Sequence[Sign]) -> None:
        self._signs = found
        self._next = 0
        self._pieces = 0
        self._like = 0

    @property
    def here(self) -> Sign | None:
        return self._signs[self._next] if self._next < len(self._signs) else None

    def _take(self, *kinds: str) -> Sign | None:
        sign = self.here
        if sign is None or sign.kind not in kinds:
            return None
        self._next += 1
        return sign

    def either(self, field: str, deep: int) -> Tree:
        parts = [self._every(field, deep)]
        while self._take("or"):
            parts.append(self._every(field, deep))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _every(self, field: str, deep: int) -> Tree:
        parts = [self._one(field, deep)]
        while (sign := self.here) is not None and sign.kind not in ("or", "close"):
            self._take("and")
            parts.append(self._one(field, deep))
        flat = [p for part in parts for p in (part.parts if isinstance(part, And) else (part,))]
        return flat[0] if len(flat) == 1 else And(tuple(flat))

    def _one(self, field: str, deep: int) -> Tree:
        negated = False
        while self._take("not"):
            negated = not negated
        tree = self._near(field, deep)
        return Not(tree) if negated else tree

    def _near(self, field: str, deep: int) -> Tree:
        first = self._item(field, deep)
        sign = self._take("near")
        if sign is None:
            return first
        second = self._item(field, deep)
        if not (_alone(first) and _alone(second)) or first.field != second.field:
            raise QueryRefused(
                sign.at + 1, f"“{sign.text}” stands between two words. Write lin {sign.text} mao."
            )
        if not 1 <= sign.number <= FARTHEST:
            raise QueryRefused(
                sign.at + 1, f"words can be looked for from 1 to {FARTHEST} apart: NEAR/{FARTHEST}."
            )
        return Near(first.piece, second.piece, sign.number, first.field)

    def _item(self, field: str, deep: int) -> Tree:
        sign = self._take("field")
        if sign is not None and sign.text in VALUED:
            return self._value(sign)
        if sign is not None:
            field = sign.text
        if opened := self._take("open"):
            return self._group(opened, field, deep + 1)
        if phrase := self._take("phrase"):
            return self._phrase(phrase, field)
        if word := self._take("word"):
            return self._word(word, field)
        raise self._missing()

    def _missing(self) -> QueryRefused:
        """What stands where a word should."""
        sign = self.here
        before = self._signs[self._next - 1] if self._next else None
        if sign is not None and sign.kind == "quote":
            return QueryRefused(sign.at + 1, "this quotation mark has no partner. Write the other.")
        if before is not None and before.kind == "field":
            return QueryRefused(before.at + 1, f"nothing stands behind “{before.text}:”.")
        if sign is None:
            assert before is not None, "a query without signs is not read here"
            return QueryRefused(
                before.at + 1, f"nothing stands behind “{before.text}”. Write a word there."
            )
        if sign.kind == "close":
            return QueryRefused(sign.at + 1, "no word stands before this bracket.")
        return QueryRefused(
            sign.at + 1,
            f"no word stands before “{sign.text}”. Write one, or, if it is a word that you look "
            f"for, “{sign.text}” between quotation marks.",
        )

    def _group(self, opened: Sign, field: str, deep: int) -> Tree:
        if deep > MOST_DEEP:
            raise QueryRefused(opened.at + 1, f"brackets can lie {MOST_DEEP} deep and no deeper.")
        tree = self.either(field, deep)
        if not self._take("close"):
            raise QueryRefused(opened.at + 1, "this bracket is not closed. Close it.")
        return tree

    def _phrase(self, sign: Sign, field: str) -> Tree:
        made = piece(sign.text, quoted=True)
        if made is None:
            raise QueryRefused(sign.at + 1, "there is no word between these quotation marks.")
        return self._leaf(made, field, sign)

    def _word(self, sign: Sign, field: str) -> Tree:
        if sign.stray:
            raise QueryRefused(
                sign.at + 1, f"“{sign.text}”: a star stands at the end of a word only, as in revol*"
            )
        *others, last = each_word(sign.text)
        leaves = [self._leaf(made, field, sign) for made in others]
        leaves.append(self._leaf(self._likened(last, sign), field, sign))
        return leaves[0] if len(leaves) == 1 else And(tuple(leaves))

    def _leaf(self, made: Piece, field: str, sign: Sign) -> Leaf:
        self._pieces += 1
        if self._pieces > MOST_PIECES:
            raise QueryRefused(sign.at + 1, f"a query can have {MOST_PIECES} words and no more.")
        return Leaf(made, field)

    def _likened(self, made: Piece, sign: Sign) -> Piece:
        """The piece with what * or ~ asks; a run is found within longer ones as it is."""
        only = made.words[0]
        if not sign.like or not isinstance(only, str):
            return made
        if len(only) < FEWEST_LETTERS:
            raise QueryRefused(
                sign.at + 1,
                f"“{sign.text}” is too short: * and ~ need {FEWEST_LETTERS} letters before them.",
            )
        self._like += 1
        if self._like > MOST_LIKE:
            raise QueryRefused(sign.at + 1, f"at most {MOST_LIKE} words can have * or ~.")
        if sign.number > MOST_SLIPS:
            raise QueryRefused(sign.at + 1, f"~ allows at most {MOST_SLIPS} letters: word~2.")
        usual = 2 if len(only) >= _LONG else 1
        slips = (sign.number or usual) if sign.like == "fuzzy" else 0
        return replace(made, quoted=True, like=sign.like, slips=slips)

    def _value(self, field: Sign) -> Tree:
        value = self._take("word", "phrase")
        if value is None:
            raise self._missing()
        tree = read_value(field.text, value)
        self._pieces += 1
        if self._pieces > MOST_PIECES:
            raise QueryRefused(field.at + 1, f"a query can have {MOST_PIECES} words and no more.")
        return tree


def _alone(tree: Tree) -> TypeGuard[Leaf]:
    return isinstance(tree, Leaf) and len(tree.piece.words) == 1 and not tree.piece.like
