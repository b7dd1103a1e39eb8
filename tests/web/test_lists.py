"""The citation list at its addresses: a reader's own, shared, as files, and what is refused."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.editions.models import Edition
from archive.editions.withholding import withdraw
from archive.search.outbox import drain
from archive.web.models import ReaderList, SharedList
from tests import world
from tests.hostile import strings
from tests.web.conftest import Reader, html_faults, words
from tests.web.lists.conftest import Keeper, cable, keeper, letter

__all__ = ["cable", "keeper", "letter"]

pytestmark = pytest.mark.django_db


def order(page: str) -> list[str]:
    """The numbers of the items in the order of the page."""
    return re.findall(r'<li id="item-(\d+)"', page)


def code_of(keeper: Keeper) -> str:
    assert keeper.send({"share": ""}).headers["Location"] == "/list/#shared"
    (code,) = SharedList.objects.values_list("code", flat=True)
    return str(code)


@pytest.fixture
def three(keeper: Keeper, cable: Edition, letter: Edition) -> Keeper:
    keeper.add(f"/records/{cable.record_id}/v1/ru/", f"/records/{letter.record_id}/")
    keeper.add(f"http://testserver/records/{cable.record_id}/v1/en/#p2,p3")
    return keeper


def test_an_empty_list_says_how_to_begin_and_sets_no_cookie(reader: Reader) -> None:
    response = reader.get("/list/")
    assert response.headers["Cache-Control"] == "no-store"
    said = words(response.content.decode())
    assert "Your list is empty. Add to it from a record" in said
    assert "nothing is kept of who you are" in said
    assert not ReaderList.objects.exists()


def test_pages_that_add_are_the_same_for_every_reader(three: Keeper, cable: Edition) -> None:
    for path in (f"/records/{cable.record_id}/", "/search/", "/"):
        stranger = Client().get(path)
        assert three.get(path).content == stranger.content
        assert not stranger.cookies


def test_the_panel_adds_what_it_cites(keeper: Keeper, cable: Edition) -> None:
    path = f"/records/{cable.record_id}/"
    for query, target in (("?passage=p2,p3", "text"), ("?left=ru&cite=document", "document")):
        form = keeper.page(path + query).partition('class="add-to-list')[2]
        (value,) = re.findall(r'name="add" value="([^"]+)"', form)
        (cite,) = re.findall(r'name="cite" value="([^"]+)"', form)
        assert cite == target
        assert keeper.add(value, cite=cite).headers["Location"] == "/list/#done"
    said = words(keeper.page())
    assert "2 citations" in said
    assert "English text, paragraphs 2–3, edition 1" in said
    assert "The archival document" in said


@pytest.mark.django_db(transaction=True)
def test_a_whole_page_of_results_at_once_and_one_of_them(keeper: Keeper, cable: Edition) -> None:
    world.published(world.document(title="A letter", texts=[world.text()]))
    drain()
    page = keeper.page("/search/")
    found = re.findall(r'name="found" value="([^"]+)"', page)
    assert len(found) == 2
    assert re.findall(r'name="add" value="([^"]+)"', page) == found
    assert page.count('<abbr class="unapi-id" title="http://127.0.0.1:8000/records/') == 2
    keeper.send({"found": found, "add": found[1]})
    assert "1 citation," not in words(keeper.page())
    assert len(order(keeper.page())) == 1
    keeper.send({"found": found, "all": "page"})
    assert len(order(keeper.page())) == 2


def test_added_by_a_script_it_says_so(keeper: Keeper, cable: Edition) -> None:
    path = f"/records/{cable.record_id}/"
    first, again = (
        keeper.send({"add": path}, 200, Accept="application/json").json() for _ in range(2)
    )
    assert first == {"count": 1, "said": "Added. Your list has 1 citation."}
    assert again == {"count": 1, "said": "It is there already. Your list has 1 citation."}
    refused = keeper.send({"add": "/records/x/"}, 400, Accept="application/json")
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.json()["parameter"]["name"] == "add"


def test_moved_annotated_removed_and_taken_back(three: Keeper) -> None:
    three.get("/list/?style=mla-9-works-cited")
    assert order(three.page()) == ["1", "2", "3"]
    moved = three.send({"up": "3-2", "note-1": "Read <b>this</b>."})
    assert moved.headers["Location"] == "/list/#up-3"
    page = three.page()
    assert order(page) == ["1", "3", "2"]
    assert "Read &lt;b&gt;this&lt;/b&gt;." in page
    assert "Moved a citation. Undo" in words(page)
    three.send({"remove": "1", "note-1": "Read."})
    assert order(three.page()) == ["3", "2"]
    three.send({"undo": ""})
    page = three.page()
    assert order(page) == ["1", "3", "2"]
    assert "Taken back: Removed a citation. Do it again" in words(page)
    assert "Read.</textarea>" in page
    three.send({"sort": ""})
    assert order(three.page()) == ["2", "3", "1"]
    three.send({"clear": ""})
    assert "Your list is empty." in words(three.page())
    three.send({"undo": ""})
    assert len(order(three.page())) == 3


def test_the_style_is_remembered_and_files_follow_it(three: Keeper) -> None:
    assert "Archives consulted" in words(three.page())
    assert "[3] " in words(three.page("/list/?style=ieee-reference"))
    assert '<option value="ieee-reference" selected>' in three.page()
    assert three.get("/list.citation.txt").content.decode().startswith("[1] ")
    assert b"Archives" in three.get("/list.citation.txt?style=mhra-4-bibliography").content
    ris = three.get("/list.ris")
    assert (ris.content.count(b"TY  - "), ris.headers["Cache-Control"]) == (3, "no-store")
    three.get("/list.docx", 404)
    three.page("/list/?style=ieee", 400)
    three.page("/list/?style=ieee-reference&style=x", 400)


def test_the_way_back_leads_to_this_archive_alone(keeper: Keeper) -> None:
    came = {
        "http://testserver/records/f4kx7wm4/?left=ru": 'href="/records/f4kx7wm4/?left=ru">Back to the record',
        "http://testserver/search/?q=a%22b": 'href="/search/?q=a%22b">Back to the results',
        "http://elsewhere.example/records/x/": None,
        "http://testserver/list/": None,
    }
    for referer, shown in came.items():
        page = keeper.page("/list/", Referer=referer)
        assert (shown in page) if shown else "Back to" not in page


def test_shared_opened_by_another_taken_over_and_taken_back(three: Keeper) -> None:
    three.send({"save": "", "note-2": "For week 3"})
    code = code_of(three)
    assert f"/list/{code}/ as it was on" in words(three.page())
    stranger = Keeper()
    response = stranger.get(f"/list/{code}/")
    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response.headers["ETag"]
    page = response.content.decode()
    assert html_faults(page) == []
    assert '<meta name="robots" content="noindex">' in page
    assert "For week 3" in words(page)
    assert "textarea" not in page
    assert stranger.get(f"/list/{code}.ris").content.count(b"TY  - ") == 3
    assert "[1] " in words(stranger.page(f"/list/{code.upper()}/?style=ieee-reference"))
    three.send({"clear": ""})
    assert stranger.get(f"/list/{code}/").content == response.content
    stranger.send({"take": code})
    assert order(stranger.page("/list/?style=mla-9-works-cited")) == ["1", "2", "3"]
    assert "For week 3" in words(stranger.page())
    stranger.send({"withdraw": code})
    stranger.get(f"/list/{code}/")
    three.send({"withdraw": code})
    said = words(stranger.page(f"/list/{code}/", 404))
    assert f"No list is shared under the code {code}." in said
    assert "This is not the code of a list" in words(stranger.page("/list/nonsense/", 404))


def test_each_row_is_to_be_had_by_reference_managers(three: Keeper) -> None:
    addresses = re.findall(r'<abbr class="unapi-id" title="([^"]+)"', three.page())
    assert [address.rpartition("/v1/")[2] for address in addresses] == [
        "ru/",
        "en/?passage=p2-p3#p2",
        "en/",
    ]
    asked = addresses[1].replace("#", "%23")
    assert b"Paragraphs 2\xe2\x80\x933." in three.get(f"/unapi?id={asked}&format=ris").content
    text = addresses[1].partition("?")[0]
    three.add(text, cite="print")
    listed = re.findall(r'<abbr class="unapi-id" title="([^"]+)"', three.page())
    printed = f"{text}?cite=print"
    assert printed in listed
    asked = printed.replace("?", "%3F")
    assert b"TY  - CHAP" in three.get(f"/unapi?id={asked}&format=ris").content
    three.add(printed)
    assert len(order(three.page())) == 4


def test_a_record_withdrawn_after_the_code_was_made_says_so_there(
    three: Keeper, cable: Edition
) -> None:
    code = code_of(three)
    before = three.get(f"/list/{code}/").headers["ETag"]
    withdraw(cable.record, by="Ada", reason="Sent back.")
    response = Keeper().get(f"/list/{code}/")
    assert response.headers["ETag"] != before
    assert words(response.content.decode()).count("[Withdrawn from this archive on ") == 2
    assert b"N1  - Withdrawn from this archive on " in Keeper().get(f"/list/{code}.ris").content


@pytest.mark.parametrize("count", [1, 3])
def test_a_fixed_number_of_queries(keeper: Keeper, count: int) -> None:
    records = [
        world.published(world.document(title=f"No. {n}", texts=[world.text()])).record_id
        for n in range(count)
    ]
    keeper.add(*(f"/records/{name}/" for name in records))
    with CaptureQueriesContext(connection) as queries:
        assert len(order(keeper.page())) == count
    assert len(queries) == 3
    code = code_of(keeper)
    with CaptureQueriesContext(connection) as queries:
        assert len(order(Keeper().page(f"/list/{code}/"))) == count
    assert len(queries) == 3


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({"add": "/records/f4kx7wm4/"}, 404, "No such edition of a record f4kx7wm4"),
        ({"add": "elsewhere"}, 400, "It names no record."),
        ({"up": "1"}, 400, "It is no pair of numbers"),
        ({"note-1": "x" * 1001}, 400, "A note has 1,001 characters, at most 1,000 are kept."),
        ({"take": "x"}, 404, "This is not the code of a list"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(
    three: Keeper, sent: dict[str, Any], status: int, says: str
) -> None:
    before = three.get().content
    page = three.send(sent, status).content.decode()
    assert html_faults(page) == []
    assert says in words(page)
    assert three.get().content == before


def test_forms_without_a_list_do_nothing(keeper: Keeper) -> None:
    for sent in ({"undo": ""}, {"clear": ""}, {"remove": "1"}, {"withdraw": "x"}, {}):
        assert not keeper.send(sent).cookies
    keeper.send({"share": ""}, 400)
    assert not ReaderList.objects.exists()


def test_a_form_of_another_site_is_refused(three: Keeper) -> None:
    page = three.send({"clear": ""}, 403, Origin="https://elsewhere.example").content.decode()
    assert "It was sent from a page of another site." in words(page)
    assert len(order(three.page())) == 3


def test_only_its_own_address_takes_forms(three: Keeper) -> None:
    code = code_of(three)
    for path in (f"/list/{code}/", "/list.ris"):
        assert three.client.post(path, {}).status_code == 405
    assert three.client.delete("/list/").headers["Allow"] == "GET, HEAD, POST"


def test_hostile_strings(three: Keeper, letter: Edition) -> None:
    ours = three.page()
    fields = ("add", "cite", "up", "remove", "take", "withdraw", "note-1", "style")
    for index, string in enumerate(strings()[::3]):
        name = fields[index % len(fields)]
        sent = {"add": f"/records/{letter.record_id}/", "cite": string} if name == "cite" else {}
        response = three.client.post("/list/", {**sent, name: string}, headers={"Accept": "*/*"})
        assert (name, string, response.status_code) in {
            (name, string, status) for status in (303, 400, 404)
        }
        page = three.page() if response.status_code == 303 else response.content.decode()
        assert (string, html_faults(page)) == (string, [])
        assert not re.search(r"<(script(?! type=\"module\")|img|iframe|svg on)", page)
    assert order(three.page()) == order(ours)
    json.loads(three.get("/list.csl.json").content)


def test_the_reading_pack_of_a_list_and_of_a_shared_one(three: Keeper) -> None:
    response = three.get("/list/reading-pack/")
    assert response.headers["Cache-Control"] == "no-store"
    page = three.page("/list/reading-pack/")
    said = words(page)
    assert "Reading pack 3 readings" in said
    assert "English translated by Kim Donggil from the Chinese printed in 2005" in said
    assert page.count('class="facing texts-2"') == 2
    assert '<div class="cell" lang="ru" dir="ltr"><p class="paragraph">' in page
    code = code_of(three)
    shared = Keeper().page(f"/list/{code}/reading-pack/?beside=ru&rows=passages")
    assert f"/list/{code}/reading-pack/" in shared
    assert "No Russian text of it may be read here." in words(shared)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("beside=fr", "beside"),
        ("beside=<x>", "beside"),
        ("rows=lines", "rows"),
        ("part=0", "part"),
        ("part=2", "part"),
        ("part=x", "part"),
        ("part=²", "part"),
        ("style=x", "style"),
    ],
)
def test_a_pack_that_cannot_be_made_is_refused(three: Keeper, query: str, parameter: str) -> None:
    page = three.page(f"/list/reading-pack/?{query}", 400)
    assert f"The parameter “{parameter}” cannot be read" in words(page)


def test_an_empty_pack_says_so(reader: Reader) -> None:
    assert "Nothing to read yet: the list is empty." in words(reader.page("/list/reading-pack/"))
