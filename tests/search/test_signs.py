from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.signs import Sign, signs


def kinds(q: str) -> list[tuple[str, str]]:
    return [(sign.kind, sign.text) for sign in signs(q)]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("Mao AND lin", [("word", "Mao"), ("and", "AND"), ("word", "lin")]),
        ("Mao and lin", [("word", "Mao"), ("word", "and"), ("word", "lin")]),
        ("Мао ИЛИ Линь", [("word", "Мао"), ("or", "ИЛИ"), ("word", "Линь")]),
        ("СССР ИЛИ США", [("word", "СССР"), ("word", "ИЛИ"), ("word", "США")]),
        ("毛 和 林", [("word", "毛"), ("and", "和"), ("word", "林")]),
        ("毛和林", [("word", "毛和林")]),
        ("Сталин И", [("word", "Сталин"), ("word", "И")]),
        ("И. Сталин", [("word", "И."), ("word", "Сталин")]),
        ("Brief NICHT Telegramm", [("word", "Brief"), ("not", "NICHT"), ("word", "Telegramm")]),
        ("NICHT Telegramm", [("not", "NICHT"), ("word", "Telegramm")]),
        ("NEAR EAST", [("word", "NEAR"), ("word", "EAST")]),
        ("a -b", [("word", "a"), ("not", "-"), ("word", "b")]),
        ("a-b - 1949 -1950", [("word", "a-b"), ("word", "1949"), ("word", "-1950")]),
        ('title:"a b"', [("field", "title"), ("phrase", "a b")]),
        ("Recipient:mao", [("field", "to"), ("word", "mao")]),
        ("To: mao", [("word", "To:"), ("word", "mao")]),
        ("wilson-center:liu http://x", [("word", "wilson-center:liu"), ("word", "http://x")]),
        ('x:"a"', [("word", "x:"), ("phrase", "a")]),
        ("date:1950..1951 b", [("field", "date"), ("word", "1950..1951"), ("word", "b")]),
        (
            "shelfmark:ф. 45, оп. 1 AND mao",
            [("field", "shelfmark"), ("word", "ф. 45, оп. 1"), ("and", "AND"), ("word", "mao")],
        ),
        ("（毛）", [("open", "（"), ("word", "毛"), ("close", "）")]),
        ('a "b', [("word", "a"), ("quote", '"'), ("word", "b")]),
        ("… ! *", []),
    ],
)
def test_the_signs_of_a_query(q: str, found: list[tuple[str, str]]) -> None:
    assert kinds(q) == found


def test_what_hangs_on_a_sign() -> None:
    assert signs("revol*, lyn~ mao~2 a NEAR b NEAR/3 *x 1950~") == [
        Sign("word", 0, "revol", like="prefix"),
        Sign("word", 8, "lyn", like="fuzzy"),
        Sign("word", 13, "mao", like="fuzzy", number=2),
        Sign("word", 19, "a"),
        Sign("near", 21, "NEAR", number=10),
        Sign("word", 26, "b"),
        Sign("near", 28, "NEAR/3", number=3),
        Sign("word", 35, "*x", stray=True),
        Sign("word", 38, "1950~"),
    ]


@given(st.text(max_size=120))
def test_any_string_has_signs_each_in_its_place(q: str) -> None:
    places = [sign.at for sign in signs(q)]
    assert places == sorted(set(places))
    assert all(0 <= at < len(q) for at in places)
