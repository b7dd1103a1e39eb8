from __future__ import annotations

from datetime import date

import pytest

from archive.desk.columns import (
    PLAIN,
    Manner,
    NoSuchText,
    Offer,
    Side,
    TextChoice,
    additions,
    choices,
    choose,
    query,
    sides,
)
from tests import world


def text(key: str, language: str = "") -> TextChoice:
    tongue = language or key
    return TextChoice(key, tongue, "ltr", tongue.title(), tongue.title(), "original", None)


EN, RU, ZH = text("en"), text("ru"), text("zh")
ALL = (RU, EN, ZH)
BY_SENTENCES = Manner("sentences")


@pytest.mark.django_db
def test_every_text_says_what_it_is_and_when_it_opens() -> None:
    reading = world.read_published(world.practice_document("12"))
    assert [(c.key, c.language, c.direction, c.label, c.own_name, c.opens) for c in choices(reading)] == [
        ("de", "de", "ltr", "German", "Deutsch", None),
        ("en", "en", "ltr", "English", "English", date(2099, 1, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "also", "columns"),
    [
        (None, None, (), (EN, RU)),
        (None, "en", (), (RU, EN)),
        ("zh", None, (), (ZH, RU)),
        ("ru", "zh", ("en",), (RU, ZH, EN)),
        ("ru", "ru", (), (RU,)),
        ("ru", "en", ("en", "zh", "zh"), (RU, EN, ZH)),
    ],
)
def test_the_columns_chosen(
    left: str | None, right: str | None, also: tuple[str, ...], columns: tuple[TextChoice, ...]
) -> None:
    assert choose(ALL, left, right, also) == columns


def test_no_more_columns_than_can_be_read_and_none_without_a_text() -> None:
    many = tuple(text(key) for key in "abcdefgh")
    assert [c.key for c in choose(many, "a", "b", tuple("cdefgh"))] == list("abcdef")
    assert choose((), None, None, ()) == ()


def test_a_text_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(NoSuchText) as refused:
        choose(ALL, "ru", "de", ())
    assert (refused.value.key, str(refused.value)) == (
        "de",
        "This edition has no text “de”. It has: ru, en, zh.",
    )


@pytest.mark.parametrize(
    ("columns", "manner", "said"),
    [
        ([EN, RU], PLAIN, "?left=en&right=ru"),
        ([EN], PLAIN, "?left=en&right=en"),
        ([EN, RU, ZH], BY_SENTENCES, "?left=en&right=ru&also=zh&rows=sentences"),
        ([EN], Manner(scans=True), "?left=en&right=en&scans=beside"),
        ([], PLAIN, "?"),
    ],
)
def test_a_choice_of_texts_is_an_address(
    columns: list[TextChoice], manner: Manner, said: str
) -> None:
    assert query(columns, manner) == said


def test_a_text_chosen_that_stands_elsewhere_changes_places() -> None:
    left, right = sides((EN, RU), (EN, RU), PLAIN)
    assert left == Side(
        label="Left text",
        column=EN,
        choices=(
            Offer(EN, "?left=en&right=ru", current=True),
            Offer(RU, "?left=ru&right=en"),
        ),
        alone="?left=en&right=en",
        beside_scans="",
        without="?left=ru&right=ru",
    )
    assert (right.label, right.choices) == (
        "Right text",
        (Offer(EN, "?left=ru&right=en"), Offer(RU, "?left=en&right=ru", current=True)),
    )


def test_the_head_of_one_text_and_of_three() -> None:
    (alone,) = sides((EN,), (EN,), PLAIN, has_scans=True)
    assert alone == Side(
        label="Text",
        column=EN,
        choices=(Offer(EN, "?left=en&right=en", current=True),),
        alone="",
        beside_scans="?left=en&right=en&scans=beside",
        without="",
    )
    three = sides(ALL, (EN, RU, ZH), BY_SENTENCES)
    assert [(side.label, side.without) for side in three] == [
        ("Text 1", "?left=ru&right=zh&rows=sentences"),
        ("Text 2", "?left=en&right=zh&rows=sentences"),
        ("Text 3", "?left=en&right=ru&rows=sentences"),
    ]


def test_what_may_be_added_stands_on_the_right_until_there_is_no_room() -> None:
    assert additions(ALL, (EN, RU), PLAIN) == (Offer(ZH, "?left=en&right=ru&also=zh"),)
    many = tuple(text(key) for key in "abcdefg")
    assert additions(many, many[:6], PLAIN) == ()
