from __future__ import annotations

import numpy as np

from archive.parallel import Pin
from archive.parallel.pins import Limits
from archive.parallel.programme import Band, Shape
from archive.parallel.scoring import SHAPES, Scorer, anchors

NO_BREAKS = (frozenset[int](), frozenset[int]())


def _weights(
    source: list[str],
    target: list[str],
    start: tuple[int, int] = (0, 0),
    *,
    language: str = "ru",
    pins: tuple[Pin, ...] = (),
    breaks: tuple[frozenset[int], frozenset[int]] = NO_BREAKS,
) -> dict[Shape, float]:
    """The weights of the beads that begin at one place."""
    limits = Limits(pins, len(source), len(target))
    languages = "en", language
    read = anchors(source, target, languages)
    scorer = Scorer(source, target, languages, read, breaks=breaks).under(limits)
    rows, columns = (0, len(source)), (0, len(target))
    band = Band(np.zeros(len(source) + 1, np.int64), np.full(len(source) + 1, len(target)))
    weigh = scorer.weigh(rows, columns, band)
    found: dict[Shape, float] = {}
    for number, (ours, theirs) in enumerate(SHAPES):
        i, j = start[0] + ours, start[1] + theirs
        if i <= len(source) and j <= len(target):
            found[ours, theirs] = float(weigh(np.array([i]), np.array([j]))[number, 0])
    return found


def test_like_lengths_and_shared_figures_score_higher() -> None:
    source = ["There are 440 light guns.", "He came to see me in the end."]
    target = ["Имеется 440 легких орудий.", "Он пришел повидать меня в конце концов."]
    first = _weights(source, target)
    assert first[1, 1] > _weights(source, target, (0, 1))[1, 1]
    assert first[1, 1] > first[2, 1]


def test_a_bead_seldom_spans_a_heading_or_a_passage() -> None:
    words, target = ["telegram,", "he came."], ["Он пришел."]
    heading = _weights(["Telegram", "He came."], target)
    passage = _weights(words, target, breaks=(frozenset([1]), frozenset()))
    assert _weights(words, target)[2, 1] > heading[2, 1] + 1.5
    assert _weights(words, target)[2, 1] > passage[2, 1] + 3


def test_every_shape_has_a_weight_and_one_to_one_the_best_prior() -> None:
    weights = _weights([""] * 4, [""] * 4, language="en")
    assert max(weights, key=weights.__getitem__) == (1, 1)
    assert weights.keys() == set(SHAPES)


def test_what_a_pin_forbids_weighs_nothing_can_outweigh() -> None:
    pins = (Pin((0,), (1,), aligned=False), Pin((2,), ()))
    weights = _weights([""] * 4, [""] * 4, pins=pins)
    forbidden = {shape for shape, weight in weights.items() if weight == -np.inf}
    assert forbidden == {
        (4, 1), (3, 2), (3, 1), (2, 3), (2, 2), (1, 4), (1, 3), (1, 2)
    }  # fmt: skip


def test_the_middle_of_the_strip_follows_length() -> None:
    source, target, languages = ["aaaa", "a" * 12], ["b" * 4] * 4, ("en", "en")
    scorer = Scorer(source, target, languages, anchors(source, target, languages))
    assert scorer.centre((0, 2), (0, 4)).tolist() == [0.0, 1.0, 4.0]
