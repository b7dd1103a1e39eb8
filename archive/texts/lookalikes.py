"""Letters that look alike in two scripts, folded to the script of the word they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable

_SCRIPTS = {"latin": re.compile("[a-z]"), "cyrillic": re.compile("[\u0400-\u052f]")}
_SCRIPTS["greek"] = re.compile("[\u0370-\u03ff]")
_MIXED = re.compile("[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z]")
_GREEK_AND_CYRILLIC = re.compile("[\u0370-\u03ff][\u0400-\u052f]|[\u0400-\u052f][\u0370-\u03ff]")
_SIDE_BY_SIDE = re.compile(f"{_MIXED.pattern}|{_GREEK_AND_CYRILLIC.pattern}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")

_SMALL = {
    ("latin", "cyrillic"): dict(zip("aceopxyijsk", "асеорхуіјѕк", strict=True)),
    ("latin", "greek"): dict(zip("ov", "ον", strict=True)),
    ("cyrillic", "greek"): dict(zip("о", "ο", strict=True)),
}
_CAPITAL = {
    ("latin", "cyrillic"): dict(zip("bhmt", "внмт", strict=True)),
    ("latin", "greek"): dict(zip("abehikmnptxyz", "αβεηικμνρτχυζ", strict=True)),
    ("cyrillic", "greek"): dict(zip("авенкмртхі", "αβεηκμρτχι", strict=True)),
}
"""Pairs that look alike only as capitals, by their small letters. Chosen from confusables.txt of
Unicode Technical Standard 39, the letters of everyday alphabets alone."""


def twins(letter: str) -> frozenset[str]:
    """The small letters of other scripts that ``unmix`` may take for a small Latin one."""
    tables = (_SMALL, _CAPITAL)
    found = (
        table.get(letter)
        for kind in tables
        for (script, _), table in kind.items()
        if script == "latin"
    )
    return frozenset(filter(None, found))


def unmix(text: str, is_capital: Callable[[int], bool]) -> str:
    """``text`` is folded, ``is_capital`` says how the letter at an index was written.

    In a word of several scripts the letters of the others follow the script of most letters that
    have no twin, or of most letters where all have one; between equals the word stays.
    """
    if not (_MIXED.search(text) or _GREEK_AND_CYRILLIC.search(text)):
        return text
    return _WORD.sub(lambda word: _unmixed(word[0], word.start(), is_capital), text)


def is_mixed(text: str) -> bool:
    """Whether letters of two of these scripts stand side by side anywhere."""
    return _SIDE_BY_SIDE.search(text) is not None


def strangers(word: str) -> tuple[tuple[int, str], ...]:
    """The letters of another script in a word, each with the letter of the word's own that it
    looks like: ``Cогласен`` gives ``((0, "С"),)``. None where the word is of one script, or of
    several with letters that look like no other, which somebody will have meant.
    """
    small = "".join(letter.lower()[:1] for letter in word)
    script = _script_of(small)
    if script is None:
        return ()
    found = []
    for place, letter in enumerate(small):
        if _of_script(letter) in (None, script):
            continue
        twin = _twin(letter, script, lambda index: word[index].isupper(), place)
        if twin == letter:
            return ()
        found.append((place, twin.upper() if word[place].isupper() else twin))
    return tuple(found)


def _of_script(letter: str) -> str | None:
    return next((name for name, pattern in _SCRIPTS.items() if pattern.match(letter)), None)


def _unmixed(word: str, start: int, is_capital: Callable[[int], bool]) -> str:
    script = _script_of(word)
    if script is None:
        return word
    return "".join(
        _twin(letter, script, is_capital, start + place) for place, letter in enumerate(word)
    )


def _script_of(word: str) -> str | None:
    """The script of a mixed word; None where it is not mixed, or none prevails."""
    counts = sorted(((len(p.findall(word)), name) for name, p in _SCRIPTS.items()), reverse=True)
    if not counts[1][0]:
        return None
    alone = sorted(
        ((sum(c not in _HAS_TWIN for c in p.findall(word)), n) for n, p in _SCRIPTS.items()),
        reverse=True,
    )
    (most, script), (next_most, _), _ = alone if alone[0][0] else counts
    return script if most > next_most else None


def _twin(letter: str, script: str, is_capital: Callable[[int], bool], index: int) -> str:
    small = _TO[script][0].get(letter)
    if small is None and letter in _TO[script][1] and is_capital(index):
        return _TO[script][1][letter]
    return small or letter


def _towards(script: str, pairs: dict[tuple[str, str], dict[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for (left, right), letters in pairs.items():
        if right == script:
            found |= letters
        elif left == script:
            found |= {twin: letter for letter, twin in letters.items()}
    return found


_TO = {script: (_towards(script, _SMALL), _towards(script, _CAPITAL)) for script in _SCRIPTS}
_HAS_TWIN = frozenset(letter for small, _ in _TO.values() for letter in small)
