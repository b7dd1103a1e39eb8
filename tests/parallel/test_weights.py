from __future__ import annotations

from dataclasses import fields

from archive.parallel.anchors import BY_CHANCE
from archive.parallel.sides import MARKS
from archive.parallel.weights import Weights

WEIGHTS = Weights()


def test_what_is_shared_speaks_for_a_bead_and_what_is_not_against_it() -> None:
    assert min(WEIGHTS.anchors.values()) > 0
    assert WEIGHTS.learned > 0
    assert max(WEIGHTS.marks) <= 0
    assert len(WEIGHTS.marks) == len(MARKS)
    assert set(BY_CHANCE) < WEIGHTS.anchors.keys()


def test_the_larger_a_bead_the_less_likely_beforehand() -> None:
    priors = [WEIGHTS.merged_2, WEIGHTS.merged_3, WEIGHTS.merged_4]
    gaps = [WEIGHTS.gap_1, WEIGHTS.gap_2, WEIGHTS.gap_3]
    assert priors == sorted(priors, reverse=True)
    assert gaps == sorted(gaps, reverse=True)
    assert WEIGHTS.triple < WEIGHTS.pair < WEIGHTS.merged_2 < 0


def test_every_weight_is_a_number() -> None:
    assert all(isinstance(getattr(WEIGHTS, field.name), float) for field in fields(WEIGHTS))
