"""What no input may do to a citation, in any style, form and target."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.citation import cite
from archive.citation.bibtex import bibtex
from archive.citation.csl_json import csl_json
from archive.citation.ris import ris
from archive.citation.styles import STYLES
from archive.citation.wording import clean
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

FORMS = [(style, form) for style, forms in STYLES.items() for form in forms]
WHOLE = [form for form in FORMS if form[1] in ("note", "bibliography", "works-cited", "reference")]
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


_repositories = st.builds(
    RepositoryContent, slug=st.just("a"), name=_words, abbreviation=_optional, town=_optional
)
_often = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _asked(edition: Reading) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = [{}, {"with_edition": True}, {"target": "document"}]
    if any(passages for passages in edition.content.passages.values()):
        asked += [{"passage": "p1"}, {"passage": "p2"}]
    if _printed(edition):
        asked.append({"target": "print"})
    return asked


def _printed(edition: Reading) -> bool:
    return any(
        held.type == "publication"
        and any((held.title, held.citation, held.volume_title, held.series))
        for held in edition.content.record.held
    )


@_often
@given(editions())
def test_a_citation_is_whole_and_safe_whatever_it_cites(edition: Reading) -> None:
    for style, form in FORMS:
        for asked in _asked(edition):
            citation = cite(edition, style, form, **asked)
            said = citation.text
            assert said.strip("() ")
            assert not re.search(
                r"\.\.|,,|,\.|(?<!\W) [.,](?=\s|$)|;;|;,|(?<! ):[.,;:]|[\n\x00\ue000\u202e]|  ",
                said,
            ), said
            assert all(said.count(a) == said.count(b) for a, b in ("()", "[]", "«»")), said
            assert said.count("“") + said.count("„") >= said.count("”")
            assert len(re.findall(r'(?<!\d)"', said)) % 2 == 0, said
            if style not in ("apa-7", "harvard-ctr"):
                assert "Zzmao, Zzdong" not in said
            assert "<" not in re.sub("</?i>", "", citation.html)
            assert unescape(re.sub("</?i>", "", citation.html)) == said


@_often
@given(editions())
def test_the_archival_document_loses_no_shelfmark(edition: Reading) -> None:
    held = edition.content.record.held
    marks = [
        f"mark{place}"
        for place, holding in enumerate(held)
        if holding.type == "archive" and holding.reference
    ]
    for style, form in WHOLE:
        said = cite(edition, style, form, target="document").text.casefold()
        assert [mark for mark in marks if mark not in said] == []


@_often
@given(editions())
def test_files_keep_their_shape(edition: Reading) -> None:
    for passage in (None, *(["p2"] if edition.content.passages.get("en") else [])):
        lines = ris(edition, passage=passage).split("\r\n")
        assert lines.pop() == ""
        assert all(
            re.fullmatch(r"[A-Z][A-Z0-9]  - [^\x00-\x1f\x85\u2028\u2029]*", li) for li in lines
        )
        assert (lines[0][:5], lines[-1]) == ("TY  -", "ER  - ")
        assert _depth(bibtex(edition, passage=passage)) == 0
        [item] = json.loads(csl_json(edition, passage=passage))
        assert item["title"].endswith(clean(edition.content.record.title))
        assert ("recipient" in item) <= (item["type"] == "personal_communication")
        assert not ("recipient" in item and "translator" in item)


def _depth(entry: str) -> int:
    """Braces open at the end; BibTeX counts escaped ones too. Fails where one closes too soon."""
    depth = 0
    for sign in entry:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    return depth
