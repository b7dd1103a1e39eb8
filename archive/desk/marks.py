"""Figures, dates and known names compared in the texts shown: which words belong together, and
where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from archive.desk.labels import short_label
from archive.editions.apparatus import ComparisonContent, SpanContent, VoteContent
from archive.editions.content import Content
from archive.editions.document import VerdictDocument
from archive.editions.judged import Verdicts, span_words
from archive.editions.reading import Reading

Place = tuple[str, int, int]

#: In place of the thread of words that are in none: greater than any.
_NONE = 1 << 60


@dataclass(frozen=True, slots=True)
class Value:
    """What one text says: no span and no words where it says nothing. ``odd`` where the others
    outvote it."""

    label: str
    language: str
    span: SpanContent | None
    words: str
    odd: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the texts shown disagree: a value for each of them, in their order.

    ``thread`` is the number that these words have among those of their row. A ``flag`` is a
    disagreement; all else is a quieter note, its ``reason`` as in ``parallel.Difference``. What
    stands "only here" is none: the collation table lists it. ``verdict`` is None where the staff
    have not judged it; what they dismissed is no difference.
    """

    row: int
    thread: int
    kind: str
    reason: str
    flag: bool
    values: tuple[Value, ...]
    verdict: VerdictDocument | None

    @property
    def state(self) -> str:
        """ "explained" or "true difference"; empty where it is open."""
        judged = self.verdict.state if self.verdict else "open"
        return "" if judged == "open" else judged

    @property
    def left(self) -> SpanContent | None:
        """Where the first text says it."""
        return self.values[0].span

    @property
    def right(self) -> SpanContent | None:
        """Where the last text says it."""
        return self.values[-1].span

    @property
    def passage(self) -> str:
        """The passage that a link to this difference leads to."""
        return next((value.span.passage for value in self.values if value.span), "")

    @property
    def said(self) -> str:
        """``189 against 180``."""
        words = dict.fromkeys(value.words for value in self.values if value.words)
        return " against ".join(words) + ("" if len(words) > 1 else " against nothing")


class Mark(NamedTuple):
    """Words compared; those of one row that have the same thread are counterparts."""

    span: SpanContent
    thread: int
    differs: bool


@dataclass(frozen=True)
class Marks:
    """All that was compared between the texts shown: ``count`` lines, words by passage id,
    differences in the order of the rows, and how many of them the staff have dismissed."""

    count: int
    words: Mapping[str, Sequence[Mark]]
    differences: tuple[Difference, ...]
    dismissed: int

    @cached_property
    def by_row(self) -> Mapping[int, Sequence[Difference]]:
        """The differences of each row that has any."""
        found: dict[int, list[Difference]] = {}
        for difference in self.differences:
            found.setdefault(difference.row, []).append(difference)
        return found


def difference_marks(reading: Reading, left: str, right: str) -> tuple[Difference, ...]:
    """The differences between two texts, in the order of the rows."""
    return marks(reading, (left, right)).differences


def marks(reading: Reading, keys: Sequence[str]) -> Marks:
    """What was compared between these texts."""
    judge = _Judge(reading, keys)
    words: dict[str, list[Mark]] = {}
    differences: list[Difference] = []
    count = 0
    for row, compared in reading.apparatus.compared(set(keys)).items():
        threads = _Threads(compared)
        differences += judge.differences(row, compared, threads)
        count += threads.lines
        for mark in threads.marks(judge.open):
            words.setdefault(mark.span.passage, []).append(mark)
    return Marks(count, words, tuple(differences), judge.dismissed)


def _place(span: SpanContent) -> Place:
    return span.text, span.start, span.end


class _Threads:
    """The comparisons of one row joined where they share words, numbered from 0 in their order.
    ``of`` gives the thread of each place; ``lines`` counts the threads and what stands in one text
    alone."""

    def __init__(self, found: Sequence[ComparisonContent]) -> None:
        self.found = found
        self.of: dict[Place, int] = {}
        self.spans: dict[int, list[SpanContent]] = {}
        self._begun = 0
        single: set[Place] = set()
        for item in found:
            if item.source and item.target:
                self._join(item.source, item.target)
            else:
                single.update(_place(span) for span in (item.source, item.target) if span)
        self.lines = len(self.spans) + len(single - self.of.keys())

    def _join(self, source: SpanContent, target: SpanContent) -> None:
        """Put both ends into the thread of either, into a new one where they have none, and two
        threads into the first."""
        here, there = _place(source), _place(target)
        one, other = self.of.get(here, _NONE), self.of.get(there, _NONE)
        number = min(one, other)
        if number == _NONE:
            number = self._begun
            self._begun += 1
            self.spans[number] = []
        if one != number:
            self._move(one, number, source)
        if other != number:
            self._move(other, number, target)

    def _move(self, old: int, number: int, span: SpanContent) -> None:
        """Put words into a thread, with all that is in the thread where they were."""
        held = self.spans[number]
        for each in (span, *self.spans.pop(old, ())):
            if self.of.get(place := _place(each)) != number:
                self.of[place] = number
                held.append(each)

    def thread(self, item: ComparisonContent) -> int:
        """The thread of a comparison; -1 where one text says nothing."""
        span = item.source or item.target
        return self.of.get(_place(span), -1) if span else -1

    def marks(self, differing: set[Place]) -> Iterator[Mark]:
        """Every word that has a counterpart, in no order."""
        for thread, spans in self.spans.items():
            for span in spans:
                yield Mark(span, thread, _place(span) in differing)


class _Judge:
    """Makes differences of comparisons. ``open`` are the places of the words that differ."""

    def __init__(self, reading: Reading, keys: Sequence[str]) -> None:
        self.content, self.keys = reading.content, keys
        self.verdicts = Verdicts(reading.content, reading.apparatus.verdicts)
        self.votes: dict[tuple[int, str], list[VoteContent]] = {}
        for vote in reading.apparatus.votes:
            self.votes.setdefault((vote.row, vote.kind), []).append(vote)
        self.labels = dict(_labels(reading.content, keys))
        self.open: set[Place] = set()
        self.dismissed = 0

    def differences(
        self, row: int, found: Sequence[ComparisonContent], threads: _Threads
    ) -> Iterator[Difference]:
        """Those of one row: flags of three texts or more as one where they share words."""
        told = [item for item in found if item.severity and item.reason != "only here"]
        judged = [(item, self.verdicts.on(item)) for item in told]
        standing = [pair for pair in judged if not pair[1] or pair[1].state != "dismissed"]
        self.dismissed += len(judged) - len(standing)
        groups: dict[object, list[tuple[ComparisonContent, VerdictDocument | None]]] = {}
        for number, (item, verdict) in enumerate(standing):
            together = item.severity == "flag" and len(self.keys) > 2
            name = ("thread", threads.thread(item)) if together else number
            groups.setdefault(name, []).append((item, verdict))
        for group in groups.values():
            yield self._difference(row, group, threads)

    def _difference(
        self,
        row: int,
        group: Sequence[tuple[ComparisonContent, VerdictDocument | None]],
        threads: _Threads,
    ) -> Difference:
        first = group[0][0]
        thread = threads.thread(first)
        spans = {
            span.text: span for item, _ in group for span in (item.target, item.source) if span
        }
        if len(self.keys) > 2:
            spans = {**{span.text: span for span in threads.spans.get(thread, ())}, **spans}
        if first.severity == "flag":
            self.open.update(_place(span) for span in spans.values())
        odd = self._odd(first, spans)
        return Difference(
            row=row,
            thread=thread,
            kind=first.kind,
            reason=first.reason,
            flag=first.severity == "flag",
            values=tuple(self._value(key, spans.get(key), odd) for key in self.keys),
            verdict=group[0][1] if all(verdict for _, verdict in group) else None,
        )

    def _value(self, key: str, span: SpanContent | None, odd: str) -> Value:
        label, language = self.labels[key]
        return Value(label, language, span, span_words(self.content, span), odd == key)

    def _odd(self, item: ComparisonContent, spans: Mapping[str, SpanContent]) -> str:
        for vote in self.votes.get((item.row, item.kind), ()):
            if vote.odd and vote.odd in spans and vote.spans.get(vote.odd) == spans[vote.odd]:
                return vote.odd
        return ""


def _labels(content: Content, keys: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    for key in keys:
        if text := content.record.text(key):
            yield key, (short_label(content, text), text.language)
