"""The line above the texts: what was compared, what was not, and what was found. Never a bare
count, and never "no differences"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.desk.columns import TextChoice
from archive.desk.marks import Difference, Marks
from archive.editions.document import VarianceDocument

_NOUNS = {
    "number": ("figure", "figures"),
    "date": ("date", "dates"),
    "name": ("name", "names"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A few words and the id to which they lead. ``flagged`` where texts disagree."""

    words: str
    target: str
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What was compared and what was not, and what was found."""

    sentence: str
    found: tuple[Found, ...]


def summary(
    columns: Sequence[TextChoice], marks: Marks, notes: Sequence[VarianceDocument], worded: int
) -> Summary:
    """``worded`` is how many rows of two texts in one language have other words."""
    found = tuple(_found(marks, notes, worded))
    lead = "Figures, dates and known names were compared by program"
    languages = [column.language.partition("-")[0] for column in columns]
    alike = len(languages) - len(set(languages)) + 1
    if alike == len(columns):
        lead += ", wording word by word"
    elif alike > 1:
        lead += ", wording only between texts in one language"
    else:
        lead += ", wording was not"
    end = ":" if found else ". Of these, none was found to differ."
    return Summary(lead + end, found)


def _found(marks: Marks, notes: Sequence[VarianceDocument], worded: int) -> Iterator[Found]:
    flags = [each for each in marks.differences if each.flag]
    explained = [each for each in flags if each.state == "explained"]
    yield from _differing([each for each in flags if each.state != "explained"])
    if worded:
        yield Found(f"Wording differs in {_counted(worded, 'row', 'rows')}", "texts")
    if explained:
        yield Found(f"{len(explained)} explained", explained[0].passage)
    if marks.dismissed:
        yield Found(f"{marks.dismissed} dismissed", "collation")
    if notes:
        words = _counted(len(notes), "editor’s note", "editor’s notes")
        yield Found(words, f"note-{notes[0].number}")


def _differing(flags: Sequence[Difference]) -> Iterator[Found]:
    for kind, count in Counter(each.kind for each in flags).items():
        first = next(each for each in flags if each.kind == kind)
        verb = "differs" if count == 1 else "differ"
        yield Found(f"{_counted(count, *_NOUNS[kind])} {verb}", first.passage, flagged=True)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
