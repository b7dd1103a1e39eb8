"""What the citation of a text will lack, and in which field that is put right."""

from __future__ import annotations

import msgspec
import pytest

from archive.citation import CitationRefused
from archive.citation.lacking import Lack, lacking
from archive.editions.document import HoldingDocument
from archive.editions.reading import Reading
from tests.citation.editions import (
    AP_RF,
    BOOK,
    CABLE,
    ENGLISH,
    LETTER,
    archive,
    changed,
    held,
    reading,
    replaced,
)


def without_translators(**fields: object) -> Reading:
    text = msgspec.structs.replace(ENGLISH, translators=(), **fields)
    return changed(CABLE, texts=(CABLE.record.texts[1], text))


def test_of_what_is_whole_nothing() -> None:
    assert lacking(reading(CABLE), "en") == ()
    assert lacking(reading(LETTER)) == ()


def test_the_russian_text_of_the_cable_has_no_translator() -> None:
    assert lacking(reading(CABLE), "ru") == (
        Lack("No translator: it says “[in Russian]”.", "texts", 1, "translators"),
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("translation", "English translation"),
        ("contemporary translation", "contemporary English translation"),
    ],
)
def test_an_unsigned_translation_says_so_in_its_row(kind: str, said: str) -> None:
    lack = Lack(f"No translator: it says “{said}”.", "texts", 1, "translators")
    assert lacking(without_translators(kind=kind), "en") == (lack,)


def test_a_machine_lacks_no_translator() -> None:
    assert lacking(without_translators(kind="machine translation"), "en") == ()


def test_nobody_no_date_no_source() -> None:
    assert lacking(changed(CABLE, people=(), date=None, held=()), "en") == (
        Lack("No sender or author: it begins with the title.", "people"),
        Lack("No date: it says “undated”, in APA “n.d.”.", "record", None, "date"),
        Lack("No source: it gives this archive's address alone.", "held"),
    )


@pytest.mark.parametrize(
    ("holding", "kept", "lacks"),
    [
        (
            archive("", texts=("original",)),
            held(AP_RF),
            ("No shelfmark: it says “shelfmark not recorded”.", "reference"),
        ),
        (
            archive("box 7", texts=("original",)),
            held(None),
            ("No archive: it gives the shelfmark alone.", "repository"),
        ),
        (
            archive("box 7"),
            held(AP_RF),
            (
                "Not recorded which text stands at its source: it says “document in …”.",
                "texts",
            ),
        ),
        (
            HoldingDocument(type="publication", citation="Wengao, 320", texts=("original",)),
            held(None),
            ("The printed source is one string: no style can order its parts.", "title"),
        ),
        (
            msgspec.structs.replace(BOOK, texts=("original",), pages=""),
            held(None),
            ("No page of the printed source.", "pages"),
        ),
    ],
)
def test_what_is_not_known_of_the_source_at_its_own_row(  # type: ignore[no-untyped-def]
    holding, kept, lacks
) -> None:
    text = LETTER.record.texts[0]
    untied = not holding.texts
    if untied:
        text = msgspec.structs.replace(text, translated_from="ru")
    another = archive("box 1", texts=("zh",))
    content = replaced(LETTER, texts=(text,), held=(another, holding))
    edition = reading(msgspec.structs.replace(content, holdings=(held(None), kept)))
    words, field = lacks
    assert Lack(words, "held", 1, field) in lacking(edition)


def test_a_book_of_which_little_is_known() -> None:
    bare = HoldingDocument(type="publication", title="Wengao", texts=("en",))
    edition = changed(
        CABLE, held=(bare,), texts=(msgspec.structs.replace(ENGLISH, translated_from_holding=None),)
    )
    assert [lack.field for lack in lacking(edition)] == ["year", "publisher", "pages"]


def test_a_text_that_there_is_not_is_refused() -> None:
    with pytest.raises(CitationRefused, match="“fr” is no text"):
        lacking(reading(CABLE), "fr")
