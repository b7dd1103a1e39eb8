from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.models import Availability
from archive.editions.withholding import withdraw
from archive.records.models import Record
from archive.search import FacetValue, Query, Results, Snippet, search
from tests import world

pytestmark = [pytest.mark.conformance, pytest.mark.django_db]

PRACTICE = ("01", "02", "03", "04", "05", "06", "12")


@pytest.fixture
def cable() -> str:
    return world.published(world.cable_document()).record_id


@pytest.fixture
def practice() -> dict[str, str]:
    """Record ids by the practice record's number."""
    return {n: world.published(world.practice_document(n)).record_id for n in PRACTICE}


def ids(results: Results) -> list[str]:
    return [hit.id for hit in results.hits]


CABLE_QUERIES = [
    "лёгкий пулемёт",
    "станковые пулеметы",
    "Линь Бяо",
    "Lin Biao",
    "lin BIAO",
    "rifle",
    '"heavy machine guns"',
    "„heavy machine guns“",
    "согласен",
    "14000",
    "12.000 rifles",
    "fond 45 delo 334",
    "AP RF, fond 45, opis 1, delo 334, listy 22",
    "Ф N 45, Оп N 1, Д N 334, Л N 22",
    "f. 558, op. 11, d. 334, ll. 0022",
    "ф. 45 оп. 1 д. 334",
    "АП РФ",
    "RGASPI",
    "Moscow",
    "Kim Donggil",
    "1950-01-25",
    "January 25, 1950",
    "annotation",
    "wilson-center:liu-shaoqi-mao-1950-01-22",
]


def test_the_cable_is_found_among_others(cable: str, practice: dict[str, str]) -> None:
    found = {q: ids(search(Query(q=q))) for q in CABLE_QUERIES}
    assert found == {key: [cable] for key in CABLE_QUERIES}


def test_its_own_id_finds_it(cable: str) -> None:
    assert ids(search(Query(q=cable))) == [cable]


def test_what_does_not_stand_there_is_not_found(cable: str) -> None:
    absent = ('"heavy guns"', '"guns machine"', "rifle typhoon", "林彪", "станковый крейсер", "zz")
    for q in absent:
        found = search(Query(q=q))
        assert (found.total, found.hits, found.notices) == (0, (), ()), q


def test_words_in_each_language(practice: dict[str, str]) -> None:
    words = {
        "катер": "01",
        "颱風": "02",
        "颱": "02",
        "어선": "03",
        "Schreibens": "04",
        "compliment": "05",
        "المنارة": "06",
        "מכתבכם": "06",
        "lighthouses": "06",
    }
    found = {
        q: practice[n] in ids(search(Query(q=q, with_=("practice",)))) for q, n in words.items()
    }
    assert found == dict.fromkeys(words, True)


def test_the_order_of_words_decides_between_titles_of_the_same_words() -> None:
    sent = "Telegram From the Department of State to the Embassy in China"
    answer = "Telegram From the Embassy in China to the Department of State"
    titles = (answer, f"{sent}, and to the Embassy in Korea", sent, f"{answer} (Extract)")
    made = {title: world.published(world.document(title=title)).record_id for title in titles}
    for title, record_id in made.items():
        assert ids(search(Query(q=title)))[0] == record_id, title
    assert set(ids(search(Query(q="Embassy to Department")))[:2]) == {
        made[answer],
        made[f"{answer} (Extract)"],
    }


def test_practice_records_are_left_out_and_counted(cable: str, practice: dict[str, str]) -> None:
    everything = search(Query())
    assert (ids(everything), everything.total, everything.left_out) == ([cable], 1, len(PRACTICE))
    added = search(Query(with_=("practice",)))
    assert (added.total, added.left_out) == (1 + len(PRACTICE), 0)


def test_naming_their_collection_shows_them(cable: str, practice: dict[str, str]) -> None:
    added = search(Query(with_=("practice",)))
    (collection,) = added.facets["collection"]
    found = search(Query(chosen={"collection": (collection.value,)}))
    assert set(ids(found)) == set(practice.values())
    assert (found.total, found.left_out) == (collection.count, 0)


def test_a_hit_whole(cable: str) -> None:
    (hit,) = search(Query(q="Lin Biao")).hits
    assert (hit.id, hit.source_id, hit.title) == (
        cable,
        world.CABLE_SOURCE,
        "Cable, Liu Shaoqi to Chairman Mao [Zedong]",
    )
    assert (hit.date, hit.date_display, hit.kind, hit.kind_label) == (
        "1950-01-22",
        "January 22, 1950",
        "cable",
        "Cable",
    )
    assert (hit.languages, hit.not_held, hit.scans, hit.practice) == (
        ("en", "ru"),
        ("zh",),
        0,
        False,
    )
    assert hit.held == (
        "AP RF, fond 45, opis 1, delo 334, list 22",
        "RGASPI, fond 558, opis 11, delo 334, list 22",
    )
    assert hit.snippets == (
        Snippet(
            text="en",
            language="en",
            passage="p2",
            number=2,
            before="… 105-millimeter rockets launchers, and some ammunition. Comrade ",
            hit="Lin Biao",
            after=" has agreed to let us meet this request. Please give instructions in regards "
            "to this issue.",
        ),
        Snippet(
            text="ru",
            language="ru",
            passage="p11",
            number=4,
            before="… танковых орудий, 36 минометов 105 мм и боеприпасы.Нами предложено т. ",
            hit="Линь Бяо",
            after=" удовлетворить эту просьбу.",
        ),
    )


def test_facets_of_the_cable(cable: str) -> None:
    facets = search(Query(q="rifle")).facets
    assert facets["language"] == (
        FacetValue("en", "English", 1),
        FacetValue("ru", "Русский", 1),
    )
    assert facets["sender"] == (FacetValue("liu-shaoqi", "Liu Shaoqi", 1),)
    assert [value.label for value in facets["archive"]] == ["AP RF, Moscow", "RGASPI, Moscow"]
    assert facets["year"] == (FacetValue("1950", "1950", 1),)
    assert facets["with"][-1] == FacetValue("side-by-side", "Texts side by side", 1)
    assert list(facets) == [
        "language", "kind", "person", "sender", "recipient", "place", "archive", "with", "year",
    ]  # fmt: skip


def test_several_values_of_a_facet_are_alternatives_and_stay_counted(
    practice: dict[str, str],
) -> None:
    found = search(Query(with_=("practice",), chosen={"language": ("ar", "ko")}))
    assert set(ids(found)) == {practice["03"], practice["06"]}
    counts = {value.value: (value.count, value.chosen) for value in found.facets["language"]}
    assert counts["ar"] == (1, True)
    assert counts["ko"] == (1, True)
    assert counts["fr"] == (1, False), "what else could be chosen is counted without the choice"
    assert [value.value for value in found.facets["kind"]] == ["letter", "report"]


def test_so_many_values_are_told_of_a_facet_of_which_none_is_chosen(
    practice: dict[str, str],
) -> None:
    query = Query(with_=("practice",), chosen={"language": ("ar",)})
    every, few = search(query).facets, search(query, values=1).facets
    assert len(every["person"]) > 1
    assert few == {
        name: values if name in {"language", "with", "year"} else values[:1]
        for name, values in every.items()
    }


def test_a_chosen_value_that_nothing_has_is_shown_to_be_removed(cable: str) -> None:
    found = search(Query(chosen={"language": ("tlh",)}))
    assert found.total == 0
    assert found.facets["language"][-1] == FacetValue("tlh", "Klingon", 0, chosen=True)


@pytest.mark.parametrize(
    ("from_", "to", "found"),
    [
        ("1950-01-22", "1950-01-22", True),
        ("1950-01-01", None, True),
        (None, "1950-01-22", True),
        (None, "1950-01-21", False),
        ("1950-01-25", "1950-01-25", True),
        ("1950-01-26", None, False),
        ("1950-01-23", "1950-01-24", False),
    ],
)
def test_days_of_the_record_and_of_its_hands(
    cable: str, from_: str | None, to: str | None, found: bool
) -> None:
    query = Query(
        from_=date.fromisoformat(from_) if from_ else None,
        to=date.fromisoformat(to) if to else None,
    )
    assert ids(search(query)) == ([cable] if found else [])


def test_an_uncertain_date_is_found_where_it_may_lie() -> None:
    world.published(world.document(title="A", date="1950-01/1950-03"))
    world.published(world.document(title="B", date="1949/.."))
    world.published(world.document(title="C"))
    found = search(Query(from_=date(1950, 2, 1), to=date(1950, 2, 2), sort="title"))
    assert [hit.title for hit in found.hits] == ["A", "B"]


def test_sorts_and_ties_by_id() -> None:
    for n, (title, day) in enumerate([("B", "1951"), ("a", "1949-05"), ("C", ""), ("B", "1951")]):
        dated = {"date": day} if day else {}
        world.published(world.document(title=title, source_id=f"x:{n}", **dated))
    by = {
        sort: [hit.title for hit in search(Query(sort=sort)).hits]
        for sort in ("date", "-date", "title", "new")
    }
    assert by == {
        "date": ["a", "B", "B", "C"],
        "-date": ["B", "B", "a", "C"],
        "title": ["a", "B", "B", "C"],
        "new": ["B", "C", "a", "B"],
    }
    assert ids(search(Query())) == ids(search(Query(sort="date")))
    for query in (Query(q="B"), Query(q="B", sort="title"), Query(q="B", sort="-date")):
        assert ids(search(query)) == sorted(ids(search(query)))


def test_pages_hold_each_record_once() -> None:
    for number in range(7):
        world.published(world.document(title="Same", source_id=f"x:{number}"))
    whole = ids(search(Query(q="same")))
    pages = [search(Query(q="same", size=3, page=page)) for page in (1, 2, 3)]
    assert [page.next for page in pages] == [2, 3, None]
    assert [id_ for page in pages for id_ in ids(page)] == whole == sorted(whole)


def test_as_typed_leaves_out_the_other_forms_of_names(cable: str) -> None:
    world.published(
        world.document(title="Another", people=[{"name": "Lin Biao", "role": "sender"}])
    )
    assert search(Query(q="Линь Бяо")).total == 2
    assert ids(search(Query(q="Линь Бяо", names="as-typed"))) == [cable]


def test_embargoed_wording_is_not_found_and_its_description_is(practice: dict[str, str]) -> None:
    embargoed = world.published(
        world.document(
            title="Sealed",
            texts=[
                world.text("en", "The watchword is chrysanthemum.", title="A letter"),
                world.text(
                    "de",
                    "Das Losungswort heißt Rittersporn.",
                    rights={"embargo_until": "2999-01-01"},
                ),
            ],
        )
    ).record_id
    assert ids(search(Query(q="chrysanthemum"))) == [embargoed]
    assert search(Query(q="Rittersporn")).total == 0
    (hit,) = search(Query(q="Sealed")).hits
    assert hit.languages == ("en", "de")


def test_withdrawn_records_are_in_no_count_facet_or_snippet(cable: str) -> None:
    withdraw(Record.objects.get(pk=cable), by="Ada", reason="A mistake")
    found = search(Query(q="rifle"))
    assert (found.total, found.hits, found.facets, found.left_out) == (0, (), {}, 0)


def test_a_name_that_only_a_withdrawn_record_has_is_no_label(cable: str) -> None:
    other = world.published(
        world.document(people=[{"name": "Rosa Hidden", "role": "sender"}], title="Withdrawn soon")
    )
    assert "Rosa Hidden" in {value.label for value in search(Query()).facets["sender"]}
    withdraw(Record.objects.get(pk=other.record_id), by="Staff", reason="Private.")
    labels = {v.label for values in search(Query()).facets.values() for v in values}
    assert "Liu Shaoqi" in labels
    assert "Rosa Hidden" not in labels


def test_what_is_withdrawn_or_embargoed_behind_the_index_is_not_shown(cable: str) -> None:
    assert search(Query(q="rifle")).total == 1
    Availability.objects.filter(pk=cable).update(embargo_until=date(2999, 1, 1))
    (hit,) = search(Query(q="rifle")).hits
    assert hit.snippets == ()
    Availability.objects.filter(pk=cable).update(
        withdrawn_at="2020-01-01T00:00Z", withdrawn_reason="x"
    )
    assert search(Query(q="rifle")).hits == ()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("q", "wanted"), [("", 2), ("letter", 3), ("letter Lin Biao", 5)])
def test_as_many_queries_whatever_is_found(count: int, q: str, wanted: int) -> None:
    """One asks whether a word is a name, one which of its forms are others' too, one for forms in
    Chinese characters."""
    for number in range(count):
        people = [{"name": "Lin Biao", "role": "sender", "forms": {"ru": "Линь"}}]
        title = f"Letter {number}"
        world.published(world.document(title=title, texts=[world.text()], people=people))
    search(Query(q="letter"))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(search(Query(q=q, chosen={"kind": ("cable",)})).hits) == count
    assert len(queries) == wanted
