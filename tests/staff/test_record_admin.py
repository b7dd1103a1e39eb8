"""One record on one page: saved whole, kept exactly, refused at the field."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.editions.draft import describe, drafts
from archive.records.models import Record
from tests import world
from tests.staff import pages

pytestmark = pytest.mark.django_db


def _described(pk: str) -> object:
    return describe(drafts(Record.objects.filter(pk=pk)).get())


def test_a_record_in_two_languages_is_added_on_one_page(client: Client) -> None:
    sent = pages.empty() | {"title": "A letter", "kind": "letter", "date": "1950-01-22"}
    sent = pages.with_row(sent, "texts", language="zh", kind="original", body="今年收成很好。")
    sent = pages.with_row(
        sent,
        "texts",
        language="en",
        kind="translation",
        body="The harvest is good.",
        translated_from="zh",
        translated_from_holding="0",
    )
    sent = pages.with_row(
        sent, "holdings", type="archive", reference="f. 45, op. 1, d. 334, l. 22", texts="zh"
    )
    response = pages.save(client, pages.ADD, sent)
    assert response.status_code == 302, pages.errors(response)
    record = Record.objects.get()
    assert _described(record.pk) == world.document(
        id=record.pk,
        title="A letter",
        kind="letter",
        date="1950-01-22",
        texts=[
            world.text("zh", "今年收成很好。"),
            world.text(
                "en",
                "The harvest is good.",
                kind="translation",
                translated_from="zh",
                translated_from_holding=0,
            ),
        ],
        held=[{"type": "archive", "reference": "f. 45, op. 1, d. 334, l. 22", "texts": ["zh"]}],
        editorial={"last_passage": 2, "passages": {"en": ["p2"], "zh": ["p1"]}},
    )
    assert record.earliest is not None
    assert record.earliest.isoformat() == "1950-01-22"
