"""What may be asked of ``cite``, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from django.utils.safestring import SafeString

from archive.citation import Citation, CitationRefused, cite
from archive.editions.content import freeze
from archive.editions.document import Participation
from archive.editions.models import Edition
from tests.citation.editions import CABLE, LETTER, changed, reading, replaced, withheld


@pytest.mark.parametrize(
    ("style", "form", "asked", "parameter", "why"),
    [
        ("chicago-99", "note", {}, "style", "“chicago-99” is not built in."),
        ("apa-7", "note", {}, "form", "“note” is no form of apa-7. Write reference, in-text."),
        ("apa-7", "in-text", {"target": "film"}, "target", "“film” is none. Write text, document"),
        (
            "apa-7",
            "in-text",
            {"text": "ko"},
            "text",
            "“ko” is no text of this record. It has en, ru.",
        ),
        ("apa-7", "in-text", {"passage": "p99"}, "passage", "“p99” is no passage"),
        ("apa-7", "in-text", {"passage": ""}, "passage", "“” is no passage"),
        (
            "apa-7",
            "in-text",
            {"passage": "p2", "text": "ru"},
            "passage",
            "“p2” stands in the text “en”, not in “ru”.",
        ),
    ],
)
def test_what_is_not_there_is_refused_by_name(
    style: str, form: str, asked: dict[str, Any], parameter: str, why: str
) -> None:
    with pytest.raises(CitationRefused) as refused:
        cite(reading(CABLE), style, form, **asked)
    assert refused.value.parameter == parameter
    assert str(refused.value).startswith(f"{parameter}: {why}")


def test_a_record_without_a_printed_source_has_none_to_cite() -> None:
    with pytest.raises(CitationRefused, match="this record names no printed source"):
        cite(reading(LETTER), "chicago-18", "note", target="print")


def test_a_passage_names_its_text_by_itself() -> None:
    assert cite(reading(CABLE), "chicago-18", "note", passage="p9").text == (
        "Liu Shaoqi to Mao Zedong, telegram [in Russian], January 22, 1950, para. 2, fond 45, "
        "opis 1, delo 334, list 22, Archive of the President of the Russian Federation (AP RF), "
        "Moscow, https://facing.example/records/fp4k7x2b/v2/ru/#p9."
    )


def test_several_passages_stand_in_order_and_the_address_names_them_all() -> None:
    for asked in ("p4,p1,p2", "p1, p2, p4, p1", "p4,p1-p2", "p1 - p2,p2,p4"):
        said = cite(reading(CABLE), "chicago-18", "note", passage=asked).text
        assert said.startswith("Liu Shaoqi to Mao Zedong, cable, January 22, 1950, paras. 1–2, 4, ")
        assert said.endswith("https://facing.example/records/fp4k7x2b/v2/en/?passage=p1-p2,p4#p1.")


@pytest.mark.parametrize(
    ("passage", "why"),
    [
        ("p2-p1", "“p1” stands before “p2”."),
        ("p1-p9", "“p9” stands in the text “ru”, not in “en”."),
        ("p1,p5", "These stand in different hands: cite each by itself."),
        ("p1,p9", "“p9” stands in the text “ru”, not in “en”."),
        ("p1,,p2", "“” is no passage that can be read here."),
    ],
)
def test_passages_that_are_no_one_citation_are_refused(passage: str, why: str) -> None:
    with pytest.raises(CitationRefused) as refused:
        cite(reading(CABLE), "chicago-18", "note", passage=passage)
    assert str(refused.value) == f"passage: {why}"


def test_an_edition_is_cited_like_its_reading_and_without_a_query() -> None:
    content = reading(CABLE).content
    edition = Edition(
        record_id="fp4k7x2b",
        number=2,
        published_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
        canonical=freeze(content)[0],
    )
    for asked in ({}, {"passage": "p5"}, {"text": "ru", "with_edition": True}):
        expected = cite(reading(CABLE), "chicago-18", "note", **asked)
        assert cite(edition, "chicago-18", "note", **asked) == expected


def test_under_embargo_the_description_is_cited_and_no_passage() -> None:
    closed = withheld(CABLE, date(2099, 1, 1))
    open_note = cite(reading(CABLE), "chicago-18", "note")
    assert cite(closed, "chicago-18", "note") == open_note
    with pytest.raises(CitationRefused, match="no passage that can be read here"):
        cite(closed, "chicago-18", "note", passage="p1")


def test_markup_in_a_record_is_words() -> None:
    hostile = Participation(name="<script>alert(1)</script> & Co", role="sender")
    assert cite(
        changed(CABLE, people=(hostile,), title="A <i>t</i>"), "chicago-18", "short-note"
    ) == (
        Citation(
            text="<script>alert(1)</script> & Co, A <i>t</i>, January 22, 1950.",
            html=SafeString(
                "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co, A &lt;i&gt;t&lt;/i&gt;, "
                "January 22, 1950."
            ),
        )
    )


def test_an_edition_cites_what_was_frozen_with_it() -> None:
    older = msgspec.structs.replace(replaced(CABLE, date="1950-01"), holdings=())
    assert cite(reading(older, 1), "chicago-18", "note", text="ru").text == (
        "Liu Shaoqi to Mao Zedong, telegram [in Russian], January 1950, fond 45, "
        "https://facing.example/records/fp4k7x2b/v1/ru/."
    )
