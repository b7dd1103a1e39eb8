"""The board's pages: what they show and to whom, and the way through them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.editions.models import FoundDifference
from archive.editions.withholding import embargo
from archive.records.models import Record
from tests import world
from tests.staff.pages import judging

pytestmark = pytest.mark.django_db

BOARD = "/admin/differences/"
NEXT = "/admin/differences/next/"


@pytest.fixture
def two() -> list[FoundDifference]:
    """Two flags of one letter, in their order."""
    texts = [
        world.text("en", "We have 30 lorries.\n\nWe have 51 horses.\n\nGreetings."),
        world.text("ru", "У нас 40 грузовиков.\n\nУ нас 61 лошадь.\n\nПривет."),
    ]
    document = world.document(title="A <b>letter</b>", date="1950-05-04", texts=texts)
    record = world.published(document).record
    return list(record.found_differences.order_by("position"))


def _page(found: FoundDifference, board: str = "") -> str:
    return f"/admin/records/record/{found.record_id}/differences/?board={board}"


def test_each_is_shown_with_its_record_words_and_ways(
    client: Client, two: list[FoundDifference]
) -> None:
    html = client.get(f"{BOARD}?kind=number").content.decode()
    for each in two:
        assert f'href="{_page(each, "kind%3Dnumber")}#{each.name}"' in html
    assert "A &lt;b&gt;letter&lt;/b&gt;</bdi></a>, 1950-05-04" in html
    assert '<bdi lang="en" dir="ltr">30</bdi>' in html
    assert '<bdi lang="ru" dir="ltr">40</bdi>' in html
    assert f'<a href="/records/{two[1].record_id}/?left=en&amp;right=ru#p2">row 2</a>' in html
    assert "2 differences</h2>" in html
    assert "withheld" not in html


def test_what_is_withheld_says_so(client: Client, two: list[FoundDifference]) -> None:
    embargo(Record.objects.get(pk=two[0].record_id), date(2999, 1, 1))
    assert "withheld until 1 Jan 2999" in client.get(BOARD).content.decode()


def test_what_was_composed_for_practice_says_so(client: Client, two: list[FoundDifference]) -> None:
    assert "practice record" not in client.get(BOARD).content.decode()
    world.published(world.practice_document("01"))
    assert "practice record" in client.get(BOARD).content.decode()


def test_from_the_first_page_and_from_every_page(
    client: Client, two: list[FoundDifference]
) -> None:
    assert f'<a href="{BOARD}">Differences</a>' in client.get("/admin/").content.decode()


@pytest.mark.parametrize("page", ["2", "0", "x", "²", "99999999999999999999"])
def test_a_page_that_there_is_not_shows_the_nearest(
    client: Client, two: list[FoundDifference], page: str
) -> None:
    assert "2 differences</h2>" in client.get(f"{BOARD}?page={page}").content.decode()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("languages=%00", 400),
        ("collection=%ED%A0%80", 200),
        ("languages=" + "x" * 5000, 200),
        ("kind=number&kind=date", 200),
        ("name=%3Cb%3E&record=%3Cb%3E", 200),
    ],
)
def test_no_address_breaks_the_board(
    client: Client, two: list[FoundDifference], query: str, status: int
) -> None:
    assert client.get(f"{BOARD}?{query}").status_code == status
    assert client.get(f"{NEXT}?{query}", follow=True).status_code == status
    judged = client.get(_page(two[0], query.replace("%", "%25").replace("&", "%26")))
    assert judged.status_code == 200


def test_nothing_is_said_in_words(client: Client) -> None:
    assert "Nothing is open" in client.get(BOARD).content.decode()
    assert "None was judged so." in client.get(f"{BOARD}?state=explained").content.decode()
    assert "Nothing answers to this choice." in client.get(f"{BOARD}?kind=date").content.decode()
    answer = client.get(f"{NEXT}?kind=date", follow=True)
    assert answer.redirect_chain == [(f"{BOARD}?kind=date", 302)]
    assert "No other difference of this choice is open." in answer.content.decode()


def test_from_one_to_the_next(client: Client, two: list[FoundDifference]) -> None:
    first, second = two
    start = client.get(f"{NEXT}?kind=number")
    assert start["Location"] == f"{_page(first, 'kind%3Dnumber')}#{first.name}"
    html = client.get(start["Location"]).content.decode()
    onwards = f"{NEXT}?kind=number&amp;record={first.record_id}&amp;name={first.name}"
    assert f'href="{onwards}"' in html
    after = client.get(onwards.replace("&amp;", "&"))
    assert after["Location"] == f"{_page(second, 'kind%3Dnumber')}#{second.name}"


def test_what_is_saved_from_the_board_leads_on_through_it(
    client: Client, two: list[FoundDifference]
) -> None:
    first, second = two
    other = world.published(world.cable_document()).record.found_differences.get()
    address = _page(second, "severity%3Dflag")
    sent = {**judging(client, address), f"{second.name}-state": "dismissed", "save": second.name}
    answer = client.post(address, sent)
    onwards = f"{NEXT}?severity=flag&record={second.record_id}&name={second.name}"
    assert answer["Location"] == onwards
    assert client.get(onwards)["Location"] == f"{_page(other, 'severity%3Dflag')}#{other.name}"
    sent = {**judging(client, address), f"{first.name}-state": "dismissed", "save": "all"}
    assert client.post(address, sent)["Location"] == f"{address}#differences"


def test_a_note_written_on_the_way_comes_back_to_the_board(
    client: Client, two: list[FoundDifference]
) -> None:
    address = f"/admin/records/record/{two[0].record_id}/variance/?board=kind%3Dnumber"
    answer = client.post(address, {"note": "Two counts.", "passages": ["p1", "p4"]})
    assert answer["Location"] == f"{_page(two[0], 'kind%3Dnumber')}#note-1"
    html = client.get(answer["Location"]).content.decode()
    assert 'href="?board=kind%3Dnumber&amp;note=1#note"' in html


def test_the_queries_do_not_grow(
    client: Client, two: list[FoundDifference], django_assert_num_queries: Any
) -> None:
    client.get(BOARD)
    with django_assert_num_queries(5):
        client.get(BOARD)
    world.published(world.cable_document())
    with django_assert_num_queries(5):
        client.get(BOARD)


def test_only_who_may_see_records_sees_them(
    bos_client: Client, bo: User, two: list[FoundDifference]
) -> None:
    assert bos_client.get(BOARD).status_code == 200
    bo.groups.clear()
    assert [bos_client.get(address).status_code for address in (BOARD, NEXT)] == [403, 403]
    assert Client().get(BOARD)["Location"].startswith("/admin/login/")
