"""Where another text of an edition says otherwise in the very passages cited: the variant note.

    The Russian text (AP RF, f. 45, op. 1, d. 334, l. 22) gives 180.

Each text is named with its own source, never with that of the text cited. In a footnote by GOST of
a Russian text the note is in Russian.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import langcodes

from archive.citation import phrases, russian
from archive.citation.choosing import Chosen
from archive.citation.describing import describe
from archive.citation.naming import several, spelled, straight
from archive.citation.value import Book, Cited, Copy, Variant, WebPage
from archive.citation.wording import closed, commas, field, is_written_in, italic, listed, words
from archive.editions.apparatus import ComparisonContent, SpanContent
from archive.editions.judged import Verdicts, span_words
from archive.records.shelfmark_rules import Language
from archive.records.shelfmarks import parse

if TYPE_CHECKING:
    from archive.editions.reading import Reading


def variants_of(reading: Reading, chosen: Chosen) -> tuple[Variant, ...]:
    """The texts, in the record's order, that have other figures, dates or names where the passages
    chosen have theirs; none where no passage is.

    As on the desk: what the staff dismissed is no difference, nor is what one text alone says.
    """
    if chosen.text is None or not chosen.passages:
        return ()
    found: dict[str, dict[tuple[int, str], tuple[str, str]]] = {}
    for ours, theirs in _against(reading, chosen):
        pair = tuple(field(span_words(reading.content, span)) for span in (ours, theirs))
        if all(pair):
            found.setdefault(theirs.text, {})[ours.start, pair[1]] = (pair[0], pair[1])
    return tuple(
        Variant(
            of=describe(replace(chosen, text=text, passages=()), "text"),
            readings=tuple(pair for _, pair in sorted(found[text.key].items())),
        )
        for text in reading.content.record.texts
        if text.key in found
    )


def _against(reading: Reading, chosen: Chosen) -> Iterator[tuple[SpanContent, SpanContent]]:
    """Words of the passages chosen, and those of another text that disagree with them."""
    cited = {passage.id for passage in chosen.passages}
    verdicts = Verdicts(reading.content, reading.apparatus.verdicts)
    for compared in reading.apparatus.comparisons:
        source, target = compared.source, compared.target
        if source is None or target is None or not _stands(compared, verdicts):
            continue
        for ours, theirs in ((source, target), (target, source)):
            if ours.passage in cited:
                yield ours, theirs


def _stands(compared: ComparisonContent, verdicts: Verdicts) -> bool:
    verdict = verdicts.on(compared) if compared.severity == "flag" else None
    return compared.severity == "flag" and not (verdict and verdict.state == "dismissed")


def with_variants(footnote: str, cited: Cited, *, own: bool = False) -> str:
    """The footnote, and a sentence for each text that says otherwise. ``own``: in Russian where the
    text cited is."""
    if not cited.variants:
        return footnote
    said = in_russian if own and russian.is_russian(cited) else in_english
    return words(closed(footnote), *map(said, cited.variants))


def in_english(variant: Variant) -> str:
    """``The Russian text (AP RF, f. 45, …) gives 180.``; of several differences ``gives 180 for 189
    and 35 for 36``."""
    of = variant.of
    readings = variant.readings
    gives = readings[0][1]
    if len(readings) > 1:
        gives = listed(f"{theirs} for {ours}" for ours, theirs in readings)
    return closed(f"The {of.rendering.language} text ({_witness(of)}) gives {gives}")


def _witness(of: Cited) -> str:
    """``trans. Kim Donggil from Jianguo …, vol. 1, 320``: who made the text, and its source."""
    source, rendering = of.source, of.rendering
    translators = [straight(name) for name in rendering.translators]
    by = phrases.translation(of, "trans.", translators)
    by = "" if rendering.made == "translation" and not translators else by
    if source is None:
        return commas(by, "source not recorded")
    place = _place(source.place, "en")
    if source.relation == "translated from":
        return f"{by or 'translated'} from {place}"
    return commas(by, f"document in {place}" if source.relation == "document" else place)


def _place(place: Book | Copy | WebPage, language: Language) -> str:
    """An archive by its abbreviation, its shelfmark in short; a book by title, volume and page."""
    if isinstance(place, Book):
        title = place.citation.rstrip(" .") or italic(place.title)
        return commas(title, phrases.volume(place), phrases.bare_pages(place))
    if isinstance(place, WebPage):
        return commas(place.title, place.site) or place.address
    archive = place.abbreviation or place.archive
    own = place.own_abbreviation or place.own_name
    if language == "ru" and is_written_in(own, "CYRILLIC"):
        archive = own
    missing = "шифр не указан" if language == "ru" else "shelfmark not recorded"
    return commas(archive, _short(place.shelfmark, language) or missing)


def _short(shelfmark: str, language: Language) -> str:
    return parse(shelfmark).display(language, "short") if shelfmark else ""


def in_russian(variant: Variant) -> str:
    """``Разночтение в другом тексте (язык: английский; пер.: …; по: …): 189.``"""
    of = variant.of
    translators = several(straight(spelled(name, "CYRILLIC")) for name in of.rendering.translators)
    parts = [f"язык: {_language(of.rendering.tag)}"]
    parts += [f"пер.: {translators}"] if translators else []
    if of.source:
        lead = "по: " if of.source.relation == "translated from" else ""
        parts.append(f"{lead}{_place(of.source.place, 'ru')}")
    readings = variant.readings
    gives = readings[0][1]
    if len(readings) > 1:
        gives = ", ".join(f"{theirs} вместо {ours}" for ours, theirs in readings)
    return closed(f"Разночтение в другом тексте ({'; '.join(parts)}): {gives}")


def _language(tag: str) -> str:
    try:
        return str(langcodes.Language.get(tag).display_name("ru"))
    except ValueError:
        return tag
