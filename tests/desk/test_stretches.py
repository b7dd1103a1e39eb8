"""What lies over the words of a passage."""

from __future__ import annotations

import msgspec
import pytest

from archive.desk.marks import Mark
from archive.desk.stretches import joined, sentences_over, words_over
from archive.desk.wording import Layer, Stretch
from archive.editions.apparatus import (
    RowContent,
    SentenceContent,
    SpanContent,
    StretchContent,
    WordingContent,
)
from archive.editions.reading import Reading
from tests.desk import test_collation

pytestmark = pytest.mark.django_db

OWN = '<span class="own">'
DIFFERS = '<mark class="differs">'


def mark(start: int, end: int, thread: int, *, differs: bool = False) -> Mark:
    span = SpanContent(text="en", passage="p1", start=start, end=end, value="")
    return Mark(span, thread, differs)


def compared(start: int, end: int, thread: int, tag: str = "<u>") -> Stretch:
    return Stretch(start, end, Layer.COMPARED, tag, thread)


def test_words_compared_are_marked_and_those_that_differ_plainly() -> None:
    marks = {"p1": [mark(10, 16, 0), mark(0, 3, 1, differs=True)]}
    assert words_over(test_collation.reading(), ["en", "ru"], marks, ()) == {
        "p1": [compared(0, 3, 1, DIFFERS), compared(10, 16, 0)]
    }


def test_of_words_that_overlap_those_that_differ_stay_then_the_longer() -> None:
    date, year = mark(0, 12, 0), mark(8, 12, 1)
    reading = test_collation.reading()
    assert words_over(reading, ["en"], {"p1": [year, date]}, ()) == {"p1": [compared(0, 12, 0)]}
    differing = mark(8, 12, 1, differs=True)
    assert words_over(reading, ["en"], {"p1": [date, differing]}, ()) == {
        "p1": [compared(8, 12, 1, DIFFERS)]
    }


def test_words_that_only_one_of_two_texts_has_where_both_are_shown() -> None:
    made = test_collation.reading()
    wordings = (
        WordingContent(
            row=0,
            left="en",
            right="ru",
            source=(StretchContent("p1", 4, 8),),
            target=(StretchContent("p3", 0, 3),),
        ),
        WordingContent(row=0, left="en", right="zh", source=(StretchContent("p1", 6, 9),)),
    )
    said = msgspec.structs.replace(made.apparatus, wordings=wordings)
    reading = Reading(made.standing, made.content, said)
    assert words_over(reading, ["ru", "en", "zh"], {"p1": [mark(0, 3, 0)]}, ()) == {
        "p1": [
            compared(0, 3, 0),
            Stretch(4, 8, Layer.ONLY_HERE, OWN),
            Stretch(8, 9, Layer.ONLY_HERE, OWN),
        ],
        "p3": [Stretch(0, 3, Layer.ONLY_HERE, OWN)],
    }
    assert words_over(reading, ["en", "zh"], {}, ()) == {
        "p1": [Stretch(6, 9, Layer.ONLY_HERE, OWN)]
    }


def sentence(**cells: tuple[StretchContent, ...]) -> SentenceContent:
    return SentenceContent(cells=cells)


def test_sentences_are_laid_over_a_passage_that_has_several() -> None:
    row = RowContent(
        cells={"en": ("p1",), "ru": ("p3",), "zh": ("p5",)},
        sentences=(
            sentence(en=(StretchContent("p1", 0, 9),), zh=(StretchContent("p5", 0, 4),)),
            sentence(en=(StretchContent("p1", 10, 20),), ru=(StretchContent("p3", 0, 8),)),
        ),
    )
    found = {"p1": [compared(0, 3, 0)]}
    assert sentences_over([row], ["en", "ru"], found) == {"p3": 1}
    assert found == {
        "p1": [
            compared(0, 3, 0),
            Stretch(0, 9, Layer.SENTENCE, "<span>", 0),
            Stretch(10, 20, Layer.SENTENCE, "<span>", 1),
        ]
    }


def test_a_row_that_is_one_group_of_sentences_has_none() -> None:
    whole = sentence(en=(StretchContent("p1", 0, 9), StretchContent("p1", 10, 20)))
    found: dict[str, list[Stretch]] = {}
    row = RowContent(cells={"en": ("p1",)}, sentences=(whole,))
    assert (sentences_over([row], ["en"], found), found) == ({}, {})


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
