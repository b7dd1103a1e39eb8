"""Shelfmarks: many ways of writing, one value; what is not understood is left as it is."""

from __future__ import annotations

import json
import lzma
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.records.shelfmarks import Shelfmark, from_parts, parse
from tests.shared_data import shared_path

CABLE = from_parts({"fond": "45", "opis": "1", "delo": "334", "list": "22"})

WAYS = [
    "fond 45, opis 1, delo 334, list 22",
    "fond 45, opis 1, delo 334, listy 22",
    "Fond 45; Opis 1; Delo 334; List 0022",
    "f. 45, op. 1, d. 334, l. 22",
    "f. 45, op. 1, d. 334, ll. 0022",
    "f. 45 op. 1 d. 334 l. 22",
    "Ф N 45, Оп N 1, Д N 334, Л N 22",
    "Ф № 45, Оп № 1, Д №334, Л № 22",
    "Ф N\u00a045,  Oп N 1, Д N 334, Л N 22",
    "ф. 45, оп. 1, д. 334, л. 22",
    "Ф. 45. Оп. 1. Д. 334. Л. 22.",
    "Ф.45.Оп.1.Д.334.Л.22",
    "фонд 45, опись 1, дело 334, листы 22",
    "АП РФ , Ф N 45, Оп N 1, Д N 334, Л N 22",
    "AP RF, fond 45, opis 1, delo 334, listy 22",
    "Archive of the President of the Russian Federation (AP RF), Moscow, fond 45, opis 1, "
    "delo 334, list 22",
]


@pytest.mark.parametrize("wording", WAYS)
def test_every_way_of_writing_is_one_value(wording: str) -> None:
    read = parse(wording)
    assert read == CABLE
    assert hash(read) == hash(CABLE)
    assert read.parts == (("fond", "45"), ("opis", "1"), ("delo", "334"), ("list", "22"))
    assert read.wording == wording


def test_the_sample_is_read_whole() -> None:
    held = json.loads(shared_path("samples/liu-shaoqi-to-mao-1950-01-22.json").read_text("utf-8"))[
        "held"
    ]
    assert from_parts(held[1]["reference"], held[1]["as_given"]) == CABLE
    assert parse(held[1]["as_given"]) == CABLE
    assert parse(held[1]["note"].removeprefix("The text itself ends: ")) == CABLE
    copy = parse(held[2]["reference"])
    assert (copy.display(), copy.wording) == (
        "fond 558, opis 11, delo 334, list 22",
        "f. 558, op. 11, d. 334, ll. 0022",
    )
    assert copy == parse(held[2]["as_given"])


# wording, archive, English long and short, Russian long and short
SHOWN = [
    (
        "AP RF, fond 45, opis 1, delo 334, listy 22",
        "AP RF",
        "fond 45, opis 1, delo 334, list 22",
        "f. 45, op. 1, d. 334, l. 22",
        "фонд 45, опись 1, дело 334, лист 22",
        "ф. 45, оп. 1, д. 334, л. 22",
    ),
    (
        "fond 0102, opis 6, papka 21, delo 47, listy 12–14",
        "",
        "fond 0102, opis 6, papka 21, delo 47, listy 12–14",
        "f. 0102, op. 6, p. 21, d. 47, ll. 12–14",
        "фонд 0102, опись 6, папка 21, дело 47, листы 12–14",
        "ф. 0102, оп. 6, п. 21, д. 47, лл. 12–14",
    ),
    (
        "ГАРФ. Ф. Р-5446. Оп. 1. Д. 2а. Лл. 01, 3-4 об., 7.",
        "ГАРФ",
        "fond Р-5446, opis 1, delo 2а, listy 1, 3–4 ob., 7",
        "f. Р-5446, op. 1, d. 2а, ll. 1, 3–4 ob., 7",
        "фонд Р-5446, опись 1, дело 2а, листы 1, 3–4 об., 7",
        "ф. Р-5446, оп. 1, д. 2а, лл. 1, 3–4 об., 7",
    ),
    (
        "Box 12, Folder 3",
        "",
        "box 12, folder 3",
        "box 12, folder 3",
        "box 12, folder 3",
        "box 12, folder 3",
    ),
    (
        "Series Turcica I, File 186, fol. 45r-54v",
        "",
        "series Turcica I, file 186, folios 45r–54v",
        "ser. Turcica I, file 186, fols. 45r–54v",
        "series Turcica I, file 186, folios 45r–54v",
        "ser. Turcica I, file 186, fols. 45r–54v",
    ),
]


@pytest.mark.parametrize(("wording", "archive", "long", "short", "russian", "russian_short"), SHOWN)
def test_display(
    wording: str, archive: str, long: str, short: str, russian: str, russian_short: str
) -> None:
    read = parse(wording)
    assert (
        read.repository_wording,
        read.display(),
        read.display("en", "short"),
        read.display("ru"),
        read.display("ru", "short"),
    ) == (archive, long, short, russian, russian_short)


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "RG 59, Central Files 1945–49, 501.BB Korea/1–149",
        "894.00/1–2649: Telegram",
        "ÖStA, HHStA Wien, Staatenabteilungen, Türkei I, Kt. 184-2, fol. 45r-54v",
        "NSC Files, Box 88, February 27-May 28, 1972. No classification marking.",
        "fond 45, opis 1, delo 334, list 22, and elsewhere",
        "see fond 45, opis 1",
        "Archive of Nowhere, fond 45, opis 1",
        "opis 1, delo 334",
        "fond 45, delo 334, opis 1",
        "fond forty-five, opis 1",
        "f. 150",
        "f. 45, p. 12",
        "Box",
        "  fond 45,\n\topis one ",
    ],
)
def test_what_is_not_understood_whole_is_free_and_whole(wording: str) -> None:
    read = parse(wording)
    assert (read.system, read.parts, read.wording, read.repository_wording) == (
        "free",
        (),
        wording,
        "",
    )
    assert read.display() == " ".join(wording.split())
    assert not read.differs_from_wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fond 0102, opis 6", "fond 102, opis 6"),
        ("fond 45, opis 1, list 22", "fond 45, opis 1, list 22 ob."),
        ("fond 45, opis 1", "fond 45, opis 1, delo 1"),
        ("Box 12, Folder 3", "Box 123"),
        ("501.BB Korea/1–149", "501.BB Korea/1–1491"),
    ],
)
def test_two_shelfmarks_stay_two(one: str, other: str) -> None:
    assert parse(one) != parse(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ф. Р-5446, оп. 1", "f. R-5446, op. 1"),
        ("fond 45, opis 1, delo 1012а", "fond 45, opis 1, delo 1012a"),
        ("501.BB  Korea/1–149", "501.bb Korea/1-149"),
        ("л. не указан", "Л. не указан"),
    ],
)
def test_two_spellings_are_one(one: str, other: str) -> None:
    assert parse(one) == parse(other)


def test_a_long_key_is_cut_and_still_its_own() -> None:
    one, other = parse("Papers " * 400 + "one"), parse("Papers " * 400 + "two")
    assert (len(one.key), len(other.key)) == (500, 500)
    assert one != other
    assert one.key.startswith("free:papers papers ")


def test_shelfmarks_sort_as_a_reader_counts() -> None:
    written = [
        "894.00/10",
        "fond 45, opis 10, delo 1",
        "894.00/9",
        "Box 2",
        "fond 45, opis 2, delo 1, list 100",
        "fond 102, opis 1",
        "fond 0102, opis 1",
        "fond 45, opis 2, delo 1, list 22",
        "fond 45, opis 2",
    ]
    expected = [
        "fond 45, opis 2",
        "fond 45, opis 2, delo 1, list 22",
        "fond 45, opis 2, delo 1, list 100",
        "fond 45, opis 10, delo 1",
        "fond 0102, opis 1",
        "fond 102, opis 1",
        "Box 2",
        "894.00/9",
        "894.00/10",
    ]
    assert [mark.wording for mark in sorted(map(parse, written))] == expected


def test_the_page_is_told_where_the_wording_says_it_otherwise() -> None:
    told = {wording: parse(wording).differs_from_wording for wording in WAYS}
    assert {wording for wording, differs in told.items() if not differs} == {WAYS[0], WAYS[-1]}
    assert not CABLE.differs_from_wording


def test_parts_that_fit_no_system_are_kept_as_given() -> None:
    kept = from_parts({"Signatur": " A 1|2 ", "Blatt": "7", "leer": " "})
    assert kept == Shelfmark("free", (("Blatt", "7"), ("Signatur", "A 1|2")))
    assert kept.display() == "Signatur A 1|2, Blatt 7"
    assert from_parts({"box": "1|folder:2"}) != from_parts({"box": "1", "folder": "2"})


def test_parts_may_hold_words_that_no_string_is_read_into() -> None:
    kept = from_parts({"folder": "Korea, 1950", "box": "12"})
    assert (kept.system, kept.display()) == ("box", "box 12, folder Korea, 1950")


numbers = st.integers(0, 99999).map(str) | st.from_regex("[0-9]{1,4}[a-d]?", fullmatch=True)
leaves = st.from_regex("[1-9][0-9]{0,3}( ob\\.|r|v)?(–[1-9][0-9]{0,3})?", fullmatch=True)


@given(
    st.fixed_dictionaries(
        {"fond": numbers, "opis": numbers},
        optional={"papka": numbers, "delo": numbers, "list": leaves},
    )
    | st.fixed_dictionaries({"box": numbers}, optional={"folder": numbers})
    | st.fixed_dictionaries({"series": st.sampled_from(["A", "FO 371"]), "folio": leaves})
)
def test_what_is_shown_is_read_back(parts: dict[str, str]) -> None:
    mark = from_parts(parts)
    assert dict(mark.parts) == parts
    for language in ("en", "ru"):
        assert parse(mark.display(language, "long")) == mark
        assert parse(mark.display(language, "short")) == mark


@given(st.text() | st.text("fondpilst. ,;N№ФфОпДдЛл0123456789-–об", max_size=80))
def test_any_string_is_kept(wording: str) -> None:
    read = parse(wording)
    assert read.wording == wording
    assert len(read.sort_key) <= 400
    assert bool(read.parts) is (read.system != "free")
    assert parse(read.display()) == read


def test_hostile_strings_are_free_at_once() -> None:
    strings = shared_path("data/bad-inputs/blns.txt").read_text("utf-8").splitlines()
    strings += ["f. 1, op. 1, l. " + "1, " * n + "x" for n in (20, 90, 10**5)]
    strings += ["fond " + "1" * 10**6, "Series " + "A " * 140, "f. 1, op. 1, l. " + "1-1," * 70]
    began = time.process_time()
    assert {parse(value).system for value in strings} == {"free"}
    assert time.process_time() - began < 5


@pytest.mark.parametrize(("name", "count"), [("qhod", 90), ("frus", 3145)])
def test_every_reference_of_the_shared_records_is_kept(name: str, count: int) -> None:
    path = shared_path(f"data/records/{name}.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        held = [held for line in lines for held in json.loads(line).get("held", [])]
    references = [holding["reference"] for holding in held if "reference" in holding]
    assert [parse(reference).wording for reference in references] == references
    assert len(references) == count
