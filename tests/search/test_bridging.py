from __future__ import annotations

import os

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.authority.merging import NameForm, PersonEntry, merge_person
from archive.exchange.ingest.bounded import lines
from archive.exchange.ingest.people import decode_person
from archive.search import Query, draining_later, search
from archive.search.analyser import words
from archive.search.bridging import Bridge, bridges, with_names
from archive.search.expression import And, Leaf, Not, Or
from archive.search.results import AlsoSearched, OtherForm
from archive.search.wording import Piece, piece, understand
from tests import world
from tests.shared_data import shared_path

pytestmark = [pytest.mark.conformance, pytest.mark.django_db]

FILIPPOV, RUSSIAN = OtherForm("en", "Filippov"), OtherForm("ru", "Иосиф Сталин")


@pytest.fixture
def stalin() -> None:
    forms = (
        NameForm("ru", "Иосиф Сталин", "native script"),
        NameForm("en", "Filippov", "code name"),
        NameForm("und-Latn", "Stalin, Iosif V.", "spelling"),
        NameForm("und-Latn", "Stalin", "spelling"),
    )
    only = (("wikidata", "Q855"),)
    merge_person(PersonEntry(name="Joseph Stalin", forms=forms, identifiers=only))


def found(q: str) -> tuple[Bridge, ...]:
    return bridges(q, understand(q))


def told(q: str) -> list[AlsoSearched]:
    return [bridge.told for bridge in found(q)]


def plain(word: str) -> Piece:
    return Piece(tuple(words(word)))


def phrase(wording: str) -> Piece:
    made = piece(wording, quoted=True)
    assert made
    return made


def test_a_code_name_whole(stalin: None) -> None:
    also = AlsoSearched("Filippov", ("Joseph Stalin",), (RUSSIAN, OtherForm("und-Latn", "Stalin")))
    russian = piece("Иосиф Сталин")
    assert russian
    assert found("telegram to Filippov") == (
        Bridge(
            pieces=frozenset({plain("filippov")}),
            others=((plain("иосиф"), plain("сталин")), (plain("stalin"),)),
            seen=(russian, plain("stalin")),
            told=also,
        ),
    )


def test_words_of_a_name_in_any_order_and_the_longest_name_first(stalin: None) -> None:
    stands = (RUSSIAN, FILIPPOV, OtherForm("und-Latn", "Stalin"))
    for typed in ("joseph STALIN", "Stalin, Joseph", "Iosif V. Stalin", "stalin v iosif"):
        assert told(f"letter {typed} 1950") == [AlsoSearched(typed, ("Joseph Stalin",), stands)]
    assert told("Stalin") == [AlsoSearched("Stalin", ("Joseph Stalin",), (RUSSIAN, FILIPPOV))]


def test_a_spelling_in_latin_letters_stands_side_by_side_either_way_round() -> None:
    forms = (NameForm("und-Latn", "Mao Tse-tung"), NameForm("und-Latn", "Maodun, Ze"))
    merge_person(PersonEntry(name="Mao Zedong", forms=forms))
    (bridge,) = found("Mao Zedong")
    assert bridge.others == (
        (phrase("Mao Tse tung"),),
        (phrase("Maodun Ze"),),
        (phrase("Ze Maodun"),),
    )


def test_a_name_is_told_once_and_no_character_is_too_odd(stalin: None) -> None:
    odd = [also.typed for also in told("Filippov \0 filippov \ud800 FILIPPOV")]
    assert [typed.casefold() for typed in odd] == ["filippov"]


def test_a_nickname_in_quotation_marks_stands_within_a_name() -> None:
    young = "Young, Charles “C.W.” or “Bill”"
    merge_person(PersonEntry(name=young, forms=(NameForm("en", "Young, Charles"),)))
    assert [also.typed for also in told(f"letter of {young}")] == [young.removesuffix("”")]
    merge_person(PersonEntry(name="W letter", forms=(NameForm("en", "Weather"),)))
    assert told("“C.W.” letter") == []


def test_what_is_quoted_or_only_part_of_a_name_names_nobody(stalin: None) -> None:
    for q in ('"Joseph Stalin"', "Joseph", "Иосиф", "cable", ""):
        assert found(q) == ()


def test_a_word_that_names_two_is_none_of_them(stalin: None) -> None:
    forms = (NameForm("en", "Filippov"), NameForm("ru", "Борис Филиппов"))
    merge_person(PersonEntry(name="Boris", forms=forms, identifiers=(("wikidata", "Q1"),)))
    (also,) = told("Joseph Stalin")
    assert FILIPPOV not in also.forms
    assert told("Filippov") == []


def test_namesakes_of_several_words_are_all_searched_until_they_are_too_many() -> None:
    def namesakes(*numbers: int) -> None:
        for n in numbers:
            entry = PersonEntry(
                name="John Walsh",
                forms=(NameForm("en", f"Walsh the {n}th"),),
                identifiers=(("hsg", str(n)),),
            )
            merge_person(entry)

    namesakes(1, 2)
    (also,) = told("Walsh, John")
    assert also.people == ("John Walsh", "John Walsh")
    assert [form.form for form in also.forms] == ["Walsh the 1th", "Walsh the 2th"]
    namesakes(3, 4, 5)
    assert told("John Walsh") == []


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries_where_somebody_is_named_and_one_where_nobody_is(
    stalin: None, count: int
) -> None:
    for n in range(count):
        merge_person(PersonEntry(name=f"Person{n}", forms=(NameForm("en", f"Other{n}"),)))
    names = " ".join(f"Person{n}" for n in range(count))
    for q, queries in ((names, 2), ("heavy machine guns", 1), ("", 0), ('"a"', 0)):
        with CaptureQueriesContext(connection) as counted:
            found(q)
        assert len(counted) == queries, q


@pytest.mark.parametrize("q", ["letter OR (Joseph Stalin)", "sender:Filippov", "Filippov -letter"])
def test_a_name_among_operators(stalin: None, q: str) -> None:
    assert [also.people for also in told(q)] == [("Joseph Stalin",)]


@pytest.mark.parametrize(
    "q",
    [
        "letter NOT Filippov",
        "Joseph OR Stalinist",
        "Filippov NEAR letter",
        "place:Filippov",
        "sender:Joseph AND to:letter",
        "Filippov*",
    ],
)
def test_what_is_no_name_among_operators(stalin: None, q: str) -> None:
    assert told(q) == []


def test_a_tree_with_each_name_in_any_of_its_forms(stalin: None) -> None:
    wording = understand("sender:(Filippov letter) OR NOT Stalin")
    assert wording.tree is not None
    (bridge,) = bridges("sender:(Filippov letter) OR NOT Stalin", wording)
    filippov, letter, russian, native, latin = (
        Leaf(plain(word), "sender") for word in ("filippov", "letter", "иосиф", "сталин", "stalin")
    )
    assert with_names(wording.tree, [bridge]) == Or(
        (
            And((Or((filippov, And((russian, native)), latin)), letter)),
            Not(Leaf(plain("stalin"))),
        )
    )


def test_records_are_found_by_another_name_of_their_sender(stalin: None) -> None:
    people = [{"name": "Stalin", "role": "sender"}]
    record = world.published(world.document(title="A note", people=people)).record_id
    for q in ("sender:Filippov", "Filippov AND note", "nothing OR Filippov"):
        assert [hit.id for hit in search(Query(q=q)).hits] == [record], q
    assert search(Query(q="to:Filippov")).total == 0


def test_a_record_is_found_under_names_that_were_learned_after_it_was_published() -> None:
    body = "We spoke with Mao Tse-tung about the harvest."
    old = world.published(world.document(texts=[world.text("en", body)])).record_id
    assert search(Query(q="毛泽东")).total == 0
    forms = (NameForm("zh", "毛泽东"), NameForm("zh-Latn-wadegile", "Mao Tse-tung"))
    merge_person(PersonEntry(name="Mao Zedong", forms=forms))
    results = search(Query(q="毛泽东 harvest"))
    assert [hit.id for hit in results.hits] == [old]
    assert results.also_searched == (
        AlsoSearched(
            "毛泽东",
            ("Mao Zedong",),
            (OtherForm("", "Mao Zedong"), OtherForm("zh-Latn-wadegile", "Mao Tse-tung")),
        ),
    )
    snippets = results.hits[0].snippets
    assert {snippet.hit for snippet in snippets} <= {"Mao Tse-tung", "harvest"}
    assert search(Query(q="毛泽东", names="as-typed")).total == 0


def test_real_people_under_each_spelling_find_the_records_of_all_the_others() -> None:
    """Every 60th of those with several spellings, 40 people; with ``EVERY_PERSON`` set every 12th,
    200 people, which takes minutes. Of each person's spellings the first two and the last, each in
    a record of its own that was there before the authority was."""
    step, count = (12, 200) if os.environ.get("EVERY_PERSON") else (60, 40)
    path = shared_path("data/names/hsg-people.jsonl.xz")
    people = [decode_person(line) for line in lines(path, 2**31)]
    several = [p for p in people if len({f.form for f in p.forms} | {p.name}) > 2][::step][:count]
    assert len(several) == count
    records: dict[str, dict[str, str]] = {}
    with draining_later():
        for person in several:
            spelled = list(dict.fromkeys(f.form for f in person.forms))
            records[str(person.identifiers)] = {
                form: world.published(
                    world.document(people=[{"name": form, "role": "mentioned"}])
                ).record_id
                for form in dict.fromkeys((*spelled[:2], spelled[-1]))
            }
    for person in several:
        merge_person(person)
    missed = {
        form: sorted(set(by_form.values()) - ids)
        for by_form in records.values()
        for form in by_form
        if not set(by_form.values()) <= (ids := {h.id for h in search(Query(q=form)).hits})
    }
    assert missed == {}


def test_a_name_in_a_case_of_russian_is_the_name(stalin: None) -> None:
    for q in ("Иосифа Сталина", "Сталину Иосифу"):
        assert [also.people for also in told(q)] == [("Joseph Stalin",)], q
    assert told("письмо Сталину") == []
    merge_person(PersonEntry(name="Joseph Stalin", forms=(NameForm("ru", "Сталин"),)))
    (also,) = told("письмо Сталину")
    assert (also.typed, also.people) == ("Сталину", ("Joseph Stalin",))
    assert OtherForm("ru", "Сталин") in also.forms
    assert told("стали") == []
