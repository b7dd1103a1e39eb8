"""Addresses are written without a look-up, and are those that the look-up gives."""

from __future__ import annotations

from django.urls import reverse

from archive.web.addresses import record_path, search_path, text_path


def test_paths_are_those_of_the_views() -> None:
    assert record_path("fk3mw8q1") == reverse("web:record", args=["fk3mw8q1"])
    assert record_path("fk3mw8q1", 12) == reverse("web:edition", args=["fk3mw8q1", 12])
    assert text_path("fk3mw8q1", 2, "zh-2") == "/records/fk3mw8q1/v2/zh-2/"
    assert search_path(q="Линь Бяо", page="2") == (
        "/search/?q=%D0%9B%D0%B8%D0%BD%D1%8C+%D0%91%D1%8F%D0%BE&page=2"
    )
