"""The collation table: whole tables, over an apparatus written out by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import msgspec
import pytest

from archive.desk.collation import MOST, Collation, Column, Line, Mention, Paragraph, collation
from archive.editions.apparatus import (
    ApparatusContent,
    ComparisonContent,
    Kind,
    RowContent,
    SpanContent,
    VoteContent,
)
from archive.editions.deciding import judge
from archive.editions.document import VerdictDocument
from archive.editions.reading import Reading, read
from tests import world

pytestmark = pytest.mark.django_db

BODIES = {
    "en": "189 guns, 14,000 men, 3 trucks.\n\nLin Biao agreed on May 4, 1950.",
    "ru": "180 пушек, 14 тысяч бойцов.\n\nЛинь Бяо согласился 22.4.1950 г.",
    "zh": "一百八十九门炮。\n\n林彪同意。",
}
_IDS = {"en": ("p1", "p2"), "ru": ("p3", "p4"), "zh": ("p5", "p6")}


def span(text: str, words: str, value: str) -> SpanContent:
    start = BODIES[text].index(words)
    passage = _IDS[text]["\n\n" in BODIES[text][:start]]
    return SpanContent(text=text, passage=passage, start=start, end=start + len(words), value=value)


GUNS = {
    "en": span("en", "189", "189"),
    "ru": span("ru", "180", "180"),
    "zh": span("zh", "一百八十九", "189"),
}
MEN = span("en", "14,000", "14000"), span("ru", "14 тысяч", "14000")
TRUCKS = span("en", "3", "3")
LIN = span("en", "Lin Biao", "lin-biao"), span("ru", "Линь Бяо", "lin-biao")
DAY = span("en", "May 4, 1950", "1950-05-04"), span("ru", "22.4.1950", "1950-04-22")


def compared(
    left: str,
    right: str,
    kind: Kind,
    row: int,
    source: SpanContent | None,
    target: SpanContent | None,
    severity: Literal["flag", "note", ""] = "",
    reason: str = "",
) -> ComparisonContent:
    return ComparisonContent(
        kind=kind,
        severity=severity,
        reason=reason,
        row=row,
        left=left,
        right=right,
        source=source,
        target=target,
    )


PAIRS = (
    compared("en", "ru", "number", 0, GUNS["en"], GUNS["ru"], "flag", "differs"),
    compared("en", "ru", "number", 0, *MEN),
    compared("en", "ru", "number", 0, TRUCKS, None, "note", "only here"),
    compared("en", "ru", "name", 1, *LIN),
    compared("en", "ru", "date", 1, *DAY, "note", "calendar"),
    compared("en", "zh", "number", 0, GUNS["en"], GUNS["zh"]),
    compared("en", "zh", "number", 0, MEN[0], None, "note", "moved"),
    compared("ru", "zh", "number", 0, GUNS["ru"], GUNS["zh"], "flag", "differs"),
)


def row(*passages: str) -> RowContent:
    owners = {pid: key for key, ids in _IDS.items() for pid in ids}
    return RowContent(cells={owners[pid]: (pid,) for pid in passages})


def reading() -> Reading:
    """Three texts in two rows, an explained figure and a vote."""
    made = world.read_published(
        world.document(
            people=[{"name": "Lin Biao", "role": "mentioned", "forms": {"ru": "Линь Бяо"}}],
            texts=[world.text(key, body) for key, body in BODIES.items()],
        )
    )
    verdict = VerdictDocument(
        number=7,
        kind="number",
        words={"en": "189", "ru": "180"},
        state="explained",
        note="A slip.",
        by="Ada",
        at=datetime(2026, 11, 23, tzinfo=UTC),
    )
    vote = VoteContent(kind="number", row=0, spans=dict(GUNS), value="189", odd="ru")
    apparatus = ApparatusContent(
        rows=(row("p1", "p3", "p5"), row("p2", "p4", "p6")),
        comparisons=PAIRS,
        verdicts=(verdict,),
        votes=(vote,),
    )
    return Reading(made.standing, made.content, apparatus)


def table(*keys: str) -> Collation:
    found = collation(reading(), keys)
    assert found is not None
    return found


def said(found: Collation) -> list[tuple[int, str, list[str], str, str, str, list[int]]]:
    """Each line in short: row, kind, words, sign, result, odd one, numbers of verdicts."""
    return [
        (
            group.row,
            line.kind,
            [mention.words if mention else "–" for mention in line.mentions],
            line.sign,
            line.result,
            line.odd,
            [verdict.number for verdict in line.verdicts],
        )
        for group in found.groups
        for line in group.lines
    ]


ODD = "differ: the Russian is the odd one of 3 texts"
CALENDARS = "some days apart: perhaps two calendars"


def test_two_texts() -> None:
    assert said(table("en", "ru")) == [
        (1, "figure", ["189", "180"], "≠", ODD, "ru", [7]),
        (1, "figure", ["14,000", "14 тысяч"], "=", "agree", "", []),
        (1, "figure", ["3", "–"], "", "not found in the Russian text", "", []),
        (2, "name", ["Lin Biao", "Линь Бяо"], "=", "agree", "", []),
        (2, "date", ["May 4, 1950", "22.4.1950"], "", CALENDARS, "", []),
    ]


def test_the_other_way_round_the_columns_change_places() -> None:
    assert [words for _, _, words, *_ in said(table("ru", "en"))] == [
        ["180", "189"],
        ["14 тысяч", "14,000"],
        ["–", "3"],
        ["Линь Бяо", "Lin Biao"],
        ["22.4.1950", "May 4, 1950"],
    ]


def test_three_texts_have_a_column_each_and_the_odd_one_is_named() -> None:
    assert said(table("zh", "en", "ru")) == [
        (1, "figure", ["一百八十九", "189", "180"], "≠", ODD, "ru", [7]),
        (
            1,
            "figure",
            ["–", "14,000", "14 тысяч"],
            "",
            "found in a neighbouring row of the Chinese text",
            "",
            [],
        ),
        (1, "figure", ["–", "3", "–"], "", "not found in the Russian text", "", []),
        (2, "name", ["–", "Lin Biao", "Линь Бяо"], "=", "English and Russian agree", "", []),
        (
            2,
            "date",
            ["–", "May 4, 1950", "22.4.1950"],
            "",
            f"English and Russian {CALENDARS}",
            "",
            [],
        ),
    ]


def test_without_a_vote_the_pairs_that_differ_are_named() -> None:
    unvoted = reading()
    apparatus = msgspec.structs.replace(unvoted.apparatus, votes=())
    found = collation(Reading(unvoted.standing, unvoted.content, apparatus), ["en", "ru", "zh"])
    assert found is not None
    assert (
        found.groups[0].lines[0].result == "English and Russian differ; Russian and Chinese differ"
    )


def test_what_would_put_two_words_of_a_text_into_one_line_stands_alone() -> None:
    """Two mentions of a day on the left are both answered by the one on the right."""
    twice = reading()
    again = compared("en", "ru", "name", 1, span("en", "May 4, 1950", "lin-biao"), LIN[1])
    apparatus = msgspec.structs.replace(
        twice.apparatus,
        comparisons=(*PAIRS, again),
    )
    found = collation(Reading(twice.standing, twice.content, apparatus), ["en", "ru"])
    assert found is not None
    assert [words for row, kind, words, *_ in said(found) if kind == "name"] == [
        ["Lin Biao", "Линь Бяо"],
        ["May 4, 1950", "Линь Бяо"],
    ]


def test_it_counts_what_it_says_of_itself() -> None:
    found = table("en", "ru")
    assert (found.shared, found.alone, found.worded, found.long) == (2, 0, False, False)
    assert (found.count("="), found.count("≠"), found.count("")) == (2, 1, 2)


def test_a_line_whole() -> None:
    found = table("en", "ru")
    assert found.columns == (
        Column("en", "English", "en", "ltr"),
        Column("ru", "Russian", "ru", "ltr"),
    )
    assert found.groups[1].paragraphs == ((Paragraph("p2", 2),), (Paragraph("p4", 2),))
    assert found.groups[1].lines[0] == Line(
        kind="name",
        mentions=(
            Mention("Lin Biao", "Lin Biao", Paragraph("p2", 2), plain=True),
            Mention("Линь Бяо", "Lin Biao", Paragraph("p4", 2), plain=False),
        ),
        sign="=",
        result="agree",
        odd="",
        verdicts=(),
    )


def test_what_the_words_show_is_not_said_twice() -> None:
    plain = [
        (mention.words, mention.value, mention.plain, mention.lettered)
        for group in table("en", "ru").groups
        for line in group.lines
        for mention in line.mentions
        if mention
    ]
    assert plain == [
        ("189", "189", True, False),
        ("180", "180", True, False),
        ("14,000", "14000", True, False),
        ("14 тысяч", "14000", False, True),
        ("3", "3", True, False),
        ("Lin Biao", "Lin Biao", True, True),
        ("Линь Бяо", "Lin Biao", False, True),
        ("May 4, 1950", "1950-05-04", False, True),
        ("22.4.1950", "1950-04-22", False, False),
    ]


def test_one_text_is_not_collated_and_a_withheld_one_is_left_out() -> None:
    assert collation(reading(), ["en"]) is None
    assert collation(reading(), ["en", "en"]) is None
    texts = [
        world.text("en", "189 guns."),
        world.text("ru", "180 пушек.", rights={"embargo_until": "2999-01-01"}),
        world.text("de", "189 Kanonen."),
    ]
    held = world.read_published(world.document(texts=texts))
    assert collation(held, ["en", "ru"]) is None
    found = collation(held, ["en", "ru", "de"])
    assert found is not None
    assert [column.key for column in found.columns] == ["en", "de"]
    assert "180" not in repr(found)


def test_two_texts_in_one_language_say_that_words_are_compared_elsewhere() -> None:
    texts = [world.text("en", "189 guns."), world.text("en-2", "180 guns.", language="en-GB")]
    found = collation(world.read_published(world.document(texts=texts)), ["en", "en-2"])
    assert found is not None
    assert found.worded


def test_the_real_cable_has_one_figure_that_differs_and_the_verdict_on_it() -> None:
    edition = world.published(world.cable_document())
    words = {"en": "189", "ru": "180"}
    judge(edition.record, kind="number", words=words, state="explained", note="Why.", by="Ada")
    found = read(edition.record_id)
    assert found is not None
    cable = collation(found, ["en", "ru"])
    assert cable is not None
    unlike = [line for line in said(cable) if line[3] == "≠"]
    assert unlike == [(3, "figure", ["189", "180"], "≠", "differ", "", [1])]
    agreeing = {tuple(line[2]) for line in said(cable) if line[3] == "="}
    assert {("14,000", "14 тысяч"), ("12,000", "12.000"), ("440", "440")} <= agreeing
    assert ("January 22, 1950", "22.1.1950") in {(a[:16], b[:9]) for a, b in agreeing}


@pytest.mark.django_db
def test_under_the_texts_a_very_long_table_lists_only_what_does_not_agree() -> None:
    english = "\n\n".join(f"We need {n} rifles." for n in range(1000, 1000 + MOST + 2))
    russian = english.replace("We need", "Нужно").replace("rifles", "винтовок")
    texts = [world.text("en", english), world.text("ru", russian.replace("1007", "1077"))]
    reading = world.read_published(world.document(texts=texts))
    found, whole = collation(reading, ("en", "ru"), most=MOST), collation(reading, ("en", "ru"))
    assert found is not None
    assert whole is not None
    assert (found.total, found.count("="), found.count("≠")) == (MOST + 2, MOST + 1, 1)
    assert said(found) == [(8, "figure", ["1007", "1077"], "≠", "differ", "", [])]
    assert (found.partial, whole.partial, len(said(whole))) == (True, False, MOST + 2)
