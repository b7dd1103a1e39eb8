"""Every style, whole, for kinds of record that the gold does not hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.citation import cite
from archive.citation.styles import STYLES
from tests.citation.kinds import KINDS

_EXPECTED = Path(__file__).parents[1] / "expected" / "citations"


@pytest.mark.parametrize("style", STYLES)
def test_every_form_of_every_kind(style: str) -> None:
    expected = json.loads((_EXPECTED / f"{style}.json").read_text())
    assert {
        form: {
            kind: cite(edition, style, form, **asked).html
            for kind, (edition, asked) in KINDS.items()
        }
        for form in STYLES[style]
    } == expected


def test_a_style_that_numbers_takes_the_place_in_a_list() -> None:
    edition, asked = KINDS["a letter in Russian"]
    for style in ("ieee", "gbt-7714-2015"):
        assert cite(edition, style, "in-text", place=12, **asked).text == "[12]"
        assert cite(edition, style, "reference", place=12, **asked).text.startswith("[12] ")
