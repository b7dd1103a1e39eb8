"""APA 7, whole."""

from __future__ import annotations

from datetime import date

from archive.citation import cite
from archive.editions.document import Participation
from archive.editions.reading import Reading
from tests.citation.editions import CABLE, LETTER, changed, reading

_BOOK = (
    "Zhonggong zhongyang wenxian yanjiu shi & Zhongyang dang’anguan (Eds.), Jianguo yilai Liu "
    "Shaoqi wengao [Liu Shaoqi’s manuscripts since the founding of the PRC] (Vol. 1, p. 320). "
    "Zhongyang wenxian chubanshe."
)


def reference(edition: Reading, **asked: object) -> str:
    return cite(edition, "apa-7", "reference", **asked).text  # type: ignore[arg-type]


def in_text(edition: Reading, **asked: object) -> str:
    return cite(edition, "apa-7", "in-text", **asked).text  # type: ignore[arg-type]


def test_a_translation_from_a_book() -> None:
    assert reference(reading(CABLE)) == (
        f"Liu, S. (1950, January 22). [Cable to Mao Zedong (D. Kim, Trans.)]. In {_BOOK} "
        "Facing Pages. https://facing.example/records/fp4k7x2b/v2/en/"
    )


def test_a_text_in_an_archive() -> None:
    assert reference(reading(CABLE), text="ru") == (
        "Liu, S. (1950, January 22). [Telegram to Mao Zedong, in Russian]. Archive of the "
        "President of the Russian Federation (AP RF) (fond 45, opis 1, delo 334, list 22), "
        "Moscow. https://facing.example/records/fp4k7x2b/v2/ru/"
    )


def test_the_book_by_its_own_year() -> None:
    assert reference(reading(CABLE), target="print") == (
        f"Liu, S. (2005). [Cable to Mao Zedong, January 22, 1950]. In {_BOOK} (Original work 1950)"
    )
    assert in_text(reading(CABLE), target="print") == "(Liu, 1950/2005)"


def test_edition_passage_and_access() -> None:
    asked = {"passage": "p2", "with_edition": True, "accessed": date(2026, 11, 23)}
    said = reference(reading(CABLE), **asked)
    assert said.startswith("Liu, S. (1950, January 22). [Cable to Mao Zedong, para. 2 (D. Kim, ")
    assert said.endswith(
        " Facing Pages (edition 2, March 1, 2026). Retrieved November 23, 2026, "
        "from https://facing.example/records/fp4k7x2b/v2/en/#p2"
    )


def test_another_hand() -> None:
    assert reference(reading(CABLE), passage="p5").startswith(
        "Mao, Z. (1950, January 25). [Annotation on Liu Shaoqi to Mao Zedong, cable, January 22, "
        "1950, para. 5 (D. Kim, Trans.)]. In Zhonggong"
    )
    assert in_text(reading(CABLE), passage="p5") == "(Mao, 1950, para. 5)"


def test_a_title_is_in_italics_and_its_genre_in_brackets() -> None:
    author = Participation(name="N. V. Orlov", family="Orlov", given="N. V.", role="author")
    report = changed(LETTER, people=(author,), kind="report", title="On Port Arthur")
    assert cite(report, "apa-7", "reference").html.startswith(
        "Orlov, N. V. (1951, March 3). <i>On Port Arthur</i> [Report]. Foreign Policy"
    )
    stopped = changed(LETTER, people=(), kind="report", title="Report, vol. I.")
    assert reference(stopped).startswith("Report, vol. I. (1951, March 3). Foreign Policy")
    nobody = changed(CABLE, people=(), kind="report", title="Report on Korea", date="1956-05?")
    assert reference(nobody).startswith(
        "Report on Korea (D. Kim, Trans.). (ca. 1956, May). In Zhonggong"
    )


def test_in_the_text() -> None:
    assert in_text(reading(CABLE)) == "(Liu, 1950)"
    assert in_text(changed(CABLE, date=None)) == "(Liu, n.d.)"
    assert in_text(changed(CABLE, date="1949/1951")) == "(Liu, 1949–1951)"
    assert in_text(reading(CABLE), passage="p2") == "(Liu, 1950, para. 2)"
