"""Sentences with one date, made from CLDR's patterns, and the same with another date.

There are few dates in news. These are made up: a frame in each language, a seeded date between
1925 and 2029 (later than any by the Julian calendar) written by one of the language's patterns (full, long, medium, short, or without
weekday, day or year), English beside it by another. A wrong one has another year (up to nine off),
month or day in the same pattern. Nothing was tuned on the seed that is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Literal

from babel.dates import format_date, format_skeleton

FRAMES = {
    "ru": "Письмо было отправлено {}.",
    "zh": "这封信是{}寄出的。",
    "ko": "편지는 {}에 발송되었다.",
    "de": "Der Brief wurde am {} abgeschickt.",
    "ar": "أُرسلت الرسالة في {}.",
    "fr": "La lettre a été envoyée le {}.",
    "he": "המכתב נשלח ב-{}.",
    "ja": "手紙は{}に送られた。",
    "es": "La carta fue enviada el {}.",
    "it": "La lettera fu inviata il {}.",
    "uk": "Лист було надіслано {}.",
}
ENGLISH = "The letter was sent on {}."
LOCALES = {"ar": ("ar", "ar_EG"), "zh": ("zh", "zh_Hant"), "de": ("de", "de_AT")}
WHOLE = ("full", "long", "medium", "short")
PARTIAL = ("yMMMM", "MMMMd", "yMMMd", "MMMd")
Part = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class DatedRow:
    """``english`` and ``other`` say the same date, ``wrong`` another; ``part`` is what differs."""

    english: str
    other: str
    wrong: str
    part: Part


def dated(language: str, seed: int, count: int) -> Iterator[DatedRow]:
    """So many rows of English and one other language."""
    chance = Random(f"{language} {seed}")
    while count:
        day = _day(chance)
        pattern = chance.choice(WHOLE + PARTIAL)
        english = pattern if pattern in PARTIAL else chance.choice(WHOLE[:3])
        part: Part = chance.choice(_stated(pattern))
        locale = chance.choice(LOCALES.get(language, (language,)))
        frame = FRAMES[language]
        yield DatedRow(
            ENGLISH.format(_written(day, english, "en")),
            frame.format(_written(day, pattern, locale)),
            frame.format(_written(_wrong(day, part, chance), pattern, locale)),
            part,
        )
        count -= 1


def _day(chance: Random) -> date:
    return date(chance.randrange(1925, 2030), chance.randrange(1, 13), chance.randrange(1, 29))


def _stated(pattern: str) -> tuple[Part, ...]:
    if pattern in WHOLE or pattern == "yMMMd":
        return ("year", "month", "day")
    return ("year", "month") if pattern == "yMMMM" else ("month", "day")


def _wrong(day: date, part: Part, chance: Random) -> date:
    if part == "year":
        return day.replace(year=day.year + chance.choice([-1, 1]) * chance.randrange(1, 10))
    if part == "month":
        return day.replace(month=(day.month - 1 + chance.randrange(1, 12)) % 12 + 1)
    return day.replace(day=(day.day - 1 + chance.randrange(1, 28)) % 28 + 1)


def _written(day: date, pattern: str, locale: str) -> str:
    if pattern in WHOLE:
        return format_date(day, pattern, locale=locale)
    return format_skeleton(pattern, day, locale=locale)
