"""Units of measure that a translator may have converted, figure and all.

Stems of unit names, written by hand and not yet checked against CLDR's.
"""

from __future__ import annotations

import re
from typing import Literal

Unit = Literal["imperial", "metric", "degree"]

_LEAD = r"[\s-]{0,2}(?:square |cubic |кв\. ?|квадратн[а-я]{2,3} |平方|제곱)?"
_IMPERIAL = re.compile(
    _LEAD + r"(?:miles?\b|mph|feet\b|foot\b|ft\b|inch|yards?\b|acres?\b|pounds?\b|lbs?\b|ounces?\b|"
    r"oz\b|gallons?\b|pints?\b|stones?\b|knots?\b|мил[ьяеию]\b|фут|дюйм|фунт|акр[аово]{0,2}\b|ярд|"
    r"унци|галлон|英里|英尺|英寸|英亩|英畝|磅|盎司|加仑|码|마일|피트|인치|에이커|파운드|야드|온스|"
    r"meilen?\b|fuß|zoll\b|pfund|morgen\b|pieds?\b|pouces?\b|livres?\b|"
    r"أميال|ميل|قدم|أقدام|بوصة|رطل|فدان|ياردة|מייל|רגל|אינץ|ליברות|פאונד|יארד)"
)
_METRIC = re.compile(
    _LEAD + r"(?:[kcm]?m\b|kilom|centim|millim|met(?:er|re)|mètre|kilo|kg\b|g\b|gram|lit(?:er|re)|"
    r"km/h|zentim|[кс]?м\b|мм\b|километр|сантиметр|миллиметр|метр|кг\b|килограмм|литр|гектар|hektar|"
    r"hectare|公里|千米|厘米|毫米|米|公斤|千克|公顷|升|킬로|센티|밀리|미터|리터|헥타르|"
    r"كيلو|سنتيمتر|سم\b|ملم|متر|أمتار|לק|ק[\"״“]מ|ס[\"״“]מ|מ[\"״“]מ|קילו|מטר|סנטימטר)"
)
_DEGREE = re.compile(
    r"[\s-]{0,2}(?:degrees?\b|º|°|℃|℉|fahrenheit|celsius|градус|度|华氏|摄氏|도(?!\w)|grad\b|degrés|"
    r"درجة|درجات|מעלות)"
)


def unit_after(folded: str, place: int) -> Unit | None:
    """The system of the unit that stands at ``place``; None where there is none."""
    if _IMPERIAL.match(folded, place):
        return "imperial"
    if _METRIC.match(folded, place):
        return "metric"
    return "degree" if _DEGREE.match(folded, place) else None


def converted(first: Unit | None, second: Unit | None) -> bool:
    """Whether one of two figures may be the other in another system of measures."""
    return {first, second} == {"imperial", "metric"} or "degree" in (first, second)
