from __future__ import annotations

from archive.parallel import Span, Vote, vote


def test_names_the_odd_one_of_three() -> None:
    assert vote({"en": "189 guns, 440", "ru": "180 пулеметов, 440", "zh": "一百八十九挺，440"}) == [
        Vote(
            "number",
            (("en", Span(0, 3, "189")), ("ru", Span(0, 3, "180")), ("zh", Span(0, 5, "189"))),
            "189",
            "ru",
        )
    ]


def test_no_majority_names_none() -> None:
    assert vote({"en": "189", "ru": "180", "en-2": "177"}) == [
        Vote(
            "number",
            (("en", Span(0, 3, "189")), ("ru", Span(0, 3, "180")), ("en-2", Span(0, 3, "177"))),
            None,
            None,
        )
    ]


def test_dates_vote_too() -> None:
    assert vote({"en": "January 22, 1950", "ru": "22.1.1950", "zh": "1950年1月23日"}) == [
        Vote(
            "date",
            (
                ("en", Span(0, 16, "1950-01-22")),
                ("ru", Span(0, 9, "1950-01-22")),
                ("zh", Span(0, 10, "1950-01-23")),
            ),
            "1950-01-22",
            "zh",
        )
    ]


def test_what_is_left_out_and_what_agrees_is_not_voted_on() -> None:
    assert vote({"en": "189", "ru": "189", "zh": "无"}) == []
    assert vote({"en": "189", "ru": "189", "zh": "189"}) == []
    assert vote({"en": "189", "ru": "180"}) == []


def test_what_most_say_is_set_against_the_likest_of_the_odd_one() -> None:
    (found,) = vote({"en": "189 guns", "ru": "7777 и 180", "zh": "一百八十九"})
    assert (found.value, found.odd) == ("189", "ru")
    assert dict(found.spans)["ru"] == Span(7, 10, "180")


def test_another_measure_is_no_vote() -> None:
    assert vote({"en": "10 miles", "ru": "16 км", "zh": "16公里"}) == []
