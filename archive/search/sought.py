"""What a query seeks in the wording of one language, and every place where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from archive.search.analyser import (
    Token,
    as_written,
    folded,
    split,
    stems_of,
    tokens,
    words,
)
from archive.search.beginnings import (
    Letters,
    beginning,
    hint_of,
    letters,
)
from archive.search.glancing import Starts, starts, words_in
from archive.search.pieces import Piece
from archive.search.stemming import stemmed_language

#: Languages whose stemmers take nothing from the front of a word of Latin letters, so that it begins
#: as its stem does; most of them stem words of another script alone.
_FROM_BEHIND = frozenset(
    {None, "de", "en", "es", "fr", "it", "pt", "ru", "el", "ar", "fa", "hi", "hy", "ne", "ta", "yi"}
)
#: A word that cannot be one of those sought.
_OTHER: set[str] = {""}

#: Code points of a wording, end exclusive.
Stretch = tuple[int, int]
#: Characters of neighbouring stretches that are looked through at once, first and at last.
_SLAB, _LARGEST = 2_000, 8_000
#: Words of which is remembered what they answer to.
_MOST_KEPT = 20_000

Numbered = Iterable[tuple[int, Piece]]
#: A word or a character of a run, folded, and its place; empty where it cannot be sought.
_Unit = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a wording where piece number ``piece`` stands."""

    start: int
    end: int
    piece: int


class _Answers(dict[str, frozenset[int]]):
    """By word as written, remembered."""

    def __init__(self, answer: Callable[[str], frozenset[int]]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, written: str) -> frozenset[int]:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[written] = answered = self._answer(written)
        return answered


class Sought:
    """The pieces of a query as the language of a text has them. ``sought_in`` gives one that may
    have read other texts of the language before."""

    def __init__(self, pieces: Numbered, tag: str) -> None:
        language = stemmed_language(tag)
        self._stems = stems_of(language) if language else None
        self._pieces = tuple((number, self._values(each), each.quoted) for number, each in pieces)
        self._any = [value for _, values, _ in self._pieces for value in values]
        self.exact = any(len(values) > 1 for _, values, _ in self._pieces)
        values = [value for each in self._any for value in each]
        self._begin = letters(values) if language in _FROM_BEHIND else None
        self._starts = starts(values, language) if self._begin else ()
        self._answers = _Answers(self._answer)

    def _values(self, sought: Piece) -> list[frozenset[str]]:
        """For each word of a piece what it may be; for a run, each of its characters."""
        return [
            frozenset(also if isinstance(word, str) and not sought.quoted else ())
            | {text}
            | sought.also
            for word, also in zip(sought.words, map(self._also, sought.written), strict=True)
            for text in as_written([word])
        ]

    def _also(self, written: str) -> tuple[str, ...]:
        return self._stems[written] if self._stems is not None else ()

    def present(self, wording: str, stretches: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
        """The numbers of those stretches that have any of the words sought, and how many of them;
        quick, blind to their order, and hardly further than is asked for. Stretches cut no word."""
        for first, end in _slabs(stretches):
            for number, written in self._said(wording, stretches[first:end]):
                if count := self._count(written):
                    yield first + number, count

    def _said(
        self, wording: str, stretches: Sequence[Stretch]
    ) -> Iterable[tuple[int, Sequence[str]]]:
        """The words that may be among those sought, by the number of the stretch."""
        first, last = stretches[0][0], stretches[-1][1]
        found = words_in(wording[first:last], self._starts) if self._begin else None
        if found is None:
            return ((n, self._likely(wording, *each)) for n, each in enumerate(stretches))
        said: dict[int, list[str]] = {}
        for word in found:
            place = first + word.start()
            number = bisect_right(stretches, place, key=itemgetter(0)) - 1
            if place < stretches[number][1]:
                said.setdefault(number, []).append(word[0])
        return said.items()

    def _likely(self, wording: str, start: int, end: int) -> Sequence[str]:
        """The words of a stretch that may be among those sought."""
        if self._begin is None:
            return split(wording[start:end])
        found = words_in(wording[start:end], self._starts)
        if found is not None:
            return [word[0] for word in found]
        if not hint_of(self._begin).search(wording, start, end):
            return ()
        return beginning(split(wording[start:end]), self._begin)

    def _count(self, written: Iterable[str]) -> int:
        answers = self._answers
        return len({number for word in written for number in answers[word]})

    def _answer(self, written: str) -> frozenset[int]:
        """Which of the words sought a word answers to."""
        said = {*as_written(folded([written])), *self._also(written)}
        return frozenset(n for n, value in enumerate(self._any) if not value.isdisjoint(said))

    def has_all(self, present: int) -> bool:
        """Whether that is all of them, in whatever order."""
        return present == len(self._any)

    def spans(self, wording: str) -> list[Span]:
        """Every place where a piece stands, in order, none within another."""
        units, side_by_side = self._units(wording)
        if not units:
            return []
        exact = [{text} for text, _, _ in units]
        loose = [
            {text, *self._also(wording[start:end])} if text else _OTHER
            for text, start, end in units
        ]
        spans = [
            Span(units[at][1], units[at + len(values) - 1][2], number)
            for number, values, quoted in self._pieces
            for at in range(len(units) - len(values) + 1)
            if _stands(values, (exact if quoted else loose)[at : at + len(values)])
            and side_by_side(at, at + len(values))
        ]
        return apart(sorted(spans, key=lambda span: (span.start, -span.end)))

    def _units(self, wording: str) -> tuple[list[_Unit], Callable[[int, int], bool]]:
        """Words that may be among those sought, and whether nothing stands between so many of them.
        Where every word has to be looked at, each is there and nothing does."""
        found = words_in(wording, self._starts) if self._begin else None
        if found is None:
            return list(_cut_up(tokens(wording, self._begin))), lambda first, end: True
        units = [
            (word, match.start(), match.end())
            for match in found
            if self._answers[match[0]]
            for word in as_written(folded([match[0]]))
        ]

        def side_by_side(first: int, end: int) -> bool:
            pairs = pairwise(units[first:end])
            return not any(words(wording[before[2] : after[1]]) for before, after in pairs)

        return units, side_by_side


def _slabs(stretches: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """From which to which stretch they are looked through at once, more and more of them: most words
    are found early."""
    first, size = 0, _SLAB
    while first < len(stretches):
        far = stretches[first][0] + size
        end = bisect_left(stretches, far, lo=first, key=itemgetter(1)) + 1
        yield first, end
        first, size = end, min(2 * size, _LARGEST)


def likely_words(wording: str, begin: Letters | None, seen: Starts) -> Sequence[str]:
    """Those words of a wording that may begin with one of these letters, and go on as seen, as they
    are written; all where there are no letters to go by."""
    found = words_in(wording, seen) if begin else None
    if found is not None:
        return [word[0] for word in found]
    return beginning(split(wording), begin)


def sought_in(pieces: Numbered, tag: str) -> Sought:
    """What is sought in texts of a language, remembering what it has read there."""
    given = tuple((number, each, each.written, each.also) for number, each in pieces)
    return _remembered(given, tag)


@lru_cache(maxsize=64)
def _remembered(
    given: tuple[tuple[int, Piece, tuple[str, ...], frozenset[str]], ...], tag: str
) -> Sought:
    """``Piece`` compares neither its written words nor its ``also``."""
    return Sought([(number, each) for number, each, _, _ in given], tag)


def _stands(values: Sequence[frozenset[str]], said: Sequence[set[str]]) -> bool:
    return not any(map(frozenset.isdisjoint, values, said))


def _cut_up(found: Iterable[Token]) -> Iterator[_Unit]:
    """Words, and each character of a run, with their places."""
    for token in found:
        if isinstance(token.text, str):
            yield token.text, token.start, token.end
        else:
            for index, character in enumerate(token.text):
                yield character, token.start + index, token.start + index + 1


def apart(spans: Iterable[Span]) -> list[Span]:
    """Those of sorted spans of which none stands within one before."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def pieces_in(spans: Iterable[Span]) -> set[int]:
    """The numbers of the pieces that stand there."""
    return {span.piece for span in spans}
