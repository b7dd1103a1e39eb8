from __future__ import annotations

from datetime import date

import pytest

from archive.search import Query, Results, search
from archive.search import clauses as c
from archive.search.clauses import All, Any, Best, Clause, Phrase, Prefix, Term, Within
from archive.search.grammar import read
from archive.search.signs import signs
from archive.search.tree_clauses import tree_clause
from tests import world

pytestmark = pytest.mark.conformance

FIRST, LAST = date(1950, 1, 1).toordinal(), date(1950, 12, 31).toordinal()
IN_RUSSIAN = Any((Term("value_language", "ru"), Prefix("value_language", "ru-")))


def clause(q: str) -> Clause:
    return tree_clause(read(signs(q)), ["en", "ru"])


def place(word: str) -> Clause:
    return Best(((Term("places", word), 1.5),))


@pytest.mark.parametrize(
    ("q", "asked"),
    [
        ("place:a OR place:b", Any((place("a"), place("b")))),
        ("place:a -place:b", All((place("a"),), (c.Not(place("b")),))),
        ("NOT place:a", c.Not(place("a"))),
        (
            "ru:пулемёты",
            Best(((Term("text_ru", "пулемет"), 1.0),)),
        ),
        (
            'ru:"два слова"',
            All(
                (Best(((Phrase("text", ("два", "слова")), 1.0),)),),
                (
                    IN_RUSSIAN,
                    Best(((Term("text_ru", "два"), 1.0),)),
                    Best(((Term("text_ru", "слов"), 1.0),)),
                ),
            ),
        ),
        (
            "zh:林彪",
            All(
                (Best(((Term("text_cjk", "林彪"), 1.0),)),),
                (Any((Term("value_language", "zh"), Prefix("value_language", "zh-"))),),
            ),
        ),
        (
            "date:1950",
            Any(
                (
                    All(filters=(Within("earliest", None, LAST), Within("latest", FIRST, None))),
                    Within("hand_day", FIRST, LAST),
                )
            ),
        ),
        (
            "certainly:1950",
            All(
                filters=(
                    Within("earliest", FIRST, None),
                    Within("latest", None, LAST),
                    c.Not(Within("doubtful", 1, None)),
                )
            ),
        ),
        (
            "shelfmark:f.45,op.1",
            Any(
                (
                    Term("shelfmarks", "fond:45|opis:1"),
                    Best(((Phrase("marks", ("f", "45", "op", "1")), 1.0),)),
                )
            ),
        ),
    ],
)
def test_clauses(q: str, asked: Clause) -> None:
    assert clause(q) == asked


def test_as_typed_leaves_out_the_other_forms_of_a_sender() -> None:
    tree = read(signs("sender:lin"))
    names = (Term("sender", "lin"), 2.0)
    assert tree_clause(tree, []) == Best((names, (Term("sender_forms", "lin"), 1.6)))
    assert tree_clause(tree, [], as_typed=True) == Best((names,))


@pytest.fixture
def records(db: None) -> None:
    """The cable, and three letters A, B and C."""
    world.published(world.cable_document())
    for title, day, body in (
        ("A", "1950", "Heavy rain fell on the harbour of Valmora."),
        ("B", "1950-02", "The revolution spares no lighthouse. Harbours are closed."),
        ("C", "1949/1951", "Revolutionary guns, and the heavy harbour boats."),
    ):
        world.published(
            world.document(
                title=title, date=day, source_id=f"x:{title}", texts=[world.text("en", body)]
            )
        )


def found(q: str) -> str:
    results = search(Query(q=q, sort="title"))
    assert results.notices == (), q
    return titles(results)


def titles(results: Results) -> str:
    return "".join(hit.title[0] if len(hit.title) == 1 else "*" for hit in results.hits)


@pytest.mark.usefixtures("records")
def test_what_operators_find_among_the_records() -> None:
    """* is the cable."""
    expected = {
        "harbour AND heavy": "AC",
        "lighthouse OR rain": "AB",
        "harbour -heavy": "B",
        "harbour NOT (rain OR guns)": "B",
        "NOT harbour": "*",
        "(rain OR lighthouse) harbour": "AB",
        '"heavy rain" OR "harbour boats"': "AC",
        "revoluti*": "BC",
        "revolution": "B",
        "lihgthouse~": "B",
        "harbuor~": "ABC",
        "heavy NEAR/2 fell": "A",
        "fell NEAR/2 heavy": "A",
        "heavy NEAR/1 fell": "",
        "heavy NEAR harbour": "AC",
        "spared NEAR/3 revolution": "B",
        "title:A": "A",
        "title:cable": "*",
        "text:cable": "",
        "sender:Liu": "*",
        "sender:Mao": "",
        "to:Mao": "*",
        "to:Мао": "*",
        "archive:RGASPI": "*",
        "archive:РГАСПИ": "*",
        "place:Moscow": "*",
        "en:harbours": "ABC",
        "ru:harbours": "",
        "ru:пулемёт": "*",
        "en:пулемёт": "",
        'ru:"Линь Бяо"': "*",
        "ru:пулем*": "*",
        "date:1950-02": "ABC",
        "date:1950-02-01..1950-02-28": "ABC",
        "certainly:1950": "AB*",
        "certainly:1950-02": "B",
        "certainly:1949..1951": "AB*C",
        "date:1950-01-22 NOT harbour": "*",
        "possibly:..1949": "C",
        "certainly:1951..": "",
        "Rain ODER lighthouse": "AB",
        "harbour SAUF heavy": "B",
    }
    assert {q: found(q) for q in expected} == expected


@pytest.mark.django_db
def test_a_date_in_doubt_is_possible_and_never_certain() -> None:
    for title, day in (("A", "1950-02"), ("B", "1950-02~"), ("C", "1950-02?"), ("D", "1950~/1951")):
        world.published(world.document(title=title, date=day, source_id=f"x:{title}"))
    expected = {
        "date:1950-02": "ABCD",
        "certainly:1950-02": "A",
        "certainly:1950..1951": "A",
        "NOT certainly:1950..1951": "BCD",
    }
    assert {q: found(q) for q in expected} == expected


SPELLINGS = [
    "f. 558, op. 11, d. 334",
    "fond 558 opis 11 delo 334",
    "Ф N 558, Оп N 11, Д N 334",
    "Ф.558.Оп.11.Д.334",
    "фонд 558, опись 11, дело 334, лист 22",
    "РГАСПИ, ф. 558, оп. 11, д. 334, л. 022",
    "RGASPI, Moscow, f. 558, d. 334",
]


@pytest.mark.usefixtures("records")
def test_a_shelfmark_in_any_spelling_finds_its_record() -> None:
    for mark in SPELLINGS:
        for q in (mark, f"shelfmark:{mark}", f'shelfmark:"{mark}"', f"shelfmark:{mark} AND guns"):
            assert found(q) == "*", q
    others = ("fond 11 opis 558", "f. 45, op. 1, d. 335", "ф. 558, оп. 1")
    assert [found(f"shelfmark:{mark}") for mark in others] == ["", "", ""]


@pytest.mark.django_db
def test_letters_and_spaces_of_a_shelfmark_may_be_another_scripts() -> None:
    held = [{"type": "archive", "reference": "Ф. Р-5446, оп. 1а, д. 2"}]
    world.published(world.document(title="A", held=held))
    spellings = ("f. R-5446, op. 1a, d. 2", "fond Р-5446 delo 2", "ф.Р-5446,д.2")
    assert [found(q) for q in spellings] == ["A", "A", "A"]
    assert [found(f"shelfmark:{q}") for q in spellings] == ["A", "A", "A"]
    assert found("f. R-5446, op. 2, d. 1") == ""


@pytest.mark.usefixtures("records")
def test_snippets_show_what_was_found_and_not_what_was_left_out() -> None:
    def hits(q: str) -> list[str]:
        return [s.hit for hit in search(Query(q=q)).hits for s in hit.snippets]

    assert hits("revoluti* lighthouse") == ["revolution"]
    assert hits("lihgthouse~") == ["lighthouse"]
    assert hits("rain NOT lighthouse") == ["rain"]
    assert hits("fell NEAR rain") == ["rain fell"]
