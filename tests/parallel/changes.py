"""Figures and dates of a translation put wrong one at a time, to see whether they are found.

Reads texts by patterns of its own, not by the programme's, so that what the programme overlooks is
counted as missed. Dates are a month with a day or a year beside it, or both; every other run of
digits is a figure, be it in a name, a telephone number or a link.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Literal

from babel import Locale

Part = Literal["figure", "day", "month", "year"]

_EAST = re.compile(
    r"(?:(?P<year>\d{4})\s?[年년]\s?(?:的\s?)?)?(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日号일])?"
)
_DAY = r"(?:(?<![\d.,:])(?P<day>\d{1,2})(?:st|nd|rd|th|er|-го|\.)?\s(?:de\s|of\s)?)?"
_YEAR = r"(?:,?\s(?:de\s|of\s|عام\s|من عام\s)?(?P<year>(?:1[5-9]|20)\d\d)(?!\d))?"
_PREFIX = {"ar": "[وبلفك]?", "he": "[בלמוהש]{0,2}"}


@dataclass(frozen=True, slots=True)
class Change:
    """One wrong wording: the text, what was changed, and where the changed part now stands."""

    text: str
    part: Part
    start: int
    end: int


def changes(text: str, language: str, chance: Random) -> Iterator[Change]:
    """Every figure of the text with one digit changed, every part of every date made another."""
    dated: list[tuple[int, int]] = []
    for found in _dates(language).finditer(text):
        if found["day"] or found["year"]:
            dated.append(found.span())
            yield from _changed_date(text, found, language, chance)
    for figure in re.finditer(r"\d+", text):
        if not any(start <= figure.start() < end for start, end in dated):
            place = chance.randrange(*figure.span())
            yield _put(text, place, place + 1, _other_digit(text[place], chance), "figure")


def one_digit(text: str, chance: Random) -> Change | None:
    """One digit of one figure of the text, be it in a date, made another; None without a figure."""
    figures = list(re.finditer(r"\d+", text))
    if not figures:
        return None
    place = chance.randrange(*chance.choice(figures).span())
    return _put(text, place, place + 1, _other_digit(text[place], chance), "figure")


def _changed_date(
    text: str, found: re.Match[str], language: str, chance: Random
) -> Iterator[Change]:
    if found["day"]:
        start, end = found.span("day")
        day = _other(range(1, 29), int(found["day"]), chance)
        yield _put(text, start, end, _written(day, text[start]), "day")
    if found["year"]:
        start, end = found.span("year")
        year = _other(
            range(int(found["year"]) - 9, int(found["year"]) + 10), int(found["year"]), chance
        )
        yield _put(text, start, end, _written(year, text[start]), "year")
    start, end = found.span("month")
    yield _put(text, start, end, _other_month(found["month"], language, chance), "month")


def _put(text: str, start: int, end: int, wrong: str, part: Part) -> Change:
    return Change(text[:start] + wrong + text[end:], part, start, start + len(wrong))


def _other(choice: range, right: int, chance: Random) -> int:
    return chance.choice([each for each in choice if each != right])


def _written(number: int, like: str) -> str:
    zero = ord(like) - unicodedata.decimal(like)
    return "".join(chr(zero + int(digit)) for digit in str(number))


def _other_digit(digit: str, chance: Random) -> str:
    return _written(_other(range(1, 10), unicodedata.decimal(digit), chance), digit)


def _other_month(name: str, language: str, chance: Random) -> str:
    if name.isdecimal():
        return _written(_other(range(1, 13), int(name), chance), name[0])
    for form in _forms(language):
        if name.lower() in form:
            other = form[_other(range(12), form.index(name.lower()), chance)]
            return other if name[0].islower() else other.title()
    raise AssertionError(name)


@cache
def _forms(language: str) -> tuple[tuple[str, ...], ...]:
    """The twelve months, in lower case, in each form in which the language writes them."""
    months = Locale.parse(language).months
    ways = [("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")]
    forms = [tuple(months[a][b][n].lower().rstrip(".") for n in range(1, 13)) for a, b in ways]
    if language == "ru":
        forms.append(tuple(name[:-1] + "е" for name in forms[0]))
    return tuple(forms)


@cache
def _dates(language: str) -> re.Pattern[str]:
    if language in ("zh", "ja", "ko"):
        return _EAST
    names = sorted({name for form in _forms(language) for name in form}, key=len, reverse=True)
    month = rf"(?<![^\W\d_]){_PREFIX.get(language, '')}(?P<month>{'|'.join(names)})(?![^\W\d_])\.?"
    return re.compile(_DAY + month + _YEAR, re.IGNORECASE)
