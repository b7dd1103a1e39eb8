"""Kinds of document, and the word for them in a citation.

The kinds are those of the sample and of the shared records, with the commonest beside them in
diplomatic archives. A kind that is not here is allowed: it is its own label and its own word.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """``name`` is stored and travels; ``label`` stands on pages; ``genre`` in citations.

    ``genre`` is empty where a citation has no word for it: a citation of "other, March 3, 1951"
    says less than none.
    """

    name: str
    label: str
    genre: str


_NAMES = (
    "agreement",
    "aide-mémoire",
    "airgram",
    "article",
    "backchannel message",
    "cable",
    "charter",
    "circular telegram",
    "communiqué",
    "decree",
    "despatch",
    "diary",
    "directive",
    "draft",
    "editorial note",
    "instruction",
    "intelligence estimate",
    "interview",
    "letter",
    "list",
    "memorandum",
    "memorandum of conversation",
    "message",
    "minutes",
    "national intelligence estimate",
    "note",
    "note verbale",
    "order",
    "pamphlet",
    "paper",
    "protocol",
    "record",
    "report",
    "resolution",
    "speech",
    "statement",
    "summary",
    "telegram",
    "transcript",
    "treaty",
)

# FRUS documents of which the printed volume does not say what they are.
_WITHOUT_GENRE = ("other", "despatch or other (no form given)")

#: In alphabetical order, what has no word of its own last.
KINDS: tuple[Kind, ...] = (
    *(Kind(name, name[0].upper() + name[1:], name) for name in _NAMES),
    *(Kind(name, name[0].upper() + name[1:], "") for name in _WITHOUT_GENRE),
)

_BY_NAME = {kind.name: kind for kind in KINDS}


def find(name: str) -> Kind:
    """The kind of that name, in any capitals; a new one made of the name as written."""
    return _BY_NAME.get(_fold(name)) or Kind(name, name, name.strip())


def is_known(name: str) -> bool:
    return _fold(name) in _BY_NAME


def label(name: str) -> str:
    """``Memorandum of conversation``; a new kind as written."""
    return find(name).label


def genre(kind: str, document_kind: str = "") -> str:
    """The word for a citation: ``cable``, or what the cited text calls itself (``telegram``).

    Empty where the kind says nothing.
    """
    return document_kind.strip() or find(kind).genre


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()
