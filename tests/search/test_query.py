from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from archive.search.query import BadParameter, Query, parse_query


def test_every_parameter() -> None:
    address = (
        "q=+rifle+&names=as-typed&size=50&language=en&language=ru&language=en&kind=cable"
        "&person=lin-biao&sender=a&recipient=b&place=c&archive=d&collection=e&subject=f&rights=g"
        "&from=1950&to=1950-02&with=scans&with=practice&sort=-date&page=3&utm_source=x"
    )
    assert parse_query(QueryDict(address)) == Query(
        q="rifle",
        names="as-typed",
        size=50,
        chosen={
            "language": ("en", "ru"),
            "kind": ("cable",),
            "person": ("lin-biao",),
            "sender": ("a",),
            "recipient": ("b",),
            "place": ("c",),
            "archive": ("d",),
            "collection": ("e",),
            "subject": ("f",),
            "rights": ("g",),
        },
        from_=date(1950, 1, 1),
        to=date(1950, 2, 28),
        with_=("scans", "practice"),
        sort="-date",
        page=3,
    )


@pytest.mark.parametrize("parameters", [{}, {"q": "", "page": "", "kind": [""], "from": " "}])
def test_nothing_asked(parameters: dict[str, str]) -> None:
    assert parse_query(parameters) == Query()


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"size": "0"}, "size: 0 is not from 1 to 200."),
        ({"size": "201"}, "size: 201 is not from 1 to 200."),
        ({"size": "-1"}, "size: “-1” is no whole number from 1 to 200."),
        ({"size": "٣"}, "size: “٣” is no whole number from 1 to 200."),
        ({"page": "9" * 400}, f"page: “{'9' * 40}” is no whole number from 1 to 10,000."),
        (
            {"page": "501"},
            "page: results can be paged to the 10,000th. Narrow the search, or export the results.",
        ),
        ({"sort": "rank"}, "sort: “rank” is none of best, date, -date, new, title."),
        ({"names": "x"}, "names: “x” is none of as-typed."),
        (
            {"with": ["scans", "<b>"]},
            "with: “<b>” is none of side-by-side, scans, differences, original, practice.",
        ),
        ({"kind": "a\0b"}, "kind: is too long, or holds what is no character. Choose again."),
        (
            {"person": "x" * 501},
            "person: is too long, or holds what is no character. Choose again.",
        ),
        ({"place": [str(n) for n in range(51)]}, "place: 51 values; at most 50 can be chosen."),
        (
            {"from": "1950-02", "to": "1950-01"},
            "to: 1950-01-31 is before 1950-02-01, the day in “from”. Exchange the two.",
        ),
        ({"to": "1950/.."}, "to: “1950/..” has no last day."),
    ],
)
def test_refusals_name_the_parameter(parameters: dict[str, str | list[str]], refusal: str) -> None:
    with pytest.raises(BadParameter) as refused:
        parse_query(parameters)
    assert str(refused.value) == refusal
    assert refused.value.name == refusal.partition(":")[0]


def test_a_date_that_is_none_is_refused_with_the_reason() -> None:
    with pytest.raises(BadParameter, match=r"^from: .*1950-02-30"):
        parse_query({"from": "1950-02-30"})


def test_any_q_is_kept_as_it_is() -> None:
    q = 'a" \0 ' + "b" * 100_000
    assert parse_query({"q": q}).q == q
