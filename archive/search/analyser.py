"""Our analyser: from wording to the tokens that every engine is given.

Words are runs of letters, marks and digits; a run of Chinese, Japanese or Korean characters is
cut into single characters and overlapping pairs, traditional Chinese ones as simplified. Each
word is folded (``archive.texts.folding``) and stemmed per language, as written and as folded: the
stemmers know é from e and ة from ه, but a reader may not have typed them. A digit group is one
number (12,000 and 12.000 are 12000), without leading zeros. Nothing here depends on an engine;
whatever changes a token changes ``VERSION``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import cast

from archive.authority.han import simplified
from archive.search.beginnings import Letters, hint_of
from archive.search.stemming import stem
from archive.texts.folding import extends, fold

#: Part of the index's name: an index made by another version is made anew.
VERSION = 3

#: Characters of a token that are kept; longer "words" are no words.
LONGEST_TOKEN = 80

#: Stands between two runs, so that no pair of one is next to a pair of the other.
BREAK = "|"


def _marks() -> str:
    """The combining marks of the Basic Multilingual Plane as ranges of a character class."""
    points = [p for p in range(0x300, 0xFE30) if unicodedata.category(chr(p)).startswith("M")]
    ranges: list[list[int]] = []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)


_RUN = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u303c\u3040-\u3098"
    "\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7fb\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_GROUPED = r"(?<![^\W_])\d{1,3}(?:[.,'’\u00a0\u2009\u202f٬]\d{3})+(?![^\W_])"
_INNER = f"[{_marks()}{_INVISIBLE}]+"
_HAS_RUN = re.compile(f"[{_RUN}]")
_NUMBER = re.compile(_GROUPED)
_WORDS = re.compile(rf"{_GROUPED}|[^\W_]+(?:{_INNER}[^\W_]*)*")
_LETTER = rf"(?:(?![{_RUN}])[^\W_])"
_MARK, _ONE_LETTER = re.compile(_INNER), re.compile(_LETTER)
_RUNS_AND_WORDS = re.compile(rf"[{_RUN}]+|{_GROUPED}|{_LETTER}+(?:{_INNER}{_LETTER}*)*")
#: Of ASCII, whatever is in no word as a space; and where figures may be one number all the same.
_SPACED = bytes(c if chr(c).isalnum() else 32 for c in range(128)) + bytes(128)
_GROUP = re.compile(r"[.,'](?<=\d.)\d{3}")
_INTRICATE = re.compile(f"[{_RUN}{_marks()}{_INVISIBLE}]")
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
#: Greek and Cyrillic, whose letters may be taken for those of another script.
_MAY_BE_TWIN = re.compile("[\u0370-\u052f]")
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_SEPARATORS = re.compile(r"\D+")
_MOST_KEPT = 200_000

#: A word or number folded; or a run of CJK characters, each folded.
Word = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its place: ``start`` and ``end`` are code points into the wording given."""

    text: Word
    start: int
    end: int


class _Folded(dict[str, Word]):
    """Written → folded, remembered: most words of a text have been met before."""

    def __missing__(self, written: str) -> Word:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[written] = word = _fold(written)
        return word


_folded = _Folded()


def split(wording: str) -> list[str]:
    """The words and runs of a wording as they are written, in order."""
    if wording.isascii() and not _GROUP.search(wording):
        return wording.encode().translate(_SPACED).decode().split()
    return _pattern(wording).findall(wording)


def folded(written: Sequence[str]) -> list[Word]:
    """Words as ``split`` gives them, folded. A sign that folds to nothing is none."""
    return list(filter(None, map(_folded.__getitem__, written)))


def words(wording: str) -> list[Word]:
    """The folded words and runs of a wording, in order."""
    return folded(split(wording))


def tokens(wording: str, begin: Letters | None = None) -> list[Token]:
    """The same with their places. Where letters are given, a word that can begin with none of them
    has no text."""
    matches = _pattern(wording).finditer(wording)
    if begin is None:
        return [Token(word, m.start(), m.end()) for m in matches if (word := _folded[m[0]])]
    found: list[Token] = []
    may_begin = hint_of(begin).match
    for match in matches:
        if not may_begin(match[0]):
            found.append(Token("", match.start(), match.end()))
        elif word := _folded[match[0]]:
            found.append(Token(word, match.start(), match.end()))
    return found


def word_at(wording: str, place: int) -> re.Match[str] | None:
    """The word or run that ``tokens`` finds at that place; None where none begins with what stands
    there, which is no figure."""
    before = place
    while before and _MARK.match(wording, before - 1):
        before -= 1
    if before and _ONE_LETTER.match(wording, before - 1):
        return None
    return _RUNS_AND_WORDS.match(wording, place)


def simple(wording: str) -> bool:
    """Whether every word of a wording, numbers aside, is nothing but letters and digits side by
    side: it has no run, no mark and nothing invisible."""
    return wording.isascii() or not _INTRICATE.search(wording)


def has_run(wording: str) -> bool:
    """Whether there is a run of Chinese, Japanese or Korean characters in a wording."""
    return not wording.isascii() and _HAS_RUN.search(wording) is not None


def _pattern(wording: str) -> re.Pattern[str]:
    """Two patterns that agree where there is no run; the one without is three times faster."""
    return _RUNS_AND_WORDS if has_run(wording) else _WORDS


def _fold(written: str) -> Word:
    if _plain(written):
        return written.lower()
    if _HAS_RUN.match(written):
        return tuple(filter(None, map(_sign, written)))
    if _NUMBER.fullmatch(written):
        return _number(_SEPARATORS.sub("", written))
    word = _token(_folded_text(_HIDDEN.sub("", written)))
    return _number(word) if word.isdecimal() else word


def _folded_text(written: str) -> str:
    """What a word folds to, letter by letter where none has to do with its neighbours: in a third of
    the time."""
    letters = [_alone(letter) for letter in written]
    if None in letters:
        return fold(written).text
    folded = "".join(cast(list[str], letters))
    mixed = _MAY_BE_TWIN.search(folded) and not _CYRILLIC.fullmatch(folded)
    return fold(written).text if mixed else folded


@cache
def _alone(letter: str) -> str | None:
    """What a letter folds to whatever stands beside it, unless letters of several scripts do; None
    for a mark."""
    return None if extends(letter) else fold(letter).text


@lru_cache(maxsize=30_000)
def _sign(character: str) -> str:
    """A character of a run."""
    return simplified(_token(fold(character).text))


def _plain(written: str) -> bool:
    """Whether folding a word makes its letters small, and nothing else."""
    return written.isascii() and written.isalpha() and len(written) <= LONGEST_TOKEN


def _token(folded: str) -> str:
    """What is left of a folded word when anything that an engine would split it by is gone."""
    if folded.isalnum():
        return folded[:LONGEST_TOKEN]
    return "".join(c for c in folded if c.isalnum() or unicodedata.category(c)[0] == "M")[
        :LONGEST_TOKEN
    ]


def _number(digits: str) -> str:
    """ASCII digits without leading zeros."""
    ascii_digits = "".join(str(unicodedata.decimal(digit)) for digit in digits)
    return ascii_digits[:LONGEST_TOKEN].lstrip("0") or "0"


def pairs(run: tuple[str, ...]) -> tuple[str, ...]:
    """The overlapping pairs of a run; none for a single character."""
    return tuple(a + b for a, b in pairwise(run))


class _Stems(dict[str, tuple[str, ...]]):
    """Written → its stems in one language, remembered; none of a run."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, written: str) -> tuple[str, ...]:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[written] = stems = tuple(dict.fromkeys(self._stems(written)))
        return stems

    def _stems(self, written: str) -> Iterator[str]:
        folded = _folded[written]
        if isinstance(folded, str) and folded:
            if _plain(written) and (stemmed := stem(self._language, folded)).isascii():
                yield stemmed
                return
            small = unicodedata.normalize("NFC", _HIDDEN.sub("", written)).lower()
            yield _token(_folded_text(stem(self._language, small))) or folded
            yield stem(self._language, folded)


@cache
def stems_of(language: str) -> Mapping[str, tuple[str, ...]]:
    """The stems of a word as written in a language of ``STEMMERS``: one, or two where folding
    takes away what the stemmer would have known."""
    return _Stems(language)


def as_written(found: Sequence[Word]) -> list[str]:
    """The tokens of an unstemmed field: words, and each character of a run."""
    if tuple not in map(type, found):
        return cast(list[str], found)
    out: list[str] = []
    for word in found:
        if isinstance(word, str):
            out.append(word)
        else:
            out.extend(word)
    return out


def as_stems(written: Sequence[str], language: str) -> list[str]:
    """The tokens of a language's field, of words as ``split`` gives them. No phrase is looked for
    there, so that a word may have two; runs have fields of their own."""
    return list(chain.from_iterable(map(stems_of(language).__getitem__, written)))


def as_pairs(found: Sequence[Word]) -> list[str]:
    """The tokens of the field of pairs, a break after each run."""
    out: list[str] = []
    for word in found if tuple in map(type, found) else ():
        if not isinstance(word, str):
            out.extend((*pairs(word), BREAK))
    return out
