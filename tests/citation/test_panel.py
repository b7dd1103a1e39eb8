"""The panel: what is cited, in words and in each style."""

from __future__ import annotations

import pytest

from archive.citation import CitationRefused
from archive.citation.panel import PanelFile, panel
from tests.citation.editions import CABLE, LETTER, changed, composed, differing, reading

FILES = (
    PanelFile("ris", "RIS"),
    PanelFile("bib", "BibTeX"),
    PanelFile("csl.json", "CSL-JSON"),
    PanelFile("citation.txt", "Every style"),
)
CITED = differing(reading(CABLE), ("189", "180"))


def test_the_panel_of_the_text_on_the_left() -> None:
    found = panel(reading(CABLE), side="left")
    assert found.citing == "The English text on the left, from the printed source"
    assert (found.target, found.text, found.passage) == ("text", "en", None)
    assert found.targets == ("text", "document", "print")
    assert found.chosen == "chicago-18-note"
    assert (found.variants, found.noted) == ((), False)
    assert found.files == FILES
    assert [(tab.slug, tab.label) for tab in found.citations] == [
        ("chicago-18-note", "Chicago note"),
        ("chicago-18-short-note", "Short note"),
        ("chicago-18-bibliography", "Bibliography"),
        ("mla-9-works-cited", "MLA"),
        ("mla-9-in-text", "MLA in text"),
        ("apa-7-reference", "APA"),
        ("apa-7-in-text", "APA in text"),
    ]
    assert found.citations[0].citation.text == (
        "Liu Shaoqi to Mao Zedong, cable, January 22, 1950, trans. Kim Donggil from Jianguo yilai "
        "Liu Shaoqi wengao [Liu Shaoqi’s manuscripts since the founding of the PRC], ed. "
        "Zhonggong zhongyang wenxian yanjiu shi and Zhongyang dang’anguan, vol. 1 (Zhongyang "
        "wenxian chubanshe, 2005), 320, Facing Pages, edition 2, "
        "https://facing.example/records/fp4k7x2b/v2/en/."
    )


@pytest.mark.parametrize(
    ("asked", "citing"),
    [
        ({"text": "ru"}, "The Russian text, from the copy in AP RF"),
        (
            {"passage": "p5", "side": "right"},
            "The English text on the right, paragraph 5, in the hand of Mao Zedong, "
            "from the printed source",
        ),
        (
            {"target": "document"},
            "The archival document, AP RF, fond 45, opis 1, delo 334, list 22",
        ),
        ({"target": "print"}, "The printed source"),
    ],
)
def test_what_is_cited_in_words(asked: dict[str, str], citing: str) -> None:
    found = panel(reading(CABLE), **asked)  # type: ignore[arg-type]
    assert (found.citing, found.targets) == (citing, ("text", "document", "print"))
    assert found.files == FILES


def test_a_style_that_is_no_tab_is_one_where_it_is_asked_for() -> None:
    found = panel(reading(CABLE), text="ru", style="gost-r-7.0.5-2008-footnote")
    assert (len(found.citations), found.chosen) == (8, "gost-r-7.0.5-2008-footnote")
    assert found.citations[-1].label == "GOST R 7.0.5-2008, footnote"
    assert found.citations[-1].citation.text.endswith(
        "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 22. Редакция 2 от 01.03.2026."
    )
    of_a_tab = panel(reading(CABLE), style="mla-9-in-text")
    assert (len(of_a_tab.citations), of_a_tab.chosen) == (7, "mla-9-in-text")
    with pytest.raises(CitationRefused, match="“bluebook” is not built in"):
        panel(reading(CABLE), style="bluebook")


def test_what_other_texts_have_is_told_and_added_to_footnotes() -> None:
    told = "The Russian text (AP RF, f. 45, op. 1, d. 334, l. 22) gives 180."
    plain, noted = (panel(CITED, passage="p2", variants=added) for added in (False, True))
    assert (
        [said.text for said in plain.variants] == [said.text for said in noted.variants] == [told]
    )
    assert (plain.noted, noted.noted) == (False, True)
    changed = [
        tab.slug
        for tab, before in zip(noted.citations, plain.citations, strict=True)
        if tab.citation.text != before.citation.text
    ]
    assert changed == ["chicago-18-note"]
    assert noted.citations[0].citation.text == f"{plain.citations[0].citation.text} {told}"
    assert panel(CITED, variants=True).noted is False
    assert panel(CITED, passage="p2", target="print").variants == ()


def test_the_note_belongs_to_the_footnote_shown_else_to_the_first() -> None:
    assert panel(CITED, style="mhra-4-note").footnote == "mhra-4-note"
    assert panel(CITED, style="apa-7-reference").footnote == "chicago-18-note"


def test_a_copy_in_an_archive_is_cited_with_the_edition_too() -> None:
    assert panel(reading(LETTER)).citations[0].citation.text == (
        "N. V. Orlov to A. P. Zimin, March 3, 1951, fond 0102, opis 6, papka 21, delo 47, "
        "listy 12–14, Foreign Policy Archive of the Russian Federation (AVP RF), Moscow, "
        "Facing Pages, edition 2, https://facing.example/records/fp0l3tt8r/v2/original/."
    )


def test_no_text_and_nothing_known() -> None:
    assert panel(changed(CABLE, texts=())).citing == (
        "The document as described; no text of it is held here"
    )
    assert panel(changed(CABLE, held=())).citing == "The English text, its source not recorded"
    assert panel(changed(CABLE, held=())).targets == ("text",)


def test_every_tab_of_a_composed_record_says_so() -> None:
    said = [tab.citation.text for tab in panel(composed(CABLE)).citations]
    assert [text for text in said if not text.startswith("[Composed for demonstration] ")] == []
