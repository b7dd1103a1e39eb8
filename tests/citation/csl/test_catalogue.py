"""The styles of the CSL repository, by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from archive.citation.csl import catalogue, find, is_known, named


def test_all_are_there_with_a_title() -> None:
    assert len(catalogue.names()) == 2851
    assert len(catalogue.locales()) > 50
    assert catalogue.title_of("nature") == "Nature"


@pytest.mark.parametrize(
    ("slug", "label"),
    [
        ("csl-nature-bibliography", "Nature, reference list"),
        ("csl-nature-citation", "Nature, in the text"),
        (
            "csl-chicago-notes-bibliography-citation",
            "Chicago Manual of Style 18th edition (notes and bibliography), note",
        ),
    ],
)
def test_an_address_names_style_and_form(slug: str, label: str) -> None:
    style = named(slug)
    assert style is not None
    assert (style.slug, style.label) == (slug, label)


@pytest.mark.parametrize(
    "slug",
    [
        "",
        "nature",
        "csl-nature",
        "csl-nature-note",
        "csl-no-such-style-citation",
        "csl-../x-citation",
    ],
)
def test_nothing_else_is_one(slug: str) -> None:
    assert not is_known(slug)


def test_a_style_without_a_reference_list_has_one_form() -> None:
    without = [
        name for name in sorted(catalogue.names()) if "<bibliography" not in catalogue.source(name)
    ]
    assert without
    assert is_known(f"csl-{without[0]}-citation")
    assert not is_known(f"csl-{without[0]}-bibliography")


def test_titles_are_read_once_for_all_processes(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_DIR = tmp_path
    catalogue._titles.cache_clear()
    first = catalogue._titles()
    [kept] = tmp_path.iterdir()
    title = "Academy of Management Perspectives"
    assert kept.read_text("ascii").startswith(f'[["{title.lower()} {title.lower()}", "{title}", ')
    monkeypatch.setattr(catalogue, "_found_titles", lambda: ())
    catalogue._titles.cache_clear()
    assert catalogue._titles() == first
    assert len(first) == 2851 + 7993


def test_words_of_a_name_are_found_from_their_beginnings() -> None:
    shown, count = find("Natur", 3)
    assert (shown[0].title, [each.slug for each in shown[0].forms]) == (
        "Nature",
        ["csl-nature-citation", "csl-nature-bibliography"],
    )
    assert len(shown) == 3 < count
    assert find("cite them RIGHT harvard", 9)[0][0].name.startswith("harvard-cite")
    assert find("zzz", 9) == find("  ", 9) == find("“”", 9) == ((), 0)
    assert find("fran\u00e7ais", 9)[1] == find("francais", 9)[1] > 0


def test_a_journal_leads_to_the_style_that_it_follows() -> None:
    found = find("History of Psychology", 9)[0][0]
    assert (found.title, found.name) == ("History of Psychology", "apa")
    assert [each.slug for each in found.forms] == ["csl-apa-citation", "csl-apa-bibliography"]
    assert all(each.name in catalogue.names() for each in find("journal", 10_000)[0])


def test_names_are_inverted_where_they_are_shortened() -> None:
    shortening = {"apa", "nature", "ieee"}
    whole = {"chicago-notes-bibliography", "modern-language-association"}
    assert {name for name in shortening | whole if catalogue.shortens_names(name)} == shortening
