from __future__ import annotations

from typing import Literal

import pytest
from msgspec.structs import replace

from archive.editions.apparatus import ApparatusContent, ComparisonContent, SpanContent
from archive.editions.content import Content
from archive.editions.deciding import judge
from archive.editions.judged import (
    Verdicts,
    adrift,
    difference_name,
    judged_differences,
    span_words,
)
from archive.editions.reading import read
from tests import world

pytestmark = pytest.mark.django_db

GUNS = {"en": "189", "ru": "180"}


def _span(content: Content, key: str, words: str, nth: int = 0) -> SpanContent:
    text = content.record.text(key)
    assert text is not None
    start = -1
    for _ in range(nth + 1):
        start = text.body.index(words, start + 1)
    passage = next(p for p in content.passages[key] if p.start <= start < p.end)
    return SpanContent(text=key, passage=passage.id, start=start, end=start + len(words), value="1")


def test_a_difference_comes_with_its_verdict() -> None:
    record = world.published(world.cable_document()).record
    judge(record, kind="number", words=GUNS, state="explained", note="A slip.", by="Ada")
    reading = read(record.pk)
    assert reading is not None
    (found,) = judged_differences(reading.content, reading.apparatus)
    assert (found.kind, found.severity, found.state, dict(found.words)) == (
        "number",
        "flag",
        "explained",
        GUNS,
    )
    assert found.verdict is not None
    assert found.verdict.note == "A slip."
    assert adrift(reading.content, reading.apparatus) == ()


def test_a_verdict_is_found_by_kind_and_words_and_only_where_texts_disagree() -> None:
    record = world.published(world.cable_document()).record
    judge(record, kind="number", words=GUNS, state="explained", note="A slip.", by="Ada")
    reading = read(record.pk)
    assert reading is not None
    verdicts = Verdicts(reading.content, reading.apparatus.verdicts)
    found = {(c.kind, c.severity): verdicts.on(c) for c in reading.apparatus.comparisons}
    judged = {of: verdict.state for of, verdict in found.items() if verdict}
    assert judged == {("number", "flag"): "explained"}
    (guns,) = (c for c in reading.apparatus.comparisons if c.severity)
    assert verdicts.on(replace(guns, severity="")) is None
    assert verdicts.on(replace(guns, kind="date")) is None


def test_only_a_flag_between_words_of_both_that_stands_is_a_disagreement() -> None:
    said = ("en", "We have 30 lorries and 71 oxen."), ("ru", "У нас 40 грузовиков.")
    record = world.published(world.document(texts=[world.text(*each) for each in said])).record
    judge(record, kind="number", words={"en": "30", "ru": "40"}, state="open", note="", by="Ada")

    def disagreeing() -> list[tuple[str, str, bool]]:
        reading = read(record.pk)
        assert reading is not None
        found = judged_differences(reading.content, reading.apparatus)
        return sorted((d.words["en"], d.severity, d.disagrees) for d in found)

    assert disagreeing() == [("30", "flag", True), ("71", "flag", False)]
    judge(record, kind="number", words={"en": "30", "ru": "40"}, state="dismissed", note="", by="A")
    assert disagreeing() == [("30", "flag", False), ("71", "flag", False)]


def test_the_same_words_in_several_rows_are_one_difference_and_flags_come_first() -> None:
    texts = [world.text("en", "7 and 7.\n\n9."), world.text("ru", "8 и 8.\n\nНет.")]
    content = world.read_published(world.document(texts=texts)).content

    def compared(nth: int, severity: Literal["flag", "note"]) -> ComparisonContent:
        return ComparisonContent(
            kind="number",
            severity=severity,
            reason="differs",
            row=nth,
            left="en",
            right="ru",
            source=_span(content, "en", "7", nth),
            target=_span(content, "ru", "8", nth),
        )

    alone = ComparisonContent(
        kind="number",
        severity="note",
        row=1,
        left="en",
        right="ru",
        source=_span(content, "en", "9"),
    )
    first, second = compared(0, "note"), compared(1, "flag")
    nowhere = ComparisonContent(kind="date", severity="note", row=0, left="en", right="ru")
    apparatus = ApparatusContent(comparisons=(nowhere, alone, first, second))
    found = judged_differences(content, apparatus)
    assert [(dict(f.words), f.severity, f.places) for f in found] == [
        ({"en": "7", "ru": "8"}, "flag", (second, first)),
        ({"en": "9", "ru": ""}, "note", (alone,)),
    ]


def test_a_verdict_whose_words_are_gone_is_adrift() -> None:
    record = world.published(world.cable_document()).record
    verdict = judge(record, kind="date", words=GUNS, state="dismissed", note="", by="Ada")
    reading = read(record.pk)
    assert reading is not None
    assert [v.number for v in adrift(reading.content, reading.apparatus)] == [verdict.number]
    (found,) = judged_differences(reading.content, reading.apparatus)
    assert found.state == "open"


def test_a_difference_is_named_by_its_kind_and_words_in_any_order() -> None:
    assert difference_name("number", GUNS) == difference_name("number", {"ru": "180", "en": "189"})
    assert difference_name("number", GUNS) != difference_name("date", GUNS)


def test_words_that_are_not_there_are_none() -> None:
    content = world.read_published(world.cable_document()).content
    assert span_words(content, None) == ""
    assert span_words(content, _span(content, "en", "189")) == "189"
