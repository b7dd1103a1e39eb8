"""The styles by name, each form a function from what is cited to a marked string."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from archive.citation import apa, chicago, mla
from archive.citation.choosing import CitationRefused
from archive.citation.value import Cited

Form = Callable[[Cited], str]

STYLES: Mapping[str, Mapping[str, Form]] = {
    "chicago-18": {
        "note": chicago.note,
        "short-note": chicago.short_note,
        "bibliography": chicago.bibliography,
    },
    "mla-9": {"works-cited": mla.works_cited, "in-text": mla.in_text},
    "apa-7": {"reference": apa.reference, "in-text": apa.in_text},
}


def form_of(style: str, form: str) -> Form:
    """Raises ``CitationRefused``, which names what there is."""
    forms = STYLES.get(style)
    if forms is None:
        raise CitationRefused("style", f"“{style}” is not built in. Write {', '.join(STYLES)}.")
    if form not in forms:
        raise CitationRefused("form", f"“{form}” is no form of {style}. Write {', '.join(forms)}.")
    return forms[form]
