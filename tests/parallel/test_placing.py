from __future__ import annotations

from archive.parallel.facts import facts
from archive.parallel.placing import placed


def test_the_mention_that_stands_where_its_counterpart_does_is_the_odd_one() -> None:
    ours, theirs = facts("29, 19, 7", "en"), facts("19, 19, 7", "ru")
    (games, lost, row), (first, second, other_row) = ours.numbers, theirs.numbers
    agreeing, unlike = placed([(lost, first), (row, other_row)], [(games, second)], ours, theirs)
    assert unlike == [(games, first)]
    assert agreeing == [(lost, second), (row, other_row)]


def test_a_figure_said_once_stays() -> None:
    ours, theirs = facts("29, 19", "en"), facts("30, 19", "ru")
    pairs = [(ours.numbers[0], theirs.numbers[0])]
    assert placed([], pairs, ours, theirs) == ([], pairs)


def test_a_figure_that_may_mean_more_does_not_change_places() -> None:
    ours, theirs = facts("at 3 p.m. 3 ships", "en"), facts("5 ships at 15 hours", "en")
    (hour, ships), (other_ships, other_hour) = ours.numbers, theirs.numbers
    pairs = [(hour, other_hour)], [(ships, other_ships)]
    assert placed(*pairs, ours, theirs) == pairs
