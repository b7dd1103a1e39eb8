"""Two texts in units, in order, to beads: which units of one render which of the other."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import pairwise

from archive.parallel.band import band
from archive.parallel.pins import Limits
from archive.parallel.programme import Step, best_path
from archive.parallel.scoring import SHAPES, Anchors, Scorer, anchors
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
    aligner = Aligner(source, target, languages, lexicon=lexicon, breaks=breaks, weights=weights)
    return aligner.beads(pins)


class Aligner:
    """Two texts read once, to be aligned as often as their pins change.

    Pins cut the programme into rectangles of which none depends on another: those that are cut out
    as the last time, with the same forbidden in them, have the beads that they had.
    """

    def __init__(
        self,
        source: Sequence[str],
        target: Sequence[str],
        languages: tuple[str, str],
        *,
        lexicon: Lexicon | None = None,
        breaks: Breaks = (frozenset(), frozenset()),
        weights: Weights | None = None,
        read: Anchors | None = None,
    ) -> None:
        """``read``: the anchors of all units, where they have been read before."""
        self.anchors = read or anchors(source, target, languages)
        self._counts = len(source), len(target)
        self._scorer = Scorer(
            source, target, languages, self.anchors, lexicon=lexicon, breaks=breaks, weights=weights
        )
        self._known: dict[Hashable, list[Bead]] = {}

    def beads(self, pins: Sequence[Pin] = ()) -> list[Bead]:
        """As ``align``."""
        height, width = self._counts
        limits = Limits(pins, height, width)
        scorer, known = self._scorer.under(limits), self._known
        made: dict[Hashable, list[Bead]] = {}
        beads: list[Bead] = []
        corners = [(0, 0, 0, 0), *limits.cuts, (height, height, width, width)]
        for (_, start_i, _, start_j), (end_i, next_i, end_j, next_j) in pairwise(corners):
            rows, columns = (start_i, end_i), (start_j, end_j)
            name = rows, columns, limits.inside(rows, columns)
            made[name] = known[name] if name in known else _rectangle(scorer, rows, columns)
            beads += made[name]
            if next_i > end_i or next_j > end_j:
                beads.append(Bead(tuple(range(end_i, next_i)), tuple(range(end_j, next_j)), 1.0))
        self._known = made
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
