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
_ELLIPSIS = re.compile(r"\.{3,}| ?\. \. \.(?: \.)?")
_DOUBLED = re.compile(r"\.(?=\.)|[,;:](?=\s*[.,;:])|(?<=…)\.")
_ASTRAY = re.compile(r" +([,.])(?=\s|$)")
_SINGLE = str.maketrans("“”„", "‘’‘")
_LETTERS = r"(?<=[^\W_])'(?=[^\W_])"
_AFTER = r"(?<=[^\W_])'(?![^\W_])"
_BEFORE = re.compile(r"(?<![^\W_])'(?=[^\W_])")


@lru_cache(maxsize=4096)  # A page cites the same few names in every style.
def clean(value: str) -> str:
    """One line of visible words: whatever breaks a line or hides is a space or gone."""
    return _SPACE.sub(" ", _UNSEEN.sub("", value)).strip()


@lru_cache(maxsize=4096)
def field(value: str) -> str:
    """A clean value as a part of a citation, without the comma or colon of its old place and
    without doubled punctuation; three points and more are one ellipsis."""
    return _once(clean(value)).strip(" ,;:")


def _once(value: str) -> str:
    """Until nothing changes: a mark taken away may leave two that were not neighbours, or two
    spaces."""
    while (once := _tidied(value)) != value:
        value = once
    return value


def _tidied(value: str) -> str:
    single = _DOUBLED.sub("", _ELLIPSIS.sub("…", value))
    return _ASTRAY.sub(r"\1", re.sub(" {2,}", " ", single))


def italic(value: str) -> str:
    return f"{_ON}{value}{_OFF}" if value else ""


def quoted(value: str, stop: str = "") -> str:
    """In quotation marks, those within it single; ``stop`` stands inside, as Americans have it,
    unless the value ends in a mark of its own."""
    within = singly(value)
    return f"“{within}{'' if within.endswith(('.', ',', '?', '!', '…')) else stop}”"


def singly(value: str) -> str:
    """With single quotation marks for double ones, as within others."""
    return re.sub(r'"([^"]*)"', r"‘\1’", value).translate(_SINGLE)


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
    seen = plain(value).rstrip("\"'”’»")
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
        part if place % 2 else _curled(part)
        for place, part in enumerate(_ADDRESS.split(_balanced(whole)))
    )
    html = escape(curled, quote=False).replace(_ON, "<i>").replace(_OFF, "</i>")
    return Citation(text=plain(curled), html=SafeString(html))


def is_latin(value: str) -> bool:
    """Whether its letters are of the Latin script, or it has none."""
    return _letters_are(value, "LATIN")


def is_written_in(value: str, script: str) -> bool:
    """Whether it has letters, all of that script by its name in Unicode ("CYRILLIC", "CJK")."""
    return any(map(str.isalpha, value)) and _letters_are(value, script)


@lru_cache(maxsize=4096)
def _letters_are(value: str, script: str) -> bool:
    # Transcriptions mix modifier letters (ʿayn, ʾ) into words.
    letters = (unicodedata.name(sign, "") for sign in value if sign.isalpha())
    return all(letter.startswith((script, "MODIFIER LETTER")) for letter in letters)


def plain(value: str) -> str:
    """Without the signs of its italics."""
    return value.replace(_ON, "").replace(_OFF, "")


def _trimmed(part: str) -> str:
    part = part.strip(" ,;")
    return "" if part in (".", ":") else part


_CLOSES = {")": "(", "]": "[", "}": "{", "”": "“„", "“": "„"}
_PAIRED = re.compile(r"https?://\S+|[()\[\]{}“”„«»]|(?<!\d)\"")


def _balanced(value: str) -> str:
    """Without the brackets and quotation marks that have no fellow: the record may have lost the
    other, and one left open would swallow the rest. Addresses stay as they are."""
    signs = [(found[0], found.start()) for found in _PAIRED.finditer(value)]
    lone: list[int] = []
    for sign, at in signs:
        opened = next((p for p in reversed(lone) if value[p] in _CLOSES.get(sign, "")), None)
        if opened is not None:
            lone.remove(opened)
        elif sign in "()[]{}“”„":
            lone.append(at)
    straight = [at for sign, at in signs if sign == '"']
    lone += straight[-1:] if len(straight) % 2 else []
    angled = [at for sign, at in signs if sign in "«»"]
    lone += angled if value.count("«") != value.count("»") else []
    if not lone:
        return value
    kept = re.sub(" {2,}", " ", "".join(sign for at, sign in enumerate(value) if at not in lone))
    parts = enumerate(_ADDRESS.split(kept))
    # A mark may stand after a figure now, as one of inches does: the rest is looked at again.
    return _balanced("".join(part if place % 2 else _once(part) for place, part in parts))


def _curled(value: str) -> str:
    """Typewriter apostrophes as printers write them; one that may open a quotation stays, and so
    does its fellow."""
    if "'" not in value:
        return value
    value = re.sub(_LETTERS, "’", value)
    return value if _BEFORE.search(value) else re.sub(_AFTER, "’", value)
