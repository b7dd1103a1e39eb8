from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from django.db import connection, transaction

from archive.editions.models import Edition, Report
from archive.editions.publishing import publish
from archive.editions.reading import read
from archive.editions.reporting import answer, reopen, report, set_aside
from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def told(edition: Edition) -> list[tuple[int, str, str]]:
    """What readers are told of reports: number, outcome, by."""
    reading = read(edition.record_id)
    assert reading is not None
    return [(each.number, each.outcome, each.by) for each in reading.apparatus.outcomes]


def test_an_answer_stands_before_readers_at_once_and_goes_when_it_is_taken_back(
    cable: Edition,
) -> None:
    sent = report(cable, passage="p11", message="180 is 189 in the print", words="180")
    assert told(cable) == []
    answer(sent, outcome=" The Russian has 180. ", by="Ada")
    assert told(cable) == [(1, "The Russian has 180.", "Ada")]
    reopen(sent)
    assert told(cable) == []
    sent.refresh_from_db()
    assert (sent.state, sent.answered_by, sent.answered_at) == ("open", "", None)
    assert sent.outcome == "The Russian has 180."


def test_an_answer_that_is_set_aside_is_told_no_longer(cable: Edition) -> None:
    sent = report(cable, passage="", message="Buy now")
    answer(sent, outcome="Thank you.", by="Ada")
    set_aside(sent, by="Ben")
    assert told(cable) == []
    sent.refresh_from_db()
    assert (sent.state, sent.answered_by) == ("set aside", "Ben")


@pytest.mark.django_db(transaction=True)
def test_an_answer_given_while_the_next_edition_is_published_stands_in_that() -> None:
    cable = world.published(world.cable_document())
    sent = report(cable, passage="", message="?")

    def answered() -> None:
        try:
            answer(sent, outcome="Thank you.", by="Ada")
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            Record.objects.filter(pk=cable.record_id).update(title="The cable")
            publish(Record.objects.get(pk=cable.record_id), by="Ben")
            answering = other.submit(answered)
            while not (answering.done() or waits_for_a_lock()):
                sleep(0.01)
        answering.result()
    assert told(cable) == [(1, "Thank you.", "Ada")]


def waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return bool(cursor.fetchone()[0])


def test_reports_are_numbered_in_their_record(cable: Edition) -> None:
    other = world.published(world.document(texts=[world.text()]))
    for edition in (cable, other, cable):
        report(edition, passage="", message="?")
    numbers = Report.objects.order_by("pk").values_list("edition__record", "number")
    assert list(numbers) == [(cable.record_id, 1), (other.record_id, 1), (cable.record_id, 2)]


def test_an_answer_says_something(cable: Edition) -> None:
    sent = report(cable, passage="", message="?")
    with pytest.raises(ValueError, match="readers are shown it"):
        answer(sent, outcome="  ", by="Ada")
    sent.refresh_from_db()
    assert sent.state == "open"
