from __future__ import annotations

import pytest

from archive.editions.aligning import compare_texts
from archive.editions.apparatus import ApparatusContent
from tests import world

pytestmark = pytest.mark.django_db


def test_spans_are_offsets_into_the_body_whatever_marks_stand_before_them() -> None:
    english = "*Most* urgent[^1].\n\nWe need 4,500 *rifles* now.\n\n[^1]: So marked."
    russian = "*Весьма* срочно.\n\nНам нужны 4700 *винтовок* сейчас."
    content = world.read_published(
        world.document(texts=[world.text("en", english), world.text("ru", russian)])
    ).content
    (difference,) = compare_texts(content).differences
    assert difference.source is not None
    assert difference.target is not None
    assert english[difference.source.start : difference.source.end] == "4,500"
    assert russian[difference.target.start : difference.target.end] == "4700"
    assert (difference.source.passage, difference.target.passage) == ("p2", "p5")


def test_one_text_has_no_apparatus() -> None:
    content = world.read_published(world.document(texts=[world.text()])).content
    assert compare_texts(content) == ApparatusContent()


def test_three_texts_share_their_rows() -> None:
    reading = world.read_published(world.practice_document("03"))
    shared = [row for row in reading.apparatus.rows if len(row.cells) == 3]
    assert len(shared) >= 5
    pairs = {(d.left, d.right) for d in reading.apparatus.differences if d.severity == "flag"}
    assert pairs <= {("ko", "en"), ("ko", "ru"), ("en", "ru")}


def test_texts_without_wording_do_not_hinder_the_others() -> None:
    texts = [world.text("en", "One."), world.text("ru", ""), world.text("de", "Eins.")]
    reading = world.read_published(world.document(texts=texts))
    assert [dict(row.cells) for row in reading.apparatus.rows] == [{"en": ("p1",), "de": ("p2",)}]
