from __future__ import annotations

from archive.parallel.facts import facts
from archive.parallel.number_matching import match
from archive.parallel.numbers import canonical


def test_each_mention_is_used_once_and_by_the_nearest() -> None:
    found = match(facts("2, 1, 4, 3", "en"), facts("2, 3, 4, 3", "ru"))
    assert [(mine.start, other.start) for mine, other in found.agreeing] == [(0, 0), (6, 6), (9, 9)]
    assert [canonical(number.values[0]) for number in found.ours.alone] == ["1"]
    assert [number.start for number in found.theirs.again] == [3]
    assert (found.ours.again, found.theirs.alone) == ([], [])
