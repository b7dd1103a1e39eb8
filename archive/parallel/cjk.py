"""Numbers in Chinese, Japanese and Korean writing: 一万二千, 1.4万, 廿, 一九五〇, 3천 500.

The characters' values were written by hand; Unihan's kPrimaryNumeric, kAccountingNumeric and
kOtherNumeric fields are what to check them with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {
    character: value
    for value, group in enumerate(
        [
            "〇零○",
            "一壹弌壱",
            "二贰貳两兩弐",
            "三叁參参",
            "四肆",
            "五伍",
            "六陆陸",
            "七柒",
            "八捌",
            "九玖",
        ]
    )
    for character in group
}
TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30}
POWERS = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "백": 100, "천": 1000}
MYRIADS = {
    "万": 10**4, "萬": 10**4, "만": 10**4,
    "亿": 10**8, "億": 10**8, "억": 10**8,
    "兆": 10**12, "조": 10**12,
}  # fmt: skip

_HAN = "".join(DIGITS) + "".join(TENS) + "百佰千仟"
_SCALE = "".join(MYRIADS) + "백천"
_FIGURE = r"\d[\d,.]*\d|\d"
_NUMBER = re.compile(
    rf"(?:{_FIGURE}|[{_HAN}])"
    rf"(?:(?:[ \u00a0](?=[{_SCALE}](?![가-힣])))?[{_SCALE}]|[{_HAN}]"
    rf"|(?:(?<=[만억조백천])[ \u00a0])?(?<=[{_SCALE} \u00a0])(?:{_FIGURE}))*"
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
        if all(part.lastgroup == "figure" for part in parts):
            continue
        value = _value([part[0] for part in parts])
        if value is not None:
            yield CjkNumber(found.start(), found.end(), value, _is_bare(found[0]))


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
