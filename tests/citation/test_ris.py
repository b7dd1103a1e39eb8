"""RIS, whole documents."""

from __future__ import annotations

from datetime import date

from archive.citation.ris import ris
from archive.editions.document import HoldingDocument, Rights
from tests.citation.editions import CABLE, changed, composed, reading


def test_a_translation_is_a_manuscript_without_the_shelfmark_of_another_text() -> None:
    rights = Rights(note="Reuse is\nwelcome.", statement="https://rightsstatements.org/x")
    edition = changed(CABLE, rights=rights, date="1956-05?")
    assert ris(edition, accessed=date(2026, 11, 23)).split("\r\n") == (
        [
            "TY  - MANSCPT",
            "TI  - Cable, Liu Shaoqi to Chairman Mao [Zedong]",
            "AU  - Liu, Shaoqi",
            "A4  - Kim, Donggil",
            "M3  - cable",
            "DA  - 1956/05//[May 1956?]",
            "PY  - 1956",
            "LA  - en",
            "DP  - Facing Pages",
            "UR  - https://facing.example/records/fp4k7x2b/v2/en/",
            "Y2  - 2026/11/23",
            "AB  - Liu Shaoqi reports to Mao Zedong.",
            "KW  - Korea",
            "KW  - Arms & equipment",
            "N1  - To: Mao Zedong.",
            "N1  - Translated from Jianguo yilai Liu Shaoqi wengao [Liu Shaoqi’s manuscripts since "
            "the founding of the PRC], ed. Zhonggong zhongyang wenxian yanjiu shi and Zhongyang "
            "dang’anguan, vol. 1 (Zhongyang wenxian chubanshe, 2005), 320.",
            "N1  - Edition 2, March 1, 2026.",
            "N1  - Rights: Reuse is welcome. https://rightsstatements.org/x",
            "ER  - ",
            "",
        ]
    )


def test_a_letter_has_its_recipient_archive_and_both_shelfmarks() -> None:
    assert ris(composed(CABLE), text="ru").split("\r\n") == (
        [
            "TY  - PCOMM",
            "TI  - [Composed for demonstration] Cable, Liu Shaoqi to Chairman Mao [Zedong]",
            "AU  - Liu, Shaoqi",
            "A2  - Mao, Zedong",
            "M3  - telegram",
            "DA  - 1950/01/22",
            "PY  - 1950",
            "LA  - ru",
            "DB  - Archive of the President of the Russian Federation (AP RF), Moscow",
            "AN  - fond 45, opis 1, delo 334, list 22",
            "CN  - RGASPI, fond 558, opis 11, delo 334, list 22",
            "DP  - Facing Pages",
            "UR  - https://facing.example/records/fp4k7x2b/v2/ru/",
            "AB  - Liu Shaoqi reports to Mao Zedong.",
            "KW  - Korea",
            "KW  - Arms & equipment",
            "N1  - Composed for demonstration: not a source.",
            "N1  - Edition 2, March 1, 2026.",
            "ER  - ",
            "",
        ]
    )


def test_a_passage_in_another_hand_has_its_own_author_and_date() -> None:
    lines = ris(reading(CABLE), passage="p5").split("\r\n")
    assert lines[:6] == [
        "TY  - MANSCPT",
        "TI  - Annotation of January 25, 1950, on Cable, Liu Shaoqi to Chairman Mao [Zedong]",
        "AU  - Mao, Zedong",
        "A4  - Kim, Donggil",
        "M3  - annotation",
        "DA  - 1950/01/25",
    ]
    assert "UR  - https://facing.example/records/fp4k7x2b/v2/en/#p5" in lines
    assert "N1  - Paragraph 5." in lines


def test_an_undated_description() -> None:
    lines = ris(changed(CABLE, date=None, texts=(), summary="", subjects=())).split("\r\n")
    assert lines[-4:] == [
        "N1  - A description: no text is held here.",
        "N1  - Edition 2, March 1, 2026.",
        "ER  - ",
        "",
    ]
    assert [line for line in lines if line[:2] in ("DA", "PY", "LA")] == []


def test_a_book_that_prints_the_archival_text_is_told_in_a_note() -> None:
    book = HoldingDocument(type="publication", title="Documents", pages="Document 5", texts=("ru",))
    lines = ris(changed(CABLE, held=(*CABLE.record.held[1:], book)), text="ru").split("\r\n")
    assert "N1  - Printed in Documents, Document 5." in lines
