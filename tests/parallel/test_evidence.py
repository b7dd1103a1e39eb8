from __future__ import annotations

import numpy as np

from archive.parallel.evidence import Matches, Strip

MATCHES = Matches.summed([(2, 0, 1.0), (0, 3, 2.0), (2, 0, 0.5), (1, 3, 3.0)])


def _pairs(matches: Matches) -> list[tuple[int, int, float]]:
    sides = matches.source.tolist(), matches.target.tolist(), matches.weight.tolist()
    return list(zip(*sides, strict=True))


def test_equal_pairs_are_added_and_all_stand_in_order() -> None:
    assert _pairs(MATCHES) == [(0, 3, 2.0), (1, 3, 3.0), (2, 0, 1.5)]
    assert _pairs(MATCHES.plus(Matches.summed([(1, 3, 1.0), (5, 9, 1.0)]))) == [
        (0, 3, 2.0),
        (1, 3, 4.0),
        (2, 0, 1.5),
        (5, 9, 1.0),
    ]


def test_a_rectangle_is_counted_from_its_corner() -> None:
    assert _pairs(MATCHES.inside((1, 3), (1, 4))) == [(0, 2, 3.0)]
    assert _pairs(MATCHES.inside((0, 0), (0, 9))) == []


def test_mutual_pairs_are_the_best_of_both_and_of_equals_the_first() -> None:
    assert _pairs(MATCHES.mutual()) == [(1, 3, 3.0), (2, 0, 1.5)]
    equal = Matches.summed([(0, 0, 1.0), (0, 1, 1.0), (1, 0, 1.0), (1, 1, 1.0)])
    assert _pairs(equal.mutual()) == [(0, 0, 1.0)]
    assert _pairs(Matches.summed([]).mutual()) == []


def test_a_strip_answers_for_what_lies_in_it_and_near_it() -> None:
    strip = Strip(np.array([0, 1, 2]), np.array([1, 2, 3]), 2)
    strip.put(MATCHES)
    source, target = np.array([0, 0, 1, 1, 2]), np.array([1, 3, 2, 3, 0])
    assert strip.shared(source, target).tolist() == [0.0, 2.0, 0.0, 3.0, 1.5]
    strip.put(Matches.summed([(1, 3, -np.inf)]))
    assert strip.shared(np.array([1]), np.array([3])).tolist() == [-np.inf]


def test_matches_weigh_so_many_times_as_much() -> None:
    assert _pairs(Matches.summed([(0, 1, 2.0)]).times(1.5)) == [(0, 1, 3.0)]
