"""The styles by name, each form a function from what is cited to a marked string."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.conf import settings

from archive.citation import apa, chicago, chicago_lists, gbt, gost, harvard, house, ieee, mhra, mla
from archive.citation.choosing import CitationRefused
from archive.citation.value import Cited
from archive.citation.variants import with_variants

Form = Callable[[Cited], str]


def _18th(form: Form) -> Form:
    """That form for what the 18th edition of Chicago's manual leaves of a book."""
    return lambda cited: form(chicago.of_the_18th(cited))


def _footnote(form: Form, *, own: bool = False) -> Form:
    """That form with the variants of the passages cited; ``own``: in the language of the text."""
    return lambda cited: with_variants(form(cited), cited, own=own)


def _preferred(cited: Cited) -> str:
    """The form that this archive asks for, by its own template."""
    return house.note(settings.CITATION_TEMPLATE or house.TEMPLATE)(cited)


_CHICAGO: Mapping[str, Form] = {
    "note": _footnote(chicago.note),
    "short-note": chicago.short_note,
    "bibliography": chicago_lists.bibliography,
}

STYLES: Mapping[str, Mapping[str, Form]] = {
    "chicago-18": {name: _18th(form) for name, form in _CHICAGO.items()},
    "chicago-17": _CHICAGO,
    "turabian-9": _CHICAGO,
    "chicago-author-date": {
        "reference": _18th(chicago_lists.reference),
        "in-text": _18th(chicago_lists.in_text),
    },
    "mla-9": {"works-cited": mla.works_cited, "in-text": mla.in_text},
    "apa-7": {"reference": apa.reference, "in-text": apa.in_text},
    "mhra-4": {
        "note": _footnote(mhra.note),
        "short-note": mhra.short_note,
        "bibliography": mhra.bibliography,
    },
    "harvard-ctr": {"reference": harvard.reference, "in-text": harvard.in_text},
    "ieee": {"reference": ieee.reference, "in-text": ieee.in_text},
    "gost-r-7.0.5-2008": {
        "footnote": _footnote(gost.footnote, own=True),
        "footnote-online": _footnote(gost.footnote_online, own=True),
        "bibliography": gost.bibliography,
    },
    "gost-r-7.0.100-2018": {"bibliography": gost.description},
    "gbt-7714-2015": {"reference": gbt.reference, "in-text": gbt.in_text},
    "wilson-center-house": {"note": _footnote(house.note(house.TEMPLATE))},
    "preferred": {"note": _footnote(_preferred)},
}


#: Every form in the order in which a reader chooses, with its name.
LABELS: Mapping[tuple[str, str], str] = {
    ("chicago-18", "note"): "Chicago 18, note",
    ("chicago-18", "short-note"): "Chicago 18, short note",
    ("chicago-18", "bibliography"): "Chicago 18, bibliography",
    ("chicago-17", "note"): "Chicago 17, note",
    ("chicago-17", "short-note"): "Chicago 17, short note",
    ("chicago-17", "bibliography"): "Chicago 17, bibliography",
    ("turabian-9", "note"): "Turabian 9, note",
    ("turabian-9", "short-note"): "Turabian 9, short note",
    ("turabian-9", "bibliography"): "Turabian 9, bibliography",
    ("chicago-author-date", "reference"): "Chicago author-date, reference",
    ("chicago-author-date", "in-text"): "Chicago author-date, in the text",
    ("mla-9", "works-cited"): "MLA 9, works cited",
    ("mla-9", "in-text"): "MLA 9, in the text",
    ("apa-7", "reference"): "APA 7, reference",
    ("apa-7", "in-text"): "APA 7, in the text",
    ("mhra-4", "note"): "MHRA 4, note",
    ("mhra-4", "short-note"): "MHRA 4, short note",
    ("mhra-4", "bibliography"): "MHRA 4, bibliography",
    ("harvard-ctr", "reference"): "Harvard, reference",
    ("harvard-ctr", "in-text"): "Harvard, in the text",
    ("ieee", "reference"): "IEEE, reference",
    ("ieee", "in-text"): "IEEE, in the text",
    ("gost-r-7.0.5-2008", "footnote"): "GOST R 7.0.5-2008, footnote",
    ("gost-r-7.0.5-2008", "footnote-online"): "GOST R 7.0.5-2008, footnote with address",
    ("gost-r-7.0.5-2008", "bibliography"): "GOST R 7.0.5-2008, list",
    ("gost-r-7.0.100-2018", "bibliography"): "GOST R 7.0.100-2018, bibliography",
    ("gbt-7714-2015", "reference"): "GB/T 7714-2015, reference",
    ("gbt-7714-2015", "in-text"): "GB/T 7714-2015, in the text",
    ("preferred", "note"): "This archive’s preferred form",
    ("wilson-center-house", "note"): "Wilson Center’s form",
}

#: Style and form by their name in addresses: ``chicago-18-note``.
SLUGS: Mapping[str, tuple[str, str]] = {f"{style}-{form}": (style, form) for style, form in LABELS}


def parted(slug: str) -> tuple[str, str]:
    """Style and form of a slug, also of the CSL repository's ("csl-nature-bibliography"), which is
    known."""
    style, _, form = slug.rpartition("-")
    return SLUGS.get(slug, (style, form))


#: The forms to which a variant note belongs.
FOOTNOTES = ("note", "footnote", "footnote-online")


def form_of(style: str, form: str) -> Form:
    """Raises ``CitationRefused``, which names what there is."""
    forms = STYLES.get(style)
    if forms is None:
        raise CitationRefused("style", f"“{style}” is not built in. Write {', '.join(STYLES)}.")
    if form not in forms:
        raise CitationRefused("form", f"“{form}” is no form of {style}. Write {', '.join(forms)}.")
    return forms[form]
