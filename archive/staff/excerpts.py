"""Texts as staff name them, and passages as staff judge them: the wording as stored, to be copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.desk.quoting import Quotation, Stretch, quote
from archive.editions.content import Content
from archive.editions.document import TextDocument
from archive.texts.languages import direction, language_name


@dataclass(frozen=True, slots=True)
class TextName:
    """A text as it is named and written: ``lang`` and ``dir`` as HTML wants them."""

    key: str
    name: str
    lang: str
    dir: str


def text_names(content: Content) -> dict[str, TextName]:
    """Every text of an edition, by key; those of one language are told apart by their keys."""
    return {text.key: _text_name(content, text) for text in content.record.texts}


def _text_name(content: Content, text: TextDocument) -> TextName:
    name = language_name(text.language)
    if [other.language for other in content.record.texts].count(text.language) > 1:
        name = f"{name} ({text.key})"
    return TextName(text.key, name, text.language, direction(text.language, text.body[:2000]))


def side(
    content: Content,
    name: TextName,
    ids: Iterable[str],
    marked: Sequence[Stretch] = (),
    *,
    whole: bool = False,
) -> Quotation:
    """These passages of a text, long ones cut to what stands around the words marked."""
    return quote(content, name.key, ids, marked, label=name.name, as_stored=True, cut=not whole)


def beginning(words: str, most: int = 140) -> str:
    """The first words of a passage on one line."""
    line = " ".join(words[: most * 2].split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
