"""Numbers in Chinese, Japanese and Korean writing: 一万二千, 1.4万, 廿, 一九五〇, 3천 500.

The characters' values are in ``tables``; four that ICU's rules lack stand here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

TABLES = Path(__file__).parent / "tables"


def _made(kind: str, *languages: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for language in languages:
        table = json.loads((TABLES / f"{language}.json").read_text(encoding="utf-8"))
        found |= table.get(kind, {})
    return found


DIGITS = {"○": 0, "弌": 1, "叄": 3, **_made("digits", "zh", "ja")}
_POWERS = _made("powers", "zh", "ja")
TENS = {word: value for word, value in _POWERS.items() if value == 10} | {
    "卅": 30,
    **_made("tens", "zh", "ja"),
}
POWERS = {word: value for word, value in _POWERS.items() if value > 10} | {
    word: value for word, value in _made("powers", "ko").items() if value > 10
}
MYRIADS = _made("myriads", "zh", "ja", "ko")

_FINANCIAL = frozenset(DIGITS) - frozenset("〇零一二三四五六七八九两兩○")
"""Digits of cheques; alone before or after another character they are words: 参议院, 陆军."""

_HAN = "".join(DIGITS) + "".join(TENS) + "百佰千仟"
_SCALE = "".join(MYRIADS) + "백천"
_FIGURE = r"\d[\d,.]*\d|\d"
_NUMBER = re.compile(
    rf"(?:{_FIGURE}|[{_HAN}])"
    rf"(?:(?:[ \u00a0](?=[{_SCALE}](?![가-힣])))?[{_SCALE}]|[{_HAN}]"
    rf"|(?:(?<=[만억조백천])[ \u00a0])?(?<=[{_SCALE} \u00a0])(?:{_FIGURE})"
    rf"|(?<=[亿億万萬])[ \u00a0](?:{_FIGURE})(?=[ \u00a0]?[万萬千]))*"
)
_PART = re.compile(rf"(?P<figure>{_FIGURE})|(?P<character>[^\s,.])")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class CjkNumber:
    """A number written with at least one Han numeral or Korean scale.

    ``bare`` where it only says a round order of magnitude (百万) or is a numeral of two digits
    side by side (二三, "two or three").
    """

    start: int
    end: int
    value: Decimal
    bare: bool


def cjk_numbers(text: str) -> Iterator[CjkNumber]:
    """The numbers of a text whose figures are ASCII digits, in order; plain figures left out.

    What is longer than any quantity in prose is left out too.
    """
    for found in _NUMBER.finditer(text):
        parts = list(_PART.finditer(found[0])) if len(found[0]) <= _LONGEST else []
        if all(part.lastgroup == "figure" for part in parts) or _is_cheque(found):
            continue
        value = _value([part[0] for part in parts])
        if value is not None:
            yield CjkNumber(found.start(), found.end(), value, _is_bare(found[0]))


def _is_cheque(found: re.Match[str]) -> bool:
    beside = (
        found.string[max(0, found.start() - 1) : found.start()]
        + found.string[found.end() : found.end() + 1]
    )
    return found[0] in _FINANCIAL and any(character.isalpha() for character in beside)


def _value(parts: list[str]) -> Decimal | None:
    """The value of figures, numerals and scales in order; None where a figure is no number."""
    if all(part in DIGITS for part in parts):
        return Decimal("".join(str(DIGITS[part]) for part in parts))
    total = section = pending = Decimal(0)
    for part in parts:
        if part in DIGITS:
            pending = pending * 10 + DIGITS[part]
        elif part in TENS:
            section += TENS[part] if TENS[part] > 10 else (pending or 1) * 10
            pending = Decimal(0)
        elif part in POWERS:
            section += (pending or 1) * POWERS[part]
            pending = Decimal(0)
        elif part in MYRIADS:
            total += (section + pending or 1) * MYRIADS[part]
            section = pending = Decimal(0)
        elif pending or part.count(".") > 1:
            return None
        else:
            pending = Decimal(part.replace(",", ""))
    return total + section + pending * _implied(parts)


def _implied(parts: list[str]) -> int:
    """What a last digit counts: hundreds in 三千五, thousands in 一万二, units in 三千零五."""
    if len(parts) < 2 or parts[-1] not in DIGITS:
        return 1
    return (POWERS.get(parts[-2]) or MYRIADS.get(parts[-2]) or 10) // 10


def _is_bare(written: str) -> bool:
    if any(character.isdecimal() for character in written):
        return False
    if all(character in DIGITS for character in written):
        return len(written) <= 2
    return not any(character in DIGITS or character in TENS for character in written)
