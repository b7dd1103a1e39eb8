from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from archive.desk.labels import (
    and_list,
    date_words,
    day,
    lineage,
    marked_name,
    origin_line,
    short_label,
)
from archive.editions.content import Content
from tests import world

pytestmark = pytest.mark.django_db


def content(number: str) -> Content:
    return world.read_published(world.practice_document(number)).content


def test_a_day_is_said_without_its_hour() -> None:
    assert day(date(2026, 11, 3)) == "November 3, 2026"
    assert day(datetime(2026, 11, 3, 23, tzinfo=UTC)) == "November 3, 2026"
    assert date_words("1950-01~") == "about January 1950"
    assert date_words(None) == ""


@pytest.mark.parametrize(
    ("items", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_are_said_as_people_say_them(items: list[str], said: str) -> None:
    assert and_list(items) == said


def test_a_machine_translation_says_so() -> None:
    found = content("10")
    machine = next(t for t in found.record.texts if t.kind == "machine translation")
    assert "translated by machine from the Russian" in origin_line(found, machine)


def test_texts_in_one_language_are_told_apart_by_their_translators() -> None:
    found = content("05")
    labels = [short_label(found, text) for text in found.record.texts]
    assert labels[1].startswith("English, ")
    assert len(set(labels)) == 3


def test_what_translators_do_not_tell_apart_bears_its_key() -> None:
    texts = [world.text("en"), {**world.text("en"), "key": "en-b"}, world.text("ru")]
    found = world.read_published(world.document(texts=texts)).content
    assert [
        (marked_name(found, text), short_label(found, text)) for text in found.record.texts
    ] == [
        ("English, en", "English, en"),
        ("English, en-b", "English, en-b"),
        ("Russian", "Russian"),
    ]
    by_kim = [{**text, "translators": [{"name": "Kim Donggil"}]} for text in texts[:2]]
    found = world.read_published(
        world.document(texts=[*by_kim, texts[1] | {"key": "en-c"}])
    ).content
    assert [
        (marked_name(found, text), short_label(found, text)) for text in found.record.texts
    ] == [
        ("English, en", "English, en"),
        ("English, en-b", "English, en-b"),
        ("English", "English, en-c"),
    ]


def test_an_excerpt_says_so() -> None:
    found = content("08")
    excerpt = next(t for t in found.record.texts if t.completeness == "excerpt")
    assert origin_line(found, excerpt).endswith("; excerpt")


def test_an_original_leads_to_its_translations() -> None:
    (line,) = lineage(content("06"))
    assert (line.source, line.source_key, line.source_note) == ("Arabic", "ar", "original")
    assert [text.key for text in line.texts] == ["he", "en"]


def test_a_record_without_texts_has_no_lineage() -> None:
    assert lineage(content("14")) == ()
