"""Files of the archival document and of the printed source, whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive.citation import CitationRefused
from archive.citation.entry import entry_of
from archive.citation.formats import FORMATS, filename
from archive.editions.document import HoldingDocument
from tests.citation.editions import CABLE, LETTER, changed, reading

_EXPECTED = Path(__file__).parents[1] / "expected" / "targets"
_FILES = [key for key, format in FORMATS.items() if format.series]


@pytest.mark.parametrize("target", ["document", "print"])
@pytest.mark.parametrize("extension", _FILES)
def test_the_cable_in_its_archive_and_in_its_book(extension: str, target: str) -> None:
    said = FORMATS[extension].write(reading(CABLE), target=target, accessed=date(2026, 11, 23))
    assert said.encode() == (_EXPECTED / f"cable-{target}.{extension}").read_bytes()


@pytest.mark.parametrize("extension", ["citation.txt", "citation.html"])
def test_every_style_of_the_book_names_neither_translator_nor_site(extension: str) -> None:
    said = FORMATS[extension].write(reading(CABLE), target="print")
    assert "vol. 1 (Zhongyang wenxian chubanshe, 2005), 320." in said
    assert not any(word in said for word in ("Kim", "Facing Pages", "AP RF"))


def test_names_of_files_say_the_target() -> None:
    named = "Liu-to-Mao-1950-01-22-fp4k7x2b-v2-en-print.bib"
    assert filename(FORMATS["bib"], reading(CABLE), target="print") == named


def test_of_an_unknown_archive_this_address_is_given() -> None:
    entry = entry_of(changed(CABLE, held=()), target="document", accessed=date(2026, 11, 23))
    assert (entry.copy, entry.notes) == (None, ("Archival location not recorded.",))
    assert entry.address == "https://facing.example/records/fp4k7x2b/v2/"
    assert (entry.edition, entry.accessed) == ("2", date(2026, 11, 23))


def test_a_book_whose_parts_are_not_known_is_told_in_a_note() -> None:
    book = HoldingDocument(type="publication", citation="A Collection, 1950, p. 3.")
    entry = entry_of(changed(LETTER, held=(book,)), target="print")
    assert (entry.book, entry.notes) == (None, ("In A Collection, 1950, p. 3.",))


def test_what_there_is_not_is_refused() -> None:
    for target in ("print", "book"):
        with pytest.raises(CitationRefused) as refused:
            entry_of(reading(LETTER), target=target)
        assert refused.value.parameter == "target"
