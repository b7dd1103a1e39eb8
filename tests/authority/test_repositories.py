"""The table of archives: found under every name, and no name claimed twice."""

from __future__ import annotations

import json
import lzma
from collections import Counter

import pytest

from archive.authority.names import fold_name
from archive.authority.repositories import REPOSITORIES, RepositoryFact, find, names_of
from tests.shared_data import shared_path


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("AP RF", "Archive of the President of the Russian Federation"),
        ("АП РФ ", "Archive of the President of the Russian Federation"),
        ("ргаспи", "Russian State Archive of Socio-Political History"),
        ("National Archives (NARA)", "National Archives and Records Administration"),
        ("The National Archives", "The National Archives"),
        ("ÖStA, HHStA Wien", "Haus-, Hof- und Staatsarchiv"),
        ("Haus- Hof- und Staatsarchiv", "Haus-, Hof- und Staatsarchiv"),
        ("BOA, İstanbul", "Ottoman Archives"),
        ("外交部档案馆", "Archives of the Ministry of Foreign Affairs of the People's Republic of China"),
        ("Zhongyang dang’anguan", "Central Archives of China"),
        ("LBJ Library", "Lyndon Baines Johnson Presidential Library"),
    ],
)  # fmt: skip
def test_an_archive_is_found_as_it_is_written(wording: str, name: str) -> None:
    found = find(wording)
    assert found is not None
    assert found.name == name


def test_one_whole_fact() -> None:
    assert find("AVP RF") == RepositoryFact(
        name="Foreign Policy Archive of the Russian Federation",
        abbreviation="AVP RF",
        town="Moscow",
        own_name="Архив внешней политики Российской Федерации",
        own_abbreviation="АВП РФ",
        own_town="Москва",
        own_language="ru",
        country="RU",
        source="https://www.mid.ru/",
        other_names=(
            "AVPRF",
            "АВПРФ",
            "Archive of Foreign Policy of the Russian Federation",
            "Archive of the Foreign Policy of the Russian Federation",
        ),
    )


@pytest.mark.parametrize(
    "wording", ["", "National Archives", "State Archive", "Archive of Nowhere"]
)
def test_what_is_not_certain_is_not_found(wording: str) -> None:
    assert find(wording) is None


def test_no_name_belongs_to_two_archives() -> None:
    claimed = Counter(
        key for fact in REPOSITORIES for key in {fold_name(name) for name in names_of(fact)}
    )
    assert [key for key, times in claimed.items() if times > 1] == []


def test_every_fact_has_what_a_citation_needs() -> None:
    for fact in REPOSITORIES:
        assert all((fact.name, fact.own_name, fact.town, fact.own_town, fact.own_language))
        assert len(fact.country) == 2
        assert fact.source.startswith("https://")


@pytest.mark.parametrize("name", ["qhod", "frus"])
def test_every_archive_of_the_shared_records_is_in_the_table(name: str) -> None:
    path = shared_path(f"data/records/{name}.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        held = [held for line in lines for held in json.loads(line).get("held", [])]
    written = {holding["repository"] for holding in held if "repository" in holding}
    assert written
    assert [wording for wording in written if find(wording) is None] == []
