"""The strings that break programs, from the shared collections, and some of our own."""

from __future__ import annotations

import json
from functools import cache

from tests.shared_data import shared_path

_OWN = (
    "\0",
    "a\0b",
    "\u202e\u2066",
    "\ufdd0\ufffe\uffff\U0010ffff",
    "\x01\x1b\x7f\x85",
    "\t\r\n",
    "a" * 5_000,
    *(mark * 500 for mark in '"(*-+^~[{\\:|'),
    "NOT " * 300,
    '"a" OR',
    "title:(a",
    "１２",
    "²",
    "9" * 30,
    "1950-13-45",
    "1950/1940",
    "Y17000000002",
    "../1950",
)
_LISTS = ("fuzzdb-integers.txt", "unicode/*.txt", "paths/*.txt", "xss/fuzzdb-*.txt")
#: The largest list is much of a kind: every fortieth of its lines stands for it.
_THINNED = "xss/payloadbox-xss.txt"


@cache
def strings() -> tuple[str, ...]:
    """Each once, in a fixed order; the test that calls is left out without the shared folder."""
    folder = shared_path("data/bad-inputs")
    found = [*_OWN, *json.loads((folder / "blns.json").read_text("utf-8"))]
    for pattern in _LISTS:
        for path in sorted(folder.glob(pattern)):
            found += path.read_bytes().decode("utf-8", "replace").split("\n")
    found += (folder / _THINNED).read_bytes().decode("utf-8", "replace").split("\n")[::40]
    return tuple(dict.fromkeys(string for string in found if string))
