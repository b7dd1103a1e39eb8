from __future__ import annotations

import pytest

from archive.editions.aligning import align_texts
from archive.editions.apparatus import (
    ApparatusContent,
    OmissionContent,
    RowContent,
    SentenceContent,
    StretchContent,
    WordingContent,
)
from archive.editions.collating import collated, omissions
from tests import world


def _collated(*texts: dict[str, object]) -> ApparatusContent:
    return collated(align_texts(world.content(world.document(texts=list(texts)))))


def test_spans_are_offsets_into_the_body_whatever_marks_stand_before_them() -> None:
    english = "*Most* urgent[^1].\n\nWe need 4,500 *rifles* now.\n\n[^1]: So marked."
    russian = "*Весьма* срочно.\n\nНам нужны 4700 *винтовок* сейчас."
    found = _collated(world.text("en", english), world.text("ru", russian))
    (difference,) = found.differences
    assert difference.source is not None
    assert difference.target is not None
    assert english[difference.source.start : difference.source.end] == "4,500"
    assert russian[difference.target.start : difference.target.end] == "4700"
    assert (difference.source.passage, difference.target.passage) == ("p2", "p5")


def test_one_text_has_no_apparatus() -> None:
    assert _collated(world.text()) == ApparatusContent()


def test_two_texts_of_one_language_are_compared_word_by_word_too() -> None:
    found = _collated(
        world.text("en", "The same.\n\nThe old boat."),
        world.text("en-2", "The same.\n\nThe new boat.", language="en"),
    )
    assert found.wordings == (
        WordingContent(
            row=1,
            left="en",
            right="en-2",
            source=(StretchContent("p2", 15, 18),),
            target=(StretchContent("p4", 15, 18),),
        ),
    )


def test_of_three_texts_the_odd_one_is_named() -> None:
    found = _collated(
        world.text("en", "They have 189 guns."),
        world.text("ru", "У них 180 пулеметов."),
        world.text("zh", "他们有重机枪一百八十九挺。"),
    )
    (vote,) = found.votes
    assert (vote.kind, vote.row, vote.value, vote.odd) == ("number", 0, "189", "ru")
    assert {key: span.value for key, span in vote.spans.items() if span} == {
        "en": "189",
        "ru": "180",
        "zh": "189",
    }


def test_two_sentences_without_a_counterpart_are_a_possible_omission_and_one_is_none() -> None:
    first, second, third = (StretchContent("p1", at, at + 9) for at in (0, 10, 20))
    answer = StretchContent("p2", 0, 9)
    row = RowContent(
        cells={"en": ("p1",), "ru": ("p2",)},
        sentences=(
            SentenceContent(cells={"en": (first,)}),
            SentenceContent(cells={"en": (second,)}),
            SentenceContent(cells={"en": (third,), "ru": (answer,)}),
        ),
    )
    assert list(omissions([row], ["en", "ru"])) == [
        OmissionContent(text="en", lacking="ru", sentences=(first, second))
    ]


@pytest.mark.django_db
def test_three_texts_share_their_rows() -> None:
    reading = world.read_published(world.practice_document("03"))
    shared = [row for row in reading.apparatus.rows if len(row.cells) == 3]
    assert len(shared) >= 5
    pairs = {(d.left, d.right) for d in reading.apparatus.differences if d.severity == "flag"}
    assert pairs <= {("ko", "en"), ("ko", "ru"), ("en", "ru")}


@pytest.mark.django_db
def test_texts_without_wording_do_not_hinder_the_others() -> None:
    texts = [world.text("en", "One."), world.text("ru", ""), world.text("de", "Eins.")]
    reading = world.read_published(world.document(texts=texts))
    assert [dict(row.cells) for row in reading.apparatus.rows] == [{"en": ("p1",), "de": ("p2",)}]
