"""What stands between white space, each with its tokens remembered.

An index is given the same chunks thousands of times over: looking one up takes a tenth of what
cutting it into words and folding and stemming each of them does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from archive.search import analyser
from archive.search.analyser import as_pairs, as_stems, folded, has_run, split, words
from archive.search.fields import PAIRS, language_field

#: Chunks kept of each field, and the characters of a chunk that may be met again: where words are
#: not spaced, a chunk is a sentence.
_MOST_KEPT, _LONGEST_KEPT = 300_000, 40
#: White space that may stand within a number, and what may do so as well.
_WITHIN_NUMBERS, _NO_SPACE = "\u00a0\u2009\u202f", "’"


class _Tokens(dict[str, str]):
    """Chunk → its tokens joined by spaces, remembered."""

    def __init__(self, made: Callable[[list[str]], list[str]]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, chunk: str) -> str:
        tokens = " ".join(self._made(split(chunk)))
        if len(chunk) <= _LONGEST_KEPT:
            if len(self) > _MOST_KEPT:
                self.clear()
            self[chunk] = tokens
        return tokens

    def of(self, chunks: Iterable[str]) -> str:
        """The tokens of all these, joined by spaces."""
        return " ".join(filter(None, map(self.__getitem__, chunks)))


_written = _Tokens(lambda written: analyser.as_written(folded(written)))


@cache
def _stems(language: str) -> _Tokens:
    return _Tokens(lambda written: as_stems(written, language))


def _chunks(wording: str) -> list[str]:
    """In order; no word or number is in two of them."""
    if not wording.isascii():
        for space in _WITHIN_NUMBERS:
            wording = wording.replace(space, _NO_SPACE)
    return wording.split()


def as_written(wording: str) -> str:
    """The tokens of an unstemmed field, joined by spaces."""
    return _written.of(_chunks(wording))


class Analysed:
    """What is said in groups of fields, which have one for words as they are written, one for each
    language and one for pairs of characters."""

    def __init__(self) -> None:
        self._said: dict[str, list[str]] = {}
        self._stemmed: dict[tuple[str, str], list[str]] = {}
        self._pairs: dict[str, list[str]] = {}

    def add(self, group: str, wording: str, languages: Iterable[str]) -> None:
        """A wording, to be stemmed in each of these languages of ``STEMMERS``."""
        found = _chunks(wording)
        self._said.setdefault(group, []).extend(found)
        for language in languages:
            self._stemmed.setdefault((group, language), []).extend(found)
        if has_run(wording):
            self._pairs.setdefault(group, []).extend(as_pairs(words(wording)))

    def fields(self) -> dict[str, str]:
        """By field its tokens in order, joined by spaces; none where there is none."""
        fields = {group: _written.of(said) for group, said in self._said.items()}
        for (group, language), said in self._stemmed.items():
            fields[language_field(group, language)] = _stems(language).of(said)
        for group, pairs in self._pairs.items():
            fields[language_field(group, PAIRS)] = " ".join(pairs)
        return {field: tokens for field, tokens in fields.items() if tokens}
