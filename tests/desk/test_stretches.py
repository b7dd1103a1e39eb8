"""What lies over the words of a passage."""

from __future__ import annotations

import pytest

from archive.desk.stretches import joined
from archive.editions.apparatus import StretchContent

BODY = "by order of  its own will"


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([(0, 2), (3, 8)], ["by order"]),
        ([(0, 2), (9, 11)], ["by", "of"]),
        ([(2, 8), (8, 11)], ["order of"]),
        ([(0, 3), (11, 13)], ["by", "  "]),
        ([(11, 16), (16, 20)], ["its own"]),
        ([], []),
    ],
)
def test_words_that_only_one_text_has_are_marked_together(
    places: list[tuple[int, int]], words: list[str]
) -> None:
    found = joined(BODY, [StretchContent("p1", start, end) for start, end in places])
    assert [BODY[at.start : at.end] for at in found] == words


def test_what_stands_in_two_passages_is_not_joined() -> None:
    places = [StretchContent("p1", 0, 2), StretchContent("p2", 3, 8)]
    assert list(joined(BODY, places)) == places
