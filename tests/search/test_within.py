from __future__ import annotations

from typing import Any

import pytest

from archive.authority.merging import NameForm, PersonEntry, merge_person
from archive.search.within import Within, find_within
from tests import world

pytestmark = pytest.mark.django_db


def within(q: str, *texts: dict[str, Any], **fields: Any) -> list[list[str]]:
    """For each row found the words that are lit in it, text by text."""
    record = world.document(title="A letter", texts=list(texts), **fields)
    reading = world.read_published(record)
    found = find_within(reading, q)
    bodies = {text["key"]: text["body"] for text in texts}
    return [
        [bodies[key][start:end] for key, each in row.stretches.items() for start, end in each]
        for row in found.rows
    ]


def cable(q: str) -> Within:
    return find_within(world.read_published(world.cable_document()), q)


@pytest.mark.parametrize(
    ("q", "body", "lit"),
    [
        ("ельцин", "Сказал Ёлкин.\n\nСказал Ельцин.", ["Ельцин"]),
        ("еще", "Ещё раз.", ["Ещё"]),
        ("пулемет", "Три пулемёта.", ["пулемёта"]),
        ("Сталин", "Cталин пишет.", ["Cталин"]),
        ("12000", "12,000 rifles", ["12,000"]),
    ],
)
def test_folded_as_everywhere(q: str, body: str, lit: list[str]) -> None:
    assert within(q, world.text("ru", body)) == [lit]


def test_simplified_and_traditional_characters() -> None:
    assert within("林彪", world.text("zh", "林彪同志。")) == [["林彪"]]


def test_every_place_in_every_text_with_the_row_that_it_stands_in() -> None:
    found = cable("Lin Biao")
    assert [tuple(row.cells) for row in found.rows] == [("en", "ru")]
    assert [len(each) for each in found.rows[0].stretches.values()] == [1, 1]
    assert (found.places, found.some) == (2, False)


def test_rows_with_all_of_the_words_else_those_with_the_most() -> None:
    body = "Red alone.\n\nRed and green.\n\nBlue here."
    assert within("red green", world.text("en", body)) == [["Red", "green"]]
    assert within("red blue", world.text("en", body)) == [["Red"], ["Red"], ["Blue"]]
    reading = world.read_published(world.document(title="A", texts=[world.text("en", body)]))
    assert find_within(reading, "red blue").some
    assert not find_within(reading, "red green").some


def test_a_phrase_and_operators() -> None:
    text = world.text("en", "Heavy guns.\n\nHeavy going, and guns.")
    assert within('"heavy guns"', text) == [["Heavy guns"]]
    assert within("guns NOT lorries", text) == [["guns"], ["guns"]]
    assert within("gu*", text) == []
    assert within("hea*", text) == [["Heavy"], ["Heavy"]]


def test_a_name_in_the_forms_that_the_authority_learned_since() -> None:
    merge_person(PersonEntry(name="Joseph Stalin", forms=(NameForm("und-Latn", "Filippov"),)))
    assert within("Joseph Stalin", world.text("en", "Filippov agrees.")) == [["Filippov"]]


def test_nothing_sought_and_nothing_found() -> None:
    assert cable("zzzz") == Within((), False, ())
    assert cable("!?").notices == ("There is no word to look for in what was typed.",)
    assert cable("").rows == ()


def test_withheld_wording_is_not_looked_through() -> None:
    withheld = world.text("de", "Ein Wort.", rights={"embargo_until": "2999-01-01"})
    assert within("wort", world.text("en", "A word."), withheld) == []
