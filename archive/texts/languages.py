"""Languages by BCP 47 tag: names, script, direction of writing. Data: langcodes (CLDR, IANA)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from langcodes import Language, standardize_tag
from langcodes.tag_parser import LanguageTagError

_ROMANISATIONS = {
    "alalc97": "ALA-LC",
    "hepburn": "Hepburn",
    "jyutping": "Jyutping",
    "pinyin": "Pinyin",
    "tongyong": "Tongyong Pinyin",
    "wadegile": "Wade–Giles",
}
"""Variant subtags by which names are romanised, from the IANA language subtag registry."""

Direction = Literal["ltr", "rtl"]

_WELL_FORMED = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_EXAMPLES = "use one such as en, ru, zh-Hant or zh-Latn-wadegile"
_WORDING_SAMPLE = 4000
#: The blocks with characters of the classes R and AL (Unicode 15, DerivedBidiClass).
_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
RIGHT_TO_LEFT_SCRIPTS = frozenset(
    [
        "Adlm",
        "Arab",
        "Armi",
        "Aran",
        "Hebr",
        "Mand",
        "Mani",
        "Nkoo",
        "Phlp",
        "Phnx",
        "Rohg",
        "Samr",
        "Sogd",
        "Syrc",
        "Syre",
        "Syrj",
        "Syrn",
        "Thaa",
    ]
)
"""ISO 15924 codes of the scripts that Unicode (PropertyValueAliases, Bidi_Class R and AL) writes
from right to left and in which documents are kept."""


@lru_cache(maxsize=2048)
def check_tag(tag: str) -> str:
    """The tag in its usual case (``en-us`` → ``en-US``), else as it came.

    Raises ValueError, saying why and giving an example, where it is not well-formed BCP 47 or
    its language, script or region is not in the IANA registry.
    """
    if not _WELL_FORMED.fullmatch(tag):
        raise ValueError(f"{tag[:80]!r} is not a BCP 47 language tag; {_EXAMPLES}")
    try:
        parsed = Language.get(tag, normalize=False)
    except LanguageTagError as error:
        raise ValueError(f"{tag[:80]!r} is not a BCP 47 language tag; {_EXAMPLES}") from error
    for part, unknown in _unknown_parts(parsed):
        raise ValueError(f"{tag[:80]!r} has an unknown {part} {unknown!r}; {_advice(tag)}")
    return str(parsed.to_tag())


@lru_cache(maxsize=2048)
def language_name(tag: str, in_: Literal["en", "self"] = "en") -> str:
    """The language's name with its script (or romanisation) and region, in English or in itself.

    The first letter is a capital (Русский). A language that CLDR cannot name in itself is named
    in English; what is no known language is given back as it is.
    """
    language = _language(tag)
    if language is None or not Language.make(language=language.language).is_valid():
        return tag
    romanised = [_ROMANISATIONS[v] for v in language.variants or () if v in _ROMANISATIONS]
    if romanised:
        return f"{language_name(language.language, in_)} ({romanised[0]})"
    english = str(language.display_name())
    if "[" in english:
        return tag
    name = str(Language.get(tag).autonym()) if in_ == "self" else english
    return name[:1].title() + name[1:]


@lru_cache(maxsize=2048)
def script(tag: str) -> str:
    """The ISO 15924 code of the script: the tag's own, else the usual one; ``Zyyy`` if unknown."""
    language = _language(tag)
    if language is None:
        return "Zyyy"
    return str(language.script or _usual_script(language) or "Zyyy")


def _usual_script(language: Language) -> str | None:
    """That of the language, None where its tag is one that its own standard form contradicts."""
    try:
        standard = Language.get(standardize_tag(language.to_tag(), macro=True))
    except ValueError:
        return None
    found: str | None = standard.maximize().script
    return found


def direction(tag: str, wording: str = "") -> Direction:
    """How a text is written.

    A script in the tag decides; otherwise the wording, where it has letters (Ottoman Turkish is
    often in Latin transcription); otherwise the language's usual script.
    """
    language = _language(tag)
    if language is None or not language.script:
        by_wording = _wording_direction(wording[:_WORDING_SAMPLE])
        if by_wording:
            return by_wording
    return "rtl" if script(tag) in RIGHT_TO_LEFT_SCRIPTS else "ltr"


def _wording_direction(wording: str) -> Direction | None:
    if not _FROM_THE_RIGHT.search(wording):
        return "ltr" if any(unicodedata.bidirectional(sign) == "L" for sign in wording) else None
    classes = [unicodedata.bidirectional(character) for character in wording]
    left, right = classes.count("L"), classes.count("R") + classes.count("AL")
    if left == right:
        return None
    return "rtl" if right > left else "ltr"


def _unknown_parts(tag: Language) -> list[tuple[str, str]]:
    parts = (
        ("language", tag.language, Language.make(language=tag.language)),
        ("script", tag.script, Language.make(script=tag.script)),
        ("region", tag.territory, Language.make(territory=tag.territory)),
    )
    return [(name, value) for name, value, alone in parts if value and not alone.is_valid()]


def _advice(tag: str) -> str:
    shorter = standardize_tag(tag)
    if shorter.lower() != tag.lower() and not _unknown_parts(Language.get(shorter)):
        return f"write {shorter}"
    return _EXAMPLES


@lru_cache(maxsize=2048)
def _language(tag: str) -> Language | None:
    try:
        return Language.get(tag, normalize=False)
    except LanguageTagError:
        return None
