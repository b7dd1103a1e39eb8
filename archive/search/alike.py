"""Words that are nearly another: which records may hold one, and which stand in a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from archive.search.analyser import Word, folded, split
from archive.search.clauses import All, Any, Clause, Fuzzy, Near, Phrase, Term
from archive.search.queries import Shown

#: Unstemmed fields of words that a reader can see.
_FIELDS = ("title", "people", "forms", "places", "about", "text")
#: Characters of a text that are looked through, and words that are kept.
_DEEP, _MOST = 60_000, 8


@dataclass(frozen=True, slots=True)
class Alike:
    """A word of a record as it is written and folded, and how many slips it is away."""

    written: str
    word: Word
    slips: int


def may_hold(word: Word, slips: int) -> Clause:
    """Records with a word so many slips away; with a run of Chinese, Japanese or Korean of which
    one character is another."""
    if isinstance(word, str):
        return Any(tuple(Fuzzy(field, word, slips) for field in _FIELDS))
    return Any(tuple(_but(field, word, n) for field in _FIELDS for n in range(len(word))))


def alike(word: Word, slips: int, records: Iterable[Shown]) -> list[Alike]:
    """The words of these records that are so near, the nearest first."""
    wordings = [wording for record in records for wording in _wordings(record)]
    if not isinstance(word, str):
        return _runs(word, wordings)
    known: dict[str, str] = {}
    for written in sorted({each for wording in wordings for each in split(wording)}, reverse=True):
        for found in folded([written]):
            if isinstance(found, str):
                known[found] = written
    near = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=slips, limit=_MOST)
    return [Alike(known[found], found, int(apart)) for found, apart, _ in near if apart]


def _but(field: str, run: tuple[str, ...], n: int) -> Clause:
    """The run with any character in the place of that one."""
    if len(run) == 3 and n == 1:
        return Near(field, (run[0], run[2]), 1)
    parts = [part for part in (run[:n], run[n + 1 :]) if part]
    return All(tuple(Term(field, p[0]) if len(p) == 1 else Phrase(field, p) for p in parts))


def _runs(run: tuple[str, ...], wordings: Iterable[str]) -> list[Alike]:
    found: dict[tuple[str, ...], Alike] = {}
    for wording in wordings:
        for written in split(wording):
            for word in folded([written]):
                for start, part in _parts(word, len(run)):
                    if sum(a != b for a, b in zip(run, part, strict=True)) == 1:
                        stands = written[start : start + len(run)]
                        found.setdefault(part, Alike(stands, part, 1))
    return list(found.values())[:_MOST]


def _parts(word: Word, size: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    if not isinstance(word, str):
        yield from ((n, word[n : n + size]) for n in range(len(word) - size + 1))


def _wordings(shown: Shown) -> Iterator[str]:
    record = shown.content.record
    yield from (record.title, record.summary, *record.subjects, *record.collections)
    for person, entry in zip(record.people, shown.content.people, strict=False):
        yield from (person.name, *person.forms.values(), *(form for _, form in entry.forms))
    yield from (place.name for place in record.places)
    for text in record.texts:
        if text.key in shown.open_texts:
            yield from (text.title, text.body[:_DEEP])
