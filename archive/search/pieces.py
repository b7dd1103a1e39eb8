"""The smallest part of a query that is looked for: a word, a run, a phrase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from archive.search.analyser import Word, split, words

#: How else than as it stands a word may be found: by its beginning, or with slips of typing.
Like = Literal["", "prefix", "fuzzy"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or run; or several that must stand side by side, and, where ``quoted``, as they
    are written. ``written`` are the words unfolded.

    Where ``like`` is set the piece is one word: the beginning of what is sought, or that word
    with at most ``slips`` characters other. ``also`` are words of one record that answer to it.
    """

    words: tuple[Word, ...]
    quoted: bool = False
    written: tuple[str, ...] = field(default=(), compare=False)
    like: Like = ""
    slips: int = 0
    also: frozenset[str] = field(default=frozenset(), compare=False)

    def answers(self, vocabulary: Iterable[str]) -> frozenset[str]:
        """Those words, folded, that a piece with ``like`` stands for."""
        sought = str(self.words[0])
        if self.like == "prefix":
            return frozenset(word for word in vocabulary if word.startswith(sought))
        close = process.extract(
            sought, list(vocabulary), scorer=OSA.distance, score_cutoff=self.slips, limit=None
        )
        return frozenset(word for word, _, _ in close)


@lru_cache(maxsize=20_000)
def piece(wording: str, *, quoted: bool = False) -> Piece | None:
    """All words of a wording as one piece; None where it has none. Remembered: the names of people
    who are in many records are asked for again and again."""
    found = [(written, word) for written in split(wording) for word in words(written)]
    if not found:
        return None
    return Piece(tuple(w for _, w in found), quoted, tuple(written for written, _ in found))


def each_word(wording: str) -> list[Piece]:
    """Every word and run of a wording as a piece of its own."""
    return [made for written in split(wording) if (made := piece(written))]
