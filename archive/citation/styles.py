"""The styles by name, each form a function from what is cited to a marked string."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.conf import settings

from archive.citation import apa, chicago, chicago_lists, gbt, gost, harvard, house, ieee, mhra, mla
from archive.citation.choosing import CitationRefused
from archive.citation.value import Cited

Form = Callable[[Cited], str]


def _18th(form: Form) -> Form:
    """That form for what the 18th edition of Chicago's manual leaves of a book."""
    return lambda cited: form(chicago.of_the_18th(cited))


def _preferred(cited: Cited) -> str:
    """The form that this archive asks for, by its own template."""
    return house.note(settings.CITATION_TEMPLATE or house.TEMPLATE)(cited)


_CHICAGO: Mapping[str, Form] = {
    "note": chicago.note,
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
        "note": mhra.note,
        "short-note": mhra.short_note,
        "bibliography": mhra.bibliography,
    },
    "harvard-ctr": {"reference": harvard.reference, "in-text": harvard.in_text},
    "ieee": {"reference": ieee.reference, "in-text": ieee.in_text},
    "gost-r-7.0.5-2008": {
        "footnote": gost.footnote,
        "footnote-online": gost.footnote_online,
        "bibliography": gost.bibliography,
    },
    "gost-r-7.0.100-2018": {"bibliography": gost.description},
    "gbt-7714-2015": {"reference": gbt.reference, "in-text": gbt.in_text},
    "wilson-center-house": {"note": house.note(house.TEMPLATE)},
    "preferred": {"note": _preferred},
}


def form_of(style: str, form: str) -> Form:
    """Raises ``CitationRefused``, which names what there is."""
    forms = STYLES.get(style)
    if forms is None:
        raise CitationRefused("style", f"“{style}” is not built in. Write {', '.join(STYLES)}.")
    if form not in forms:
        raise CitationRefused("form", f"“{form}” is no form of {style}. Write {', '.join(forms)}.")
    return forms[form]
