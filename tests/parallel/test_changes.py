from __future__ import annotations

from random import Random

from tests.parallel.changes import Change, changes, one_digit


def test_each_figure_and_each_part_of_a_date_is_changed_once() -> None:
    text = "440 пулеметов 22 января 1950 г."
    made = list(changes(text, "ru", Random(1)))
    assert [change.part for change in made] == ["day", "year", "month", "figure"]
    for change in made:
        assert change.text != text
        assert change.text[change.end :] == text[len(text) - len(change.text) + change.end :]


def test_one_digit_of_one_figure_is_another() -> None:
    assert one_digit("no figure", Random(1)) is None
    assert one_digit("440", Random(1)) == Change("442", "figure", 2, 3)
    made = one_digit("в ١٩٥٠", Random(2))
    assert made is not None
    assert made.text[made.start : made.end] in "١٢٣٤٥٦٧٨٩"
