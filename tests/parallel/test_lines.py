from __future__ import annotations

from archive.parallel import Comparison, Difference, Span
from archive.parallel.lines import line, mirrored

SPAN = Span(0, 3, "189")


def test_a_line_without_severity_agrees() -> None:
    assert line("number", SPAN, SPAN) == Comparison("number", SPAN, SPAN, None)
    assert line("number", SPAN, None, "note", "moved") == Comparison(
        "number", SPAN, None, Difference("number", SPAN, None, "note", "moved")
    )


def test_a_mirrored_line_has_its_sides_changed() -> None:
    other = Span(4, 7, "180")
    assert mirrored(line("number", SPAN, other, "flag")) == line("number", other, SPAN, "flag")
    assert mirrored(line("number", SPAN, other)) == line("number", other, SPAN)
