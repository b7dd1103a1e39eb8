from __future__ import annotations

import pytest
from django.urls import NoReverseMatch, reverse

from archive.web.paths import path_to

SHA = "ab" * 32


@pytest.mark.parametrize(
    ("view", "arguments"),
    [
        ("web:home", ()),
        ("web:record", ("f4kx7wm4",)),
        ("web:edition", ("f4kx7wm4", 12)),
        ("web:text", ("f4kx7wm4", 2, "zh-hant")),
        ("web:changes", ("f4kx7wm4",)),
        ("web:verdict", ("f4kx7wm4", 7)),
        ("web:scan", ("f4kx7wm4", 1, SHA)),
        ("web:record", ("a b?&é",)),
    ],
)
def test_a_path_is_written_as_django_looks_it_up(view: str, arguments: tuple[object, ...]) -> None:
    assert path_to(view, *arguments) == reverse(view, args=arguments)


def test_a_view_that_there_is_not_is_refused() -> None:
    with pytest.raises(NoReverseMatch):
        path_to("web:nothing", "f4kx7wm4")
