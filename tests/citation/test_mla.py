"""MLA 9, whole."""

from __future__ import annotations

from datetime import date

import pytest

from archive.citation import cite
from archive.editions.document import Participation
from archive.editions.reading import Reading
from tests.citation.editions import CABLE, LETTER, changed, reading

_BOOK = (
    "Jianguo yilai Liu Shaoqi wengao, edited by Zhonggong zhongyang wenxian yanjiu shi and "
    "Zhongyang dang’anguan, vol. 1, Zhongyang wenxian chubanshe, 2005, p. 320"
)


def works_cited(edition: Reading, **asked: object) -> str:
    return cite(edition, "mla-9", "works-cited", **asked).text  # type: ignore[arg-type]


def in_text(edition: Reading, **asked: object) -> str:
    return cite(edition, "mla-9", "in-text", **asked).text  # type: ignore[arg-type]


def test_a_translation_from_a_book() -> None:
    assert works_cited(reading(CABLE)) == (
        f"Liu Shaoqi. Cable to Mao Zedong. 22 Jan. 1950. Translated by Kim Donggil. {_BOOK}. "
        "Facing Pages, facing.example/records/fp4k7x2b/v2/en/."
    )


def test_a_text_in_an_archive_the_larger_first() -> None:
    assert cite(reading(CABLE), "mla-9", "works-cited", text="ru").html == (
        "Liu Shaoqi. Telegram to Mao Zedong. 22 Jan. 1950. Archive of the President of the "
        "Russian Federation, Moscow, fond 45, opis 1, delo 334, list 22. <i>Facing Pages</i>, "
        "facing.example/records/fp4k7x2b/v2/ru/."
    )


def test_edition_passage_and_access() -> None:
    asked = {"passage": "p2", "with_edition": True, "accessed": date(2026, 11, 23)}
    assert works_cited(reading(CABLE), **asked).endswith(
        " Facing Pages, edition 2, 1 Mar. 2026, par. 2, "
        "facing.example/records/fp4k7x2b/v2/en/#p2. Accessed 23 Nov. 2026."
    )


def test_its_own_words_are_located_by_their_archive_unless_the_site_has_more_to_tell() -> None:
    located = (
        "Orlov, N. V. Letter to A. P. Zimin. 3 Mar. 1951. Foreign Policy Archive of the Russian "
        "Federation, Moscow, fond 0102, opis 6, papka 21, delo 47, listy 12–14. "
    )
    address = "facing.example/records/fp0l3tt8r/v2/original/"
    assert works_cited(reading(LETTER)) == f"{located}{address}."
    assert works_cited(reading(LETTER), accessed=date(2026, 11, 23)) == (
        f"{located}{address}. Accessed 23 Nov. 2026."
    )
    assert works_cited(reading(LETTER), passage="p1") == (
        f"{located}Facing Pages, par. 1, {address}#p1."
    )


def test_another_hand() -> None:
    assert works_cited(reading(CABLE), passage="p6").startswith(
        "Mao Zedong. Annotation of 25 Jan. 1950 on Liu Shaoqi to Mao Zedong, cable, 22 Jan. 1950. "
        "Translated by Kim Donggil. Jianguo"
    )
    assert in_text(reading(CABLE), passage="p6") == "(Mao, par. 6)"


def test_the_document_and_its_other_copy() -> None:
    assert works_cited(reading(CABLE), target="document") == (
        "Liu Shaoqi. Telegram to Mao Zedong. 22 Jan. 1950. Archive of the President of the "
        "Russian Federation, Moscow, fond 45, opis 1, delo 334, list 22. Another copy, Russian "
        "State Archive of Socio-Political History, Moscow, fond 558, opis 11, delo 334, list 22."
    )


@pytest.mark.parametrize(
    ("edtf", "said"),
    [("1956-05?", "May 1956? "), ("1956~", "Circa 1956. "), (None, "Undated. ")],
)
def test_what_is_not_certain(edtf: str | None, said: str) -> None:
    lead = "Orlov, N. V. Letter to A. P. Zimin. "
    assert works_cited(changed(LETTER, date=edtf)).startswith(f"{lead}{said}Foreign Policy")


def test_in_the_text() -> None:
    people = tuple(Participation(name=name, role="author") for name in ("A", "B", "C"))
    assert in_text(reading(CABLE)) == "(Liu)"
    assert in_text(reading(CABLE), passage="p2") == "(Liu, par. 2)"
    assert in_text(changed(CABLE, people=people)) == "(A et al.)"
    assert in_text(changed(CABLE, people=(), title="A Report")) == "(A Report)"
