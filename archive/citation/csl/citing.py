"""Things cited in a style of the CSL repository."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from archive.citation.choosing import Chosen
from archive.citation.csl import engine, markup
from archive.citation.csl.catalogue import Form, Named, shortens_names
from archive.citation.csl.engine import StyleFailed
from archive.citation.csl.items import item_of, place_of
from archive.citation.entry import entry_for
from archive.citation.value import Citation, Cited

# What citeproc-js prints where a style prints nothing.
_NOTHING = "[CSL STYLE ERROR"
#: Things of one answer up to which 256 answers are kept; of more only the last four, which may have
#: a megabyte each.
_FEW = 20


def cite_all(style: Named, things: Sequence[tuple[Chosen, Cited]]) -> list[Citation]:
    """Each in that style, in order and as one list. Raises ``StyleFailed`` where that takes too long
    or too much memory, or the style prints nothing of one of them."""
    items, places = [], []
    for place, (chosen, cited) in enumerate(things):
        accessed = cited.site.accessed if cited.site else None
        entry = entry_for(chosen, target=cited.target, accessed=accessed)
        item = item_of(entry, cited, shortened=shortens_names(style.name))
        items.append({**item, "id": f"item-{place}"})
        places.append(place_of(cited))
    kept = _few if len(things) <= _FEW else _many
    said = kept(style.name, style.form, json.dumps(items), json.dumps(places))
    read = [
        markup.read(html, composed=cited.composed)
        for html, (_, cited) in zip(said, things, strict=True)
    ]
    if not all(citation.text and _NOTHING not in citation.text for citation in read):
        raise StyleFailed("The style prints nothing of such a document.")
    return read


def _formatted(name: str, form: Form, items: str, places: str) -> tuple[str, ...]:
    return tuple(engine.formatted(name, form, json.loads(items), json.loads(places)))


_few = lru_cache(maxsize=256)(_formatted)
_many = lru_cache(maxsize=4)(_formatted)
