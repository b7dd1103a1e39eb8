"""What no input may do to a citation, in any style, form and target."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from hypothesis import HealthCheck, given, settings

from archive.citation import Citation, cite
from archive.citation.bibtex import bibtex
from archive.citation.choosing import choose
from archive.citation.csl_json import csl_json
from archive.citation.ris import ris
from archive.citation.styles import STYLES
from archive.citation.value import Copy
from archive.citation.variants import in_english, variants_of
from archive.citation.wording import clean
from archive.editions.reading import Reading
from tests.citation.arbitrary import differing, editions

FORMS = [(style, form) for style, forms in STYLES.items() for form in forms]
WHOLE = [form for form in FORMS if form[1] not in ("short-note", "in-text")]
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
            _whole_and_safe(cite(edition, style, form, **asked), style)


def _whole_and_safe(citation: Citation, style: str) -> None:
    said = citation.text
    assert said.strip("() ")
    assert not re.search(
        r"\.\.|,,|,\.|(?<!\W) [.,](?=\s|$)|;;|;,|(?<! ):[.,;:]|[\n\x00\ue000\u202e]|  ", said
    ), said
    assert all(said.count(a) == said.count(b) for a, b in ("()", "[]", "«»")), said
    assert _open_quotations(said) == 0, said
    assert len(re.findall(r'(?<!\d)"', said)) % 2 == 0, said
    if style not in ("apa-7", "harvard-ctr"):
        assert "Zzmao, Zzdong" not in said
    assert "<" not in re.sub("</?i>", "", citation.html)
    assert unescape(re.sub("</?i>", "", citation.html)) == said


def _open_quotations(said: str) -> int:
    """How many are open at the end; “ closes what „ opened. Fails where one closes too soon."""
    opened: list[str] = []
    for mark in re.findall("[“”„]", said):
        if mark == "”" or (mark == "“" and opened[-1:] == ["„"]):
            assert opened, said
            opened.pop()
        else:
            opened.append(mark)
    return len(opened)


@_often
@given(differing())
def test_a_variant_note_is_whole_and_safe_too(edition: Reading) -> None:
    for style, form in FORMS:
        _whole_and_safe(cite(edition, style, form, passage="p1", variants=True), style)
    for variant in variants_of(edition, choose(edition, passage="p1")):
        place = variant.of.source.place if variant.of.source else None
        mark = place.shelfmark if isinstance(place, Copy) else ""
        assert mark in in_english(variant)


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
