"""A few words of a wording, cut where they say most."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from archive.search.sought import Span, pieces_in

#: Characters shown before and after a hit.
BEFORE, AFTER = 70, 130


def cut(wording: str, spans: Sequence[Span]) -> tuple[str, str, str]:
    """The best place with what is round it: before, hit, after."""
    start, end = best_place(wording, spans)
    hit = " ".join(wording[start:end].split())
    return _before(wording[:start]), hit, _after(wording[end:])


def excerpt(wording: str, first: int, last: int, share: float = 0.0) -> str:
    """As much of ``wording[first:last]`` as stands round a hit, where there is none: from its
    beginning on, or, of a longer stretch, round the place at that share of it, 0 to 1."""
    room = BEFORE + AFTER
    wished = first + round(share * (last - first)) - BEFORE
    start = max(first, min(wished, last - room))
    if start > first:
        space = wording.find(" ", start, start + BEFORE)
        start = space + 1 if space >= 0 else start
    shown = wording[start : start + room]
    ended = start + len(shown) >= len(wording)
    return ("… " if start else "") + _spaced(shown if ended else _whole_words(shown) + " …")


def best_place(wording: str, spans: Sequence[Span]) -> tuple[int, int]:
    """The first place where most of the pieces stand side by side, then near each other. Pieces
    that only space divides are one hit. ``spans`` are in order."""
    groups: list[list[Span]] = []
    for span in spans:
        if groups and not wording[groups[-1][-1].end : span.start].strip():
            groups[-1].append(span)
        else:
            groups.append([span])

    starts = [span.start for span in spans]

    def worth(group: list[Span]) -> tuple[int, int]:
        first = bisect_left(starts, group[0].start - AFTER)
        near = pieces_in(spans[first : bisect_right(starts, group[0].start + AFTER)])
        return len(pieces_in(group)), len(near)

    best = max(groups, key=worth)
    return best[0].start, best[-1].end


def _before(text: str) -> str:
    shown = text[-BEFORE:]
    if len(shown) < len(text):
        _, space, rest = shown.partition(" ")
        shown = "… " + (rest if space else shown)
    return _spaced(shown)


def _after(text: str) -> str:
    shown = text[:AFTER]
    if len(shown) < len(text):
        shown = _whole_words(shown) + " …"
    return _spaced(shown)


def _whole_words(text: str) -> str:
    """Without the part of a word at the end; where no space is, as it stands."""
    rest, space, _ = text.rpartition(" ")
    return rest if space else text


def _spaced(text: str) -> str:
    """Line ends and runs of space as one space; one at either end stays."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
