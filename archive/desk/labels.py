"""What a text is, said in a few words: for the chooser, the lineage and screen readers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from archive.editions.content import Content
from archive.editions.document import HoldingDocument, TextDocument, names
from archive.records.dates import parse as parse_date
from archive.texts.languages import language_name

NOT_RECORDED = "not recorded"


def day(value: date | datetime) -> str:
    """``November 23, 2026``."""
    moment = value.date() if isinstance(value, datetime) else value
    return parse_date(moment.isoformat()).display()


def and_list(items: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def short_label(content: Content, text: TextDocument) -> str:
    """The language, and what tells this text from another in the same language: who translated it,
    or the text's key where that tells nothing."""
    name = language_name(text.language)
    if not _others(content, text):
        return name
    people = [person.name for person in names(text.translators)]
    is_told = people and not _others_by_the_same(content, text)
    return f"{name}, {and_list(people) if is_told else text.key}"


def marked_name(content: Content, text: TextDocument, in_: Literal["en", "self"] = "en") -> str:
    """The language, in English or in itself; with the text's key where another in that language
    is by the same people or, like this one, by nobody named."""
    name = language_name(text.language, in_=in_)
    return f"{name}, {text.key}" if _others_by_the_same(content, text) else name


def _others(content: Content, text: TextDocument) -> list[TextDocument]:
    same = (t for t in content.record.texts if t.language == text.language)
    return [other for other in same if other.key != text.key]


def _others_by_the_same(content: Content, text: TextDocument) -> list[TextDocument]:
    people = names(text.translators)
    return [other for other in _others(content, text) if names(other.translators) == people]


def origin_line(content: Content, text: TextDocument) -> str:
    """``translated by Kim Donggil from the Chinese printed in 2005``, or what is not recorded."""
    parts: list[str] = [made_by(content, text) if text.translated_from else text.kind]
    if copy := copy_line(content, text):
        parts.insert(0, copy)
    if text.translated_from and (missing := _missing(text)):
        parts.append(missing)
    if text.completeness and text.completeness != "complete":
        parts.append(text.completeness)
    return "; ".join(part for part in parts if part)


def made_by(content: Content, text: TextDocument) -> str:
    """Who translated it, and from what; empty where no translator is recorded."""
    people = [person.name for person in names(text.translators)]
    machine = text.kind == "machine translation"
    if not people and not machine:
        return ""
    verb = "translated by machine" if machine else f"translated by {and_list(people)}"
    source = source_name(content, text)
    return f"{verb} from the {source}" if source else verb


def _missing(text: TextDocument) -> str:
    missing = []
    if not text.translators and text.kind != "machine translation":
        missing.append("translator")
    if not text.date and not text.translators:
        missing.append("date")
    return f"{and_list(missing)} {NOT_RECORDED}" if missing else ""


def source_name(content: Content, text: TextDocument) -> str:
    """What was translated: ``Chinese printed in 2005``, ``German``."""
    if not text.translated_from:
        return ""
    source = content.record.text(text.translated_from)
    name = language_name(source.language if source else text.translated_from)
    holding = translated_holding(content, text)
    year = f" printed in {holding.year}" if holding and holding.year else ""
    return f"{name}{year}"


def translated_holding(content: Content, text: TextDocument) -> HoldingDocument | None:
    """The very book or copy that was translated, None where it is not recorded."""
    place = text.translated_from_holding
    return content.record.held[place] if place is not None else None


def copy_line(content: Content, text: TextDocument) -> str:
    """``AP RF copy``: the archive whose copy this text is taken from; empty where none is named."""
    for held, read in zip(content.record.held, content.holdings, strict=True):
        is_source = held.relation in (None, "source of this text") and held.type == "archive"
        if is_source and text.key in held.texts and read.repository:
            return f"{read.repository.abbreviation or read.repository.name} copy"
    return ""


def kept_at(content: Content, key: str) -> str:
    """``AP RF, fond 45, opis 1``: the archive that keeps the text of that key, and the shelfmark
    there; empty where none is recorded."""
    for held, read in zip(content.record.held, content.holdings, strict=True):
        if held.type == "archive" and key in held.texts and read.repository:
            name = read.repository.abbreviation or read.repository.name
            shelfmark = read.shelfmark.display if read.shelfmark else ""
            return f"{name}, {shelfmark}" if shelfmark else name
    return ""


def date_words(value: str | None) -> str:
    """A date in words; empty where there is none."""
    return parse_date(value).display() if value else ""


@dataclass(frozen=True, slots=True)
class LineageText:
    """A text of this record in the lineage; ``origin`` is what its label leaves to be said."""

    key: str
    label: str
    origin: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """A wording and what was made from it. ``source`` is None where nothing is translated."""

    source: str | None
    source_key: str | None
    source_note: str
    relation: Literal["translations", "texts"]
    texts: tuple[LineageText, ...]


def lineage(content: Content) -> tuple[Lineage, ...]:
    """Which text came from which, in the order of the record's texts."""
    texts = content.record.texts
    sources = dict.fromkeys(text.translated_from for text in texts if text.translated_from)
    lines = [_from_source(content, source) for source in sources]
    alone = [t for t in texts if not t.translated_from and t.key not in sources]
    if alone:
        shown = tuple(_lineage_text(content, text) for text in alone)
        lines.append(Lineage(None, None, "", "texts", shown))
    return tuple(lines)


def _from_source(content: Content, source: str) -> Lineage:
    held = content.record.text(source)
    made = [text for text in content.record.texts if text.translated_from == source]
    return Lineage(
        source=short_label(content, held) if held else language_name(source),
        source_key=held.key if held else None,
        source_note=held.kind if held else _not_held(content, source),
        relation="translations",
        texts=tuple(_lineage_text(content, text) for text in made),
    )


def _not_held(content: Content, tag: str) -> str:
    printed = [h for h in content.record.held if tag in h.texts and h.type == "publication"]
    if printed and printed[0].year:
        return f"not held here; printed {printed[0].year}"
    return "not held here"


def _lineage_text(content: Content, text: TextDocument) -> LineageText:
    people = [person.name for person in names(text.translators)]
    copy = copy_line(content, text)
    said = [and_list(people)] if people else []
    said += [copy] if copy else []
    if text.translated_from:
        said += [missing] if (missing := _missing(text)) else []
    else:
        said += [text.kind]
    return LineageText(text.key, marked_name(content, text), "; ".join(said))
