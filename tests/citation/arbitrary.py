"""Editions of any kind, put together by hypothesis, with signs that break what is careless."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from hypothesis import strategies as st

from archive.editions.apparatus import ApparatusContent, ComparisonContent, SpanContent
from archive.editions.content import Content, HoldingContent, RepositoryContent, ShelfmarkContent
from archive.editions.document import (
    HandDocument,
    HoldingDocument,
    Name,
    Participation,
    RecordDocument,
    TextDocument,
)
from archive.editions.reading import Reading
from tests.citation.editions import reading

DATES = [
    None,
    "",
    "1950-01-22",
    "1950-05?",
    "195X",
    "1949/1951",
    "1950~",
    "-0043",
    "../1950",
    "soon",
]

_signs = st.text(
    alphabet="Aбя中é1 -<>&'\"“”„«»()[].,;:?!…\n\t\x00{}\\%$#_^~\u202e\ue000",
    min_size=1,
    max_size=8,
)
_words = st.builds(
    lambda left, signs, right: f"{left}k{signs}k{right}",
    st.sampled_from(["", "[k] ", "(k) "]),
    _signs,
    st.sampled_from(["", ".", ",", "?", "!", " ", ";", "k [k]", " (k)"]),
)
_optional = st.one_of(st.just(""), _words)


@st.composite
def _people(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(["plain", "parted", "family first", "with comma", "body"]))
    if kind in ("family first", "with comma"):
        name = "Zzmao, Zzdong" if kind == "with comma" else "Zzmao Zzdong"
        return {"name": name, "family": "Zzmao", "given": "Zzdong", "family_first": True}
    if kind == "parted":
        family, given = draw(_words), draw(_words)
        return {"name": f"{given} {family}", "family": family, "given": given}
    return {"name": draw(_words), "organisation": kind == "body" or None}


_names = st.builds(lambda fields: Name(**fields), _people())
_participations = st.builds(
    lambda fields, role, uncertain: Participation(role=role, uncertain=uncertain, **fields),
    _people(),
    st.sampled_from(["sender", "recipient", "author", "mentioned"]),
    st.booleans(),
)
_texts = st.builds(
    TextDocument,
    key=st.just("en"),
    language=st.sampled_from(["en", "ru", "zh-Hant", "ota"]),
    kind=st.sampled_from(
        ["original", "transcription", "translation", "machine translation", "summary"]
    ),
    translated_from=st.sampled_from([None, "zh", "ru"]),
    translators=st.lists(_names, max_size=4).map(tuple),
    translated_from_holding=st.sampled_from([None, 0, 1, 9]),
    document_kind=_optional,
    completeness=st.sampled_from([None, "excerpt"]),
    body=st.just("One\n\nTwo"),
    hands=st.builds(
        lambda name, date: (HandDocument(name=name, kind="reply", date=date, first=2),),
        _words,
        st.sampled_from(DATES),
    ),
)
_holdings = st.builds(
    HoldingDocument,
    type=st.sampled_from(["archive", "publication", "web"]),
    repository=st.one_of(st.none(), _words),
    reference=st.one_of(st.none(), _words),
    citation=_optional,
    title=_optional,
    editors=st.lists(_names, max_size=3).map(tuple),
    volume=_optional,
    place=_optional,
    publisher=_optional,
    year=st.sampled_from(["", "1890", "2005"]),
    pages=st.sampled_from(["", "320", "12-14", "Document 5"]),
    texts=st.sampled_from([(), ("en",), ("zh",), ("ru", "en")]),
    series=_optional,
    volume_title=_optional,
    translated_title=_optional,
    relation=st.sampled_from([None, "source of this text", "another copy", "former shelfmark"]),
)


@st.composite
def editions(draw: st.DrawFn) -> Reading:
    holdings = draw(st.lists(_holdings, max_size=3))
    record = RecordDocument(
        id="fp4k7x2b",
        title=draw(_words),
        kind=draw(st.one_of(st.none(), _words)),
        date=draw(st.sampled_from(DATES)),
        people=tuple(draw(st.lists(_participations, max_size=4))),
        texts=tuple(draw(st.lists(_texts, max_size=1))),
        held=tuple(holdings),
        number=draw(_optional),
        summary=draw(_optional),
        subjects=tuple(draw(st.lists(_words, max_size=2))),
    )
    read = tuple(
        HoldingContent(
            repository=draw(st.one_of(st.none(), _repositories)),
            shelfmark=ShelfmarkContent(system="free", display=f"mark{place}")
            if held.reference
            else None,
        )
        for place, held in enumerate(holdings)
    )
    return reading(Content(record=record, holdings=read))


@st.composite
def differing(draw: st.DrawFn) -> Reading:
    """Two texts with a source each or none, of one paragraph each, whose words disagree up to three
    times. The passage p1 is that of the English text, which is cited."""
    made = draw(editions())
    english, russian = draw(_texts), draw(_texts)
    said = [draw(st.lists(_words, min_size=1, max_size=3)) for _ in range(2)]
    texts = (
        msgspec.structs.replace(english, body=" ".join(said[0]), hands=()),
        msgspec.structs.replace(russian, key="ru", body=" ".join(said[1]), hands=()),
    )
    content = msgspec.structs.replace(
        made.content, record=msgspec.structs.replace(made.content.record, texts=texts)
    )
    spans = [
        list(_spans(key, f"p{at}", words))
        for at, (key, words) in enumerate(zip(("en", "ru"), said, strict=True), 1)
    ]
    compared = tuple(
        ComparisonContent(
            kind="name",
            severity="flag",
            reason="differs",
            row=0,
            left="en",
            right="ru",
            source=ours,
            target=theirs,
        )
        for ours, theirs in zip(*spans, strict=False)
    )
    found = reading(content)
    return Reading(found.standing, found.content, ApparatusContent(comparisons=compared))


def _spans(key: str, passage: str, words: Sequence[str]) -> Iterator[SpanContent]:
    at = 0
    for word in words:
        yield SpanContent(text=key, passage=passage, start=at, end=at + len(word), value=word)
        at += len(word) + 1


_repositories = st.builds(
    RepositoryContent, slug=st.just("a"), name=_words, abbreviation=_optional, town=_optional
)
