"""What pages say in ``<meta>``, whole."""

from __future__ import annotations

from archive.citation.meta_tags import meta_tags
from archive.editions.document import Participation
from tests.citation.editions import CABLE, LETTER, changed, reading


def test_a_text_in_an_archive_keeps_archive_and_shelfmark_apart() -> None:
    assert meta_tags(reading(CABLE), text="ru") == (
        ("z:itemType", "letter"),
        ("DC.title", "Cable, Liu Shaoqi to Chairman Mao [Zedong]"),
        ("DC.creator", "Liu, Shaoqi"),
        ("z:recipients", "Mao, Zedong"),
        ("DC.type", "telegram"),
        ("DC.date", "1950-01-22"),
        ("DC.language", "ru"),
        ("z:archive", "Archive of the President of the Russian Federation (AP RF), Moscow"),
        ("DC.coverage", "fond 45, opis 1, delo 334, list 22"),
        ("z:callNumber", "RGASPI, fond 558, opis 11, delo 334, list 22"),
        ("z:libraryCatalog", "Facing Pages"),
        ("DC.identifier", "https://facing.example/records/fp4k7x2b/v2/ru/"),
        ("DCTERMS.abstract", "Liu Shaoqi reports to Mao Zedong."),
    )


def test_a_translation_is_a_manuscript_with_its_translator_and_no_shelfmark_of_another() -> None:
    said = dict(meta_tags(reading(CABLE), passage="p2"))
    assert (said["z:itemType"], said["z:translators"]) == ("manuscript", "Kim, Donggil")
    assert not {"z:archive", "DC.coverage", "z:recipients"} & set(said)
    assert said["DC.identifier"].endswith("/v2/en/#p2")


def test_the_archival_document_has_no_site_and_no_address() -> None:
    assert meta_tags(reading(CABLE), target="document") == (
        ("z:itemType", "letter"),
        ("DC.title", "Cable, Liu Shaoqi to Chairman Mao [Zedong]"),
        ("DC.creator", "Liu, Shaoqi"),
        ("z:recipients", "Mao, Zedong"),
        ("DC.type", "telegram"),
        ("DC.date", "1950-01-22"),
        ("DC.language", "ru"),
        ("z:archive", "Archive of the President of the Russian Federation (AP RF), Moscow"),
        ("DC.coverage", "fond 45, opis 1, delo 334, list 22"),
        ("z:callNumber", "RGASPI, fond 558, opis 11, delo 334, list 22"),
        ("DCTERMS.abstract", "Liu Shaoqi reports to Mao Zedong."),
    )


def test_what_a_book_prints_is_a_section_of_it() -> None:
    assert meta_tags(reading(CABLE), target="print") == (
        ("z:itemType", "bookSection"),
        ("DC.title", "Cable, Liu Shaoqi to Chairman Mao [Zedong]"),
        ("DC.creator", "Liu, Shaoqi"),
        ("DC.type", "cable"),
        ("DC.date", "2005"),
        ("DCTERMS.created", "1950-01-22"),
        (
            "z:bookTitle",
            "Jianguo yilai Liu Shaoqi wengao [Liu Shaoqi's manuscripts since the founding of the PRC]",
        ),
        ("bib:editors", "Zhonggong zhongyang wenxian yanjiu shi,"),
        ("bib:editors", "Zhongyang dang'anguan,"),
        ("z:volume", "1"),
        ("z:place", "Beijing"),
        ("DC.publisher", "Zhongyang wenxian chubanshe"),
        ("z:pages", "320"),
        ("DCTERMS.abstract", "Liu Shaoqi reports to Mao Zedong."),
    )


def test_a_body_stays_whole() -> None:
    body = Participation(name="Ministry of Foreign Affairs", organisation=True, role="sender")
    said = dict(meta_tags(changed(LETTER, people=(body,))))
    assert said["DC.creator"] == "Ministry of Foreign Affairs,"
