"""Other spellings of Chinese names, offered where they find more."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.authority.merging import NameForm, PersonEntry, merge_person
from archive.editions.withholding import withdraw
from archive.records.models import Record
from archive.search import Query, search
from archive.search.results import AlsoWritten, OtherForm
from tests import world

pytestmark = [pytest.mark.conformance, pytest.mark.django_db]


def record(body: str, language: str = "en") -> str:
    return world.published(world.document(texts=[world.text(language, body)])).record_id


def offered(q: str) -> tuple[AlsoWritten, ...]:
    return search(Query(q=q)).also_written


def ids(q: str) -> set[str]:
    return {hit.id for hit in search(Query(q=q)).hits}


@pytest.fixture
def spelt() -> dict[str, str]:
    """A record for each way to write Peng Dehuai, and one in characters that the authority has
    in simplified ones."""
    merge_person(PersonEntry(name="Someone", forms=(NameForm("zh", "彭德怀"),)))
    return {
        "giles": record("A letter of P'eng Te-huai on the retreat."),
        "pinyin": record("Peng Dehuai was at the front, and it was cold."),
        "russian": record("Мы ждали Пэн Дэхуая на фронте.", "ru"),
        "characters": record("與彭德懷談話。", "zh"),
    }


def test_a_name_in_wade_giles_is_offered_in_the_spellings_that_others_have(
    spelt: dict[str, str],
) -> None:
    (offer,) = offered("Peng Te-huai")
    assert offer == AlsoWritten(
        "Peng Te-huai",
        (
            OtherForm("zh", "彭德怀"),
            OtherForm("zh-Latn-pinyin", "Peng Dehuai"),
            OtherForm("zh-Latn-wadegile", "P'eng Te-huai"),
            OtherForm("ru", "Пэн Дэхуай"),
        ),
        '(Peng Te-huai OR 彭德怀 OR "Peng Dehuai" OR "Peng De-huai" OR "P\'eng Te-huai"'
        ' OR "Peng Te-huai" OR "P\'eng Tehuai" OR "Peng Tehuai" OR "P\'eng Teh-huai"'
        ' OR "Peng Teh-huai" OR (Пэн NEAR/1 Дэхуай)'
        ' OR (Пэн NEAR/1 Дэхуая) OR "Пэн Дэ-хуай")',
    )
    assert ids(offer.q) == set(spelt.values())
    assert offered(offer.q) == ()


@pytest.mark.parametrize(
    ("q", "own"),
    [
        ("彭德怀", "characters"),
        ("彭德懷", "characters"),
        ("Пэн Дэхуая", "russian"),
        ("Peng Dehuai", "pinyin"),
        ("Dehuai Peng", "pinyin"),
        ("P’êng Tê-huai", "giles"),
    ],
)
def test_from_any_spelling_to_the_others(spelt: dict[str, str], q: str, own: str) -> None:
    assert ids(q) == {spelt[own]}
    (offer,) = offered(q)
    assert ids(offer.q) == set(spelt.values())


def test_beside_other_words_and_within_operators(spelt: dict[str, str]) -> None:
    for q in ("Peng Dehuai retreat", "retreat AND (Peng Dehuai)", "text:彭德怀 retreat"):
        (offer,) = offered(q)
        assert ids(offer.q) == {spelt["giles"]}, q
    assert ids("Peng Dehuai retreat") == set()


@pytest.mark.parametrize(
    "q",
    [
        '"Peng Dehuai"',
        "NOT Peng Dehuai",
        "text:Peng Dehuai",
        "Peng NEAR Dehuai",
        "Peng Dehua*",
        "Peng",
        "front cold",
        "long march",
        "彭德怀同志说",
        "",
        "\0 \ud800 ,,,",
    ],
)
def test_what_is_no_name_or_not_to_be_widened(spelt: dict[str, str], q: str) -> None:
    assert offered(q) == ()


def test_nothing_is_offered_that_finds_nothing_more(spelt: dict[str, str]) -> None:
    assert offered("Peng Dehuai certainly:1777") == ()
    assert offered("Lin Biao") == ()
    assert search(Query(q="Peng Dehuai", names="as-typed")).also_written == ()


def test_what_only_a_withdrawn_record_has_is_not_offered(spelt: dict[str, str]) -> None:
    for name in ("giles", "russian", "characters"):
        withdraw(Record.objects.get(pk=spelt[name]), by="Staff", reason="Private.")
    assert offered("Peng Dehuai") == ()


def test_one_query_more_where_a_chinese_name_may_be_meant(spelt: dict[str, str]) -> None:
    search(Query(q="cold"))
    for q, queries in (("Peng Dehuai cold", 4), ("Dehuai cold", 3)):
        with CaptureQueriesContext(connection) as counted:
            search(Query(q=q))
        assert len(counted) == queries, q
