from __future__ import annotations

from random import Random

from tests.parallel.changes import changes


def test_each_figure_and_each_part_of_a_date_is_changed_once() -> None:
    text = "440 пулеметов 22 января 1950 г."
    made = list(changes(text, "ru", Random(1)))
    assert [change.part for change in made] == ["day", "year", "month", "figure"]
    for change in made:
        assert change.text != text
        assert change.text[change.end :] == text[len(text) - len(change.text) + change.end :]
