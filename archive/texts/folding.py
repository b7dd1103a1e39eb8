"""Wording folded for comparing and searching; the wording itself is never changed.

NFKC and case folding; marks off Latin, Greek, Cyrillic (ё → е; й, ї, ў stay), Hebrew and Arabic
letters; forms of alef, yeh and teh marbuta; digits of all scripts as ASCII; quotes and dashes as
one; every run of white space as one space; nothing invisible; look-alike letters of another
script within a word as those of the word's own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from archive.texts.lookalikes import unmix

_DROPPED = "ʿʾʹʺ\u0640\u034f"
_REPLACED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
        **dict.fromkeys("“”„‟″«»「」『』〝〞〟＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        **dict.fromkeys(_DROPPED, ""),
        **dict.fromkeys("ٱ", "ا"),
        **dict.fromkeys("ىیېۍ", "ي"),
        **dict.fromkeys("ةہھە", "ه"),
        "ک": "ك",
        "ł": "l",
        "đ": "d",
        "ø": "o",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
    }
)
# Marks that are taken off, by the blocks of Unicode: general ones, Cyrillic, Hebrew, Arabic,
# variation selectors. Marks of other scripts (Devanagari, Thai, kana) are part of the letter.
_MARKS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0483-\u0489\u0591-\u05bd"
    "\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08ff\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_KEPT = re.compile("(?:и\u0306|і\u0308|у\u0306|г\u0301|к\u0301)")
_ASCII_RUN = re.compile(r"[\x00-\x7f]+(?=[\x00-\x7f]|\Z)")
_ASCII = str.maketrans({**dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f", " "), "`": "'"})
_SPACES = re.compile(" {2,}")
_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded ``text``; its character i comes from ``source[offsets[i]:ends[i]]``.

    Both rise; a letter folded to two gives both the same source, and a run of spaces its whole
    run to one.
    """

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source behind ``text[start:end]``, which must not be empty."""
        return self.offsets[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Idempotent: what is folded folds to itself."""
    if text.isascii():
        places = range(len(text) + 1)
        return _collapsed(text.lower().translate(_ASCII), [*places[:-1]], [*places[1:]])
    parts: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        if run := _ASCII_RUN.match(text, at):
            end = run.end()
            parts.append(run[0].lower().translate(_ASCII))
            offsets.extend(range(at, end))
            ends.extend(range(at + 1, end + 1))
        else:
            end = _cluster_end(text, at)
            folded = _folded_cluster(text[at:end])
            parts.append(folded)
            offsets.extend([at] * len(folded))
            ends.extend([end] * len(folded))
        at = end
    unmixed = unmix("".join(parts), lambda index: text[offsets[index]].isupper())
    return _collapsed(unmixed, offsets, ends)


def _collapsed(text: str, offsets: list[int], ends: list[int]) -> Folded:
    if "  " not in text:
        return Folded(text, tuple(offsets), tuple(ends))
    kept_offsets: list[int] = []
    kept_ends: list[int] = []
    at = 0
    for run in _SPACES.finditer(text):
        kept_offsets += offsets[at : run.start() + 1]
        kept_ends += [*ends[at : run.start()], ends[run.end() - 1]]
        at = run.end()
    kept_offsets += offsets[at:]
    kept_ends += ends[at:]
    return Folded(_SPACES.sub(" ", text), tuple(kept_offsets), tuple(kept_ends))


def _cluster_end(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and extends(text[end]):
        end += 1
    return end


@lru_cache(maxsize=20_000)
def extends(character: str) -> bool:
    """Whether a character may melt into what stands before it: a mark, a jamo, something invisible."""
    first = unicodedata.normalize("NFKD", character)[0]
    if unicodedata.category(first) in ("Mn", "Me", "Cf") or first in _DROPPED:
        return True
    return "\u1160" <= first <= "\u11ff"


@lru_cache(maxsize=50_000)
def _folded_cluster(cluster: str) -> str:
    for _ in range(_MOST_ROUNDS):
        folded = _once(cluster)
        if folded == cluster:
            break
        cluster = folded
    return cluster


def _once(cluster: str) -> str:
    visible = "".join(c for c in cluster if unicodedata.category(c) != "Cf")
    known = unicodedata.normalize("NFKC", visible.translate(_REPLACED))
    apart = unicodedata.normalize("NFKD", known.casefold())
    kept = _KEPT.sub(lambda letter: unicodedata.normalize("NFC", letter[0]), apart)
    bare = unicodedata.normalize("NFC", _MARKS.sub("", kept)).translate(_REPLACED)
    return "".join(map(_plain, bare))


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
