"""Did you mean: likelier words, out of what may be shown."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.authority.merging import NameForm, PersonEntry, merge_person
from archive.editions.withholding import embargo, withdraw
from archive.records.models import Record
from archive.search import Query, search
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> dict[str, str]:
    """A record in each of four languages, by language."""
    bodies = {
        "en": "The government of Lushun asked for heavy machine guns and telegrams.",
        "ru": "Правительство просило тяжёлые пулемёты для Сталина.",
        "zh": "毛泽东主席同意了。",
        "ar": "طلبت الحكومة المساعدة من الوزارة.",
    }
    return {
        key: world.published(
            world.document(title=f"Nr. {key}", texts=[world.text(key, body)])
        ).record_id
        for key, body in bodies.items()
    }


def meant(q: str) -> str:
    return search(Query(q=q)).meant


@pytest.mark.parametrize(
    ("q", "mended"),
    [
        ("goverment", "government"),
        ("GOVERMENT heavy", "GOVERNMENT heavy"),
        ("Lushn", "Lushun"),
        ("tellegrams", "telegrams"),
        ("teelgrmas", "telegrams"),
        ("mashine AND (guns OR gnus)", "machine AND (guns OR guns)"),
        ('"heavy mashine guns" date:1950 OR goverment', '"heavy machine guns" date:1950 OR government'),
        ("text:goverment -typhoon", "text:government -typhoon"),
        ("правителство", "правительство"),
        ("Сталтна", "Сталина"),
        ("毛择东", "毛泽东"),
        ("الحكومه المسعدة", "الحكومه المساعدة"),
    ],
)  # fmt: skip
def test_a_slip_is_mended_and_all_else_stays(archive: dict[str, str], q: str, mended: str) -> None:
    assert meant(q) == mended
    assert search(Query(q=mended)).total > search(Query(q=q)).total


@pytest.mark.parametrize(
    "q",
    [
        "government",
        "governments",
        "heavy telegrams пулемёт",
        "government 1949",
        "gun",
        "xylophone",
        "goverment~",
        "governm*",
        "NOT goverment",
        "毛泽东",
        "择东",
        "date:1951",
        "",
        "\0 \ud800",
        "goverment " * 300,
    ],
)
def test_nothing_is_mended_without_need_or_likelihood(archive: dict[str, str], q: str) -> None:
    assert meant(q) == ""


def test_a_word_that_some_record_has_is_left_alone(archive: dict[str, str]) -> None:
    world.published(world.document(texts=[world.text("en", "Our goverment agreed.")]))
    assert meant("goverment OR mashine") == "goverment OR machine"
    assert meant("goverment") == ""


def test_words_of_the_description_are_meant_too(archive: dict[str, str]) -> None:
    world.published(world.document(summary="Of weapons.", subjects=["Fortifications"]))
    assert (meant("weapns"), meant("fortifcations")) == ("weapons", "fortifications")


def test_a_name_that_the_authority_knows_is_no_slip(archive: dict[str, str]) -> None:
    assert meant("Lushin") == "Lushun"
    merge_person(PersonEntry(name="Lushin", forms=(NameForm("ru", "Лушин"),)))
    assert meant("Lushin") == ""


def test_a_word_of_a_withheld_record_is_nobodys_suggestion(archive: dict[str, str]) -> None:
    embargo(Record.objects.get(pk=archive["en"]), until=date(2999, 1, 1))
    assert meant("goverment") == ""
    withdraw(Record.objects.get(pk=archive["ru"]), by="Staff", reason="Private.")
    assert (meant("правителство"), meant("Сталтна")) == ("", "")


@pytest.mark.parametrize("count", [1, 3])
def test_one_query_more_for_one_slip_in_each_of_so_many_words(
    archive: dict[str, str], count: int
) -> None:
    q = " ".join(["goverment", "tellegrams", "mashine"][:count])
    search(Query(q="x"))
    with CaptureQueriesContext(connection) as counted:
        search(Query(q=q))
    assert len(counted) == 3
