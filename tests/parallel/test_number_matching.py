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


def test_a_word_that_answers_a_word_does_not_excuse_a_figure() -> None:
    found = match(facts("2-1, ranked three", "en"), facts("2-3, three", "en"))
    assert [canonical(number.values[0]) for number in found.ours.alone] == ["1"]
    assert [number.start for number in found.theirs.again] == [2]


def test_what_may_be_set_against_a_lone_figure() -> None:
    found = match(facts("four days", "en"), facts("2일, 네 명", "ko"))
    assert [number.values[0] for number in found.theirs.unsure] == [2]
    found = match(facts("5 men", "en"), facts("пять человек", "ru"))
    assert [number.values[0] for number in found.ours.worded] == [5]


def test_the_same_figure_of_another_measure_is_no_answer() -> None:
    assert match(facts("4 inches", "en"), facts("4 см", "ru")).agreeing == []
    assert len(match(facts("30 yards", "en"), facts("30 м", "ru")).agreeing) == 1
