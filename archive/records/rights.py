"""Rights statements by their addresses.

Sources: https://rightsstatements.org/page/1.0/ (the twelve statements) and
https://creativecommons.org/share-your-work/cclicenses/ (licences and public domain tools).
An address is kept wherever it came from exactly as given; this table only says what it means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Category = Literal["free to use", "free with conditions", "in copyright", "no copyright", "unclear"]


@dataclass(frozen=True, slots=True)
class RightsStatement:
    """``category`` is short enough for a facet; ``uri`` is the statement's canonical address."""

    uri: str
    label: str
    category: Category


_RIGHTS_STATEMENTS: tuple[tuple[str, str, Category], ...] = (
    ("InC", "In Copyright", "in copyright"),
    ("InC-OW-EU", "In Copyright - EU Orphan Work", "in copyright"),
    ("InC-EDU", "In Copyright - Educational Use Permitted", "in copyright"),
    ("InC-NC", "In Copyright - Non-Commercial Use Permitted", "in copyright"),
    (
        "InC-RUU",
        "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable",
        "in copyright",
    ),
    ("NoC-CR", "No Copyright - Contractual Restrictions", "no copyright"),
    ("NoC-NC", "No Copyright - Non-Commercial Use Only", "no copyright"),
    ("NoC-OKLR", "No Copyright - Other Known Legal Restrictions", "no copyright"),
    ("NoC-US", "No Copyright - United States", "no copyright"),
    ("CNE", "Copyright Not Evaluated", "unclear"),
    ("UND", "Copyright Undetermined", "unclear"),
    ("NKC", "No Known Copyright", "unclear"),
)

_LICENCES: tuple[tuple[str, str], ...] = (
    ("by", "Attribution"),
    ("by-sa", "Attribution-ShareAlike"),
    ("by-nd", "Attribution-NoDerivatives"),
    ("by-nc", "Attribution-NonCommercial"),
    ("by-nc-sa", "Attribution-NonCommercial-ShareAlike"),
    ("by-nc-nd", "Attribution-NonCommercial-NoDerivatives"),
)
_LICENCE_VERSIONS = ("1.0", "2.0", "2.5", "3.0", "4.0")

_SCHEME = re.compile("https?://(?:www\\.)?", re.IGNORECASE)
# What a browser's address bar or a licence's chooser adds behind the statement itself.
_TAIL = re.compile(r"(?:deed|legalcode)(?:\.[a-z]{2,3}(?:[_-][a-zA-Z]{2,4})?)?$|\?language=[\w-]+$")


def _table() -> tuple[RightsStatement, ...]:
    return (
        *(
            RightsStatement(f"http://rightsstatements.org/vocab/{code}/1.0/", label, category)
            for code, label, category in _RIGHTS_STATEMENTS
        ),
        RightsStatement(
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "CC0 1.0 Universal",
            "free to use",
        ),
        RightsStatement(
            "https://creativecommons.org/publicdomain/mark/1.0/",
            "Public Domain Mark 1.0",
            "free to use",
        ),
        *(
            RightsStatement(
                f"https://creativecommons.org/licenses/{code}/{version}/",
                f"Creative Commons {_words(words, version)} {version}",
                "free with conditions",
            )
            for version in reversed(_LICENCE_VERSIONS)
            for code, words in _LICENCES
        ),
    )


def _words(words: str, version: str) -> str:
    return f"{words} International" if version == "4.0" else words


#: The twelve statements first, then the public domain tools, then licences, newest first.
STATEMENTS: tuple[RightsStatement, ...] = _table()


def find(uri: str) -> RightsStatement | None:
    """The statement at an address, http or https, with or without its last stroke."""
    return _BY_ADDRESS.get(_fold(uri))


def is_known(uri: str) -> bool:
    return find(uri) is not None


def label(uri: str) -> str:
    """The statement's own name; an address that is not in the table is its own label."""
    found = find(uri)
    return found.label if found else uri


def _fold(uri: str) -> str:
    address = _SCHEME.sub("", uri.strip(), count=1)
    address = address.replace("rightsstatements.org/page/", "rightsstatements.org/vocab/")
    return _TAIL.sub("", address).rstrip("/").casefold()


_BY_ADDRESS = {_fold(statement.uri): statement for statement in STATEMENTS}
