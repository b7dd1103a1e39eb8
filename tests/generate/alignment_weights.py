"""Fits the weights of ``archive/parallel/weights.py`` to texts whose alignment is known.

    python -m tests.generate.alignment_weights

Reads the tuning half of NTREX (documents of even number, seven languages; see
``tests/parallel/corpus.py``) and the sample cable, which counts as twelve documents: it abridges,
as cables do and newspapers do not. Every other document of news is aligned with a lexicon that was
learned, as an archive learns, from the documents of the tuning half outside its own quarter. The
weights are those under which the true beads are likeliest among all that a path could hold: a
linear chain conditional random field, climbed by the method of Berndt, Hall, Hall and Hausman. A
weak prior keeps each weight near its start. Prints the new weights.

Afterwards some were chosen on the sample cable, since this news cannot teach them: ``over`` and
``headed`` (it was cut and joined without regard to its passages and headings), ``gap_1`` and
``gap_2`` (a quarter of it had sentences put in and taken out at random), and ``scoring.SPREAD``,
which is wider than here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

import numpy as np
from numpy.typing import NDArray

from archive.parallel import scoring
from archive.parallel.evidence import Floats
from archive.parallel.programme import Band
from archive.parallel.scoring import SHAPES, Scorer
from archive.parallel.values import Lexicon
from archive.parallel.weights import Weights
from tests.parallel.corpus import LANGUAGES, Item, cable, items
from tests.parallel.measure import archive_lexicon

NAMES = tuple(field.name for field in fields(Weights) if field.name != "over")
SPREAD = 60.0
CABLES = 12
START = Weights()
TURNS, BATCH = 12, 28
PRIOR = 2.0
"""How much a weight's distance from its start counts, over all documents."""

Bools = NDArray[np.bool_]


def counted(item: Item, lexicon: Lexicon | None) -> Floats:
    """(shape, i, j, weight): what each weight is multiplied with, for the bead that ends there."""
    nothing = replace(START, over=0.0, **dict.fromkeys(NAMES, 0.0))
    each = [replace(nothing, **{name: 1.0}) for name in NAMES]
    return np.stack([_weighed(item, lexicon, weights) for weights in each], axis=-1)


def _weighed(item: Item, lexicon: Lexicon | None, weights: Weights) -> Floats:
    height, width = len(item.source), len(item.target)
    languages = "en", item.language
    scorer = Scorer(
        item.source,
        item.target,
        languages,
        scoring.anchors(item.source, item.target, languages),
        lexicon=lexicon,
        weights=weights,
    )
    band = Band(np.zeros(height + 1, np.int64), np.full(height + 1, width))
    i, j = np.mgrid[: height + 1, : width + 1]
    return scorer.weigh((0, height), (0, width), band)(i, j)


class Batch:
    """Documents laid over each other: (document, shape, i, j, weight)."""

    def __init__(self, given: Sequence[tuple[Item, Floats]]) -> None:
        height = max(each.shape[1] for _, each in given)
        width = max(each.shape[2] for _, each in given)
        self.counted = np.zeros((len(given), len(SHAPES), height, width, len(NAMES)), np.float32)
        self.possible: Bools = np.zeros(self.counted.shape[:-1], bool)
        self.true: Bools = np.zeros_like(self.possible)
        self.ends = np.zeros((len(given), height, width), bool)
        for number, (item, each) in enumerate(given):
            rows, columns = each.shape[1:3]
            self.counted[number, :, :rows, :columns] = each
            self.ends[number, rows - 1, columns - 1] = True
            for place, (ours, theirs) in enumerate(SHAPES):
                self.possible[number, place, ours:rows, theirs:columns] = True
            _mark(self.true[number, :, :rows, :columns], item)
        self.true &= self.possible

    def climb(self, weights: Floats) -> tuple[Floats, Floats]:
        """For each document the log-likelihood of its true beads, and its gradient."""
        scores = self.counted @ weights.astype(np.float32)
        every, likely = _chances(np.where(self.possible, scores, -1e9), self.ends)
        right, wanted = _chances(np.where(self.true, scores, -1e9), self.ends)
        reached = right > -1e8
        gradient = np.einsum("dsij,dsijk->dk", wanted - likely, self.counted)
        return (right - every)[reached], gradient[reached]


def _mark(true: Bools, item: Item) -> None:
    """Mark the true beads of two sides, and every way to pass by what nothing answers."""
    linked: tuple[set[int], set[int]] = (set(), set())
    for ours, theirs in item.beads:
        shape = len(ours), len(theirs)
        if all(shape):
            linked[0].update(ours)
            linked[1].update(theirs)
            if shape in SHAPES:
                true[SHAPES.index(shape), ours[-1] + 1, theirs[-1] + 1] = True
    for place, (some, others) in enumerate(SHAPES):
        if not (some and others):
            for i in range(some, true.shape[1]):
                for j in range(others, true.shape[2]):
                    passed = set(range(i - some, i)), set(range(j - others, j))
                    true[place, i, j] = not (passed[0] & linked[0] or passed[1] & linked[1])


def _chances(scores: Floats, ends: Bools) -> tuple[Floats, Floats]:
    """The log-sum of all paths of each document, and how likely each bead is."""
    count, _, height, width = scores.shape
    forward = np.full((count, height, width), -1e9)
    forward[:, 0, 0] = 0.0
    backward = np.where(ends, 0.0, -1e9)
    for i, j in _diagonals(height, width):
        if len(i) > 1 or i[0] or j[0]:
            forward[:, i, j] = _sum(scores, forward, i, j, onward=False)
    for i, j in reversed(list(_diagonals(height, width))):
        after = _sum(scores, backward, i, j, onward=True)
        backward[:, i, j] = np.logaddexp(backward[:, i, j], after)
    total = backward[:, 0, 0]
    likely = np.zeros_like(scores)
    for place, (a, b) in enumerate(SHAPES):
        sums = forward[:, : height - a, : width - b] + scores[:, place, a:, b:]
        sums += backward[:, a:, b:] - total[:, None, None]
        likely[:, place, a:, b:] = np.exp(np.minimum(sums, 0.0))
    return total, likely


def _diagonals(height: int, width: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    for line in range(height + width - 1):
        i = np.arange(max(0, line - width + 1), min(height, line + 1))
        yield i, line - i


def _sum(
    scores: Floats, sums: Floats, i: NDArray[np.int64], j: NDArray[np.int64], *, onward: bool
) -> Floats:
    """Log-sums through every bead that ends (``onward``: begins) at these places."""
    found = np.full((len(SHAPES), len(sums), len(i)), -1e9)
    for place, (a, b) in enumerate(SHAPES):
        there = (i + a, j + b) if onward else (i - a, j - b)
        inside = (there[0] >= 0) & (there[1] >= 0)
        inside &= (there[0] < sums.shape[1]) & (there[1] < sums.shape[2])
        end = (there if onward else (i, j))[0][inside], (there if onward else (i, j))[1][inside]
        found[place][:, inside] = (
            sums[:, there[0][inside], there[1][inside]] + scores[:, place, end[0], end[1]]
        )
    return np.asarray(np.logaddexp.reduce(found, axis=0))


def fitted(batches: Sequence[Batch]) -> Weights:
    """The weights under which the true beads are likeliest."""
    start = np.array([getattr(START, name) for name in NAMES])
    weights, step, best = start.copy(), 1.0, -np.inf
    direction = np.zeros_like(weights)
    for turn in range(TURNS):
        climbed = [batch.climb(weights) for batch in batches]
        value = float(sum(each.sum() for each, _ in climbed))
        value -= PRIOR / 2 * float(((weights - start) ** 2).sum())
        sys.stderr.write(f"{turn}: {value:.1f}\n")
        if value < best:
            step /= 2
            weights = weights - step * direction
            continue
        best, step = value, 1.0
        each = np.concatenate([gradient for _, gradient in climbed])
        slope = each.sum(axis=0) - PRIOR * (weights - start)
        direction = np.linalg.solve(each.T @ each + PRIOR * np.eye(len(NAMES)), slope)
        weights = weights + direction
    rounded = {name: round(float(w), 2) for name, w in zip(NAMES, weights, strict=True)}
    return replace(START, **rounded)


def _given() -> Iterator[tuple[Item, Floats]]:
    for language in LANGUAGES:
        tuning = [item for item in items(language) if not item.held_out]
        lexicons = {
            part: archive_lexicon(language, [i for i in tuning if i.document % 8 != part])
            for part in range(0, 8, 2)
        }
        for number, item in enumerate(tuning):
            yield item, counted(item, lexicons[item.document % 8] if number % 2 else None)
    yield from [(cable(), counted(cable(), None))] * CABLES


def main() -> None:
    """Fit, and print the weights as they stand in ``weights.py``."""
    scoring.SPREAD = SPREAD
    given = sorted(_given(), key=lambda each: len(each[0].source))
    batches = [Batch(given[at : at + BATCH]) for at in range(0, len(given), BATCH)]
    weights = fitted(batches)
    for name in NAMES:
        sys.stdout.write(f"    {name}: float = {getattr(weights, name)}\n")


if __name__ == "__main__":
    main()
