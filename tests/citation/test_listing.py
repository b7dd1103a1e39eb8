"""Several things cited as one list, numbered and under headings as the style has it."""

from __future__ import annotations

import pytest

from archive.citation import CitationRefused, cite
from archive.citation.choosing import choose
from archive.citation.listing import GROUPED, Archive, Section, ToCite, lines, sections
from archive.citation.styles import LABELS
from archive.editions.document import HoldingDocument
from tests.citation.editions import CABLE, LETTER, changed, reading

_ADDRESS = "https://facing.example/records"
_ELSEWHERE = HoldingDocument(type="web", url="https://example.org/1", title="A site")
ITEMS = [
    ToCite(choose(changed(LETTER, held=()))),
    ToCite(choose(reading(CABLE), "en", "p2,p3")),
    ToCite(choose(reading(CABLE), "ru")),
    ToCite(choose(reading(LETTER))),
    ToCite(choose(reading(CABLE), "ru"), "document", "Withdrawn <1> & gone."),
    ToCite(choose(changed(LETTER, held=(_ELSEWHERE,)))),
]


@pytest.mark.parametrize(("style", "form"), LABELS)
def test_each_is_cited_as_the_panel_cites_it_with_its_number(style: str, form: str) -> None:
    said = [line.citation.text for line in lines(ITEMS[3:4] * 2, style, form)]
    first, second = (cite(reading(LETTER), style, form, place=place).text for place in (1, 2))
    numbered = style in ("ieee", "gbt-7714-2015")
    assert (first != second, said[0] != said[1]) == (numbered, numbered)
    if form in ("in-text", "short-note"):
        assert said == [first, second]


def test_the_text_the_passages_and_the_target_are_cited() -> None:
    said = [line.citation.text for line in lines(ITEMS, "chicago-18", "bibliography")]
    assert f"{_ADDRESS}/fp4k7x2b/v2/en/?passage=p2-p3#p2." in said[1]
    assert "edition 2" in said[1]
    assert f"{_ADDRESS}/fp4k7x2b/v2/ru/." in said[2]
    assert _ADDRESS not in said[4]


def test_what_stands_beside_it_is_said_in_brackets_after_it() -> None:
    citation = lines(ITEMS, "mla-9", "works-cited")[4].citation
    assert citation.text.endswith(". [Withdrawn <1> & gone.]")
    assert citation.html.endswith(". [Withdrawn &lt;1&gt; &amp; gone.]")


def test_archives_consulted_first_in_the_order_in_which_they_come() -> None:
    listed = lines(ITEMS, "chicago-18", "bibliography")
    assert sections(listed, "chicago-18", "bibliography") == (
        Section(
            "Archives consulted",
            "en",
            (
                Archive(
                    "Archive of the President of the Russian Federation (AP RF), Moscow", (2, 4)
                ),
                Archive("Foreign Policy Archive of the Russian Federation (AVP RF), Moscow", (3,)),
            ),
        ),
        Section("Printed sources", "en", (Archive("", (1,)),)),
        Section("Online sources", "en", (Archive("", (5,)),)),
        Section("Location not recorded", "en", (Archive("", (0,)),)),
    )


def test_gost_names_archives_in_russian() -> None:
    listed = lines(ITEMS, "gost-r-7.0.5-2008", "bibliography")
    first, *others = sections(listed, "gost-r-7.0.5-2008", "bibliography")
    assert first == Section(
        "Архивные источники",
        "ru",
        (
            Archive("Архив Президента Российской Федерации (АП РФ)", (2, 4)),
            Archive("Архив внешней политики Российской Федерации (АВП РФ)", (3,)),
        ),
    )
    assert [section.heading for section in others] == [
        "Опубликованные источники",
        "Электронные ресурсы",
        "Место хранения не указано",
    ]


@pytest.mark.parametrize(("style", "form"), sorted(set(LABELS) - GROUPED))
def test_other_styles_keep_the_order_of_the_list(style: str, form: str) -> None:
    listed = lines(ITEMS, style, form)
    whole = (Section("", "", (Archive("", tuple(range(len(ITEMS)))),)),)
    assert sections(listed, style, form) == whole


@pytest.mark.parametrize("form", ["note", "bibliography"])
def test_nothing_listed_has_no_sections(form: str) -> None:
    assert sections([], "chicago-18", form) == ()


def test_what_there_is_not_is_refused() -> None:
    with pytest.raises(CitationRefused):
        lines(ITEMS, "chicago-18", "reference")
    with pytest.raises(CitationRefused):
        lines([ToCite(choose(changed(CABLE, held=()), "ru"), "print")], "chicago-18", "note")


@pytest.mark.parametrize("grouped", sorted(GROUPED))
def test_every_list_with_headings_is_a_form_that_there_is(grouped: tuple[str, str]) -> None:
    assert grouped in LABELS
