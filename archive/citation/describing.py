"""From an edition to the one typed value that every style prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

import langcodes
from django.conf import settings

from archive.citation import sources
from archive.citation.choosing import Chosen, CitationRefused
from archive.citation.naming import cited_name
from archive.citation.value import (
    Cited,
    CitedName,
    Copy,
    EditionNamed,
    Hand,
    Rendering,
    Site,
    Source,
    Target,
)
from archive.citation.wording import clean, field
from archive.editions.content import Content
from archive.editions.document import HandDocument, TextDocument, names
from archive.records import kinds

#: The language of the archive's pages, in which citations are written.
OWN_LANGUAGE = "en"
#: Stands in for the source of a document of which no archive is recorded.
NOT_KNOWN = Source(Copy(archive="", shelfmark="archival location not recorded"), "holds")


def describe(
    chosen: Chosen,
    target: str,
    *,
    edition: Literal["", "text", "site"] = "",
    accessed: date | None = None,
) -> Cited:
    """``edition`` says beside what the edition is named, if anywhere.

    Raises ``CitationRefused`` for a target that is none, or a printed source that there is not.
    """
    if target == "text":
        return _the_text(chosen, _site(chosen, edition, accessed))
    if target == "document":
        return _the_document(chosen, _site(chosen, edition, accessed))
    if target == "print":
        return _the_book(chosen)
    raise CitationRefused("target", f"“{target}” is none. Write {', '.join(get_args(Target))}.")


def _the_text(chosen: Chosen, site: Site) -> Cited:
    text = chosen.text
    if text is None:
        return _cited(chosen, "text", None, sources.described(chosen.content), site)
    return _cited(chosen, "text", text, sources.source_of(chosen.content, text), site)


def _the_document(chosen: Chosen, site: Site) -> Cited:
    """From its archive and without this site, whose address stands in where that is not known."""
    source = sources.archival(chosen.content, chosen.text)
    if source:
        held = sources.text_there(chosen.content, source)
        copies = sources.other_copies(chosen.content, chosen.text)
        return replace(_cited(chosen, "document", held, source, None), other_copies=copies)
    address = _address(chosen.edition_path)
    return _cited(chosen, "document", None, NOT_KNOWN, replace(site, address=address))


def _the_book(chosen: Chosen) -> Cited:
    source = sources.printed(chosen.content, chosen.text)
    if source is None:
        raise CitationRefused("target", "“print”: this record names no printed source.")
    return _cited(chosen, "print", sources.text_there(chosen.content, source), source, None)


def _cited(
    chosen: Chosen,
    target: Target,
    text: TextDocument | None,
    source: Source | None,
    site: Site | None,
) -> Cited:
    record = chosen.content.record
    return Cited(
        target=target,
        title=field(record.title) or "Untitled document",
        creators=_creators(chosen.content),
        recipients=_people(chosen.content, "recipient"),
        genre=_genre(chosen.content, text),
        unread=target == "print" and text is None,
        number=field(record.number),
        date=record.date or None,
        hand=_hand(chosen),
        paragraphs=tuple(passage.number for passage in chosen.passages if target == "text"),
        rendering=_rendering(target, text),
        source=source,
        site=site,
        composed=record.composed,
    )


def _creators(content: Content) -> tuple[CitedName, ...]:
    return _people(content, "sender") or _people(content, "author")


def _people(content: Content, role: str) -> tuple[CitedName, ...]:
    entries = content.people
    return tuple(
        cited_name(part, entries[at] if at < len(entries) else None)
        for at, part in enumerate(content.record.people)
        if part.role == role
    )


def _genre(content: Content, text: TextDocument | None) -> str:
    """What the cited text calls itself, else what the record calls the document."""
    return field(kinds.genre(content.record.kind or "cable", text.document_kind if text else ""))


def _rendering(target: Target, text: TextDocument | None) -> Rendering:
    if text is None:
        return Rendering()
    translated = sources.is_translation(text)
    nature = [
        word
        for word in (text.kind, text.completeness)
        if target == "text" and word in ("transcription", "excerpt", "fragment")
    ]
    made = text.kind if "translation" in text.kind or text.kind == "summary" else ""
    return Rendering(
        language=language_name(text.language),
        tag=text.language,
        title=field(text.title),
        made=made or ("translation" if translated else ""),
        nature=tuple(word for word in nature if word),
        foreign=translated and text.language.casefold().split("-")[0] != OWN_LANGUAGE,
        translators=tuple(cited_name(name) for name in names(text.translators)),
    )


def _hand(chosen: Chosen) -> Hand | None:
    """Whose passage it is, where it is another's than the author's."""
    if not chosen.passages or chosen.text is None:
        return None
    first, *others = [_hand_of(chosen.text, passage.number) for passage in chosen.passages]
    if any(other != first for other in others):
        raise CitationRefused("passage", "These stand in different hands: cite each by itself.")
    if first is None:
        return None
    return Hand(_annotator(chosen.content, first), first.kind, first.date or None)


def _hand_of(text: TextDocument, number: int) -> HandDocument | None:
    within = (hand for hand in text.hands if hand.first <= number <= (hand.last or hand.first))
    return next(within, None)


def _annotator(content: Content, hand: HandDocument) -> CitedName:
    """As the record parts the name, where it names the person."""
    known = (
        part for part in content.record.people if hand.name in (part.name, *part.forms.values())
    )
    part = next(known, None)
    return cited_name(part.as_name() if part else hand.name)


def _site(chosen: Chosen, edition: Literal["", "text", "site"], accessed: date | None) -> Site:
    named = EditionNamed(chosen.number, chosen.published_at.date(), edition) if edition else None
    return Site(
        name=clean(settings.SITE_NAME),
        address=_address(chosen.path),
        edition=named,
        description=chosen.text is None,
        accessed=accessed,
    )


def _address(path: str) -> str:
    return f"{settings.SITE_URL.rstrip('/')}{path}"


@lru_cache(maxsize=512)
def language_name(tag: str) -> str:
    """``Russian``, ``Ottoman Turkish``; the tag itself where the language has no English name."""
    try:
        return str(langcodes.Language.get(tag).display_name())
    except ValueError:
        return tag
