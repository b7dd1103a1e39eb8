"""Editions of kinds that the gold does not hold, each with what is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from archive.editions.content import Content, HoldingContent, RepositoryContent, ShelfmarkContent
from archive.editions.document import HoldingDocument, Name, Participation, TextDocument
from archive.editions.reading import Reading
from tests.citation.editions import (
    AP_RF,
    CABLE,
    ENGLISH,
    KIM,
    LETTER,
    LIU,
    MAO,
    archive,
    changed,
    composed,
    held,
    reading,
    replaced,
    withheld,
)

Asked = Mapping[str, Any]

_ORLOV = Participation(
    name="Николай Орлов", family="Орлов", given="Николай", forms={"en": "N. Orlov"}, role="author"
)
_FOREIGN_MINISTRY = RepositoryContent(
    slug="prc-fma",
    name="Archive of the Ministry of Foreign Affairs of the People's Republic of China",
    abbreviation="PRC FMA",
    town="Beijing",
    own_name="中华人民共和国外交部档案馆",
    own_language="zh",
)


def _text(**fields: Any) -> TextDocument:
    return msgspec.structs.replace(ENGLISH, **fields)


def _chinese() -> Content:
    """The Chinese text in a Chinese archive, all names in Chinese characters too."""
    people = (
        msgspec.structs.replace(LIU, forms={"zh": "刘少奇"}),
        msgspec.structs.replace(MAO, forms={"zh": "毛泽东"}),
    )
    text = TextDocument(key="zh", language="zh", kind="original", body="毛主席")
    content = replaced(
        CABLE, people=people, texts=(text,), held=(archive("204-00001-01", texts=("zh",)),)
    )
    mark = ShelfmarkContent(system="free", display="204-00001-01")
    kept = HoldingContent(repository=_FOREIGN_MINISTRY, shelfmark=mark)
    return msgspec.structs.replace(content, holdings=(kept,))


def _bodies() -> Reading:
    """From a ministry to two embassies, numbered, through three days."""
    bodies = [
        Participation(name="Ministry of Foreign Affairs", organisation=True, role="sender"),
        Participation(name="Embassy, Berlin", organisation=True, role="recipient"),
        Participation(name="Legation, Bern", organisation=True, role="recipient"),
    ]
    return changed(
        LETTER,
        people=tuple(bodies),
        kind="circular telegram",
        number="12",
        date="1914-07-28/1914-07-30",
        title="Le ministre à Berlin",
    )


def _untied() -> Reading:
    """A translation of a document of which the record does not say which text is where."""
    text = _text(translated_from=None, translated_from_holding=None)
    content = replaced(CABLE, texts=(text,), held=(archive("fond 45"),))
    return reading(msgspec.structs.replace(content, holdings=(held(AP_RF, "fond 45"),)))


def _from_the_archive() -> Reading:
    """The English text is translated from the Russian one."""
    text = _text(translated_from="ru", translated_from_holding=None)
    return changed(CABLE, texts=(text, *CABLE.record.texts[1:]))


def _on_a_page(content: Content, *texts: str) -> Reading:
    """Of a document of which another site has those texts, and nobody else any."""
    page = HoldingDocument(
        type="web", title="A page", url="https://elsewhere.example/1", texts=texts
    )
    held_there = msgspec.structs.replace(content.record, held=(page,))
    return reading(
        msgspec.structs.replace(content, record=held_there, holdings=(HoldingContent(),))
    )


#: By name: an edition, and what is asked of ``cite``.
KINDS: Mapping[str, tuple[Reading, Asked]] = {
    "a translation from a book": (reading(CABLE), {}),
    "a Russian text, its edition, the day of access": (
        reading(CABLE),
        {"text": "ru", "with_edition": True, "accessed": date(2026, 11, 23)},
    ),
    "a translation from a book, its edition": (reading(CABLE), {"with_edition": True}),
    "a translation from a manuscript": (_from_the_archive(), {}),
    "a translation from a manuscript, its edition": (_from_the_archive(), {"with_edition": True}),
    "a translation from another site": (
        _on_a_page(replaced(CABLE, texts=(_text(translated_from_holding=0),)), "zh"),
        {"with_edition": True},
    ),
    "an unsigned translation into Russian, from a book": (
        changed(CABLE, texts=(_text(language="ru", translators=()),)),
        {"with_edition": True},
    ),
    "a translation of which no source is recorded": (
        changed(CABLE, held=()),
        {"with_edition": True},
    ),
    "passages": (reading(CABLE), {"passage": "p4,p1,p2"}),
    "another hand": (reading(CABLE), {"passage": "p5,p6"}),
    "the archival document, two copies": (reading(CABLE), {"target": "document"}),
    "the printed source": (reading(CABLE), {"target": "print"}),
    "a letter in Russian": (reading(LETTER), {}),
    "a report, its date supposed": (
        changed(
            LETTER, people=(_ORLOV,), kind="report", title="“On” Port Arthur?", date="1956-05?"
        ),
        {},
    ),
    "nobody, no date, no source": (
        changed(CABLE, people=(), kind="report", title="Report on Korea", date=None, held=()),
        {},
    ),
    "no archive": (changed(CABLE, date="1950~", held=()), {"target": "document"}),
    "no shelfmark": (
        reading(
            msgspec.structs.replace(
                replaced(LETTER, held=(HoldingDocument(type="archive", texts=("original",)),)),
                holdings=(held(AP_RF),),
            )
        ),
        {},
    ),
    "a machine's translation": (
        changed(CABLE, texts=(_text(kind="machine translation", translators=()),)),
        {},
    ),
    "three translators": (
        changed(
            CABLE,
            texts=(
                _text(translators=(KIM, Name(name="Ada Lee", family="Lee", given="Ada"), "M. Cho")),
            ),
        ),
        {},
    ),
    "a Chinese text": (reading(_chinese()), {"accessed": date(2026, 11, 23)}),
    "bodies, a number, three days": (_bodies(), {}),
    "a document in an archive": (_untied(), {}),
    "a text on another site": (_on_a_page(LETTER, "original"), {}),
    "a description": (changed(CABLE, texts=()), {}),
    "under embargo": (withheld(CABLE, date(2099, 1, 1)), {"text": "ru"}),
    "composed for demonstration": (composed(LETTER), {"target": "document"}),
}
