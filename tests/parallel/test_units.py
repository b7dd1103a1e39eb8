from __future__ import annotations

import pytest

from archive.parallel.units import converted, unit_after, unlike_units


def test_reads_the_unit_beside_a_figure() -> None:
    texts = ("10 miles", "16 км", "20°", "12 men", "10英里", "10 square feet")
    units = [unit_after(text, 2) for text in texts]
    assert [(u.dimension, u.system, len(u.sizes)) if u else None for u in units] == [
        ("length", "imperial", 1),
        ("length", "metric", 1),
        ("degree", "metric", 0),
        None,
        ("length", "imperial", 1),
        ("area", "imperial", 1),
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("10 miles", "16 км", True),
        ("85 mph", "135 км", True),
        ("385 miles", "620 км", True),
        ("385 miles", "639 км", False),
        ("10 miles", "61 км", False),
        ("10 inches", "25 см", True),
        ("80 degrees", "27 градусов", True),
        ("80 degrees", "37 градусов", False),
        ("10 miles", "16 кг", False),
        ("10 miles", "10 миль", False),
        ("25 cm", "250 mm", True),
        ("14 miles", "23 км", True),
        ("3 inches", "8 см", True),
        ("10 inches", "27 см", False),
        ("385 miles", "624 км", False),
        ("10 men", "16 км", False),
    ],
)
def test_a_conversion_is_within_rounding(ours: str, theirs: str, same: bool) -> None:
    first, second = ours.partition(" ")[0], theirs.partition(" ")[0]
    units = unit_after(ours, len(first)), unit_after(theirs, len(second))
    assert converted(float(first), units[0], float(second), units[1]) is same


def test_units_that_are_nearly_one_pass_for_each_other() -> None:
    inch, centimetre, yard, metre = (
        unit_after(f" {name}", 0) for name in ("inch", "см", "yards", "m")
    )
    assert unlike_units(inch, centimetre)
    assert not unlike_units(yard, metre)
    assert not unlike_units(inch, None)


def test_an_article_may_stand_before_the_unit() -> None:
    assert unit_after(" an inch", 0) == unit_after(" inch", 0)
