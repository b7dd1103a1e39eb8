"""Editions put together by hand, with no database: the cable, a letter, and changes to them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from archive.authority.repositories import find
from archive.citation.value import Copy
from archive.editions.apparatus import ApparatusContent, ComparisonContent, SpanContent
from archive.editions.content import (
    Content,
    HoldingContent,
    PassageContent,
    RepositoryContent,
    ShelfmarkContent,
)
from archive.editions.document import (
    Editorial,
    HandDocument,
    HoldingDocument,
    Name,
    Participation,
    RecordDocument,
    TextDocument,
)
from archive.editions.gathering import shelfmark_of
from archive.editions.reading import Reading
from archive.editions.standing import Standing, Withheld

LIU = Participation(
    name="Liu Shaoqi", family="Liu", given="Shaoqi", family_first=True, role="sender"
)
MAO = Participation(
    name="Mao Zedong", family="Mao", given="Zedong", family_first=True, role="recipient"
)
KIM = Name(name="Kim Donggil", family="Kim", given="Donggil", family_first=True)

BOOK = HoldingDocument(
    type="publication",
    title="Jianguo yilai Liu Shaoqi wengao",
    translated_title="Liu Shaoqi's manuscripts since the founding of the PRC",
    editors=(
        Name(name="Zhonggong zhongyang wenxian yanjiu shi", organisation=True),
        Name(name="Zhongyang dang'anguan", organisation=True),
    ),
    volume="1",
    place="Beijing",
    publisher="Zhongyang wenxian chubanshe",
    year="2005",
    pages="320",
    texts=("zh",),
    relation="printed text",
)
AP_RF = RepositoryContent(
    slug="ap-rf",
    name="Archive of the President of the Russian Federation",
    abbreviation="AP RF",
    town="Moscow",
    own_name="Архив Президента Российской Федерации",
    own_abbreviation="АП РФ",
    own_language="ru",
)
RGASPI = RepositoryContent(
    slug="rgaspi",
    name="Russian State Archive of Socio-Political History",
    abbreviation="RGASPI",
    town="Moscow",
    own_name="Российский государственный архив социально-политической истории",
    own_abbreviation="РГАСПИ",
    own_language="ru",
)
AVP_RF = RepositoryContent(
    slug="avp-rf",
    name="Foreign Policy Archive of the Russian Federation",
    abbreviation="AVP RF",
    town="Moscow",
    own_name="Архив внешней политики Российской Федерации",
    own_abbreviation="АВП РФ",
    own_language="ru",
)

ENGLISH = TextDocument(
    key="en",
    language="en",
    kind="translation",
    translated_from="zh",
    translators=(KIM,),
    translated_from_holding=0,
    body="""Chairman Mao [Zedong]:

They have also asked to take 189 heavy machine guns.

Liu Shaoqi

January 22, 1950

I completely agree with meeting this request.

Mao Zedong

January 25, 1950""",
    hands=(HandDocument(name="Mao Zedong", kind="annotation", date="1950-01-25", first=5, last=7),),
)
RUSSIAN = TextDocument(
    key="ru",
    language="ru",
    kind="translation",
    translated_from="zh",
    document_kind="telegram",
    body="Председателю Мао !\n\n180 станковых пулеметов\n\n.Лю Шаоци",
)


def archive(shelfmark: str, *, texts: tuple[str, ...] = (), **more: Any) -> HoldingDocument:
    """An archival holding as the record tells of it."""
    return HoldingDocument(type="archive", reference=shelfmark, texts=texts, **more)


def held(repository: RepositoryContent | None, shelfmark: str = "") -> HoldingContent:
    """What the edition froze of it."""
    return HoldingContent(
        repository=repository,
        shelfmark=ShelfmarkContent(system="fond", display=shelfmark) if shelfmark else None,
    )


CABLE = Content(
    record=RecordDocument(
        id="fp4k7x2b",
        source_id="wilson-center:liu-shaoqi-mao-1950-01-22",
        title="Cable, Liu Shaoqi to Chairman Mao [Zedong]",
        kind="cable",
        date="1950-01-22",
        summary="Liu Shaoqi reports to Mao Zedong.",
        people=(LIU, MAO),
        subjects=("Korea", "Arms & equipment"),
        texts=(ENGLISH, RUSSIAN),
        held=(
            BOOK,
            archive("fond 45", texts=("ru",), relation="source of this text"),
            archive("f. 558", texts=("ru",), relation="another copy"),
        ),
    ),
    holdings=(
        HoldingContent(),
        held(AP_RF, "fond 45, opis 1, delo 334, list 22"),
        held(RGASPI, "fond 558, opis 11, delo 334, list 22"),
    ),
)
LETTER = Content(
    record=RecordDocument(
        id="fp0l3tt8r",
        title="Letter, N. V. Orlov to A. P. Zimin",
        kind="letter",
        date="1951-03-03",
        people=(
            Participation(
                name="Николай Васильевич Орлов",
                family="Орлов",
                given="Николай Васильевич",
                family_first=False,
                forms={"ru-Latn": "N. V. Orlov"},
                role="sender",
            ),
            Participation(
                name="А. П. Зимин",
                family="Зимин",
                given="А. П.",
                forms={"ru-Latn": "A. P. Zimin"},
                role="recipient",
            ),
        ),
        texts=(
            TextDocument(key="original", language="ru", kind="original", body="Товарищ Зимин!"),
        ),
        held=(archive("fond 0102", texts=("original",), relation="source of this text"),),
    ),
    holdings=(held(AVP_RF, "fond 0102, opis 6, papka 21, delo 47, listy 12–14"),),
)


def copy_in(repository: RepositoryContent, shelfmark: str, standing: str = "") -> Copy:
    """The copy that a citation names."""
    return Copy(
        repository.name,
        repository.abbreviation,
        repository.town,
        shelfmark,
        standing,
        repository.own_name,
        repository.own_abbreviation,
    )


def reading(content: Content, number: int = 2) -> Reading:
    """That content as an edition, published on March 1, 2026, its passages counted from p1."""
    numbered = msgspec.structs.replace(content, passages=_passages(content.record))
    record = content.record
    standing = Standing(
        record_id=record.id or "",
        source_id=record.source_id,
        edition_id=1,
        number=number,
        newest=number,
        title=record.title,
        published_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
        published_by="A. Editor",
        note="",
        sha256="0" * 64,
        revision=1,
        composed=record.composed,
        withdrawn_at=None,
        withdrawn_reason="",
        withheld=Withheld(record=None, texts={}, scans={}),
        links=(),
        linked_from=(),
    )
    return Reading(standing, numbered, ApparatusContent())


def differing(found: Reading, *pairs: tuple[str, str], left: str = "en") -> Reading:
    """The same, where the words of each pair stand against each other: those of the text ``left``
    and of the Russian one."""
    compared = tuple(
        ComparisonContent(
            kind="number",
            severity="flag",
            reason="differs",
            row=0,
            left=left,
            right="ru",
            source=_span(found.content, left, ours),
            target=_span(found.content, "ru", theirs),
        )
        for ours, theirs in pairs
    )
    return Reading(found.standing, found.content, ApparatusContent(comparisons=compared))


def _span(content: Content, key: str, said: str) -> SpanContent:
    """Where the words stand first; a body here is paragraphs with an empty line between."""
    text = content.record.text(key)
    assert text is not None
    start = text.body.index(said)
    passage = content.passages[key][text.body[:start].count("\n\n")]
    return SpanContent(text=key, passage=passage.id, start=start, end=start + len(said), value=said)


def changed(content: Content, **record: Any) -> Reading:
    """The same with other fields of its record."""
    return reading(replaced(content, **record))


def replaced(content: Content, **record: Any) -> Content:
    return msgspec.structs.replace(
        content, record=msgspec.structs.replace(content.record, **record)
    )


def composed(content: Content) -> Reading:
    """The same, said to be made up for demonstration."""
    return changed(content, editorial=Editorial(composed=True))


def withheld(content: Content, until: date) -> Reading:
    """Under embargo: no body, no passages."""
    closed = tuple(msgspec.structs.replace(text, body="") for text in content.record.texts)
    found = changed(content, texts=closed)
    emptied = msgspec.structs.replace(found.content, passages={})
    return Reading(found.standing, emptied, found.apparatus)


def as_published(record: RecordDocument, number: int = 1) -> Reading:
    """A record as it came in a file, with what publishing reads from its holdings."""
    holdings = tuple(map(_held, record.held))
    return reading(Content(record=record, holdings=holdings), number)


def _held(held: HoldingDocument) -> HoldingContent:
    name = held.repository.name if isinstance(held.repository, Name) else held.repository
    fact, parsed = find(name or ""), shelfmark_of(held)
    return HoldingContent(
        repository=RepositoryContent(
            slug="",
            name=fact.name,
            abbreviation=fact.abbreviation,
            town=fact.town,
            own_name=fact.own_name,
            own_abbreviation=fact.own_abbreviation,
            own_language=fact.own_language,
        )
        if fact
        else None,
        shelfmark=ShelfmarkContent(system=parsed.system, display=parsed.display())
        if parsed
        else None,
    )


def _passages(record: RecordDocument) -> dict[str, tuple[PassageContent, ...]]:
    passages, last = {}, 0
    for text in record.texts:
        count = len(text.body.split("\n\n")) if text.body else 0
        passages[text.key] = tuple(
            PassageContent(id=f"p{last + at}", number=at, kind="paragraph", start=0, end=0)
            for at in range(1, count + 1)
        )
        last += count
    return passages
