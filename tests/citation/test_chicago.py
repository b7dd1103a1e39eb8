"""Chicago 18, whole."""

from __future__ import annotations

from datetime import date

import msgspec

from archive.citation import cite
from archive.editions.document import HoldingDocument, Name, Participation
from archive.editions.reading import Reading
from tests.citation.editions import (
    AP_RF,
    CABLE,
    ENGLISH,
    LETTER,
    LIU,
    MAO,
    archive,
    changed,
    composed,
    held,
    reading,
    replaced,
)

_BOOK = (
    "Jianguo yilai Liu Shaoqi wengao [Liu Shaoqi’s manuscripts since the founding of the PRC], "
    "ed. Zhonggong zhongyang wenxian yanjiu shi and Zhongyang dang’anguan, "
    "vol. 1 (Zhongyang wenxian chubanshe, 2005), 320"
)
_AP_RF = (
    "fond 45, opis 1, delo 334, list 22, "
    "Archive of the President of the Russian Federation (AP RF), Moscow"
)


def note(edition: Reading, **asked: object) -> str:
    return cite(edition, "chicago-18", "note", **asked).text  # type: ignore[arg-type]


def bibliography(edition: Reading, **asked: object) -> str:
    return cite(edition, "chicago-18", "bibliography", **asked).text  # type: ignore[arg-type]


def short(edition: Reading, **asked: object) -> str:
    return cite(edition, "chicago-18", "short-note", **asked).text  # type: ignore[arg-type]


def test_note_of_a_translation_from_a_book() -> None:
    assert note(reading(CABLE)) == (
        f"Liu Shaoqi to Mao Zedong, cable, January 22, 1950, trans. Kim Donggil from {_BOOK}, "
        "Facing Pages, https://facing.example/records/fp4k7x2b/v2/en/."
    )


def test_only_the_title_of_the_book_is_in_italics() -> None:
    assert cite(reading(CABLE), "chicago-18", "note", target="print").html == (
        "Liu Shaoqi to Mao Zedong, January 22, 1950, in <i>Jianguo yilai Liu Shaoqi wengao</i> "
        "[Liu Shaoqi’s manuscripts since the founding of the PRC], ed. Zhonggong zhongyang "
        "wenxian yanjiu shi and Zhongyang dang’anguan, vol. 1 (Zhongyang wenxian chubanshe, "
        "2005), 320."
    )


def test_a_text_in_an_archive_says_its_language_and_names_one_copy() -> None:
    assert note(reading(CABLE), text="ru") == (
        f"Liu Shaoqi to Mao Zedong, telegram [in Russian], January 22, 1950, {_AP_RF}, "
        "https://facing.example/records/fp4k7x2b/v2/ru/."
    )


def test_the_archival_document_names_the_other_copy_and_no_site() -> None:
    assert note(reading(CABLE), target="document") == (
        f"Liu Shaoqi to Mao Zedong, telegram [in Russian], January 22, 1950, {_AP_RF}; "
        "another copy, fond 558, opis 11, delo 334, list 22, "
        "Russian State Archive of Socio-Political History (RGASPI), Moscow."
    )


def test_a_passage_in_another_hand_is_cited_as_such() -> None:
    assert note(reading(CABLE), passage="p5") == (
        "Mao Zedong, annotation of January 25, 1950, on Liu Shaoqi to Mao Zedong, cable, "
        f"January 22, 1950, para. 5, trans. Kim Donggil from {_BOOK}, Facing Pages, "
        "https://facing.example/records/fp4k7x2b/v2/en/#p5."
    )
    assert short(reading(CABLE), passage="p5") == (
        "Mao, annotation of January 25, 1950, on Liu to Mao, January 22, 1950, para. 5."
    )


def test_the_edition_and_the_day_of_access() -> None:
    asked = {"with_edition": True, "accessed": date(2026, 11, 23)}
    assert note(reading(CABLE, 3), **asked) == (
        "Liu Shaoqi to Mao Zedong, cable, January 22, 1950, trans. Kim Donggil, edition 3, "
        f"last modified March 1, 2026, in {_BOOK}, Facing Pages, accessed November 23, 2026, "
        "https://facing.example/records/fp4k7x2b/v3/en/."
    )
    assert note(reading(LETTER, 3), **asked) == (
        "N. V. Orlov to A. P. Zimin, March 3, 1951, fond 0102, opis 6, papka 21, delo 47, "
        "listy 12–14, Foreign Policy Archive of the Russian Federation (AVP RF), Moscow, "
        "Facing Pages, edition 3, last modified March 1, 2026, accessed November 23, 2026, "
        "https://facing.example/records/fp0l3tt8r/v3/original/."
    )


def test_bibliography_inverts_only_names_that_are_not_family_first() -> None:
    assert bibliography(reading(CABLE), text="ru") == (
        "Liu Shaoqi. Telegram to Mao Zedong, January 22, 1950. Fond 45, opis 1, delo 334, "
        "list 22. Archive of the President of the Russian Federation (AP RF), Moscow. "
        "https://facing.example/records/fp4k7x2b/v2/ru/."
    )
    assert bibliography(reading(LETTER)) == (
        "Orlov, N. V. Letter to A. P. Zimin, March 3, 1951. Fond 0102, opis 6, papka 21, "
        "delo 47, listy 12–14. Foreign Policy Archive of the Russian Federation (AVP RF), "
        "Moscow. https://facing.example/records/fp0l3tt8r/v2/original/."
    )


def test_two_authors_of_whom_the_first_is_inverted() -> None:
    orlov = Participation(name="N. V. Orlov", family="Orlov", given="N. V.", role="author")
    petrov = Participation(name="A. Petrov", family="Petrov", given="A.", role="author")
    written = changed(LETTER, people=(orlov, petrov), kind="report", title="On Port Arthur")
    assert bibliography(written).startswith(
        "Orlov, N. V., and A. Petrov. On Port Arthur, report, March 3, 1951. Fond 0102"
    )
    assert note(written).startswith("N. V. Orlov and A. Petrov, On Port Arthur, report, March 3")


def test_undated_uncertain_and_about() -> None:
    assert short(changed(CABLE, date=None)) == "Liu to Mao, undated."
    assert short(changed(CABLE, date="1956-05?")) == "Liu to Mao, [May 1956?]."
    assert short(changed(CABLE, date="1956-05~")) == "Liu to Mao, ca. May 1956."
    assert short(changed(CABLE, date="not a date")) == "Liu to Mao, not a date."


def test_nobody_named_and_a_recipient_alone() -> None:
    nobody = changed(LETTER, people=(), kind="report", title="Report on Port Arthur")
    assert note(nobody).startswith("Report on Port Arthur, March 3, 1951, fond 0102, ")
    assert bibliography(nobody).startswith("Report on Port Arthur, March 3, 1951. Fond 0102, ")
    assert short(changed(CABLE, people=(MAO,))) == "Cable to Mao Zedong, January 22, 1950."


def test_a_date_in_a_printed_title_is_said_once() -> None:
    entry = changed(LETTER, people=(), title="Register of a visit, March 3, 1951", kind="other")
    assert short(entry) == "Register of a visit, March 3, 1951."


def test_a_supposed_author_stands_in_brackets() -> None:
    supposed = msgspec.structs.replace(LIU, uncertain=True)
    assert short(changed(CABLE, people=(supposed, MAO))) == "[Liu?] to Mao, January 22, 1950."


def test_the_number_of_a_telegram() -> None:
    assert note(changed(CABLE, number="511"), text="ru").startswith(
        "Liu Shaoqi to Mao Zedong, telegram no. 511 [in Russian], January 22, 1950, fond 45"
    )


def test_a_record_without_text_is_cited_as_a_description() -> None:
    assert note(changed(CABLE, texts=())) == (
        f"Liu Shaoqi to Mao Zedong, cable, January 22, 1950, {_AP_RF}, "
        "description in Facing Pages, https://facing.example/records/fp4k7x2b/v2/."
    )


def test_no_archive_is_said_to_be_not_recorded_and_the_address_stands_in() -> None:
    assert note(changed(CABLE, held=()), target="document") == (
        "Liu Shaoqi to Mao Zedong, cable, January 22, 1950, archival location not recorded, "
        "https://facing.example/records/fp4k7x2b/v2/."
    )


def test_an_archive_without_a_shelfmark() -> None:
    bare = msgspec.structs.replace(LETTER, holdings=(held(AP_RF),))
    holding = HoldingDocument(type="archive", texts=("original",))
    assert note(changed(bare, held=(holding,))).startswith(
        "N. V. Orlov to A. P. Zimin, March 3, 1951, shelfmark not recorded, "
        "Archive of the President of the Russian Federation (AP RF), Moscow, "
    )


def test_a_holding_tied_to_no_text_is_where_the_document_is() -> None:
    text = msgspec.structs.replace(ENGLISH, translated_from=None, translated_from_holding=None)
    untied = replaced(CABLE, texts=(text,), held=(archive("fond 45"),))
    edition = reading(msgspec.structs.replace(untied, holdings=(held(AP_RF, "fond 45"),)))
    assert note(edition) == (
        "Liu Shaoqi to Mao Zedong, cable, January 22, 1950, trans. Kim Donggil, "
        "document in fond 45, Archive of the President of the Russian Federation (AP RF), "
        "Moscow, Facing Pages, https://facing.example/records/fp4k7x2b/v2/en/."
    )


def test_a_machine_translation_and_an_unsigned_one_are_said_to_be_so() -> None:
    machine = msgspec.structs.replace(ENGLISH, kind="machine translation", translators=())
    unsigned = msgspec.structs.replace(ENGLISH, translators=())
    lead = "Liu Shaoqi to Mao Zedong, cable, January 22, 1950"
    assert note(changed(CABLE, texts=(machine,))).startswith(
        f"{lead}, machine translation into English from Jianguo yilai"
    )
    assert note(changed(CABLE, texts=(unsigned,))).startswith(
        f"{lead}, English translation from Jianguo yilai"
    )


def test_a_book_that_holds_the_translation_holds_it() -> None:
    book = HoldingDocument(
        type="publication",
        title="Letters of Liu",
        editors=("A. Editor",),
        publisher="Longmans",
        place="London",
        year="1890",
        pages="12-14",
        texts=("en",),
    )
    text = msgspec.structs.replace(ENGLISH, translated_from_holding=None)
    assert note(changed(CABLE, texts=(text,), held=(book, *CABLE.record.held[1:]))) == (
        "Liu Shaoqi to Mao Zedong, cable, January 22, 1950, trans. Kim Donggil, in Letters of "
        "Liu, ed. A. Editor (London: Longmans, 1890), 12–14, Facing Pages, "
        "https://facing.example/records/fp4k7x2b/v2/en/."
    )


def test_a_printed_source_given_as_one_string_stays_as_it_is() -> None:
    book = HoldingDocument(type="publication", citation="Wengao, vol. 1 (Beijing, 2005).")
    text = msgspec.structs.replace(ENGLISH, translators=("Kim Donggil", Name(name="M. Lee")))
    assert note(changed(CABLE, texts=(text,), held=(book,))) == (
        "Liu Shaoqi to Mao Zedong, cable, January 22, 1950, trans. Kim Donggil and M. Lee from "
        "Wengao, vol. 1 (Beijing, 2005), Facing Pages, "
        "https://facing.example/records/fp4k7x2b/v2/en/."
    )


def test_a_composed_record_says_so_first() -> None:
    assert short(composed(CABLE)) == "[Composed for demonstration] Liu to Mao, January 22, 1950."


def test_the_book_alone_in_a_bibliography() -> None:
    assert bibliography(reading(CABLE), target="print") == (
        "Liu Shaoqi. Cable to Mao Zedong, January 22, 1950. In Jianguo yilai Liu Shaoqi wengao "
        "[Liu Shaoqi’s manuscripts since the founding of the PRC], edited by Zhonggong zhongyang "
        "wenxian yanjiu shi and Zhongyang dang’anguan, vol. 1. Zhongyang wenxian chubanshe, 2005."
    )
