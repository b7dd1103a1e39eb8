"""What looks like a slip of typing in a text, as the staff's pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string

from archive.editions.document import TextDocument
from archive.texts.languages import direction, language_name
from archive.texts.quirks import QuirkGroup, quirk_groups


@dataclass(frozen=True, slots=True)
class Slips:
    """Of one text; ``groups`` has at least one."""

    key: str
    name: str
    lang: str
    dir: str
    groups: tuple[QuirkGroup, ...]


def slips(key: str, language: str, body: str) -> Slips | None:
    """None where nothing looks like one."""
    groups = quirk_groups(body, language)
    if not groups:
        return None
    return Slips(key, language_name(language), language, direction(language, body[:2000]), groups)


def slips_of(texts: Iterable[TextDocument]) -> Iterator[Slips]:
    """Of every text that has any."""
    for text in texts:
        if found := slips(text.key, text.language, text.body):
            yield found


def slips_help(found: Slips | None) -> str:
    """As help below a text's field; empty where there are none."""
    return render_to_string("admin/records/record/slips.html", {"slips": found}) if found else ""
