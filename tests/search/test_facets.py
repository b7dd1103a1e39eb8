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
    assert facets(counts, Query(chosen={"person": ("mao", "nobody")}, with_=("scans",))) == {
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
