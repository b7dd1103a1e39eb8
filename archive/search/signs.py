"""A query cut into its signs: words, phrases, operators, brackets. Any string can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from archive.search.analyser import words
from archive.search.operators import (
    ENGLISH,
    FIELDS,
    IN_OTHER_LANGUAGES,
    LANGUAGES,
    SAME,
    VALUED,
)
from archive.search.pieces import Like

Kind = Literal["word", "phrase", "open", "close", "and", "or", "not", "near", "field", "quote"]

_BEGINS = ("word", "phrase", "open", "not", "field")
#: Words apart for NEAR alone.
USUALLY_NEAR = 10

_QUOTES = r"\"“”«»„"
_SIGN = re.compile(
    rf"""(?P<space>\s+)
    |(?P<open>[(（])|(?P<close>[)）])
    |"(?P<straight>[^"]*)"|“(?P<curly>[^“”]*)”|«(?P<angled>[^«»]*)»|„(?P<low>[^„“”]*)[“”]
    |(?P<quote>[{_QUOTES}])
    |(?P<minus>(?<![^\s(（])-(?=[^\W\d]|[(（{_QUOTES}]))
    |(?P<field>[^\W\d_]+):(?=[^\s)）:/])
    |(?P<raw>(?:[^\s()（）{_QUOTES}]|(?<=\d)[\u00a0\u2009\u202f](?=\d))+)""",
    re.VERBOSE,
)
_NEAR = re.compile(r"NEAR(?:/([0-9]{1,4}))?")
_LIKE = re.compile(r"(.*[^\s*~])(?:(\*)|(?<!\d)~([0-9]?))[.,;:!?]*")
_VALUE = re.compile(rf"[^\s()（）{_QUOTES}]*")
_MARK = re.compile(rf"(?:(?!\s(?:{'|'.join(ENGLISH)})\s|\s-[^\W\d]|\s\w+:\S)[^()（）{_QUOTES}])*")


@dataclass(frozen=True, slots=True)
class Sign:
    """``at`` is the place of its first character, from 0. ``text`` of a word is without * and ~;
    of a field its name in small letters. ``number`` is the distance of NEAR, or the slips of a
    fuzzy word, 0 where none were given; ``stray`` a star where none can be."""

    kind: Kind
    at: int
    text: str = ""
    like: Like = ""
    number: int = 0
    stray: bool = False

    @property
    def joins(self) -> bool:
        """Whether it is more than words, phrases and brackets."""
        plain = self.kind in ("word", "phrase", "open", "close", "quote")
        return not plain or bool(self.like) or self.stray


def signs(q: str) -> list[Sign]:
    """The signs of a query in order; what holds no word is none."""
    found = [sign for sign in _cut(q) if sign.kind != "word" or words(sign.text)]
    for index in {0, len(found) - 1} if found else ():
        if found[index].kind == "near":  # NEAR EAST is a place
            found[index] = Sign("word", found[index].at, found[index].text)
    return _joining(found)


def _cut(q: str) -> Iterator[Sign]:
    at = 0
    while at < len(q):
        found = _SIGN.match(q, at)
        assert found is not None, "every character is in one of the sets"
        at = found.end()
        if found["field"] is None:
            yield from _sign(found)
            continue
        name = SAME.get(found["field"].lower(), found["field"].lower())
        if name in VALUED:
            yield Sign("field", found.start(), name)
            if q[at] not in '"“«„(（':
                value = (_MARK if name == "shelfmark" else _VALUE).match(q, at)
                assert value is not None
                yield Sign("word", at, value[0].rstrip())
                at = value.end()
        elif name in FIELDS or name in LANGUAGES:
            yield Sign("field", found.start(), name)
        else:
            raw = _VALUE.match(q, found.start())
            assert raw is not None
            yield _word(found.start(), raw[0])
            at = raw.end()


def _sign(found: re.Match[str]) -> Iterator[Sign]:
    at = found.start()
    match found.lastgroup:
        case "open":
            yield Sign("open", at, found[0])
        case "close":
            yield Sign("close", at, found[0])
        case "quote":
            yield Sign("quote", at, found[0])
        case "minus":
            yield Sign("not", at, found[0])
        case "straight" | "curly" | "angled" | "low":
            yield Sign("phrase", at, found[found.lastgroup])
        case "raw":
            yield _word(at, found[0])


def _word(at: int, raw: str) -> Sign:
    if near := _NEAR.fullmatch(raw):
        return Sign("near", at, raw, number=int(near[1]) if near[1] else USUALLY_NEAR)
    if raw in ENGLISH:
        return Sign(ENGLISH[raw], at, raw)
    like = _LIKE.fullmatch(raw)
    if like is None or "*" in like[1]:
        return Sign("word", at, raw, stray="*" in raw and any(map(str.isalpha, raw)))
    if like[2]:
        return Sign("word", at, like[1], like="prefix")
    return Sign("word", at, like[1], like="fuzzy", number=int(like[3] or 0))


def _joining(found: list[Sign]) -> list[Sign]:
    """Operators of other languages, where they stand as one."""
    others = (s.text for s in found if s.kind in ("word", "phrase"))
    if not any(_not_in_capitals(text) for text in others if text not in IN_OTHER_LANGUAGES):
        return found
    return [_other(found, index) for index in range(len(found))]


def _not_in_capitals(text: str) -> bool:
    return any(letter.isalpha() and not letter.isupper() for letter in text)


def _other(found: list[Sign], index: int) -> Sign:
    sign = found[index]
    kind = IN_OTHER_LANGUAGES.get(sign.text)
    if sign.kind != "word" or sign.like or kind is None:
        return sign
    before = index > 0 and found[index - 1].kind in ("word", "phrase", "close")
    after = index + 1 < len(found) and found[index + 1].kind in _BEGINS
    return replace(sign, kind=kind) if after and (before or kind == "not") else sign
