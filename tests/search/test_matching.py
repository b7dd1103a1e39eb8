from __future__ import annotations

from dataclasses import replace
from datetime import date

from archive.search.bridging import Bridge
from archive.search.clauses import All, Any, Ask, Best, Clause, Near, Not, Phrase, Term, Within
from archive.search.fields import FACETS
from archive.search.matching import ask_for, piece_clause
from archive.search.query import Query
from archive.search.results import AlsoSearched
from archive.search.wording import Piece, understand

WEIGHTS = (
    ("title", 3.0),
    ("people", 2.0),
    ("forms", 1.6),
    ("places", 1.5),
    ("marks", 1.5),
    ("about", 1.1),
    ("text", 1.0),
)


def piece(words: str) -> Piece:
    (only,) = understand(words).pieces
    return only


def everywhere(word: str) -> Best:
    return Best(tuple((Term(field, word), weight) for field, weight in WEIGHTS))


def test_a_word_as_written_in_every_field_and_stemmed_in_the_languages_of_its_script() -> None:
    assert piece_clause(piece("пулеметы"), ["en", "ru"]) == Best(
        (
            *everywhere("пулеметы").options,
            (Term("title_ru", "пулемет"), 3.0 * 0.8),
            (Term("about_ru", "пулемет"), 1.1 * 0.8),
            (Term("text_ru", "пулемет"), 0.8),
        )
    )


def test_as_typed_leaves_out_the_other_forms() -> None:
    typed = tuple(option for option in everywhere("boat").options if option[1] != 1.6)
    assert piece_clause(piece("boat"), [], as_typed=True) == Best(typed)


def test_a_phrase_stands_as_written() -> None:
    assert piece_clause(piece('"heavy guns"'), ["en"]) == Best(
        tuple((Phrase(field, ("heavy", "guns")), weight) for field, weight in WEIGHTS)
    )


def test_a_run_of_chinese_is_looked_for_by_its_pairs_where_there_are_any() -> None:
    pairs: dict[str, Clause] = {
        "title": Phrase("title_cjk", ("毛泽", "泽东")),
        "about": Phrase("about_cjk", ("毛泽", "泽东")),
        "text": Phrase("text_cjk", ("毛泽", "泽东")),
    }
    assert piece_clause(piece("毛泽东"), ["en"]) == Best(
        tuple(
            (pairs.get(field, Phrase(field, ("毛", "泽", "东"))), weight)
            for field, weight in WEIGHTS
        )
    )
    assert piece_clause(piece("毛"), ["en"]) == everywhere("毛")


def test_a_whole_question() -> None:
    words = (everywhere("heavy"), everywhere("guns"))
    typed = ("heavy", "guns")
    bonus = (
        (Term("titles", "heavy_guns"), 4.0),
        (Phrase("title", typed), 4.0),
        (Phrase("text", typed), 1.5),
        (Near("title", typed, 4), 1.0),
    )
    kinds = Any((Term("value_kind", "cable"), Term("value_kind", "letter")))
    first, last = date(1950, 1, 1).toordinal(), date(1950, 1, 31).toordinal()
    days = Any(
        (
            All(filters=(Within("earliest", None, last), Within("latest", first, None))),
            Within("hand_day", first, last),
        )
    )
    scans = Term("value_with", "scans")
    composed = Term("value_practice", "yes")
    real = Not(composed)
    query = Query(
        q="heavy guns",
        chosen={"kind": ("cable", "letter")},
        from_=date(1950, 1, 1),
        to=date(1950, 1, 31),
        with_=("scans",),
        size=10,
        page=3,
    )
    assert ask_for(query, understand(query.q).pieces, ()) == Ask(
        clause=All(words, (kinds, days, scans, real), bonus),
        offset=20,
        limit=10,
        order="",
        facets=FACETS,
        narrowed={
            "kind": All(words, (days, scans, real), bonus),
            "year": All(words, (kinds, scans, real), bonus),
        },
        count=(All(words, (kinds, days, scans, composed), bonus),),
    )


def test_a_name_in_any_of_its_forms_beside_the_other_words() -> None:
    pieces = understand("Lin letter Biao").pieces
    lin, letter, biao = pieces
    russian = (piece("Линь"), piece("Бяо"))
    old = understand('"Lin Piao"').pieces
    told = AlsoSearched("Lin Biao", ("Lin Biao",), ())
    named = Bridge(frozenset({lin, biao}), others=(russian, old), seen=(), told=told)
    (name, rest) = ask_for(Query(with_=("practice",)), pieces, (), None, [named]).clause.clauses  # type: ignore[union-attr]
    assert rest == piece_clause(letter, ())
    assert name == Best(
        (
            (All((piece_clause(lin, ()), piece_clause(biao, ()))), 1.0),
            (All(tuple(piece_clause(each, ()) for each in russian)), 0.8),
            (piece_clause(old[0], ()), 0.8),
        )
    )


def test_composed_records_are_neither_left_out_nor_counted_where_asked_for() -> None:
    collection = Any((Term("value_collection", "c"),))
    assert ask_for(Query(chosen={"collection": ("c",)}, sort="new"), (), ()) == Ask(
        clause=All(filters=(collection,)),
        order="by_new",
        facets=FACETS,
        narrowed={"collection": All()},
    )
    assert ask_for(Query(with_=("practice",)), (), ()).clause == All()


def test_without_a_word_to_rank_by_the_order_is_that_of_dates() -> None:
    assert ask_for(Query(), (), ()) == Ask(
        clause=All(filters=(Not(Term("value_practice", "yes")),)),
        order="by_date",
        facets=FACETS,
        count=(All(filters=(Term("value_practice", "yes"),)),),
    )


def test_a_page_may_ask_for_fewer_values() -> None:
    assert ask_for(Query(), (), (), values=9) == replace(ask_for(Query(), (), ()), values=9)
