from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import pytest

from archive.desk.columns import TextChoice
from archive.desk.marks import Difference, Marks, Value
from archive.desk.summary import Found, Summary, summary
from archive.editions.apparatus import SpanContent
from archive.editions.document import VarianceDocument, VerdictDocument

DAY = datetime(2026, 11, 26, tzinfo=UTC)
NONE = Marks(3, {}, (), 0)


def columns(*languages: str) -> tuple[TextChoice, ...]:
    return tuple(TextChoice(tag, tag, "ltr", tag, tag, "", None) for tag in languages)


def difference(
    kind: Literal["number", "date", "name"], passage: str, state: str = "", *, flag: bool = True
) -> Difference:
    span = SpanContent(text="en", passage=passage, start=0, end=3, value="189")
    verdict = VerdictDocument(
        number=1, kind=kind, words={"en": "189"}, state=state, by="Ada", at=DAY  # type: ignore[arg-type]
    ) if state else None  # fmt: skip
    values = (Value("English", "en", span, "189", False), Value("Russian", "ru", None, "", False))
    return Difference(0, 0, kind, "differs", flag, values, verdict)


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        (("en", "ru"), "wording was not"),
        (("fr", "fr-CA"), "wording word by word"),
        (("fr", "ru", "fr"), "wording only between texts in one language"),
    ],
)
def test_what_was_compared_and_what_was_not(languages: tuple[str, ...], said: str) -> None:
    assert summary(columns(*languages), NONE, (), 0) == Summary(
        f"Figures, dates and known names were compared by program, {said}."
        " Of these, none was found to differ.",
        (),
    )


def test_everything_found_leads_to_its_first_place() -> None:
    note = VarianceDocument(number=4, passages={"en": ("p1",)}, note="Why.", by="Ada", at=DAY)
    marks = Marks(
        9,
        {},
        (
            difference("number", "p3"),
            difference("number", "p5", "true difference"),
            difference("date", "p7"),
            difference("name", "p8", flag=False),
            difference("number", "p9", "explained"),
        ),
        2,
    )
    assert summary(columns("en", "ru"), marks, (note, note), 3) == Summary(
        "Figures, dates and known names were compared by program, wording was not:",
        (
            Found("2 figures differ", "p3", flagged=True),
            Found("1 date differs", "p7", flagged=True),
            Found("Wording differs in 3 rows", "texts"),
            Found("1 explained", "p9"),
            Found("2 dismissed", "collation"),
            Found("2 editor’s notes", "note-4"),
        ),
    )
