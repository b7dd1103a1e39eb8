from __future__ import annotations

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from archive.web.languages_read import languages_read


def read(header: str) -> tuple[str, ...]:
    return languages_read(RequestFactory().get("/", headers={"Accept-Language": header}))


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("", ("en",)),
        ("ru", ("ru", "en")),
        ("ru-RU,ru;q=0.9,en-US;q=0.8", ("ru", "en")),
        ("en;q=0.5, zh-Hant-TW ;q=0.9", ("zh", "en")),
        ("fr;q=0, de", ("de", "en")),
        ("*;q=0.1, x!, ko", ("ko", "en")),
    ],
)
def test_the_best_first_and_english_among_them(header: str, languages: tuple[str, ...]) -> None:
    assert read(header) == languages


@given(st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=600))
def test_any_header_has_a_reading(header: str) -> None:
    assert "en" in read(header)
