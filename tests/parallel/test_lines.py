from __future__ import annotations

from archive.parallel import Comparison, Difference, Span
from archive.parallel.lines import line

SPAN = Span(0, 3, "189")


def test_a_line_without_severity_agrees() -> None:
    assert line("number", SPAN, SPAN) == Comparison("number", SPAN, SPAN, None)
    assert line("number", SPAN, None, "note", "moved") == Comparison(
        "number", SPAN, None, Difference("number", SPAN, None, "note", "moved")
    )
