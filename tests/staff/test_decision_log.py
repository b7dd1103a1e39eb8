from __future__ import annotations

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest

from archive.editions.deciding import judge, write_variance
from archive.editions.models import Edition
from archive.editions.reporting import report
from archive.staff.alignment import logbook
from archive.staff.decision_log import decided, log
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


@pytest.fixture
def request_of_ada(ada: User) -> HttpRequest:
    request = HttpRequest()
    request.user = ada
    return request


def _decisions(edition: Edition) -> list[Model]:
    words = {"en": "189", "ru": "180"}
    verdict = judge(edition.record, kind="number", words=words, state="open", note="", by="Ada")
    note = write_variance(
        edition.record, passages={"en": ["p2"]}, words={}, note="Agreed or proposed.", by="Ada"
    )
    return [verdict, note, report(edition, passage="p2", message="Wrong.")]


def test_what_was_decided_on_a_record_is_told_the_latest_first(
    cable: Edition, request_of_ada: HttpRequest, ada: User
) -> None:
    verdict, note, sent = _decisions(cable)
    log(request_of_ada, verdict, "Judged.", new=True)
    log(request_of_ada, note, "Written.")
    log(request_of_ada, sent, "Answered.")
    logbook.log(ada, cable.record, "Rows: 1 decision saved.")
    assert [
        (entry.user, entry.get_change_message(), entry.action_flag)
        for entry in decided(cable.record_id)
    ] == [
        (ada, "Rows: 1 decision saved.", CHANGE),
        (ada, "Answered.", CHANGE),
        (ada, "Written.", CHANGE),
        (ada, "Judged.", ADDITION),
    ]


def test_decisions_on_other_records_and_saves_of_the_record_are_not_among_them(
    cable: Edition, request_of_ada: HttpRequest, ada: User
) -> None:
    other = world.published(world.document(texts=[world.text()]))
    log(request_of_ada, report(other, passage="", message="Wrong."), "Answered.")
    logbook.log(ada, other.record, "Rows: 1 decision saved.")
    log(request_of_ada, cable.record, "Changed the title.")
    assert LogEntry.objects.count() == 3
    assert list(decided(cable.record_id)) == []
