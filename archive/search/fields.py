"""The fields of an index document: their names and weights, the same in every engine."""

from __future__ import annotations

from collections.abc import Sequence

from archive.search.stemming import STEMMERS

#: Unstemmed fields, and what a word found there counts for.
#: ``forms`` are the authority's other forms of names, left out of a search "as typed".
EXACT: dict[str, float] = {
    "title": 3.0,
    "people": 2.0,
    "forms": 1.6,
    "places": 1.5,
    "marks": 1.5,
    "about": 1.1,
    "text": 1.0,
}
#: Those that have a field per language beside, ``text_ru``, and one of pairs, ``text_cjk``.
ANALYSED = ("title", "about", "text")
#: Unstemmed fields that only a query which names them looks into. Of the two with ``forms`` the
#: authority's other names stand apart; ``shelfmarks`` holds keys of ``holdings.keys``, no words, and
#: ``titles`` each title as ``title_key``.
NAMED = (
    "sender",
    "sender_forms",
    "recipient",
    "recipient_forms",
    "archives",
    "shelfmarks",
    "titles",
)
#: What a stem counts for beside the word as written.
STEMMED = 0.8
PAIRS = "cjk"

#: Facets of which a reader chooses any of several values; each is a parameter of ``/search/``.
CHOICES = (
    "language",
    "kind",
    "person",
    "sender",
    "recipient",
    "place",
    "archive",
    "collection",
    "subject",
    "rights",
)
#: All facets that are counted: of ``with`` a reader chooses too, ``year`` is drawn.
FACETS = (*CHOICES, "with", "year")
#: Facets whose values bear names, of which one value may have several.
NAMED_FACETS = ("person", "sender", "recipient", "place", "collection", "subject")
#: Values of a facet that are counted where no fewer are asked for.
MOST_VALUES, _MOST_YEARS = 200, 2_000
#: Languages in which a document was stemmed: which fields a query need look into.
ANALYSES = "analysis"
#: "yes" for a record composed for demonstration, else "no".
PRACTICE = "practice"
#: Between a facet's value and its label as stored.
LABELLED = "\x1f"
#: Whole-string fields that order results, ascending. Each value ends in the record's id.
ORDERS = {"date": "by_date", "-date": "by_date_down", "new": "by_new", "title": "by_title"}
#: Numbers: days as proleptic Gregorian ordinals; 1 for a date that is about or perhaps; and the id
#: as a number for breaking ties.
NUMBERS = ("earliest", "latest", "doubtful", "hand_day", "tie")


def language_field(group: str, language: str) -> str:
    """``text_ru``; ``language`` may be ``PAIRS``."""
    return f"{group}_{language}"


def facet_field(name: str) -> str:
    """Where a facet's values with their labels are counted."""
    return f"facet_{name}"


def value_field(name: str) -> str:
    """Where a facet's values alone are looked up."""
    return f"value_{name}"


def most_values(name: str, wanted: int = MOST_VALUES) -> int:
    """How many values of a facet are counted, the most frequent ones, where so many are wanted; of
    years, which are drawn side by side, as many as there may be."""
    return _MOST_YEARS if name == "year" else wanted


def title_key(tokens: Sequence[str]) -> str:
    """A whole title as one token."""
    return "_".join(tokens)


def text_fields() -> list[str]:
    """Every field of tokens."""
    languages = [*STEMMERS, PAIRS]
    return [
        *EXACT,
        *NAMED,
        *(language_field(g, language) for g in ANALYSED for language in languages),
    ]
