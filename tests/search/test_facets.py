from __future__ import annotations

from archive.search.facets import facets
from archive.search.query import Query
from archive.search.results import FacetValue


def test_values_are_named_counted_and_ordered() -> None:
    counts = {
        "language": {"ru": 2, "zh-Hant": 1},
        "person": {"mao\x1fMao Tse-tung": 1, "mao\x1fMao Zedong": 3, "ada\x1fAda": 4},
        "year": {"1951": 5, "1950": 1},
        "with": {"scans": 1},
        "kind": {},
    }
    assert facets(counts, Query(chosen={"person": ("mao", "nobody")}, with_=("scans",)), 9) == {
        "language": (
            FacetValue("ru", "Русский", 2),
            FacetValue("zh-Hant", "中文（繁體）", 1),
        ),
        "person": (
            FacetValue("ada", "Ada", 4),
            FacetValue("mao", "Mao Zedong", 4, chosen=True),
            FacetValue("nobody", "nobody", 0, chosen=True),
        ),
        "with": (FacetValue("scans", "Scans", 1, chosen=True),),
        "year": (FacetValue("1950", "1950", 1), FacetValue("1951", "1951", 5)),
    }


def test_a_value_chosen_alone_has_all_that_was_found_though_the_engine_did_not_count_it() -> None:
    counts = {"person": {"ada\x1fAda": 4}, "with": {"scans": 2}}
    query = Query(chosen={"person": ("rare",)}, with_=("scans",))
    assert facets(counts, query, 2) == {
        "person": (FacetValue("ada", "Ada", 4), FacetValue("rare", "rare", 2, chosen=True)),
        "with": (FacetValue("scans", "Scans", 2, chosen=True),),
    }
