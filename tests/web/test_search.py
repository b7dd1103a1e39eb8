"""The search page and its data; the front page."""

import json
from datetime import date

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.authority.merging import NameForm, PersonEntry, merge_person
from archive.editions.deciding import judge
from archive.editions.withholding import embargo
from archive.records.models import Record
from archive.search.outbox import drain
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cable_id() -> str:
    edition = world.published(world.cable_document())
    world.published(world.practice_document("01"))
    drain()
    return str(edition.record_id)


def test_page(reader: Reader, cable_id: str) -> None:
    page = reader.page("/search/?q=Lin+Biao")
    said = words(page)
    assert "1 record for “Lin Biao”" in said
    assert "<mark>Lin Biao</mark>" in page
    assert f'href="/records/{cable_id}/?left=en&amp;right=ru#p2"' in page
    assert f'href="/records/{cable_id}/?left=en&amp;right=ru#p11"' in page
    assert "<mark>Линь Бяо</mark>" in page
    assert "Chinese not held here" in said
    assert 'value="Lin Biao"' in page


def test_names_are_searched_in_all_their_forms_and_can_be_searched_as_typed(
    reader: Reader, cable_id: str
) -> None:
    forms = tuple(NameForm("und-Latn", f"Filippov {n}") for n in range(11))
    native = NameForm("ru", "Линь Бяо", "native script")
    merge_person(PersonEntry(name="Lin Biao", forms=(native, *forms)))
    page = reader.page("/search/?q=Lin+Biao")
    assert "Also searched for Lin Biao: Линь Бяо · Filippov 0 · " in words(page)
    assert "Filippov 8 and 2 more. Search only as typed" in words(page)
    assert '<b lang="ru"><bdi>Линь Бяо</bdi></b>' in page
    assert 'href="/search/?q=Lin+Biao&amp;names=as-typed">Search only as typed' in page
    typed = reader.page("/search/?q=Lin+Biao&names=as-typed")
    assert "Names are searched only as typed. Search all forms of names" in words(typed)
    assert 'href="/search/?q=Lin+Biao">Search all forms of names' in typed
    found = json.loads(reader.get("/search.json?q=Lin+Biao").content)
    assert found["also_searched"] == [
        {
            "typed": "Lin Biao",
            "people": ["Lin Biao"],
            "forms": ["Линь Бяо", *(f"Filippov {n}" for n in range(11))],
        }
    ]


def test_what_stands_beside_is_in_the_language_that_the_browser_asks_for(reader: Reader) -> None:
    texts = [world.text(k, b) for k, b in (("en", "Yes."), ("ru", "Да."), ("de", "Ja."))]
    world.published(world.document(texts=texts))
    drain()
    german = reader.client.get("/search/?q=Да", headers={"Accept-Language": "de-AT, en;q=0.5"})
    assert "Ja." in german.content.decode()
    assert german.headers["Vary"] == "Accept-Language, Accept-Encoding"
    assert "Ja." not in reader.page("/search/?q=Да")


def test_nothing_found(reader: Reader, cable_id: str) -> None:
    said = words(reader.page("/search/?q=zzzzzz&kind=cable"))
    assert "0 records for “zzzzzz”" in said
    assert "Nothing matches." in said


def test_practice_is_left_out_and_said(reader: Reader, cable_id: str) -> None:
    said = words(reader.page("/search/"))
    assert "1 record" in said
    assert "1 record composed for demonstration also matches. Show it" in said
    assert "2 records" in words(reader.page("/search/?with=practice"))


def test_markup_is_shown_not_run(reader: Reader, cable_id: str) -> None:
    page = reader.page("/search/?q=%3Cscript%3Ealert(1)%3C/script%3E&kind=%22%3E%3Cb%3E")
    assert "<script>alert" not in page
    assert '"><b>' not in page


@pytest.mark.parametrize(
    ("query", "name"),
    [("size=x", "size"), ("page=0", "page"), ("sort=up", "sort"), ("from=yesterday", "from")],
)
def test_bad_parameter(reader: Reader, cable_id: str, query: str, name: str) -> None:
    assert f"The parameter “{name}” cannot be read" in words(reader.page(f"/search/?{query}", 400))
    problem = json.loads(reader.get(f"/search.json?{query}", 400).content)
    assert (problem["status"], problem["parameter"]["name"]) == (400, name)


def test_data(reader: Reader, cable_id: str) -> None:
    found = json.loads(reader.get("/search.json?q=rifle").content)
    assert set(found) == {"total", "results", "facets", "next"}
    assert (found["total"], found["next"]) == (1, None)
    result = found["results"][0]
    snippets = result.pop("snippets")
    assert result == {
        "id": cable_id,
        "source_id": world.CABLE_SOURCE,
        "title": "Cable, Liu Shaoqi to Chairman Mao [Zedong]",
        "date": "1950-01-22",
        "kind": "cable",
        "languages": ["en", "ru"],
        "url": f"{settings.SITE_URL}/records/{cable_id}/",
    }
    (faced,) = snippets[0].pop("facing")
    keys = {"text", "language", "passage", "before", "hit", "after"}
    assert (set(snippets[0]), set(faced)) == (keys, keys)
    assert (snippets[0]["passage"], faced["text"], faced["passage"]) == ("p2", "ru", "p11")
    assert "12.000 винтовок" in faced["before"]
    assert {"value": "cable", "label": "Cable", "count": 1} in found["facets"]["kind"]


def test_next_page_of_data(reader: Reader, cable_id: str) -> None:
    found = json.loads(reader.get("/search.json?with=practice&size=1").content)
    assert found["next"] == f"{settings.SITE_URL}/search.json?size=1&with=practice&page=2"
    rest = json.loads(reader.get(found["next"].removeprefix(settings.SITE_URL)).content)
    assert (rest["total"], len(rest["results"]), rest["next"]) == (2, 1, None)


def test_home(reader: Reader, cable_id: str) -> None:
    page = reader.page("/")
    said = words(page)
    assert "Documents with their translations: 1 record, with its provenance" in said
    assert "Two texts of one cable January 22, 1950 · Liu Shaoqi to Mao Zedong" in said
    assert '<mark class="differs">189</mark>' in page
    assert "Gleb Ruzanov" not in said
    assert f'<a href="/records/{cable_id}/">' in page


def test_home_shows_no_difference_that_is_judged_away(reader: Reader, cable_id: str) -> None:
    record = Record.objects.get(pk=cable_id)
    words_of_both = {"en": "189", "ru": "180"}
    judge(record, kind="number", words=words_of_both, state="dismissed", note="", by="Ada")
    drain()
    page = reader.page("/")
    assert "189" not in words(page)
    found = json.loads(reader.get("/search.json").content)
    assert "differences" not in {each["value"] for each in found["facets"]["with"]}


def test_home_shows_no_difference_that_is_withheld(reader: Reader, cable_id: str) -> None:
    embargo(Record.objects.get(pk=cable_id), date(2999, 1, 1))
    page = reader.page("/")
    assert "189" not in page
    assert "180" not in page


def test_home_leads_to_the_two_of_several_texts_that_disagree(reader: Reader) -> None:
    texts = [
        world.text("en", "We have 40 lorries."),
        world.text("ru", "У нас 40 грузовиков."),
        world.text("de", "Wir haben 30 Lastwagen."),
    ]
    record = world.published(world.document(texts=texts)).record_id
    page = reader.page("/")
    assert "Several texts of one cable" in words(page)
    assert f'href="/records/{record}/?left=en&amp;right=de"' in page


def test_home_of_an_empty_archive(reader: Reader) -> None:
    drain()
    said = words(reader.page("/"))
    assert "Nothing is published yet" in said
    assert "Documents with their translations, each with its provenance" in said


def test_queries(reader: Reader, cable_id: str) -> None:
    counts = []
    for path in ("/", "/search/", "/search/?with=practice", "/search.json"):
        with CaptureQueriesContext(connection) as queries:
            reader.get(path)
        counts.append(len(queries))
    assert counts == [6, 2, 2, 2]


def test_other_pages(reader: Reader) -> None:
    assert "About and help" in words(reader.page("/about/"))
    assert "This archive has no page /nope/." in words(reader.page("/nope/", 404))
    assert reader.get("/health/live").content == b"live\n"
    assert reader.get("/health/ready").content == b"ready\n"
