from __future__ import annotations

import msgspec
import pytest

from archive.desk.marks import Difference, difference_marks, marks
from archive.editions.apparatus import ComparisonContent, SpanContent
from archive.editions.deciding import judge
from archive.editions.reading import Reading, read
from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db


def cable() -> Reading:
    return world.read_published(world.cable_document())


def judged(state: str) -> Reading:
    reading = cable()
    record = Record.objects.get(pk=reading.standing.record_id)
    words = {"en": "189", "ru": "180"}
    judge(record, kind="number", words=words, state=state, note="A slip.", by="Ada")
    found = read(reading.standing.record_id)
    assert found is not None
    return found


def flagged(reading: Reading) -> list[Difference]:
    return [mark for mark in difference_marks(reading, "en", "ru") if mark.flag]


def test_the_figures_that_differ_in_the_order_of_the_texts() -> None:
    (mark,) = flagged(cable())
    assert (mark.said, mark.passage, mark.state) == ("189 against 180", "p2", "")
    (turned,) = [m for m in difference_marks(cable(), "ru", "en") if m.flag]
    assert (turned.said, turned.passage) == ("180 against 189", "p11")


def test_what_the_staff_explained_says_so_and_what_they_dismissed_is_gone() -> None:
    (explained,) = flagged(judged("explained"))
    assert explained.state == "explained"
    dismissed = judged("dismissed")
    assert (flagged(dismissed), marks(dismissed, ("en", "ru")).dismissed) == ([], 1)


def test_three_texts_that_share_a_word_are_one_thread() -> None:
    def span(text: str, value: str) -> SpanContent:
        return SpanContent(text=text, passage=f"p-{text}", start=0, end=3, value=value)

    def compared(left: str, right: str, severity: str) -> ComparisonContent:
        values = {"en": "189", "ru": "180", "zh": "189"}
        return ComparisonContent(
            kind="number",
            severity="flag" if severity else "",
            reason="differs" if severity else "",
            row=0,
            left=left,
            right=right,
            source=span(left, values[left]),
            target=span(right, values[right]),
        )

    reading = cable()
    found = (compared("en", "ru", "flag"), compared("en", "zh", ""), compared("ru", "zh", "flag"))
    text = msgspec.structs.replace(reading.content.record.texts[0], key="zh", language="zh")
    texts = (*reading.content.record.texts, text)
    record = msgspec.structs.replace(reading.content.record, texts=texts)
    three = Reading(
        reading.standing,
        msgspec.structs.replace(reading.content, record=record),
        msgspec.structs.replace(reading.apparatus, comparisons=found, votes=(), verdicts=()),
    )
    shown = marks(three, ("en", "ru", "zh"))
    assert (shown.count, len(shown.differences)) == (1, 1)
    assert {mark.thread for held in shown.words.values() for mark in held} == {
        shown.differences[0].thread
    }
