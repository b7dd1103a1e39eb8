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

TEMPERATURE_OFF = 1.1
WARMER_OFF = 0.5
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
    ("degree", "metric", (), r"degrees?\b|º|°|℃|℉|fahrenheit|celsius|градус|度|华氏|摄氏|도(?!\w)|grad\b|degrés|درجة|درجات|מעלות"),
)  # fmt: skip
_NAMES = tuple(
    (stems, Unit(dimension, system, sizes)) for dimension, system, sizes, stems in _LISTED
)
_ANY = re.compile(
    _LEAD + "(?:" + "|".join(f"(?P<u{n}>{stems})" for n, (stems, _) in enumerate(_NAMES)) + ")"
)


def unit_after(folded: str, place: int) -> Unit | None:
    """The unit that stands at ``place``; None where there is none."""
    found = _ANY.match(folded, place)
    if found is None:
        return None
    unit = _NAMES[int(str(found.lastgroup)[1:])][1]
    return _squared(unit) if found["square"] else unit


@lru_cache
def _squared(unit: Unit) -> Unit:
    return Unit("area", unit.system, tuple(size * size for size in unit.sizes))


def converted(first: float, unit: Unit | None, second: float, other: Unit | None) -> bool:
    """Whether one figure may be the other, rounded, in the other system of measures."""
    if unit is None or other is None or unit.dimension != other.dimension:
        return False
    if unit.dimension == "degree":
        return _same_temperature(first, second) or _same_temperature(second, first)
    return unit.system != other.system and any(
        _near(first, size, second, their_size) for size in unit.sizes for their_size in other.sizes
    )


def _near(first: float, first_size: float, second: float, second_size: float) -> bool:
    """Whether the one is the other rounded as its last digits are."""
    exact, back = first * first_size / second_size, second * second_size / first_size
    return abs(exact - second) <= _rounding(second) or abs(back - first) <= _rounding(first)


def _rounding(figure: float) -> float:
    """Half of the last place that is written; of five such where it ends in five."""
    last = 1.0
    while figure and abs(figure / last - round(figure / last)) > 1e-6 and last > 1e-6:
        last /= 10
    while figure and figure % (10 * last) == 0:
        last *= 10
    step = 5 * last if round(figure / last) % 10 == 5 else last
    return min(step / 2, LOOSEST * figure) + 1e-9


def _same_temperature(fahrenheit: float, celsius: float) -> bool:
    """As a temperature, or as a difference between two."""
    return (
        abs((fahrenheit - 32) * 5 / 9 - celsius) <= TEMPERATURE_OFF
        or abs(fahrenheit * 5 / 9 - celsius) <= WARMER_OFF
    )
