"""The names of records in addresses, with a check character.

A name is 7 characters or more of 29 letters and digits, the last computed from the others by
the NOID Check Digit Algorithm (https://metacpan.org/dist/Noid/view/noid#NOID-CHECK-DIGIT-ALGORITHM).
There are no vowels, so no words, and no l, which looks like 1. The sum is over the name alone,
without the naming authority's number, so that a record keeps its name if the archive changes
hands. One wrong character and two neighbours in the wrong order are always found, in names of
up to 28 characters.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

ALPHABET = "0123456789bcdfghjkmnpqrstvwxz"
SHORTEST = 7
#: What the database column holds; minted names have 8.
LONGEST = 40

_MINTED = 8
_ORDINALS = {sign: ordinal for ordinal, sign in enumerate(ALPHABET)}
_WELL_FORMED = re.compile(f"[{ALPHABET}]{{{SHORTEST},{LONGEST}}}")
# ARK (draft-kunze-ark, 2.4): hyphens are identity-inert; word processors make them dashes.
_HYPHENS = re.compile("[-\u00ad\u2010-\u2015\u2212]")
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


class IdentifierRefused(ValueError):
    """A string that names no record here or anywhere.

    ``mistyped``: the shape is right and the check character wrong. False: not the shape.
    """

    def __init__(self, message: str, *, mistyped: bool) -> None:
        super().__init__(message)
        self.mistyped = mistyped


def mint(choose: Callable[[str], str] = secrets.choice) -> str:
    """A new name of 8 characters; whoever stores it must look that it is not taken.

    ``choose`` picks one character of the alphabet; there are 29 ** 7 (17 thousand million) names.
    """
    name = "".join(choose(ALPHABET) for _ in range(_MINTED - 1))
    return name + check_character(name)


def check_character(name: str) -> str:
    """Of a name without its check character. A sign outside the alphabet counts 0, as in NOID."""
    total = sum(position * _ORDINALS.get(sign, 0) for position, sign in enumerate(name, start=1))
    return ALPHABET[total % len(ALPHABET)]


def is_well_formed(value: str) -> bool:
    """Right in shape and check character; whether such a record exists is another question."""
    return bool(_WELL_FORMED.fullmatch(value)) and check_character(value[:-1]) == value[-1]


def check(value: str) -> str:
    """The value itself, or IdentifierRefused with the reason. Nothing is normalised."""
    if not _WELL_FORMED.fullmatch(value):
        raise IdentifierRefused(
            f"This is not a record's identifier. One has {SHORTEST} to {LONGEST} characters "
            f"of {ALPHABET}, such as f4kx7wm4.",
            mistyped=False,
        )
    if not is_well_formed(value):
        raise IdentifierRefused(
            f"{value} is mistyped: its last character does not agree with the others. "
            "Compare it, character by character, with the place it was copied from.",
            mistyped=True,
        )
    return value


def normalise(value: str) -> str:
    """The spelling under which a name is looked up: small letters, no hyphens.

    For addresses, which people type from print; not a check.
    """
    return _HYPHENS.sub("", value).translate(_LOWER)
