"""Where one sentence ends and the next begins, in any script, without touching the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.parallel.languages import tongue
from archive.parallel.values import Sentence
from archive.texts.abbreviations import ABBREVIATIONS, ENDING_ABBREVIATIONS

_ORDINAL_DOT = "de cs sk hu fi da nb nn no et sl hr sr lv tr"
ORDINAL_DOT = frozenset(_ORDINAL_DOT.split())
"""Languages in which a number with a full stop is an ordinal: 22. Januar."""

_OPEN = r"[\s\"'“”„«‚‘’(\[—–-]*"
_CLOSE = r"[\"'”’»“)\]」』】）》〉]*"
_STOPS = re.compile(
    r"(?P<cjk>[。！？｡]+[\"'”’»)\]」』】）》〉]*)"
    rf"|(?P<other>[؟۔।॥։።]+[.!?…]*{_CLOSE})"
    rf"|(?P<latin>[.!?…]+{_CLOSE}(?=\s|$))"
    r"|(?P<glued>[.!?…]+[”»)]*(?=[А-ЯЁІЇЄҐ]))"
    r"|(?P<blank>\n[ \t\r]*\n)"
)
_YEAR_MARK = re.compile(r"\d\s*гг?$")
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
_NEXT = re.compile(_OPEN + r"(\S)")
_WINDOW = 40


def split(text: str, language: str) -> list[Sentence]:
    """The sentences of a text, in order; together they hold every character but white space.

    A stretch without a letter or digit (an ellipsis, a stray leading dot) stays with its
    neighbour. A text of white space has no sentence.
    """
    spans = list(_trimmed(text, _breaks(text, tongue(language))))
    return [Sentence(start, end, text[start:end]) for start, end in _joined(text, spans)]


def ends_short(text: str) -> bool:
    """Whether the full stop at the end marks an abbreviation alone: 25.1.1950 г."""
    found = _LAST_WORD.search(text.rstrip()[-_WINDOW:].removesuffix("."))
    return text.rstrip().endswith(".") and found is not None and found[0].lower() in ABBREVIATIONS


def _breaks(text: str, language: str) -> Iterator[int]:
    for stop in _STOPS.finditer(text):
        if stop.lastgroup not in ("latin", "glued") or _ends(text, stop, language):
            yield stop.end()
    yield len(text)


def _ends(text: str, stop: re.Match[str], language: str) -> bool:
    following = _NEXT.match(text, stop.end(), stop.end() + _WINDOW)
    next_character = following[1] if following else ""
    if next_character.islower():
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    before = text[max(0, stop.start() - _WINDOW) : stop.start()]
    if _YEAR_MARK.search(before):
        return next_character.isupper()
    found = _LAST_WORD.search(before)
    return found is None or not _is_shortened(found[0], next_character, language)


def _is_shortened(word: str, next_character: str, language: str) -> bool:
    """True where the full stop after ``word`` marks an abbreviation, an initial or an ordinal."""
    lowered = word.lower()
    if lowered in ENDING_ABBREVIATIONS:
        return not next_character.isupper()
    if lowered in ABBREVIATIONS:
        return True
    if len(word.rpartition(".")[2]) == 1 and word[-1].isupper():
        return True
    return word.isdigit() and len(word) < 3 and language in ORDINAL_DOT


def _trimmed(text: str, breaks: Iterator[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in breaks:
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            yield first, last
        start = end


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give pieces without a letter or digit to the sentence before, or to the one that follows."""
    joined: list[tuple[int, int]] = []
    wordless_start: int | None = None
    for start, end in spans:
        if any(character.isalnum() for character in text[start:end]):
            joined.append((start if wordless_start is None else wordless_start, end))
            wordless_start = None
        elif joined:
            joined[-1] = (joined[-1][0], end)
        elif wordless_start is None:
            wordless_start = start
    if not joined and spans:
        return [(spans[0][0], spans[-1][1])]
    return joined
