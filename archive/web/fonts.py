"""Which web fonts a page is sure to need, so that it asks for them at once."""

from __future__ import annotations

from collections.abc import Iterable

from archive.texts.languages import script

#: Subsets of the serif beside the Latin one, by ISO 15924 script.
_SUBSETS = {"Cyrl": "cyrillic"}


def scripts_of(languages: Iterable[str]) -> tuple[str, ...]:
    """The subsets that texts in these languages are set in, each once."""
    found = (_SUBSETS.get(script(language)) for language in languages)
    return tuple(dict.fromkeys(subset for subset in found if subset))
