"""The gold citations of the styles that are built in, compared as the contract says."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from typing import Any

import msgspec
from django.conf import settings

from archive.citation import cite
from archive.citation.styles import STYLES
from archive.editions.document import RecordDocument
from archive.editions.reading import Reading
from tests.citation.editions import LETTER, as_published, reading
from tests.shared_data import shared_path

NUMBER = 3
_ADDRESS = re.compile(r"(?:https://)?archive\.example\.org/\S*[^\s.]")
#: Where ours says "from" for what was translated, the manual's pattern has nothing or "in", which
#: would tell that the translation stands in the book. Letters of a site that the gold record
#: does not name, and the country of a town, are the others.
DIFFER = {
    ("seed", "en", "chicago-18", "note-with-version"),
    ("seed", "en", "mla-9", "works-cited"),
    ("seed", "en", "apa-7", "reference"),
    ("seed", "en", "harvard-ctr", "reference"),
    ("seed", "ru", "apa-7", "reference"),
    ("letter", "original", "apa-7", "reference"),
    ("letter", "original", "mla-9", "works-cited"),
}


def test_every_gold_citation_of_these_styles_has_its_tokens_and_nothing_false() -> None:
    wrong = {
        name: cited
        for name, entry in _gold().items()
        if not _says(cited := _cited(entry), entry)
        or any(no in cited for no in entry["must_not_contain"])
    }
    assert wrong == {}
    assert len(_gold()) == 32


def test_those_that_differ_from_the_whole_gold_are_known() -> None:
    differ = {
        name for name, entry in _gold().items() if _cited(entry).casefold() not in _whole(entry)
    }
    assert differ == DIFFER


@cache
def _gold() -> dict[tuple[str, str, str, str], dict[str, Any]]:
    entries = json.loads(shared_path("data/citations/gold.json").read_text())["gold"]
    return {
        (entry["record"], entry["target"], entry["style"], entry["form"]): entry
        for entry in entries
        if entry["style"] in STYLES
    }


def _says(cited: str, entry: dict[str, Any]) -> bool:
    at = 0
    for token in entry["tokens_in_order"]:
        found = cited.casefold().find(_ours(token, entry).casefold(), at)
        if found < 0:
            return False
        at = found + len(_ours(token, entry))
    return True


def _whole(entry: dict[str, Any]) -> list[str]:
    """The gold, with the scheme in the address, which it allows."""
    whole = _ours(entry["text"], entry).casefold()
    bare = settings.SITE_URL.partition("://")[2]
    return [whole, whole.replace(f" {bare}", f" {settings.SITE_URL}")]


def _ours(text: str, entry: dict[str, Any]) -> str:
    """Gold's address as ours of the same thing, its archive's name as this site's."""
    _, key, passage = _wanted(entry)
    address = f"{settings.SITE_URL}/records/{_edition(entry).standing.record_id}/v{NUMBER}/{key}/"
    full = f"{address}#{passage}" if passage else address
    text = re.sub(r"https://archive\.example\.org/\S*[^\s.,>]", full, text)
    text = _ADDRESS.sub(full.partition("://")[2], text)
    return text.replace("Wilson Center Digital Archive", settings.SITE_NAME)


def _cited(entry: dict[str, Any]) -> str:
    target, key, passage = _wanted(entry)
    return cite(
        _edition(entry),
        entry["style"],
        entry["form"].removesuffix("-with-paragraph").removesuffix("-with-version"),
        target=target,
        text=key,
        passage=passage,
        with_edition=entry["form"].endswith("-with-version"),
        accessed=date(2026, 11, 23)
        if re.search("2026-11-23|23.11.2026|Nov.* 2026", entry["text"])
        else None,
    ).text


def _wanted(entry: dict[str, Any]) -> tuple[str, str | None, str | None]:
    passage = "p1" if entry["form"].endswith("-with-paragraph") else None
    if entry["target"] == "zh":
        return "print", None, passage
    return "text", entry["target"], passage


@cache
def _seed() -> Reading:
    sample = shared_path("samples/liu-shaoqi-to-mao-1950-01-22.json").read_bytes()
    document = msgspec.json.decode(sample, type=RecordDocument)
    return as_published(msgspec.structs.replace(document, id="fp4k7x2b"), NUMBER)


def _edition(entry: dict[str, Any]) -> Reading:
    return _seed() if entry["record"] == "seed" else reading(LETTER, NUMBER)
