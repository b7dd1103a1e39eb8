"""Two wordings compared word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+|\s+|[^\w\s]", re.UNICODE)

#: Comparing takes time in proportion to the product of the lengths; beyond this many pairs of
#: words only the beginning and end that both share are told apart.
MOST_PAIRS = 4_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that both have, or only the older ("removed"), or only the newer ("added")."""

    change: Literal["same", "removed", "added"]
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in reading order. Joined without "added" they are ``old``, without "removed"
    ``new``. Chinese and Japanese are compared character by character."""
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _shared(ours, theirs)
    tail = _shared(ours[head:][::-1], theirs[head:][::-1])
    middle = _compare(ours[head : len(ours) - tail], theirs[head : len(theirs) - tail])
    pieces = [("same", ours[:head]), *middle, ("same", ours[len(ours) - tail :])]
    return tuple(_joined(pieces))


def _shared(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many tokens both begin with."""
    count = 0
    for mine, other in zip(ours, theirs, strict=False):
        if mine != other:
            break
        count += 1
    return count


_Change = Literal["same", "removed", "added"]


def _compare(ours: list[str], theirs: list[str]) -> list[tuple[_Change, list[str]]]:
    if len(ours) * len(theirs) > MOST_PAIRS:
        return [("removed", ours), ("added", theirs)]
    found: list[tuple[_Change, list[str]]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", ours[i1:i2]))
        else:
            found += [("removed", ours[i1:i2]), ("added", theirs[j1:j2])]
    return found


def _joined(pieces: list[tuple[_Change, list[str]]]) -> Iterator[Piece]:
    """Neighbours of one kind made one, empty ones left out."""
    change: _Change = "same"
    text = ""
    for kind, tokens in pieces:
        if kind != change and text and tokens:
            yield Piece(change, text)
            text = ""
        if tokens:
            change = kind
            text += "".join(tokens)
    if text:
        yield Piece(change, text)
