from __future__ import annotations

from archive.parallel.units import converted, unit_after


def test_reads_the_unit_beside_a_figure() -> None:
    assert [unit_after(text, 2) for text in ("10 miles", "16 км", "20°", "12 men", "10英里")] == [
        "imperial",
        "metric",
        "degree",
        None,
        "imperial",
    ]


def test_only_another_system_is_a_conversion() -> None:
    assert converted("imperial", "metric")
    assert converted("degree", "degree")
    assert not converted("imperial", "imperial")
    assert not converted("imperial", None)
