from __future__ import annotations

import pytest

from archive.records.models import Record
from archive.texts.models import Passage, Text
from archive.texts.writing import follow_hands, write
from tests import world

pytestmark = pytest.mark.django_db

BODY = "First, the harbour is closed.\n\nSecond, the pilots are paid.\n\nThird, we await orders."


def a_text(body: str = BODY, **fields: object) -> tuple[Record, Text]:
    record = world.stored(world.document(source_id="s"))
    text = Text(record=record, key="en", language="en", body=body, **fields)
    write(record, text)
    return record, text


def ids(text: Text) -> list[int]:
    return list(Passage.objects.filter(text=text).values_list("number", flat=True))


def test_passages_get_ids_in_order_and_the_record_counts_them() -> None:
    record, text = a_text()
    assert ids(text) == [1, 2, 3]
    assert Record.objects.get(pk=record.pk).last_passage == 3


def test_after_an_edit_ids_stay_with_their_wording_and_none_comes_again() -> None:
    record, text = a_text()
    text.body = BODY.replace("\n\nThird, we await orders.", "").replace("closed", "shut")
    write(record, text)
    assert ids(text) == [1, 2]
    text.body += "\n\nA wording that is wholly new here."
    write(record, text)
    assert ids(text) == [1, 2, 4]


def test_ids_that_came_along_are_kept_where_they_fit() -> None:
    record, text = a_text()
    write(record, text, ids=[7, 9, 8])
    assert ids(text) == [7, 9, 8]
    assert record.last_passage == 9
    write(record, text, ids=[1])
    assert ids(text) == [7, 9, 8]


def test_a_hand_follows_its_passages() -> None:
    record, text = a_text(hands=[{"name": "M", "kind": "minute", "from": 2, "to": 3}])
    before = Text.objects.prefetch_related("passages").get(pk=text.pk)
    list(before.passages.all())
    text.body = f"An opening that was not there.\n\n{BODY}"
    write(record, text)
    assert follow_hands(before, Text.objects.get(pk=text.pk)) == [
        {"name": "M", "kind": "minute", "from": 3, "to": 4}
    ]


def test_a_hand_whose_passages_are_gone_keeps_its_numbers() -> None:
    record, text = a_text(hands=[{"name": "M", "kind": "minute", "from": 3}])
    before = Text.objects.prefetch_related("passages").get(pk=text.pk)
    text.body = "First, the harbour is closed."
    write(record, text)
    assert follow_hands(before, Text.objects.get(pk=text.pk)) == before.hands
