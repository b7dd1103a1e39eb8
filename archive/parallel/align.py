"""Two texts in units, in order, to beads: which units of one render which of the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from archive.parallel.band import band
from archive.parallel.pins import Limits
from archive.parallel.programme import Step, best_path
from archive.parallel.scoring import SHAPES, Scorer
from archive.parallel.values import Bead, Lexicon, Pin
from archive.parallel.weights import Weights

Breaks = tuple[frozenset[int], frozenset[int]]


def align(
    source: Sequence[str],
    target: Sequence[str],
    source_language: str,
    target_language: str,
    *,
    pins: Sequence[Pin] = (),
    lexicon: Lexicon | None = None,
) -> list[Bead]:
    """Beads in the order of both texts; every index of either side stands in exactly one.

    Units are sentences or passages. A unit that nothing answers is a bead of its own with an empty
    side. Raises ValueError where a pin names a unit that is not there, is not consecutive, or
    crosses another pin.
    """
    languages = (source_language, target_language)
    return aligned(source, target, languages, pins=pins, lexicon=lexicon)


def aligned(
    source: Sequence[str],
    target: Sequence[str],
    languages: tuple[str, str],
    *,
    pins: Sequence[Pin] = (),
    lexicon: Lexicon | None = None,
    breaks: Breaks = (frozenset(), frozenset()),
    weights: Weights | None = None,
) -> list[Bead]:
    """As ``align``; ``breaks`` are the units that begin a passage, which a bead seldom spans."""
    limits = Limits(pins, len(source), len(target))
    scorer = Scorer(
        source, target, languages, limits, lexicon=lexicon, breaks=breaks, weights=weights
    )
    beads: list[Bead] = []
    corners = [(0, 0, 0, 0), *limits.cuts, (len(source), len(source), len(target), len(target))]
    for (_, start_i, _, start_j), (end_i, next_i, end_j, next_j) in pairwise(corners):
        beads += _rectangle(scorer, (start_i, end_i), (start_j, end_j))
        if next_i > end_i or next_j > end_j:
            beads.append(Bead(tuple(range(end_i, next_i)), tuple(range(end_j, next_j)), 1.0))
    return limits.grouped(beads)


def _rectangle(scorer: Scorer, rows: tuple[int, int], columns: tuple[int, int]) -> list[Bead]:
    (top, bottom), (left, right) = rows, columns
    matched, centre = scorer.matched.inside(rows, columns), scorer.centre(rows, columns)
    strip = band(matched, centre, bottom - top, right - left)
    steps = best_path(strip, SHAPES, scorer.weigh(rows, columns, strip))
    return [bead for step in steps for bead in _beads(step, top, left)]


def _beads(step: Step, top: int, left: int) -> list[Bead]:
    ours, theirs = step.shape
    source = range(top + step.i, top + step.i + ours)
    target = range(left + step.j, left + step.j + theirs)
    if ours and theirs:
        return [Bead(tuple(source), tuple(target), step.confidence)]
    alone = [Bead((i,), (), step.confidence) for i in source]
    return alone + [Bead((), (j,), step.confidence) for j in target]
