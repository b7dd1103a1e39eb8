"""Units of measure that a translator may have converted, figure and all.

Stems of unit names in the languages that are compared, written by hand. What a unit is worth is
exact by the international agreement of 1959 (a yard is 0.9144 m, a pound 0.45359237 kg); gallons
and pints are those of the United States or of Britain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Dimension = Literal["length", "mass", "area", "volume", "degree"]
System = Literal["imperial", "metric"]

LOOSEST = 0.04
"""However round a converted figure is, it is within this share of the exact one."""

WARMER = 45
"""A difference of more degrees Fahrenheit is hardly meant."""

ROUNDED = 0.55
"""Of the last place written, how much a rounded figure may be off: 14 miles are 23 km."""

NEARLY_ONE = 1.2
"""Two units of which the larger is less than so many of the smaller pass for each other."""

TEMPERATURE_OFF = 1.1
WARMER_OFF = 1.2
"""Degrees by which a converted temperature, and a difference of two, may be rounded."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands beside a figure. ``sizes`` in m, kg, m² or litres: several where the name means
    several; none for degrees, whose ``system`` means nothing."""

    dimension: Dimension
    system: System
    sizes: tuple[float, ...] = ()


_SQUARE = r"(?P<square>square |sq\.? |кв\. ?|квадратн[а-я]{2,3} |平方|제곱|quadrat|مربع)?"
_LEAD = rf"[\s\-–]{{0,2}}{_SQUARE}"
_LISTED: tuple[tuple[Dimension, System, tuple[float, ...], str], ...] = (
    ("length", "imperial", (1609.34,), r"miles?\b|mph|mi\b|мил[ьяеию]|英里|哩|마일|マイル|meilen?\b|millas?\b|миль|милi|милі|miglia?\b|ميل|أميال|ميلا|מייל|מיילים"),
    ("length", "imperial", (1852.0,), r"knots?\b|узл|nœuds?\b|knoten|עקד|海里"),
    ("length", "imperial", (0.9144,), r"yards?\b|yds?\b|ярд|码|碼|야드|ヤード|ياردة|ياردات|יארד"),
    ("length", "imperial", (0.3048,), r"feet\b|foot\b|ft\b|фут|英尺|呎|피트|フィート|fuß|pieds?\b|pies?\b|قدم|أقدام|רגל"),
    ("length", "imperial", (0.0254,), r"inch|in\.|дюйм|英寸|吋|인치|インチ|zoll\b|pouces?\b|pulgadas?|بوصة|بوصات|אינץ"),
    ("mass", "imperial", (0.4536,), r"pounds?\b|lbs?\b|фунт|磅|파운드|ポンド|pfund|livres?\b|libras?\b|رطل|أرطال|ליבר|פאונד"),
    ("mass", "imperial", (0.02835,), r"ounces?\b|oz\b|унци|盎司|온스|オンス|unzen?\b|onces?\b|أوقية|אונק"),
    ("mass", "imperial", (6.35,), r"stones?\b|стоун|스톤"),
    ("area", "imperial", (4046.9,), r"acres?\b|акр|英亩|英畝|에이커|エーカー|morgen\b|فدان|אקר|דונם"),
    ("volume", "imperial", (3.785, 4.546), r"gallons?\b|галлон|加仑|갤런|ガロン|gallonen|غالون|جالون|גלון"),
    ("volume", "imperial", (0.473, 0.568), r"pints?\b|пинт|品脱|파인트"),
    ("length", "metric", (1000.0,), r"km\b|km/h|kilom|км\b|километр|公里|千米|킬로미터|㎞|キロ|كيلومتر|كم\b|ק[\"״“']+מ|קילומטר|קמ"),
    ("length", "metric", (0.01,), r"cm\b|centim|zentim|см\b|сантиметр|厘米|公分|센티|セン|سنتيمتر|سم\b|ס[\"״“']+מ|סנטימטר"),
    ("length", "metric", (0.001,), r"mm\b|millim|мм\b|миллиметр|毫米|밀리|ミリ|مليمتر|ملم|מ[\"״“']+מ\b|מילימטר"),
    ("length", "metric", (1.0,), r"m\b|met(?:er|re)|mètre|metros?\b|metri?\b|м\b|метр|米|미터|メートル|متر|أمتار|מטר"),
    ("mass", "metric", (1.0,), r"kg\b|kilo|кг\b|килограмм|公斤|千克|킬로그램|كيلو|ק[\"״“']+ג|קילו"),
    ("mass", "metric", (0.001,), r"g\b|gram|г\b|грамм|克|그램|غرام|جرام|גרם"),
    ("area", "metric", (10_000.0,), r"hectare|hektar|ha\b|гектар|га\b|公顷|헥타르|ヘクタール|هكتار|הקטר"),
    ("volume", "metric", (1.0,), r"lit(?:er|re)|l\b|литр|л\b|升|리터|リットル|لتر|ליטר"),
    ("degree", "metric", (), r"degrees?\b|º|°|℃|℉|fahrenheit|celsius|градус|度|华氏|摄氏|도(?!\w)|도(?=까지|[를가의에로대]|정도|이상|이하|쯤|씨)|grad\b|degrés|درجة|درجات|מעלות"),
)  # fmt: skip
_NAMES = tuple(
    (stems, Unit(dimension, system, sizes)) for dimension, system, sizes, stems in _LISTED
)
_ARTICLE = re.compile(r"\s(?:of )?an?(?=\s)")
_ANY = re.compile(
    _LEAD + "(?:" + "|".join(f"(?P<u{n}>{stems})" for n, (stems, _) in enumerate(_NAMES)) + ")"
)


def unit_after(folded: str, place: int) -> Unit | None:
    """The unit that stands at ``place``, "an" before it left out; None where there is none."""
    article = _ARTICLE.match(folded, place)
    found = _ANY.match(folded, article.end() if article else place)
    if found is None:
        return None
    unit = _NAMES[int(str(found.lastgroup)[1:])][1]
    return _squared(unit) if found["square"] else unit


@lru_cache
def _squared(unit: Unit) -> Unit:
    return Unit("area", unit.system, tuple(size * size for size in unit.sizes))


def unlike_units(unit: Unit | None, other: Unit | None) -> bool:
    """Whether the same figure beside both would be another measure: 5 cm and 5 in, but not 30
    yards and 30 metres."""
    return (
        unit is not None
        and other is not None
        and unit.dimension == other.dimension
        and bool(unit.sizes)
        and bool(other.sizes)
        and not any(
            NEARLY_ONE > one / two > 1 / NEARLY_ONE for one in unit.sizes for two in other.sizes
        )
    )


def converted(first: float, unit: Unit | None, second: float, other: Unit | None) -> bool:
    """Whether one figure may be the other, rounded, in the other system of measures.

    It is the metric figure that is taken for the rounded one.
    """
    if unit is None or other is None or unit.dimension != other.dimension:
        return False
    if unit.dimension == "degree":
        return _same_temperature(max(first, second), min(first, second))
    if unit.system == "metric" and other.system == "imperial":
        first, unit, second, other = second, other, first, unit
    return unit.sizes != other.sizes and any(
        abs(first * size / their_size - second) <= _rounding(second)
        for size in unit.sizes
        for their_size in other.sizes
    )


def _rounding(figure: float) -> float:
    """Somewhat over half of the last place that is written; of a round figure more, yet no more
    than the loosest share: 0 at its end may be rounded to tens, 5 to fives."""
    last = 1.0
    while figure and abs(figure / last - round(figure / last)) > 1e-6 and last > 1e-6:
        last /= 10
    written = last * ROUNDED
    while figure and figure % (10 * last) == 0:
        last *= 10
    step = 5 * last if round(figure / last) % 10 == 5 else last
    return max(written, min(step * ROUNDED, LOOSEST * figure)) + 1e-9


def _same_temperature(fahrenheit: float, celsius: float) -> bool:
    """As a temperature, or as a difference between two, which is not large."""
    return abs((fahrenheit - 32) * 5 / 9 - celsius) <= TEMPERATURE_OFF or (
        fahrenheit <= WARMER and abs(fahrenheit * 5 / 9 - celsius) <= WARMER_OFF
    )
