"""A record's id as a number that sorts as the id does, and back: an engine's numbers are at hand where
what it has stored must be unpacked."""

from __future__ import annotations

from archive.records.identifiers import ALPHABET

#: Of an id that goes on after so many signs these are the number.
_SIGNS = 12
#: 0 is no sign, and the greatest any other than those of names.
_BASE = len(ALPHABET) + 2
_DIGITS = {sign: digit for digit, sign in enumerate(ALPHABET, start=1)}
#: By two digits the signs, which are read together for speed; what is told by none is a space.
_PAIRS = [one + other for one in ("", *ALPHABET, " ") for other in ("", *ALPHABET, " ")]


def tie(record_id: str) -> int:
    """The number, which 63 bits hold."""
    number = 0
    for place in range(_SIGNS):
        sign = record_id[place : place + 1]
        number = number * _BASE + (_DIGITS.get(sign, _BASE - 1) if sign else 0)
    return number


def record_id_of(number: int) -> str | None:
    """The id of a tie, None where that does not tell it all."""
    if number % _BASE:
        return None
    signs = ""
    while number:
        number, pair = divmod(number, _BASE * _BASE)
        signs = _PAIRS[pair] + signs
    return None if " " in signs else signs
