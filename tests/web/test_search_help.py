"""What readers are told of searching is true of the sample archive."""

from __future__ import annotations

import pytest

from archive.search import Query, search
from archive.web.search_help import KINDS
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db


def test_every_example_finds_the_cable_of_the_samples_and_is_understood() -> None:
    cable = world.published(world.cable_document()).record_id
    examples = [example.q for kind in KINDS for example in kind.examples]
    found = {q: search(Query(q=q)) for q in examples}
    assert {q: ([hit.id for hit in r.hits], r.notices) for q, r in found.items()} == dict.fromkeys(
        examples, ([cable], ())
    )


def test_the_page_shows_each_with_its_search(reader: Reader) -> None:
    page = reader.page("/search/help/")
    for kind in KINDS:
        assert f'<h2 id="{kind.key}">{kind.heading}</h2>' in page
    assert (
        '<div><dt><a href="/search/?q=rifles+-typhoon"><code>rifles -typhoon</code></a></dt> '
        "<dd>The same, shorter.</dd></div>"
    ) in page
    said = words(page)
    assert "OR ИЛИ ODER OU 或" in said
    assert (
        "A search has 2,000 characters, 32 words, 8 words with * or ~ and brackets 20 deep at most"
    ) in said


def test_a_search_that_is_not_understood_says_where_and_leads_there(reader: Reader) -> None:
    world.published(world.cable_document())
    page = reader.page("/search/?q=rifle+AND")
    assert (
        '<p class="also">Character 7: nothing stands behind “AND”. Write a word there. '
        'All was searched as plain words. <a href="/search/help/">How to search</a></p>'
    ) in page
    assert "1 record for “rifle AND”" in words(page)
