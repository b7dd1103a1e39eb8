"""Form widgets of the record page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

#: More rows than this in another hand are not read from a page.
MOST_HANDS = 200
_HAND_PARTS = ("name", "kind", "date", "from", "to")
HAND_KINDS = ("annotation", "resolution", "minute", "reply")


def _numbers(value: Any) -> list[str]:
    """The values that can be keys: what somebody else put into the page is left out."""
    given = value if isinstance(value, list | tuple) else [value]
    plain = (str(item) for item in given)
    return [item for item in plain if item.isascii() and item.isdigit() and len(item) <= 18]


class EntryAutocomplete(AutocompleteSelect):
    """One entry of the authority, found by typing."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """As Django's, which fails on a value that is no number."""
        return super().optgroups(name, _numbers(value), attr)


class OrderedAutocomplete(AutocompleteSelectMultiple):
    """Several entries, shown and sent in the order in which they were chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.attrs["data-ordered"] = ""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """Each chosen entry can be removed by itself; nothing removes all at once."""
        return {**super().build_attrs(base_attrs, extra_attrs), "data-allow-clear": "false"}

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """The chosen entries alone, in the order of ``value``."""
        wanted = _numbers(value)
        groups = super().optgroups(name, wanted, attr)
        place = {key: n for n, key in enumerate(wanted)}
        for _, options, _ in groups:
            options.sort(key=lambda option: place.get(str(option["value"]), len(place)))
        return groups


class Suggesting(forms.TextInput):
    """A line of text with suggestions: (value, label) pairs; anything else may be typed."""

    def __init__(self, suggestions: Iterable[tuple[str, str]], attrs: Any = None) -> None:
        super().__init__(attrs)
        self.suggestions = tuple(suggestions)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        list_id = f"{(attrs or {}).get('id', name)}_suggestions"
        field = super().render(name, value, {**(attrs or {}), "list": list_id}, renderer)
        template = get_template("widgets/suggestions.html", using="staff")
        return mark_safe(  # noqa: S308 (both parts are rendered by templates that escape)
            field + template.render({"id": list_id, "suggestions": self.suggestions})
        )


class HandsWidget(forms.Widget):
    """Passages in another hand, a small row for each, and empty rows for more."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> list[dict[str, str]]:
        """The rows that hold anything, as they were typed."""
        rows = []
        for number in range(MOST_HANDS):
            if f"{name}-{number}-name" not in data:
                break
            row = {part: str(data.get(f"{name}-{number}-{part}", "")) for part in _HAND_PARTS}
            row = {part: value.strip() for part, value in row.items()}
            if any(row[part] for part in _HAND_PARTS if part != "kind"):
                rows.append(row)
        return rows

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return f"{name}-0-name" not in data

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-0-name"

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        rows = [*(value or []), {"kind": "annotation"}]
        template = get_template("widgets/hands.html", using="staff")
        shown = [{part: row.get(part) or "" for part in _HAND_PARTS} for row in rows]
        context = {"name": name, "id": (attrs or {}).get("id", name), "rows": shown}
        rendered = template.render({**context, "kinds": HAND_KINDS})
        return mark_safe(rendered)  # noqa: S308 (rendered by a template that escapes)
