"""Names in each position."""

from __future__ import annotations

import pytest

from archive.citation import naming
from archive.citation.naming import cited_name
from archive.citation.value import CitedName
from archive.editions.content import PersonContent
from archive.editions.document import Name, Participation
from tests.citation.editions import LIU

ORLOV = Name(name="N. V. Orlov", family="Orlov", given="N. V.")


def said(name: Name | Participation | str) -> tuple[str, str, str, str, str]:
    found = cited_name(name)
    return (
        naming.straight(found),
        naming.inverted(found),
        naming.with_initials(found),
        naming.inverted_with_initials(found),
        naming.short(found),
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (LIU, ("Liu Shaoqi", "Liu Shaoqi", "S. Liu", "Liu, S.", "Liu")),
        (ORLOV, ("N. V. Orlov", "Orlov, N. V.", "N. V. Orlov", "Orlov, N. V.", "Orlov")),
        (
            Name(name="Park Chung-hee", family="Park", given="Chung-hee"),
            ("Park Chung-hee", "Park Chung-hee", "C.-H. Park", "Park, C.-H.", "Park"),
        ),
        (
            Name(name="Mao, Zedong", family="Mao", given="Zedong", family_first=True),
            ("Mao Zedong", "Mao Zedong", "Z. Mao", "Mao, Z.", "Mao"),
        ),
        (
            Name(name="Mao, Zedong", family_first=True),
            ("Mao Zedong", "Mao Zedong", "Z. Mao", "Mao, Z.", "Mao"),
        ),
        (
            "Kissinger, Henry A.",
            (
                "Henry A. Kissinger",
                "Kissinger, Henry A.",
                "H. A. Kissinger",
                "Kissinger, H. A.",
                "Kissinger",
            ),
        ),
        ("Embassy, London", ("Embassy, London",) * 5),
        ("Department of State", ("Department of State",) * 5),
        ("Selim II.", ("Selim II.",) * 5),
        (
            Name(name="Politburo, CC", family="x", given="y", organisation=True),
            ("Politburo, CC",) * 5,
        ),
        (
            Name(name="毛泽东", family="毛", given="泽东", family_first=True),
            ("毛泽东", "毛泽东", "毛泽东", "毛泽东", "毛"),
        ),
    ],
)
def test_positions(name: Name | Participation | str, expected: tuple[str, ...]) -> None:
    assert said(name) == expected


@pytest.mark.parametrize(
    ("form", "full", "inverted"),
    [
        ("N. V. Orlov", "N. V. Orlov", "Orlov, N. V."),
        ("Orlov N. V.", "Orlov N. V.", "Orlov, N. V."),
        ("Orlov, N. V.", "N. V. Orlov", "Orlov, N. V."),
        ("Nikolai Vasilievich Orlov", "Nikolai Vasilievich Orlov", "Orlov, Nikolai Vasilievich"),
    ],
)
def test_a_romanised_form_keeps_its_parts(form: str, full: str, inverted: str) -> None:
    name = Name(
        name="Николай Васильевич Орлов",
        family="Орлов",
        given="Николай Васильевич",
        forms={"ru-Latn": form},
    )
    found = cited_name(name)
    assert (naming.straight(found), naming.inverted(found)) == (full, inverted)


def test_the_authority_is_asked_for_a_romanised_form_last() -> None:
    entry = PersonContent(slug="liu-shaoqi", name="Liu Shaoqi", forms=(("ru", "Лю Шаоци"),))
    name = Name(name="刘少奇", family="刘", given="少奇", family_first=True)
    assert cited_name(name, entry).full == "Liu Shaoqi"
    assert naming.inverted_with_initials(cited_name(name)) == "刘少奇"


def test_a_supposed_sender_keeps_the_question_in_every_position() -> None:
    name = Participation(
        name="N. V. Orlov", family="Orlov", given="N. V.", role="sender", uncertain=True
    )
    assert said(name) == (
        "[N. V. Orlov?]",
        "[Orlov, N. V.?]",
        "[N. V. Orlov?]",
        "[Orlov, N. V.?]",
        "[Orlov?]",
    )


def test_files_part_every_name_that_has_parts() -> None:
    assert naming.always_inverted(cited_name(LIU)) == "Liu, Shaoqi"
    assert naming.always_inverted(cited_name("Selim II.")) == "Selim II."


def test_several() -> None:
    assert naming.several(["A", "B", "C"]) == "A, B, and C"
    assert naming.several(["A", "B", "C"], 2) == "A et al."


def test_a_name_in_another_script_keeps_its_parts() -> None:
    orlov = cited_name(
        Name(
            name="Николай Васильевич Орлов",
            family="Орлов",
            given="Николай Васильевич",
            forms={"ru-Latn": "N. V. Orlov"},
        )
    )
    assert orlov == CitedName("N. V. Orlov", "Orlov", "N. V.")
    cyrillic = naming.spelled(orlov, "CYRILLIC")
    assert cyrillic == CitedName("Николай Васильевич Орлов", "Орлов", "Николай Васильевич")
    assert naming.catalogued(cyrillic) == "Орлов Н. В."
    assert naming.catalogued(cyrillic, ",") == "Орлов, Н. В."
    assert naming.spelled(orlov, "CJK") == orlov
    assert naming.capitals(orlov) == "ORLOV N V"


def test_a_family_first_name_is_catalogued_as_said() -> None:
    mao = CitedName("Мао Цзэдун", "Мао", "Цзэдун", family_first=True)
    assert naming.catalogued(mao, ",") == "Мао Цзэдун"
