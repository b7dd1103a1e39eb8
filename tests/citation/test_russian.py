"""Russian words in citations."""

from __future__ import annotations

import pytest

from archive.citation import russian
from archive.citation.value import CitedName


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("1950-01-22", "22 января 1950 г."),
        ("1956-05", "май 1956 г."),
        ("1956-05?", "[май 1956 г.?]"),
        ("1956~", "ок. 1956 г."),
        ("1567-03-12/1567-03-21", "12–21 марта 1567 г."),
        ("1949/1951", "1949–1951 гг."),
        ("1950-05/1951-06", "май 1950 г. – июнь 1951 г."),
        ("195X", "1950-е гг."),
        ("19XX", "1900–1999 гг."),
        ("1950-21", "весна 1950 г."),
        ("1950-05/..", "после мая 1950 г."),
        ("../195X", "до 1950-х гг."),
        ("-0043", "44 г. до н. э."),
        (None, "б. д."),
        ("soon", "soon"),
    ],
)
def test_dates(edtf: str | None, said: str) -> None:
    assert russian.when(edtf) == said


@pytest.mark.parametrize(
    ("family", "given", "said"),
    [
        ("Зимин", "А. П.", "А. П. Зимину"),
        ("Орлов", "Николай Васильевич", "Н. В. Орлову"),
        ("Иванова", "Анна", "А. Ивановой"),
        ("Молотов-Зимин", "В.", "В. Молотов-Зимину"),
        ("Штыкаренко", "Т. Ф.", "(адресат: Т. Ф. Штыкаренко)"),
        ("Рейман", "М.", "(адресат: М. Рейман)"),
    ],
)
def test_the_dative_only_where_the_name_itself_makes_it_certain(
    family: str, given: str, said: str
) -> None:
    assert russian.to((CitedName(f"{given} {family}", family, given),)) == said


def test_several_of_whom_one_is_not_certain() -> None:
    orlov = CitedName("Н. Орлов", "Орлов", "Н.")
    mao = CitedName("Мао Цзэдун", "Мао", "Цзэдун", family_first=True)
    assert russian.to((orlov, orlov)) == "Н. Орлову, Н. Орлову"
    assert russian.to((orlov, mao)) == "(адресаты: Н. Орлов, Мао Цзэдун)"
