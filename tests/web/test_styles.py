"""Styles of the CSL repository, found by name and shown on pages of records and lists."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.citation import csl
from archive.citation.csl import StyleFailed
from archive.editions.models import Edition
from tests import world
from tests.web.conftest import Reader, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("isolate")]
NATURE = "csl-nature-bibliography"


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def test_each_form_leads_back_to_the_page_that_asked(reader: Reader) -> None:
    back = "/records/0bvx1zt/v1/en/?passage=p2&style=mla-9-in-text"
    page = reader.page(f"/styles/?q=nature&for={quote(back, safe='')}")
    href = "/records/0bvx1zt/v1/en/?passage=p2&amp;style=csl-nature-bibliography#cite"
    assert f'<a href="{href}" rel="nofollow">Reference list' in page
    assert "styles named “nature”" in words(page)
    assert f'value="{back.replace("&", "&amp;")}"' in page


def test_none_found_and_none_sought(reader: Reader) -> None:
    assert "0 styles named “zzz” Write fewer words" in words(reader.page("/styles/?q=zzz"))
    assert "named" not in words(reader.page("/styles/")).partition("Citation styles")[2]
    assert "more: write another word" in words(reader.page("/styles/?q=journal"))


def test_suggestions_are_data(reader: Reader) -> None:
    said = reader.get("/styles/suggestions.json?q=nature&for=/list/")
    first, second, *_ = json.loads(said.content)["suggestions"]
    assert (first["label"], first["says"], first["url"]) == (
        "Nature",
        "In the text",
        "/list/?style=csl-nature-citation",
    )
    assert second["url"] == f"/list/?style={NATURE}"


@pytest.mark.parametrize(
    "asked",
    [
        "for=https://elsewhere.example/",
        "for=//elsewhere.example/list/",
        "for=/admin/",
        f"q={'a' * 201}",
    ],
)
def test_what_leads_elsewhere_is_refused(reader: Reader, asked: str) -> None:
    reader.get(f"/styles/?{asked}", 400)
    reader.get(f"/styles/suggestions.json?{asked}", 400)


def test_a_record_is_cited_in_it(
    reader: Reader, cable: Edition, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    path = f"/records/{cable.record_id}/?style={NATURE}"
    reader.page(path)
    with django_assert_num_queries(1):
        page = reader.page(path)
    assert "1. Liu, S. Cable to Mao Zedong. (1950)." in page
    assert f'value="{NATURE}" id="style-8" checked' in page
    assert "<option value=csl-nature-bibliography selected>Nature, reference list" in page
    assert "which has no place for much that a document" in words(page)


def test_where_it_fails_the_archives_own_is_shown(
    reader: Reader, cable: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*asked: object) -> None:
        raise StyleFailed("It took too long to format this.")

    monkeypatch.setattr(csl, "cite_all", fails)
    said = words(reader.page(f"/records/{cable.record_id}/?style={NATURE}"))
    assert "Nature, reference list: It took too long to format this." in said
    assert "Liu Shaoqi to Mao Zedong, cable, January 22, 1950" in said


def test_a_list_is_numbered_and_exported_in_it_and_remembers_it(cable: Edition) -> None:
    keeper = Client()
    for key in ("ru", "en"):
        keeper.post("/list/", {"add": f"/records/{cable.record_id}/v1/{key}/"})
    page = keeper.get(f"/list/?style={NATURE}").content.decode()
    telegram, translation = (
        "1. Liu, S. Telegram to Mao Zedong.",
        "2. Liu, S. Cable to Mao Zedong.",
    )
    assert page.index(telegram) < page.index(translation)
    assert f'<option value="{NATURE}" selected>Nature, reference list' in page
    assert telegram in keeper.get("/list/").content.decode()
    assert keeper.get("/list.citation.txt").content.decode() == (
        f"{telegram} (1950).\n\n{translation} (1950).\n\n"
    )
    pack = words(keeper.get("/list/reading-pack/").content.decode())
    assert "Liu Shaoqi to Mao Zedong, telegram [in Russian], January 22, 1950" in pack
    keeper.post("/list/", {"sort": ""})
    page = keeper.get("/list/").content.decode()
    assert page.index("1. Liu, S. Cable") < page.index("2. Liu, S. Telegram")


def test_a_list_in_a_style_that_fails(cable: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = Client()
    keeper.post("/list/", {"add": f"/records/{cable.record_id}/v1/en/"})

    def fails(*asked: object) -> None:
        raise StyleFailed("It took too long to format this.")

    monkeypatch.setattr(csl, "cite_all", fails)
    said = words(keeper.get(f"/list/?style={NATURE}").content.decode())
    assert "It took too long to format this. Shown in this archive’s own style instead." in said
    assert "Liu Shaoqi. Cable to Mao Zedong, January 22, 1950. Translated by" in said
    assert keeper.get(f"/list.citation.txt?style={NATURE}").status_code == 400
    assert keeper.post("/list/", {"sort": ""}).status_code == 303


def test_a_style_that_there_is_not_is_refused(reader: Reader, cable: Edition) -> None:
    reader.get(f"/records/{cable.record_id}/?style=csl-no-such-citation", 400)
    reader.get("/list/?style=csl-no-such-citation", 400)
