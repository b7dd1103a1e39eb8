"""The two widgets that vouch for their own HTML: hostile values stay text."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from archive.staff.widgets import HandsWidget, Suggesting

HOSTILE = "\"><script>alert(1)</script><img src=x onerror='x'>&amp;"


class _Elements(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_suggestion_and_a_value_are_text() -> None:
    widget = Suggesting([(HOSTILE, HOSTILE + "2"), ("en", "en")])
    html = widget.render("language", HOSTILE, {"id": "id_language"})
    assert _Elements(html).found == [
        (
            "input",
            {
                "type": "text",
                "name": "language",
                "value": HOSTILE,
                "id": "id_language",
                "list": "id_language_suggestions",
            },
        ),
        ("datalist", {"id": "id_language_suggestions"}),
        ("option", {"value": HOSTILE, "label": HOSTILE + "2"}),
        ("option", {"value": "en"}),
    ]


@pytest.mark.parametrize("part", ["name", "date", "from", "to"])
def test_every_part_of_a_hand_is_text(part: str) -> None:
    html = HandsWidget().render("hands", [{"kind": "minute", part: HOSTILE}], {"id": "id_hands"})
    elements = _Elements(html).found
    assert {tag for tag, _ in elements} == {"div", "label", "input", "select", "option", "button"}
    field = next(attrs for _, attrs in elements if attrs.get("name") == f"hands-0-{part}")
    assert field["value"] == HOSTILE
    assert not [name for _, attrs in elements for name in attrs if name.startswith("on")]


def test_a_hostile_name_of_the_field_is_text() -> None:
    elements = _Elements(HandsWidget().render(HOSTILE, [], {"id": HOSTILE})).found
    assert elements[3] == (
        "input",
        {
            "type": "text",
            "id": f"{HOSTILE}-0-name",
            "name": f"{HOSTILE}-0-name",
            "value": "",
            "maxlength": "500",
        },
    )
