"""What the citation panel of a record's page offers to cite, and at which address."""

from __future__ import annotations

import pytest

from archive.citation.panel import Panel
from archive.desk.columns import TextChoice
from archive.desk.page import lay_out
from archive.editions.deciding import write_variance
from archive.editions.reading import Reading, read
from archive.records.models import Record
from archive.web.citing import (
    Choice,
    Wanted,
    choices,
    cited,
    file_query,
    notes_on,
    noting,
    query,
    styles,
)
from tests import world

pytestmark = pytest.mark.django_db


PLAIN = Wanted()


def cable() -> Reading:
    return world.read_published(world.cable_document())


def shown(reading: Reading, wanted: Wanted = PLAIN) -> tuple[Panel, tuple[Choice, ...]]:
    columns = lay_out(reading).columns
    panel = cited(reading, columns, wanted)
    return panel, tuple(choices(panel, columns, query(panel, columns, wanted)))


def hrefs(reading: Reading, wanted: Wanted) -> list[str]:
    return [f"{'*' if each.current else ''}{each.href}" for each in shown(reading, wanted)[1]]


def test_each_text_then_each_other_target() -> None:
    panel, offered = shown(cable())
    assert panel.citing == "The English text on the left, from the printed source"
    assert offered == (
        Choice("English text", "?left=en&right=ru", "text", current=True),
        Choice("Russian text", "?left=ru&right=en", "", current=False),
        Choice("Archival document", "?left=en&right=ru&cite=document", "document", current=False),
        Choice("Printed source", "?left=en&right=ru&cite=print", "print", current=False),
    )


def test_files_cite_the_same() -> None:
    reading = cable()
    assert file_query(shown(reading)[0]) == "?text=en"
    assert file_query(shown(reading, Wanted(passage="p11,p12"))[0]) == "?text=ru&passage=p11-p12"
    assert file_query(shown(reading, Wanted("print"))[0]) == "?text=en&cite=print"


def test_what_is_cited_and_how_stays_in_every_address() -> None:
    reading = cable()
    here = "?left=en&right=ru"
    assert hrefs(reading, Wanted("print", style="mla-9-in-text")) == [
        f"{here}&style=mla-9-in-text",
        "?left=ru&right=en&style=mla-9-in-text",
        f"{here}&cite=document&style=mla-9-in-text",
        f"*{here}&cite=print&style=mla-9-in-text",
    ]
    assert hrefs(reading, Wanted(passage="p11,p12", variants=True)) == [
        f"*{here}&passage=p11-p12&variants=1",
        here,
        "?left=ru&right=en",
        f"{here}&passage=p11-p12&cite=document",
        f"{here}&passage=p11-p12&cite=print",
    ]
    for target in ("text", "print"):
        assert shown(reading, Wanted(target, "p11-p12"))[1][0].label == "Paragraphs 4–5"


def test_the_variant_note_is_one_address_and_its_absence_another() -> None:
    reading = cable()
    columns = lay_out(reading).columns

    def there(wanted: Wanted) -> str:
        panel = cited(reading, columns, wanted)
        return noting(panel, query(panel, columns, wanted))

    here = "?left=en&right=ru&passage=p2"
    assert there(Wanted(passage="p2")) == f"{here}&style=chicago-18-note&variants=1"
    assert there(Wanted(passage="p2", style="mhra-4-note", variants=True)) == (
        f"{here}&style=mhra-4-note"
    )


def test_notes_of_the_staff_on_the_passage_cited() -> None:
    reading = cable()
    record = Record.objects.get(pk=reading.standing.record_id)
    write_variance(record, passages={"en": ["p4"], "ru": ["p13"]}, words={}, note="So.", by="Ada")
    found = read(reading.standing.record_id)
    assert found is not None
    for passage, numbers in (("p2", [1]), ("p11", [1]), ("p4", [2]), ("p1", [])):
        panel, _ = shown(found, Wanted(passage=passage))
        assert [note.number for note in notes_on(found, panel)] == numbers
    assert notes_on(found, shown(found)[0]) == ()


def test_one_text_stands_on_no_side() -> None:
    held = [{"type": "archive", "as_given": "box 1", "texts": ["en"]}]
    panel, offered = shown(world.read_published(world.document(texts=[world.text()], held=held)))
    assert panel.citing == "The English text, from the copy in box 1"
    assert offered == (
        Choice("English text", "?", "text", current=True),
        Choice("Archival document", "?cite=document", "document", current=False),
    )


def test_without_a_text_nothing_else_is_offered() -> None:
    reading = world.read_published(world.document())
    columns: tuple[TextChoice, ...] = ()
    panel = cited(reading, columns)
    assert panel.citing == "The document as described; no text of it is held here"
    assert tuple(choices(panel, columns, {})) == ()


def test_every_style_and_form_can_be_asked_for() -> None:
    found = list(styles())
    assert found[:2] == [
        ("chicago-18-note", "Chicago 18, note"),
        ("chicago-18-short-note", "Chicago 18, short note"),
    ]
    assert len(found) == 30
