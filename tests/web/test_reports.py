"""Readers' reports: the form, what is refused, and what became of one."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from archive.editions.models import Edition, Report
from archive.editions.reporting import answer, report
from archive.web import report_keeping, report_tokens
from tests import world
from tests.hostile import strings
from tests.web.conftest import Reader, html_faults, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def send(
    reader: Reader, to: Edition, *, age: float = 60, fields: dict[str, str] | None = None
) -> Any:
    token = report_tokens.issue(to.record_id, at=time.time() - age)
    given = {"edition": "1", "passage": "p11", "message": "Wrong.", "token": token}
    return reader.client.post(f"/records/{to.record_id}/report/", {**given, **(fields or {})})


def test_the_form_shows_the_passage_and_is_not_kept(reader: Reader, cable: Edition) -> None:
    response = reader.get(f"/records/{cable.record_id}/report/?passage=p11&edition=1&words=180")
    assert response.headers["Cache-Control"] == "no-store"
    page = response.content.decode()
    assert html_faults(page) == []
    assert '<mark class="differs">180</mark> станковых' in page
    assert "About paragraph 4 of the Russian text, edition 1:" in words(page)


def test_a_report_is_kept_once_and_thanked_for(reader: Reader, cable: Edition) -> None:
    first, again = (
        send(reader, cable, fields={"words": "180"}),
        send(reader, cable, fields={"words": "180"}),
    )
    assert (first.status_code, first.headers["Location"]) == (
        303,
        f"/records/{cable.record_id}/reports/1/",
    )
    assert again.headers["Location"] == first.headers["Location"]
    (kept,) = Report.objects.all()
    assert (kept.passage, kept.words, kept.message, kept.state) == ("p11", "180", "Wrong.", "open")
    said = words(reader.page(first.headers["Location"]))
    assert "Thank you." in said
    assert "not been answered yet" in said
    assert "Wrong." not in said


def test_an_answer_stands_on_the_record_and_at_the_report(reader: Reader, cable: Edition) -> None:
    sent = report(cable, passage="p11", message="Wrong.")
    answer(sent, outcome="Corrected in edition 3", by="Ada")
    record = words(reader.page(f"/records/{cable.record_id}/"))
    assert "Paragraph 4, edition 1: Corrected in edition 3 Report 1, answered by Ada" in record
    assert "Corrected in edition 3" in words(reader.page(f"/records/{cable.record_id}/reports/1/"))


@pytest.mark.parametrize(
    ("fields", "status", "says"),
    [
        ({"message": " "}, 400, "Say what is wrong: the report is empty."),
        ({"message": "x" * 4001}, 400, "It has 4,001 characters, at most 4,000 are kept."),
        ({"words": "x" * 501}, 400, "It has 501 characters, at most 500 are kept."),
        ({"message": "http://a http://b http://c"}, 400, "It has 3 web addresses"),
        ({"home_page": "x"}, 400, "This field is there to catch programs."),
        ({"token": "x"}, 400, "The form did not come from this page"),
        ({"edition": "9"}, 400, "There is no such edition"),
        ({"passage": "p999"}, 400, "That passage may not be read now"),
    ],
)
def test_refused_and_nothing_is_lost(
    reader: Reader, cable: Edition, fields: dict[str, str], status: int, says: str
) -> None:
    response = send(reader, cable, fields={"words": "these words", **fields})
    page = response.content.decode()
    assert (response.status_code, html_faults(page)) == (status, [])
    assert says in words(page)
    assert fields.get("words", "these words") in page
    assert Report.objects.count() == 0


def test_too_soon_too_late_and_too_many(
    reader: Reader, cable: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "faster than people write" in words(send(reader, cable, age=0).content.decode())
    late = send(reader, cable, age=report_tokens.GREATEST_AGE + 9)
    assert "open for more than a day" in words(late.content.decode())
    monkeypatch.setattr(report_keeping, "MOST_ON_A_RECORD", 1)
    assert send(reader, cable).status_code == 303
    many = send(reader, cable, fields={"message": "Another."})
    assert (many.status_code, many.headers["Retry-After"]) == (429, "3600")
    assert "Another." in many.content.decode()


def test_a_form_of_another_site_or_record_is_refused(reader: Reader, cable: Edition) -> None:
    path = f"/records/{cable.record_id}/report/"
    response = reader.client.post(path, {}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    token = report_tokens.issue("0000000", at=time.time() - 60)
    assert send(reader, cable, fields={"token": token}).status_code == 400
    assert Report.objects.count() == 0


def test_hostile_strings(reader: Reader, cable: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_keeping, "MOST_ON_A_RECORD", 10**6)
    monkeypatch.setattr(report_keeping, "MOST_IN_ALL", 10**6)
    names = ("message", "words", "passage", "edition", "token", "home_page")
    for index, string in enumerate(strings()[::3]):
        name = names[index % len(names)]
        response = send(reader, cable, fields={name: string})
        assert (name, string, response.status_code in {303, 400}) == (name, string, True)
        if response.status_code == 400:
            page = response.content.decode()
            assert (string, html_faults(page)) == (string, [])
            assert not re.search(r"<(script(?! type=\"module\")|img|iframe|svg on)", page)
