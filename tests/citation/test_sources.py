"""Which holding is the source of which text."""

from __future__ import annotations

import msgspec

from archive.citation import sources
from archive.citation.value import Book, Source, WebPage
from archive.editions.content import Content
from archive.editions.document import HoldingDocument, TextDocument
from tests.citation.editions import (
    AP_RF,
    AVP_RF,
    CABLE,
    ENGLISH,
    RGASPI,
    RUSSIAN,
    archive,
    copy_in,
    held,
    replaced,
)

AP = copy_in(AP_RF, "fond 45, opis 1, delo 334, list 22")
OTHER = copy_in(RGASPI, "fond 558, opis 11, delo 334, list 22")


def _two(first: HoldingDocument, second: HoldingDocument, text: TextDocument) -> Content:
    content = replaced(CABLE, texts=(text,), held=(first, second))
    return msgspec.structs.replace(content, holdings=(held(AP_RF, "one"), held(AVP_RF, "two")))


def test_the_translation_is_from_the_book_and_the_russian_text_is_in_the_archive() -> None:
    source = sources.source_of(CABLE, ENGLISH)
    assert source is not None
    assert isinstance(source.place, Book)
    assert (source.relation, source.place.title) == (
        "translated from",
        "Jianguo yilai Liu Shaoqi wengao",
    )
    assert sources.source_of(CABLE, RUSSIAN) == Source(AP, "holds")


def test_without_the_index_the_text_that_was_translated_leads_to_its_book() -> None:
    text = msgspec.structs.replace(ENGLISH, translated_from_holding=None)
    assert sources.source_of(replaced(CABLE, texts=(text,)), text) == sources.source_of(
        CABLE, ENGLISH
    )


def test_an_index_of_no_holding_is_passed_over() -> None:
    text = msgspec.structs.replace(ENGLISH, translated_from_holding=9, translated_from=None)
    assert sources.source_of(replaced(CABLE, texts=(text,)), text) is None


def test_the_source_comes_before_another_copy_whatever_their_order() -> None:
    copy = archive("one", texts=("ru",), relation="another copy")
    source = archive("two", texts=("ru",), relation="source of this text")
    content = _two(copy, source, RUSSIAN)
    found = sources.source_of(content, RUSSIAN)
    assert found == Source(copy_in(AVP_RF, "two"), "holds")
    assert sources.archival(content, RUSSIAN) == found
    assert sources.other_copies(content, RUSSIAN) == (copy_in(AP_RF, "one", "another copy"),)


def test_a_former_shelfmark_is_no_source_and_is_named_as_former() -> None:
    former = archive("one", texts=("ru",), relation="former shelfmark")
    content = _two(former, archive("two", texts=("zh",)), RUSSIAN)
    assert sources.source_of(content, RUSSIAN) == Source(copy_in(AVP_RF, "two"), "translated from")
    [standing] = [copy.standing for copy in sources.other_copies(content, ENGLISH)]
    assert standing == "formerly"


def test_where_the_digital_text_was_taken_from_is_the_last_resort() -> None:
    page = HoldingDocument(
        type="web",
        title="A page",
        url="https://elsewhere.example/1",
        texts=("en",),
        relation="origin of this digital record",
    )
    text = msgspec.structs.replace(ENGLISH, translated_from=None, translated_from_holding=None)
    content = replaced(CABLE, texts=(text,), held=(page,))
    assert sources.source_of(content, text) == Source(
        WebPage("A page", "", "https://elsewhere.example/1"), "holds"
    )


def test_copies_of_a_text_and_the_text_at_a_place() -> None:
    assert sources.copies_of(CABLE, RUSSIAN) == (AP, OTHER)
    assert sources.copies_of(CABLE, ENGLISH) == ()
    assert sources.text_there(CABLE, sources.archival(CABLE, ENGLISH)) == RUSSIAN
    assert sources.text_there(CABLE, sources.printed(CABLE, None)) is None


def test_a_record_without_text_is_where_its_archive_is() -> None:
    assert sources.described(replaced(CABLE, texts=())) == Source(AP, "holds")
    assert sources.described(replaced(CABLE, texts=(), held=())) is None
