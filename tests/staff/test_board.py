"""The board's reads: order, counts by what else is chosen, pages, and what comes next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from archive.editions.deciding import judge
from archive.editions.models import FoundDifference
from archive.editions.withholding import withdraw
from archive.records.models import Record
from archive.staff import board as board_module
from archive.staff.board import Filters, board, next_open, pair_name
from tests import world

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def records() -> list[Record]:
    """A cable with one flag; a letter in a collection with two flags, a note and another pair of
    languages; each found on a day of its own."""
    cable = world.published(world.cable_document()).record
    texts = [
        world.text("en", "We have 30 lorries.\n\nCome on 4 May 1950.\n\nWe have 61 oxen here."),
        world.text("ru", "У нас 40 грузовиков.\n\nПриезжайте 5 мая 1950 года.\n\nУ нас тут волы."),
    ]
    letter = world.published(
        world.document(title="A letter", date="1950-05", collections=["Lorries"], texts=texts)
    ).record
    for number, record in enumerate((letter, cable)):
        FoundDifference.objects.filter(record=record).update(since=DAY + timedelta(number))
    return [cable, letter]


def shown(filters: Filters, page: int = 1) -> list[tuple[str, str, str]]:
    """Severity and both words of what the board lists."""
    return [
        (each.found.severity, each.sides[0].words, each.sides[1].words)
        for each in board(filters, page).listed
    ]


ALL = [
    ("flag", "30", "40"),
    ("flag", "4 May 1950", "5 мая 1950"),
    ("flag", "61", ""),
    ("flag", "189", "180"),
]


def test_what_was_found_first_comes_first(records: list[Record]) -> None:
    assert shown(Filters()) == ALL
    first = board(Filters()).listed[0]
    assert (first.title, first.date, first.kind, first.reason, first.withheld_until) == (
        "A letter",
        "1950-05",
        "Figure",
        "the texts say different things",
        None,
    )
    assert [(s.text.name, s.text.lang, s.text.dir) for s in first.sides] == [
        ("English", "en", "ltr"),
        ("Russian", "ru", "ltr"),
    ]


def test_flags_come_before_notes(records: list[Record]) -> None:
    FoundDifference.objects.filter(left_words="30").update(severity="note")
    assert shown(Filters()) == [*ALL[1:], ("note", "30", "40")]


def test_filters_narrow_and_each_is_counted_as_the_others_are_chosen(
    records: list[Record],
) -> None:
    judge(
        records[0],
        kind="number",
        words={"en": "189", "ru": "180"},
        state="dismissed",
        note="",
        by="A",
    )
    chosen = Filters(kind="number")
    found = board(chosen)
    assert shown(chosen) == [ALL[0], ALL[2]]
    assert (found.total, found.page, found.pages) == (2, 1, 1)
    assert [(c.value, c.count, c.chosen, c.query) for c in found.states] == [
        ("open", 2, True, "kind=number"),
        ("true difference", 0, False, "state=true+difference&kind=number"),
        ("explained", 0, False, "state=explained&kind=number"),
        ("dismissed", 1, False, "state=dismissed&kind=number"),
    ]
    counted = {n: [(c.label, c.count) for c in found.choices[n]] for n in found.choices}
    assert counted == {
        "severity": [("Flags", 2), ("Notes", 0)],
        "kind": [("Figures", 2), ("Dates", 1), ("Names", 0)],
        "reason": [
            ("The texts say different things", 1),
            ("One text alone says it", 1),
            ("Found in a row next door", 0),
            ("Perhaps two calendars", 0),
            ("Perhaps converted units", 0),
        ],
        "languages": [("English and Russian", 2)],
        "collection": [("Lorries", 2)],
    }


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (Filters(severity="note"), []),
        (Filters(state="dismissed"), []),
        (Filters(kind="date"), ["4 May 1950"]),
        (Filters(reason="only here"), ["61"]),
        (Filters(languages="en ru"), ["30", "4 May 1950", "61", "189"]),
        (Filters(languages="en zh"), []),
        (Filters(collection="lorries"), ["30", "4 May 1950", "61"]),
        (Filters(collection="gone"), []),
    ],
)
def test_each_filter(records: list[Record], filters: Filters, left: list[str]) -> None:
    assert [words for _, words, _ in shown(filters)] == left
    assert board(filters).total == len(left)


def test_the_withdrawn_are_left_out(records: list[Record]) -> None:
    withdraw(records[1], by="Ada", reason="Entered twice.")
    assert shown(Filters()) == ALL[3:]
    assert board(Filters()).choices["collection"] == ()


def test_pages(records: list[Record], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_module, "PER_PAGE", 3)
    assert (shown(Filters(), 1), shown(Filters(), 2)) == (ALL[:3], ALL[3:])
    assert [(board(Filters(), page).page, board(Filters(), page).pages) for page in (0, 2, 9)] == [
        (1, 2),
        (2, 2),
        (2, 2),
    ]


def test_an_address_says_what_is_asked_for_and_what_cannot_be_is_passed_over() -> None:
    asked = QueryDict(
        "state=certainly&severity=flag&kind=moon&reason=why&languages=en+ru&page=2&x=1"
    )
    filters = Filters.of(asked)
    assert filters == Filters(severity="flag", languages="en ru")
    assert filters.query == "severity=flag&languages=en+ru"
    assert Filters.of(QueryDict(filters.query)) == filters
    assert (Filters().query, Filters().narrowed, filters.narrowed) == ("", False, True)
    assert Filters(state="dismissed").narrowed is False


def test_names_of_pairs() -> None:
    assert [pair_name("en ru"), pair_name("de")] == ["English and Russian", "Both in German"]


def test_the_next_open_one_leads_through_the_whole_board(records: list[Record]) -> None:
    found = next_open(Filters(), "", "")
    seen = []
    for _ in range(5):
        assert found is not None
        seen.append(found.left_words)
        found = next_open(Filters(), found.record_id, found.name)
    assert seen == ["30", "4 May 1950", "61", "189", "30"]


def test_what_was_judged_just_now_still_says_where_one_is(records: list[Record]) -> None:
    here = FoundDifference.objects.get(left_words="4 May 1950")
    judge(
        records[1],
        kind="date",
        words={"en": here.left_words, "ru": here.right_words},
        state="true difference",
        note="",
        by="Ada",
    )
    found = next_open(Filters(), here.record_id, here.name)
    assert found is not None
    assert found.left_words == "61"
    assert next_open(Filters(kind="date"), here.record_id, here.name) is None
    only = FoundDifference.objects.get(left_words="189")
    FoundDifference.objects.exclude(pk=only.pk).delete()
    assert next_open(Filters(), only.record_id, only.name) is None


@pytest.mark.parametrize("count", [1, 3])
def test_three_queries_however_many(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        texts = [world.text("en", "We have 30 oxen."), world.text("ru", "У нас 40 волов.")]
        world.published(world.document(title=f"Letter {number}", texts=texts))
    with django_assert_num_queries(3):
        assert len(board(Filters()).listed) == count
