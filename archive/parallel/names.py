"""Known names in a text. Only the forms that the caller gives; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from archive.parallel.folding import fold
from archive.parallel.languages import tongue
from archive.parallel.values import NameForms, Span

_CYRILLIC_ENDING = re.compile(r"[аеиоуыэюяйь]$")
_JOIN = r"[\s\]\[.\-‐‑·•]{1,3}"


def forms_in(name: NameForms, language: str) -> tuple[str, ...]:
    """The forms in the language of a tag, whatever script or region its own tags add."""
    wanted = tongue(language)
    return tuple(
        form
        for tag, forms in name.forms.items()
        if tongue(tag) == wanted
        for form in forms
        if form.strip()
    )


def find_name(name: NameForms, folded: str, language: str) -> Span | None:
    """The first place where a whole form stands, Cyrillic endings and white space apart."""
    hits = [
        found.span()
        for form in forms_in(name, language)
        if (found := _pattern(form).search(folded)) is not None
    ]
    return Span(*min(hits), name.key) if hits else None


def may_name(name: NameForms, folded: str, language: str) -> bool:
    """Whether any word of a form stands in the text: "Mao" for Mao Zedong."""
    return any(
        _pattern(word).search(folded) is not None
        for form in forms_in(name, language)
        for word in _words(form)
    )


def _words(form: str) -> Sequence[str]:
    if _is_spaceless(form):
        return [form[0], form[-2:]]
    return [word for word in re.split(r"[\s.\-]+", form) if len(word) > 1]


def _is_spaceless(form: str) -> bool:
    return any("\u3040" <= character <= "\u9fff" or "가" <= character <= "힣" for character in form)


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    folded = fold(form)
    if _is_spaceless(folded):
        return re.compile(r"\s?".join(re.escape(part) for part in folded.split()))
    words = [_inflected(word) for word in re.split(r"[\s\-]+", folded) if word]
    return re.compile(r"(?<![^\W\d_])" + _JOIN.join(words) + r"(?![^\W\d_])")


def _inflected(word: str) -> str:
    """A Cyrillic word with any case ending, an Arabic or Hebrew one with a one-letter prefix."""
    if re.search("[а-я]", word):
        return re.escape(_CYRILLIC_ENDING.sub("", word)) + r"\w{0,3}"
    if re.search("[א-ת\u0620-\u064a]", word):
        return r"\w?" + re.escape(word)
    return re.escape(word)
