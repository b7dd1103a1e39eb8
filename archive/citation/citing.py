"""The one verb: an edition, or a passage of it, as a citation in a style."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from archive.citation.choosing import CitationRefused, choose
from archive.citation.describing import describe
from archive.citation.styles import form_of
from archive.citation.value import Citation
from archive.citation.variants import variants_of
from archive.citation.wording import finish

if TYPE_CHECKING:
    from archive.citation.choosing import Citable
    from archive.editions.reading import Reading


def cite(
    edition: Citable,
    style: str,
    form: str,
    *,
    target: str = "text",
    text: str | None = None,
    passage: str | None = None,
    with_edition: bool = False,
    accessed: date | None = None,
    place: int = 1,
    variants: bool = False,
) -> Citation:
    """Cite one text of an edition ("text"), the archival document or the printed source.

    ``edition`` is a ``Reading`` or an ``Edition``. ``text`` is a key, None: the first, or the
    one in which ``passage`` ("p17", several as "p17,p18") stands. The address is always that of
    the edition; ``with_edition`` also names the edition and its day. ``place`` is the number in
    a list, for styles that number. ``variants`` adds to a footnote what other texts have in the
    passages cited, which only a ``Reading`` knows. Raises ``CitationRefused`` for a style,
    form, target, text or passage that there is not.
    """
    write = form_of(style, form)
    chosen = choose(edition, text, passage)
    cited = describe(chosen, target, edition="text" if with_edition else "", accessed=accessed)
    if variants and target == "text":
        cited = replace(cited, variants=variants_of(_read(edition), chosen))
    return finish(write(replace(cited, place=place)), composed=cited.composed)


def _read(edition: Citable) -> Reading:
    # Imported late: this package is loaded before Django's models are.
    from archive.editions.reading import Reading

    if not isinstance(edition, Reading):
        raise CitationRefused("variants", "An edition alone does not know them: read it.")
    return edition
