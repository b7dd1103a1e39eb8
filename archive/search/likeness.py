"""Records like another: what is telling of it → a clause, whatever the engine.

No engine is asked what is telling. Records must share a person, place, subject or collection, or
words of the title where it names none; how much each counts the engine knows, to which what is
rare is worth more. The words that the texts repeat only add to that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from archive.editions.content import Content
from archive.search import analyser
from archive.search.clauses import All, Any, Best, Clause, Not, Nothing, Term
from archive.search.fields import value_field
from archive.search.queries import Shown

#: What a shared value counts for; those who wrote and were written to count once more.
_WEIGHTS = {"person": 1.0, "subject": 1.0, "place": 0.6, "collection": 0.2}
_SENT = 0.5
#: Values of one kind that are looked at, words of the title, words of the texts.
_MOST_VALUES, _MOST_TITLE, _MOST_WORDS = 12, 8, 12
_TITLE, _TEXT = 0.5, 0.3
#: Characters of a text that are looked through, and letters of a word that may be telling.
_DEEP = 20_000
_SHORTEST = 5

Weighed = tuple[Clause, float]


def like_clause(shown: Shown) -> Clause:
    """Records like this one, itself left out; at most some seventy terms, all of what may be read."""
    content = shown.content
    shared = [*_values(content)]
    titled = [(Term("title", word), _TITLE) for word in _title_words(content.record.title)]
    wanted = shared or titled
    if not wanted:
        return Nothing()
    also = [*(titled if shared else ()), *((Term("text", w), _TEXT) for w in _telling(shown))]
    alternatives = Any(tuple(Best(((clause, weight),)) for clause, weight in wanted))
    return All((alternatives,), (Not(Term("marks", shown.record_id)),), tuple(also))


def _values(content: Content) -> Iterator[Weighed]:
    found: dict[str, list[str]] = {
        "person": [entry.slug for entry in content.people],
        "subject": [each.slug for each in content.subjects],
        "place": [each.slug for each in content.places],
        "collection": [each.slug for each in content.collections],
    }
    for name, slugs in found.items():
        for slug in list(dict.fromkeys(slugs))[:_MOST_VALUES]:
            yield Term(value_field(name), slug), _WEIGHTS[name]
    for part, entry in zip(content.record.people, content.people, strict=False):
        if part.role in ("sender", "recipient"):
            yield Term(value_field(part.role), entry.slug), _SENT


def _title_words(title: str) -> list[str]:
    found = analyser.as_written(analyser.words(title))
    return [word for word in dict.fromkeys(found) if len(word) >= _SHORTEST][:_MOST_TITLE]


def _telling(shown: Shown) -> list[str]:
    """The words that the texts repeat most, longer ones before shorter; numbers are none, and runs
    of characters have no words."""
    counted: Counter[str] = Counter()
    for text in shown.content.record.texts:
        if text.key in shown.open_texts:
            words = analyser.words(text.body[:_DEEP])
            counted.update(
                w for w in words if isinstance(w, str) and len(w) >= _SHORTEST and w.isalpha()
            )
    repeated = [(count * len(word), word) for word, count in counted.items() if count > 1]
    return [word for _, word in sorted(repeated, key=lambda each: (-each[0], each[1]))][
        :_MOST_WORDS
    ]
