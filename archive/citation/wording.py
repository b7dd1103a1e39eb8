"""Strings put together so that punctuation never doubles, and italics kept on the way.

Italics travel in a string between two private-use signs, which no input keeps, so that styles
are plain string functions and both the text and its HTML come from one of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString

from archive.citation.value import Citation

_ON, _OFF = "\ue000", "\ue001"
# Controls, line ends, directional overrides, our own two signs.
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ue000\ue001]")
_ADDRESS = re.compile(r"(https?://\S+)")
_LETTERS = r"(?<=[^\W_])'(?=[^\W_])"
_AFTER = r"(?<=[^\W_])'(?![^\W_])"
_BEFORE = re.compile(r"(?<![^\W_])'(?=[^\W_])")


@lru_cache(maxsize=4096)  # A page cites the same few names in every style.
def clean(value: str) -> str:
    """One line of visible words: whatever breaks a line or hides is a space or gone."""
    return _SPACE.sub(" ", _UNSEEN.sub("", value)).strip()


def field(value: str) -> str:
    """A clean value as a part of a citation, without the comma or colon of its old place."""
    return clean(value).strip(" ,;:")


def italic(value: str) -> str:
    return f"{_ON}{value}{_OFF}" if value else ""


def capital(value: str) -> str:
    """With a first capital, the rest as it is."""
    return value[:1].upper() + value[1:]


def commas(*parts: str) -> str:
    """The parts that say something, with commas between."""
    return ", ".join(trimmed for part in parts if (trimmed := _trimmed(part)))


def sentences(*parts: str) -> str:
    """The parts that say something, each closed by one stop."""
    return " ".join(closed(trimmed) for part in parts if (trimmed := _trimmed(part)))


def words(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def closed(value: str) -> str:
    """With a full stop, unless it ends in one, or in a question or exclamation mark."""
    seen = _unmarked(value).rstrip("\"'”’»")
    return value if seen.endswith((".", "?", "!", "…")) else f"{value}."


def listed(names: Iterable[str], last: str = "and") -> str:
    """``A``, ``A and B``, ``A, B, and C``."""
    *first, end = list(names) or [""]
    if not first:
        return end
    return f"{', '.join(first)}{',' if len(first) > 1 else ''} {last} {end}"


def finish(marked: str, *, composed: bool) -> Citation:
    """The citation that a style put together; a composed record's says so first."""
    whole = f"[Composed for demonstration] {marked}" if composed else marked
    curled = "".join(
        part if place % 2 else _curled(part) for place, part in enumerate(_ADDRESS.split(whole))
    )
    html = escape(curled, quote=False).replace(_ON, "<i>").replace(_OFF, "</i>")
    return Citation(text=_unmarked(curled), html=SafeString(html))


@lru_cache(maxsize=4096)
def is_latin(value: str) -> bool:
    """Whether its letters are of the Latin script, or it has none."""
    letters = [sign for sign in value if sign.isalpha()]
    return all(_latin_letter(sign) for sign in letters)


def _latin_letter(sign: str) -> bool:
    # Transcriptions mix modifier letters (ʿayn, ʾ) into Latin words.
    return unicodedata.name(sign, "").startswith(("LATIN", "MODIFIER LETTER"))


def _unmarked(value: str) -> str:
    return value.replace(_ON, "").replace(_OFF, "")


def _trimmed(part: str) -> str:
    part = part.strip(" ,;")
    return "" if part in (".", ":") else part


def _curled(value: str) -> str:
    """Typewriter apostrophes as printers write them; one that may open a quotation stays, and so
    does its fellow."""
    if "'" not in value:
        return value
    value = re.sub(_LETTERS, "’", value)
    return value if _BEFORE.search(value) else re.sub(_AFTER, "’", value)
