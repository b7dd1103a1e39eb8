"""Quotations are found in the edition they were taken from, and nothing withheld is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from archive.editions.publishing import publish
from archive.editions.withholding import embargo, withdraw
from archive.editions.words import Piece
from archive.records.models import Record
from archive.search.quotations import LONGEST, QuotationRefused, check
from archive.texts.writing import write
from tests import world

pytestmark = pytest.mark.django_db

LETTER = (
    "We ask for two hundred lorries before the thaw comes.\n\n"
    "The bridge at the northern ford will not bear them after the middle of March.\n\n"
    "Greetings to all who remain at their posts."
)


@pytest.fixture
def letter() -> Record:
    """A letter of three passages, published once."""
    texts = [world.text("en", LETTER)]
    return world.published(world.document(title="The lorries", texts=texts)).record


def edit(record: Record, old: str, new: str) -> None:
    """The letter with other words, published as its next edition."""
    text = record.texts.get()
    text.body = text.body.replace(old, new)
    write(record, text)
    publish(record, by="Ada")


def told(quotation: str) -> list[tuple[str, int, int, bool, str, tuple[str, ...]]]:
    """Where a quotation was found: title, editions, whether it is current, how, passages."""
    return [
        (
            origin.reading.standing.title,
            origin.first,
            origin.last,
            origin.current,
            origin.match.likeness,
            origin.match.passages,
        )
        for origin in check(quotation)
    ]


def test_word_for_word(letter: Record) -> None:
    assert told("The bridge at the northern ford will not bear them") == [
        ("The lorries", 1, 1, True, "exact", ("p2",))
    ]


def test_an_old_edition_is_named_beside_what_the_current_one_says(letter: Record) -> None:
    edit(letter, "two hundred lorries", "three hundred lorries")
    assert told("We ask for two hundred lorries before the thaw comes.") == [
        ("The lorries", 1, 1, False, "exact", ("p1",)),
        ("The lorries", 2, 2, True, "altered", ("p1",)),
    ]
    (origin,) = (o for o in check("ask for two hundred lorries before the thaw") if o.current)
    assert origin.match.pieces == (
        Piece("same", "ask for "),
        Piece("removed", "three"),
        Piece("added", "two"),
        Piece("same", " hundred lorries before the thaw"),
    )


def test_ten_edits_elsewhere_leave_it_current_and_read_since_the_first(letter: Record) -> None:
    for n in range(10):
        edit(letter, "Greetings" if n == 0 else f"Greeting {n - 1}", f"Greeting {n}")
    assert told("The bridge at the northern ford will not bear them") == [
        ("The lorries", 1, 11, True, "exact", ("p2",))
    ]


def test_words_that_come_back_are_found_in_the_newest(letter: Record) -> None:
    edit(letter, "northern ford", "southern ford")
    edit(letter, "southern ford", "northern ford")
    assert told("The bridge at the northern ford will not bear them") == [
        ("The lorries", 3, 3, True, "exact", ("p2",)),
        ("The lorries", 2, 2, False, "altered", ("p2",)),
    ]


def test_over_two_passages(letter: Record) -> None:
    assert told("lorries before the thaw comes. The bridge at the northern ford will not") == [
        ("The lorries", 1, 1, True, "exact", ("p1", "p2"))
    ]


def test_what_stands_in_brackets_in_the_document_is_found_too() -> None:
    source = "[Source: Registry of the ford, box 7. Secret.]"
    texts = [world.text("en", f"{source}\n\nThe lorries are late.")]
    world.published(world.document(title="A source note", texts=texts))
    assert told(source) == [("A source note", 1, 1, True, "exact", ("p1",))]
    assert told(source[:-9] + "…") == [("A source note", 1, 1, True, "exact", ("p1",))]


def test_with_words_openly_left_out_and_put_in(letter: Record) -> None:
    quotation = "“We ask for two hundred lorries … at the [only] northern ford will not bear them”"
    assert told(quotation) == [("The lorries", 1, 1, True, "exact", ("p1", "p2"))]


def test_capitals_and_quotation_marks_are_no_other_words(letter: Record) -> None:
    assert told("the bridge at the Northern ford will not bear them") == [
        ("The lorries", 1, 1, True, "same words", ("p2",))
    ]


def test_in_russian_and_in_chinese() -> None:
    world.published(world.cable_document())
    body = "我们请求在解冻之前派来二百辆卡车，北面的桥承受不住。"
    world.published(world.document(title="卡车", texts=[world.text("zh", body)]))
    assert [(o.key, o.match.likeness) for o in check("находящиеся на службе в частях 4-ой")] == [
        ("ru", "exact")
    ]
    assert told("在解冻之前派来二百辆汽车") == [("卡车", 1, 1, True, "altered", ("p1",))]


def test_what_is_withheld_is_not_found(letter: Record) -> None:
    quotation = "The bridge at the northern ford will not bear them"
    edit(letter, "northern ford", "southern ford")
    embargo(letter, timezone.localdate() + timedelta(days=1))
    assert check(quotation) == []
    embargo(letter, None)
    assert len(check(quotation)) == 2
    withdraw(letter, by="Ada", reason="The family asked for it.")
    assert check(quotation) == []


def test_what_says_too_little_or_too_much_is_refused() -> None:
    with pytest.raises(QuotationRefused, match="Too short to be told from others: quote 3 words"):
        check("two lorries")
    with pytest.raises(QuotationRefused, match="A quotation of 2,001 characters: at most 2,000"):
        check("a" * (LONGEST + 1))
    with pytest.raises(QuotationRefused, match="Too short"):
        check("")


def test_three_queries_whatever_is_found(
    letter: Record, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    quotation = "The bridge at the northern ford will not bear them"
    with django_assert_num_queries(3):
        assert len(check(quotation)) == 1
    for source in ("a", "b"):
        texts = [world.text("en", LETTER)]
        world.published(world.document(source_id=source, title=f"Copy {source}", texts=texts))
    with django_assert_num_queries(3):
        assert len(check(quotation)) == 3
