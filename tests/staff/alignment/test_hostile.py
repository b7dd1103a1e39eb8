"""The screen of rows under attack: whatever is sent has a page for an answer, and nothing is lost."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from django.test import Client

from archive.editions.apparatus import ApparatusContent
from archive.editions.reading import read
from archive.parallel.models import Pin
from archive.records.models import Record
from archive.staff.alignment.table import Decided, Row, Table, decided
from archive.staff.alignment.work import Work, written
from archive.texts.writing import write
from tests import world
from tests.hostile import strings

pytestmark = pytest.mark.django_db

ROWS = (Row((("p1",), ("p3",)), 0.9), Row((("p2",), ("p4",)), 0.9))


@pytest.fixture
def record() -> Record:
    texts = [world.text("en", "Hello.\n\nGoodbye."), world.text("ru", "Привет.\n\nПока.")]
    record = world.published(world.document(texts=texts)).record
    Pin.objects.create(record=record, cells={"en": ["p1"], "ru": ["p3"]}, by="Bo")
    return record


def _form(*pins: Decided, done: tuple[str, ...] = ()) -> str:
    kept = decided([("en", ["p1"]), ("ru", ["p3"])])
    return written(Work((kept,), Table(("en", "ru"), ROWS, (kept, *pins)), 0, done))


def _send(client: Client, record: Record, **fields: Any) -> Any:
    return client.post(f"/admin/records/record/{record.pk}/alignment/", fields)


def _apparatus(record: Record) -> ApparatusContent:
    reading = read(record.pk)
    assert reading is not None
    return reading.apparatus


def test_any_value_of_any_field_has_a_page_for_an_answer(client: Client, record: Record) -> None:
    before = _apparatus(record)
    for hostile in strings()[::40]:
        for fields in (
            {"work": hostile, "do": "save"},
            {"work": _form(), "do": hostile, "at": "p1"},
            {"work": _form(), "do": "pin", "at": hostile},
            {"work": _form(), "do": "move", "at": "p1", "to": hostile},
            {"work": _form(), "do": "texts", "texts": [hostile, "en"]},
        ):
            assert _send(client, record, **fields).status_code == 200, fields
        address = f"/admin/records/record/{record.pk}/alignment/"
        opened = client.get(address, {"texts": hostile, "moved": hostile})
        assert opened.status_code == (400 if "\0" in hostile else 200), hostile
    assert [pin.by for pin in Pin.objects.all()] == ["Bo"]
    assert _apparatus(record) == before


@pytest.mark.parametrize(
    "pin",
    [
        Decided(()),
        Decided((), aligned=False),
        decided([("en", ["p2"])]),
        decided([("en", ["p2"])], aligned=False),
        decided([("en", ["p2"]), ("ru", [])], aligned=False),
        decided([("en", []), ("ru", [])]),
        decided([("en", ["p4"]), ("ru", ["p2"])]),
        decided([("en", ["p4"]), ("ru", ["p2"])], aligned=False),
        decided([("zh", ["p2"]), ("ru", ["p4"])]),
        decided([("zh", ["p2"]), ("ru", ["p4"])], aligned=False),
        decided([("en", ["p2", "p2"]), ("ru", ["p4"])]),
        decided([("en", ["p2", "p1"]), ("ru", ["p4", "p3"])]),
        decided([("en", ["p2"]), ("ru", ["p3"])]),
        decided([("en", ["p1"]), ("ru", ["p3"])], aligned=False),
    ],
    ids=lambda pin: str(msgspec.to_builtins(pin)),
)
def test_a_decision_that_no_page_of_ours_makes_is_refused_in_words(
    client: Client, record: Record, pin: Decided
) -> None:
    answer = _send(client, record, work=_form(pin), do="save")
    assert answer.status_code == 200
    assert "Not saved, and nothing is lost." in answer.content.decode()
    assert [(kept.cells, kept.by) for kept in Pin.objects.all()] == [
        ({"en": ["p1"], "ru": ["p3"]}, "Bo")
    ]


def test_a_form_as_long_as_a_book_of_steps_is_answered(client: Client, record: Record) -> None:
    done = ("pin p2", "unpin p2") * 400
    answer = _send(client, record, work=_form(done=done), do="undo")
    assert (answer.status_code, answer.context["notice"].words) == (200, "Undone.")


def test_a_page_of_a_draft_that_was_emptied_meanwhile_says_so(
    client: Client, record: Record
) -> None:
    text: Any = record.texts.get(key="ru")
    text.body = ""
    write(record, text)
    answer = _send(client, record, work=_form(), do="save")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Somebody else has saved meanwhile" in page
    assert "Pins that cannot hold any longer" in page
    assert Pin.objects.count() == 1


def test_a_page_whose_text_is_gone_goes_on_with_the_others(client: Client, record: Record) -> None:
    record.texts.get(key="ru").delete()
    answer = _send(client, record, work=_form(), do="save")
    assert (answer.status_code, "Nothing to align" in answer.content.decode()) == (200, True)
    assert Pin.objects.count() == 1
