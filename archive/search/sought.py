"""What a query seeks in the wording of one language, and every place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from archive.search.analyser import Token, as_written, folded, split, stems_of, tokens
from archive.search.beginnings import beginning, letters
from archive.search.pieces import Piece
from archive.search.stemming import stemmed_language

#: Languages whose stemmers take nothing from the front of a word, so that it begins as its stem does.
_FROM_BEHIND = frozenset({None, "de", "en", "es", "fr", "it", "pt"})
#: A word that cannot be one of those sought.
_OTHER: set[str] = {""}


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a wording where piece number ``piece`` stands."""

    start: int
    end: int
    piece: int


class Sought:
    """The pieces of a query as the language of a text has them."""

    def __init__(self, pieces: Iterable[tuple[int, Piece]], tag: str) -> None:
        language = stemmed_language(tag)
        self._stems = stems_of(language) if language else None
        self._pieces = tuple((number, self._values(each), each.quoted) for number, each in pieces)
        self._any = [value for _, values, _ in self._pieces for value in values]
        self.exact = any(len(values) > 1 for _, values, _ in self._pieces)
        values = (value for each in self._any for value in each)
        self._begin = letters(values) if language in _FROM_BEHIND else None

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

    def present(self, wording: str) -> int:
        """How many of the words sought stand in a wording; quick, and blind to their order."""
        written = beginning(split(wording), self._begin)
        found = set(as_written(folded(written)))
        if self._stems is not None:
            found.update(chain.from_iterable(map(self._stems.__getitem__, written)))
        return sum(not value.isdisjoint(found) for value in self._any)

    def has_all(self, present: int) -> bool:
        """Whether that is all of them, and no order has to be looked at."""
        return present == len(self._any) and not self.exact

    def spans(self, wording: str) -> list[Span]:
        """Every place where a piece stands, in order, none within another."""
        units = _units(tokens(wording, self._begin))
        likely = [at for at, (text, _, _) in enumerate(units) if text]
        exact = [{text} for text, _, _ in units]
        loose = [
            {text, *self._also(wording[start:end])} if text else _OTHER
            for text, start, end in units
        ]
        spans = [
            Span(units[at][1], units[at + len(values) - 1][2], number)
            for number, values, quoted in self._pieces
            for at in likely
            if at + len(values) <= len(units)
            and _stands(values, (exact if quoted else loose)[at : at + len(values)])
        ]
        return apart(sorted(spans, key=lambda span: (span.start, -span.end)))


def _stands(values: Sequence[frozenset[str]], said: Sequence[set[str]]) -> bool:
    return not any(map(frozenset.isdisjoint, values, said))


def _units(found: Sequence[Token]) -> list[tuple[str, int, int]]:
    """Words, and each character of a run, with their places."""
    units = []
    for token in found:
        if isinstance(token.text, str):
            units.append((token.text, token.start, token.end))
        else:
            for index, character in enumerate(token.text):
                units.append((character, token.start + index, token.start + index + 1))
    return units


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
