"""The variant note: another text's words, by its own source, in footnotes alone."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from archive.citation import CitationRefused, cite
from archive.citation.styles import FOOTNOTES, STYLES
from archive.editions.content import ShelfmarkContent, freeze
from archive.editions.document import Name, VerdictDocument, VerdictState
from archive.editions.models import Edition
from archive.editions.reading import Reading
from tests.citation.editions import AP_RF, BOOK, CABLE, RUSSIAN, archive, differing, held, replaced
from tests.citation.editions import reading as read

AT = datetime(2026, 3, 1, tzinfo=UTC)
TOLD = " The Russian text (AP RF, f. 45, op. 1, d. 334, l. 22) gives 180."
CITED = differing(read(CABLE), ("189", "180"))


def noted(edition: Reading, passage: str = "p2", style: str = "chicago-18") -> str:
    """What the footnote says after its address."""
    form = "footnote" if style.startswith("gost") else "note"
    plain, whole = (
        cite(edition, style, form, passage=passage, variants=told).text for told in (False, True)
    )
    assert whole.startswith(plain)
    return whole.removeprefix(plain)


def test_the_russian_text_is_told_by_its_own_source() -> None:
    assert noted(CITED) == TOLD
    assert noted(CITED, style="mhra-4") == f".{TOLD}"


def test_the_english_text_is_told_by_its_translator_and_the_book() -> None:
    assert noted(CITED, "p9") == (
        " The English text (trans. Kim Donggil from Jianguo yilai Liu Shaoqi wengao, vol. 1, 320)"
        " gives 189."
    )
    assert noted(CITED, "p9", "gost-r-7.0.5-2008") == (
        " Разночтение в другом тексте (язык: английский; пер.: Kim Donggil; "
        "по: Jianguo yilai Liu Shaoqi wengao, vol. 1, 320): 189."
    )


def test_a_gost_footnote_of_an_english_text_is_in_english() -> None:
    assert noted(CITED, style="gost-r-7.0.5-2008") == TOLD


def test_every_footnote_has_it_and_no_other_form() -> None:
    for style, forms in STYLES.items():
        for form in forms:
            plain, whole = (
                cite(CITED, style, form, passage="p2", variants=told).text for told in (False, True)
            )
            assert (whole != plain) == (form in FOOTNOTES), (style, form)


def test_several_differences_say_what_stands_for_what() -> None:
    edition = differing(read(CABLE), ("heavy", "станковых"), ("189", "180"))
    assert noted(edition).endswith(" gives 180 for 189 and станковых for heavy.")
    assert noted(edition, "p9", "gost-r-7.0.5-2008").endswith(
        ": 189 вместо 180, heavy вместо станковых."
    )


def test_nothing_is_told_of_other_passages_or_of_the_whole() -> None:
    assert noted(CITED, "p1") == ""
    assert noted(CITED, "p1,p2") == TOLD
    whole, archival, printed = (
        cite(CITED, "chicago-18", "note", target=target, variants=True).text
        for target in ("text", "document", "print")
    )
    assert "gives" not in whole + archival + printed


@pytest.mark.parametrize(
    ("state", "told"),
    [("open", TOLD), ("true difference", TOLD), ("explained", TOLD), ("dismissed", "")],
)
def test_what_the_staff_dismissed_is_no_difference(state: VerdictState, told: str) -> None:
    verdict = VerdictDocument(
        number=1, kind="number", words={"en": "189", "ru": "180"}, state=state, by="Ada", at=AT
    )
    judged = msgspec.structs.replace(CITED.apparatus, verdicts=(verdict,))
    assert noted(Reading(CITED.standing, CITED.content, judged)) == told


@pytest.mark.parametrize(
    ("text", "holding", "witness"),
    [
        ({}, None, "source not recorded"),
        ({"translators": (Name(name="Ada Lee"),)}, None, "trans. Ada Lee, source not recorded"),
        (
            {"kind": "machine translation"},
            None,
            "machine translation into Russian, source not recorded",
        ),
        ({}, BOOK, "translated from Jianguo yilai Liu Shaoqi wengao, vol. 1, 320"),
        ({"kind": "original", "translated_from": None}, archive("box 7"), "AP RF, box 7"),
        ({}, archive(""), "document in AP RF, shelfmark not recorded"),
    ],
)
def test_what_is_not_recorded_is_said_to_be_so(text, holding, witness) -> None:  # type: ignore[no-untyped-def]
    russian = msgspec.structs.replace(RUSSIAN, **text)
    texts = (CABLE.record.texts[0], russian)
    content = replaced(CABLE, texts=texts, held=(holding,) if holding else ())
    mark = holding.reference if holding and isinstance(holding.reference, str) else ""
    kept = msgspec.structs.replace(
        held(AP_RF), shelfmark=ShelfmarkContent(system="free", display=mark) if mark else None
    )
    edition = differing(read(msgspec.structs.replace(content, holdings=(kept,))), ("189", "180"))
    assert noted(edition) == f" The Russian text ({witness}) gives 180."


def test_an_edition_alone_does_not_know_them() -> None:
    canonical, _ = freeze(CITED.content)
    stored = Edition(record_id="fp4k7x2b", number=2, published_at=AT, canonical=canonical)
    with pytest.raises(CitationRefused, match="variants"):
        cite(stored, "chicago-18", "note", passage="p2", variants=True)
