"""Several records at once: published, withdrawn, exported."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.editions.document import line
from archive.editions.draft import describe, drafts
from archive.editions.models import Availability, Edition
from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db
_LIST = "/admin/records/record/"


def _act(client: Client, action: str, *records: Record, **sent: Any) -> Any:
    chosen = {"action": action, "_selected_action": [record.pk for record in records]}
    return client.post(_LIST, {**chosen, **sent}, follow=True)


def test_publishing_several_is_not_held_up_by_one(client: Client) -> None:
    good = world.stored(world.document(title="Good"))
    bad = world.stored(world.document(title="Bad"))
    Record.objects.filter(pk=bad.pk).update(date="soon")
    answer = _act(client, "publish_selected", good, bad)
    assert [edition.record_id for edition in Edition.objects.all()] == [good.pk]
    words = answer.content.decode()
    assert "1 published" in words
    assert "Bad: date: “soon” is not a date." in words


def test_withdrawing_several_asks_for_the_reason(client: Client) -> None:
    published = world.published(world.document(title="Published")).record
    draft = world.stored(world.document(title="Draft"))
    asked = _act(client, "withdraw_selected", published, draft)
    assert "Readers will see no wording of these records" in asked.content.decode()
    again = _act(client, "withdraw_selected", published, draft, confirmed="yes", reason=" ")
    assert "Give the reason" in again.content.decode()
    assert Availability.objects.get().withdrawn_at is None
    done = _act(client, "withdraw_selected", published, draft, confirmed="yes", reason="Twice.")
    assert Availability.objects.get().withdrawn_reason == "Twice."
    assert "1 were never published" in done.content.decode()


def test_exporting_gives_the_drafts_as_they_stand(client: Client) -> None:
    record = world.stored(world.document(title="A letter", internal_note="Ask Bo."))
    world.stored(world.document(title="Not chosen"))
    answer = _act(client, "export_selected", record)
    draft = drafts(Record.objects.filter(pk=record.pk)).get()
    assert b"".join(answer.streaming_content) == line(describe(draft))
    assert b"Ask Bo." in line(describe(draft))
