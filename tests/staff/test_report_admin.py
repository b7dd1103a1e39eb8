"""The queue of readers' reports: its order, a report beside the texts, what becomes of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client

from archive.editions.models import Edition, Report
from archive.editions.publishing import publish
from archive.editions.reading import read
from archive.editions.reporting import report
from archive.texts.models import Text
from archive.texts.writing import write
from tests import world

pytestmark = pytest.mark.django_db

LIST = "/admin/editions/report/"
DAY = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


@pytest.fixture
def sent(cable: Edition) -> Report:
    return report(cable, passage="p2", message="189 or <b>180</b>?", words="189")


def _address(given: Report) -> str:
    return f"{LIST}{given.pk}/change/"


def _outcomes(given: Report) -> list[tuple[int, str, str]]:
    """As readers have them."""
    reading = read(given.edition.record_id)
    assert reading is not None
    return [(each.number, each.outcome, each.by) for each in reading.apparatus.outcomes]


def test_a_report_stands_beside_the_passage_and_its_counterparts(
    client: Client, sent: Report
) -> None:
    response = client.get(_address(sent))
    found = response.context["reported"]
    assert (found.place, found.now) == ("paragraph 2 of the English text", None)
    assert [side.label for side in found.then.sides] == ["English", "Russian"]
    html = response.content.decode()
    record = sent.edition.record_id
    for words in (
        "189 or &lt;b&gt;180&lt;/b&gt;?",
        "<mark>189</mark> heavy machine guns",
        "180 станковых пулеметов",
        f'<a href="/records/{record}/v1/#p2">',
        f'href="/admin/records/record/{record}/change/"',
        f'href="/admin/records/record/{record}/differences/"',
        "1 report is open.",
    ):
        assert words in html


@pytest.mark.parametrize(
    ("new", "said"), [("189", "The passage reads as it did."), ("180", "<mark>189</mark>")]
)
def test_what_stands_there_now_is_shown_beside_it(
    client: Client, sent: Report, new: str, said: str
) -> None:
    record = sent.edition.record
    text = Text.objects.get(record=record, key="en")
    text.body = text.body.replace("189", new) + "\n\nMore."
    write(record, text)
    publish(record, by="Ada")
    response = client.get(_address(sent))
    found = response.context["reported"]
    assert (found.now.edition, found.unchanged) == (2, new == "189")
    html = response.content.decode()
    assert said in html
    assert f'<a href="/records/{record.pk}/#p2">' in html


def test_a_report_on_the_whole_record_or_on_a_passage_that_went(
    client: Client, cable: Edition
) -> None:
    whole = report(cable, passage="", message="Whole")
    lost = report(cable, passage="p99", message="Lost")
    places = [client.get(_address(each)).context["reported"].place for each in (whole, lost)]
    assert places == ["the record as a whole", "a passage that this edition does not have"]


def test_open_ones_come_first_and_of_all_the_oldest(client: Client, cable: Edition) -> None:
    states = ("open", "answered", "open", "set aside")
    for number, state in enumerate(states):
        given = report(cable, passage="", message=f"Report {state} {number}")
        Report.objects.filter(pk=given.pk).update(
            state=state, outcome="Said.", sent_at=DAY + timedelta(number)
        )
    html = client.get(LIST).content.decode()
    wanted = ["Report open 0", "Report open 2", "Report answered 1", "Report set aside 3"]
    assert sorted(wanted, key=html.index) == wanted
    assert "open (2)" in html


def test_an_answer_is_read_by_readers_at_once_and_leads_to_the_next(
    client: Client, sent: Report
) -> None:
    later = report(sent.edition, passage="", message="Another one")
    answer = client.post(
        _address(sent), {"state": "answered", "outcome": " The print has 189.\r\n"}, follow=True
    )
    assert answer.redirect_chain == [(_address(later), 302)]
    address = f"/records/{sent.edition.record_id}/reports/{sent.number}/"
    assert f"<a href='{address}'>what readers see</a>" in answer.content.decode()
    assert _outcomes(sent) == [(1, "The print has 189.", "ada")]
    assert "The print has 189." in Client().get(address).content.decode()
    assert LogEntry.objects.count() == 1
    last = client.post(_address(later), {"state": "set aside", "outcome": ""})
    assert last["Location"] == LIST


def test_an_answer_without_words_is_refused_at_its_field(client: Client, sent: Report) -> None:
    page = client.post(_address(sent), {"state": "answered", "outcome": " "}).content.decode()
    assert "Say what became of the report: readers are shown it." in page
    sent.refresh_from_db()
    assert sent.state == "open"


def test_what_is_set_aside_is_told_to_nobody_and_can_be_opened_again(
    client: Client, sent: Report
) -> None:
    answer = client.post(_address(sent), {"state": "set aside", "outcome": ""}, follow=True)
    assert "is set aside. Readers see nothing of it." in answer.content.decode()
    assert _outcomes(sent) == []
    page = client.get(_address(sent))
    was = page.context["adminform"].form.now
    assert "Open it again" in page.content.decode()
    client.post(_address(sent), {"state": "open", "outcome": "", "was": was})
    sent.refresh_from_db()
    assert sent.state == "open"


def test_of_two_who_answer_at_once_the_later_is_told_and_loses_nothing(
    client: Client, bos_client: Client, sent: Report
) -> None:
    bos_client.post(_address(sent), {"state": "answered", "outcome": "It has 189."})
    mine = {"state": "answered", "outcome": "Both are in print."}
    refused = client.post(_address(sent), mine)
    html = refused.content.decode()
    assert "Somebody else closed this report while your page was open: bo" in html
    assert "“It has 189.”" in html
    assert "Both are in print.</textarea>" in html
    assert _outcomes(sent) == [(1, "It has 189.", "bo")]
    was = refused.context["adminform"].form.now
    assert f'name="was" value="{was}"' in html
    client.post(_address(sent), {**mine, "was": was})
    assert _outcomes(sent) == [(1, "Both are in print.", "ada")]


def test_who_answers_what_was_opened_again_meanwhile_is_told_so(
    client: Client, bos_client: Client, sent: Report
) -> None:
    bos_client.post(_address(sent), {"state": "answered", "outcome": "It has 189."})
    was = client.get(_address(sent)).context["adminform"].form.now
    bos_client.post(_address(sent), {"state": "open", "outcome": "It has 189.", "was": was})
    mine = {"state": "answered", "outcome": "Both are in print.", "was": was}
    html = client.post(_address(sent), mine).content.decode()
    assert "Somebody else opened this report again while your page was open." in html
    assert "closed this report" not in html
    client.post(_address(sent), {**mine, "was": ""})
    assert _outcomes(sent) == [(1, "Both are in print.", "ada")]


def test_who_may_only_look_cannot_answer(bos_client: Client, bo: User, sent: Report) -> None:
    bo.groups.clear()
    bo.user_permissions.set(Permission.objects.filter(codename="view_report"))
    html = bos_client.get(_address(sent)).content.decode()
    assert "189 or &lt;b&gt;180&lt;/b&gt;?" in html
    assert "Answer it" not in html
    answer = {"state": "answered", "outcome": "It has 189."}
    assert bos_client.post(_address(sent), answer).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_do_not_grow(
    client: Client, cable: Edition, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        given = report(cable, passage="p2", message=f"Report {number}")
    client.get(LIST)
    with django_assert_num_queries(6):
        client.get(LIST)
    with django_assert_num_queries(8):
        client.get(_address(given))
