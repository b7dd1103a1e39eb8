"""The panel: what is cited, in words and in each style."""

from __future__ import annotations

import pytest

from archive.citation.panel import Alternative, PanelFile, panel
from tests.citation.editions import CABLE, LETTER, changed, composed, reading

FILES = (
    PanelFile("ris", "RIS"),
    PanelFile("bib", "BibTeX"),
    PanelFile("csl.json", "CSL-JSON"),
    PanelFile("citation.txt", "Every style"),
)
DOCUMENT = Alternative("document", "cite the archival document instead")
PRINT = Alternative("print", "cite the printed source instead")
TEXT = Alternative("text", "cite the text instead")


def test_the_panel_of_the_text_on_the_left() -> None:
    found = panel(reading(CABLE), side="left")
    assert found.citing == "The English text on the left, from the printed source"
    assert (found.target, found.text, found.passage) == ("text", "en", None)
    assert found.alternatives == (DOCUMENT, PRINT)
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
    ("asked", "citing", "alternatives"),
    [
        ({"text": "ru"}, "The Russian text, from the copy in AP RF", (DOCUMENT, PRINT)),
        (
            {"passage": "p5", "side": "right"},
            "The English text on the right, paragraph 5, in the hand of Mao Zedong, "
            "from the printed source",
            (DOCUMENT, PRINT),
        ),
        (
            {"target": "document"},
            "The archival document, AP RF, fond 45, opis 1, delo 334, list 22",
            (TEXT, PRINT),
        ),
        ({"target": "print"}, "The printed source", (TEXT, DOCUMENT)),
    ],
)
def test_what_is_cited_in_words(
    asked: dict[str, str], citing: str, alternatives: tuple[Alternative, ...]
) -> None:
    found = panel(reading(CABLE), **asked)  # type: ignore[arg-type]
    assert (found.citing, found.alternatives) == (citing, alternatives)
    assert found.files == (FILES if found.target == "text" else ())


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
    assert panel(changed(CABLE, held=())).alternatives == ()


def test_every_tab_of_a_composed_record_says_so() -> None:
    said = [tab.citation.text for tab in panel(composed(CABLE)).citations]
    assert [text for text in said if not text.startswith("[Composed for demonstration] ")] == []
