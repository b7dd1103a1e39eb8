"""Small rows put together as a reader expects: lone passages in a run, a signature and its date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archive.parallel.anchors import ending
from archive.parallel.components import LARGEST, Cells
from archive.parallel.facts import facts
from archive.parallel.values import TextPassages

SIGNATURE = 40
"""A signature is no longer than this many characters."""

DATE_EXTRA = 3
"""Letters that a date line may hold beside the date: г."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A row in the making; ``pinned`` ones are left as they are."""

    cells: Cells
    confidence: float
    pinned: bool


def joined(drafts: Sequence[Draft], texts: Sequence[TextPassages]) -> list[Draft]:
    """The drafts with neighbours joined: what only one text has, and signature with date line."""
    return _folded(
        _folded(drafts, _both_alone), lambda one, other: _signed_and_dated(one, other, texts)
    )


def _folded(drafts: Sequence[Draft], belong: Callable[[Draft, Draft], bool]) -> list[Draft]:
    found: list[Draft] = []
    for draft in drafts:
        if found and not draft.pinned and not found[-1].pinned and belong(found[-1], draft):
            found[-1] = _sum(found[-1], draft)
        else:
            found.append(draft)
    return found


def _sum(one: Draft, other: Draft) -> Draft:
    cells = {text: one.cells[text] + other.cells[text] for text in one.cells}
    return Draft(cells, min(one.confidence, other.confidence), pinned=False)


def _fit(one: Draft, other: Draft) -> bool:
    return one.cells.keys() == other.cells.keys() and all(
        len(places) + len(other.cells[text]) <= LARGEST for text, places in one.cells.items()
    )


def _both_alone(one: Draft, other: Draft) -> bool:
    return len(one.cells) == 1 and _fit(one, other)


def _signed_and_dated(one: Draft, other: Draft, texts: Sequence[TextPassages]) -> bool:
    return (
        len(one.cells) > 1
        and _fit(one, other)
        and all(_is_signature(text) for text in _passages(one, texts))
        and all(_is_date(text, language) for text, language in _with_language(other, texts))
    )


def _passages(draft: Draft, texts: Sequence[TextPassages]) -> list[str]:
    return [text for text, _ in _with_language(draft, texts)]


def _with_language(draft: Draft, texts: Sequence[TextPassages]) -> list[tuple[str, str]]:
    return [
        (texts[number].passages[place], texts[number].language)
        for number, places in draft.cells.items()
        for place in places
    ]


def _is_signature(text: str) -> bool:
    words = text.strip()
    return 0 < len(words) <= SIGNATURE and not ending(words) and not any(map(str.isdecimal, words))


def _is_date(text: str, language: str) -> bool:
    if len(text) > SIGNATURE:
        return False
    found = facts(text, language).dates
    if len(found) != 1 or found[0].soft:
        return False
    rest = text[: found[0].start] + text[found[0].end :]
    return sum(map(str.isalpha, rest)) <= DATE_EXTRA
