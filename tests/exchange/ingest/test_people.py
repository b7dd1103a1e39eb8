from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from archive.authority.merging import NameForm, PersonEntry
from archive.exchange.ingest.decode import Refused
from archive.exchange.ingest.people import decode_person


def decoded(**line: Any) -> PersonEntry:
    return decode_person(json.dumps(line).encode())


def refused(line: bytes) -> list[str]:
    with pytest.raises(Refused) as raised:
        decode_person(line)
    return [str(problem) for problem in raised.value.problems]


def test_a_whole_line() -> None:
    assert decoded(
        name="Joseph Stalin",
        family="Stalin",
        given="Joseph",
        family_first=False,
        organisation=False,
        born="1878-12-18",
        died="1953-03-05",
        note="Signed telegrams to Beijing as Filippov.",
        forms=[
            {"form": "Иосиф Сталин", "language": "ru", "kind": "native script"},
            {"form": "Filippov", "language": "en", "kind": "code name"},
            {"form": "Ssu-ta-lin", "language": "zh-Latn-wadegile"},
        ],
        identifiers={"wikidata": "Q855", "viaf": ["101183006", "1"]},
    ) == PersonEntry(
        name="Joseph Stalin",
        family="Stalin",
        given="Joseph",
        family_first=False,
        organisation=False,
        born="1878-12-18",
        died="1953-03-05",
        note="Signed telegrams to Beijing as Filippov.",
        forms=(
            NameForm("ru", "Иосиф Сталин", "native script"),
            NameForm("en", "Filippov", "code name"),
            NameForm("zh-Latn-wadegile", "Ssu-ta-lin"),
        ),
        identifiers=(("wikidata", "Q855"), ("viaf", "101183006"), ("viaf", "1")),
    )


def test_everything_that_is_wrong_with_a_line() -> None:
    assert refused(
        json.dumps(
            {
                "name": " ",
                "born": "spring",
                "forms": [{"form": "", "language": "not a tag", "kind": "nickname"}],
                "identifiers": {"Wiki data": "Q1", "viaf": ""},
            }
        ).encode()
    ) == [
        "name: is empty. Write it.",
        "born: “spring” is not a date. Write 1950-01-22, 1950-01, 1950~ (about), 195X (a decade) or "
        "1950-01/1950-03.",
        "forms[0].form: is empty. Write it, or leave the form out.",
        "forms[0].language: 'not a tag' is not a BCP 47 language tag; use one such as en, ru, "
        "zh-Hant or zh-Latn-wadegile",
        "forms[0].kind: “nickname” is not one of: native script, romanisation, spelling, "
        "translation, code name, pseudonym, birth name, title, abbreviation.",
        "identifiers: “Wiki data” names no scheme: small letters, digits and hyphens, as in "
        "wikidata.",
        "identifiers.viaf: is empty. Write it, or leave the key out.",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "line: is no JSON: Input data was truncated. One person stands on one line."),
        (b"[]", "person: expected `object`, got `array`."),
        (b"{}", "name: is missing. Add it."),
        (b'{"name": "A", "age": 3}', "person: holds a key that is not known: age. Remove it."),
        (b'{"name": "A", "forms": [{"form": "B"}]}', "forms[0].language: is missing. Add it."),
        (
            b'{"name": "A", "forms": [{"form": "B", "language": 1}]}',
            "forms[0].language: expected `str`, got `int`.",
        ),
        (b'{"name": "A\\u0000"}', "name: holds U+0000, which is no character. Remove it."),
        (
            json.dumps({"name": "A" * 501}).encode(),
            "name: is 501 characters long; at most 500 are kept.",
        ),
    ],
)
def test_a_line_that_is_no_person(line: bytes, said: str) -> None:
    assert refused(line) == [said]


def test_marks_of_what_is_not_sorted_by_are_left_out() -> None:
    line = msgspec.json.encode(
        {
            "id": "hsg/111536",
            "preferred": "Roijen, Jan Herman \x98van\x9c",
            "variants": ["Roijen, Jan Herman van", "\x88Van\x89 Roijen"],
        }
    )
    entry = decode_person(line)
    assert (entry.name, entry.given) == ("Jan Herman van Roijen", "Jan Herman van")
    assert [each.form for each in entry.forms] == ["Roijen, Jan Herman van", "Van Roijen"]


def test_a_heading_with_spellings_is_turned_round_where_it_is_surely_inverted() -> None:
    entry = decoded(
        id="hsg/112894",
        preferred="Stalin, Joseph",
        variants=["Stalin, Joseph", "Stalin"],
        alternates=["Filippov"],
        birth=None,
        death="1953",
        authorities={"viaf": "101183006"},
        remarks=["passed over"],
    )
    assert entry == PersonEntry(
        name="Joseph Stalin",
        family="Stalin",
        given="Joseph",
        died="1953",
        forms=tuple(
            NameForm("und-Latn", form, "spelling")
            for form in ("Stalin, Joseph", "Filippov", "Stalin")
        ),
        identifiers=(("hsg", "112894"), ("viaf", "101183006")),
    )


@pytest.mark.parametrize(
    ("preferred", "name", "family"),
    [
        ("Mao Zedong", "Mao Zedong", ""),
        ("Abaydi, Haamid al-", "Haamid al-Abaydi", "Abaydi"),
        ("King, Martin Luther, Jr.", "King, Martin Luther, Jr.", ""),
        ("Tang (Nancy, or Wensheng)", "Tang (Nancy, or Wensheng)", ""),
    ],
)
def test_headings(preferred: str, name: str, family: str) -> None:
    entry = decoded(id="hsg/1", preferred=preferred)
    assert (entry.name, entry.family) == (name, family)
