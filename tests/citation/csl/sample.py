"""What styles of the CSL repository are tried on: one in 50 of them, and five things to cite."""

from __future__ import annotations

from typing import Any

from archive.citation.choosing import Chosen, choose
from archive.citation.csl import catalogue
from archive.citation.csl.items import item_of
from archive.citation.describing import describe
from archive.citation.entry import entry_for
from archive.citation.value import Cited
from tests.citation.editions import CABLE, LETTER, reading

STYLES = sorted(catalogue.names())[::50]


def things() -> list[tuple[Chosen, Cited]]:
    """A translation, a text in an archive, a passage, the printed source, a letter."""
    asked = [
        (CABLE, "en", None, "text"),
        (CABLE, "ru", None, "text"),
        (CABLE, None, "p2", "text"),
        (CABLE, None, None, "print"),
        (LETTER, None, None, "text"),
    ]
    chosen = [(choose(reading(of), text, at), target) for of, text, at, target in asked]
    return [(each, describe(each, target)) for each, target in chosen]


def items(name: str) -> list[dict[str, Any]]:
    """The same as that style is given them."""
    shortened = catalogue.shortens_names(name)
    return [
        item_of(entry_for(chosen, target=cited.target), cited, shortened=shortened)
        | {"id": f"item-{place}"}
        for place, (chosen, cited) in enumerate(things())
    ]
