from __future__ import annotations

from archive.desk.marks import DifferenceMark, highlights, summary
from archive.desk.wording import Highlight
from archive.editions.apparatus import SpanContent


def span(text: str, start: int, end: int) -> SpanContent:
    return SpanContent(text=text, passage=f"p{start}", start=start, end=end, value="v")


def mark(kind: str, start: int, *, flag: bool = True, row: int = 0) -> DifferenceMark:
    left, right = span("en", start, start + 3), span("ru", start, start + 3)
    return DifferenceMark(row, kind, flag, left, right, "189", "180")


def test_the_summary_counts_each_kind_and_leads_to_its_first() -> None:
    found = summary([mark("number", 5), mark("date", 9), mark("number", 20)])
    assert found.found == (("2 figures differ", "p5"), ("1 date differs", "p9"))


def test_where_nothing_differs_the_summary_says_what_was_compared() -> None:
    assert summary([mark("number", 5, flag=False)]).sentence == (
        "Figures, dates and known names were compared by program, wording was not. "
        "Of these, none was found to differ."
    )


def test_only_flags_are_highlighted_each_once_and_in_order() -> None:
    found = highlights([mark("number", 20), mark("date", 20), mark("name", 5, flag=False)])
    assert found == {
        "en p20": [Highlight(20, 23, "differs")],
        "ru p20": [Highlight(20, 23, "differs")],
    }
