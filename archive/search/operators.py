"""The words of a query that join others, and the fields that can be named. Facts only.

They are read in capitals and standing alone. Spanish ``O`` and ``NO`` are left out: an initial
(Jean O Connor) and a number (FONDO NO 45) are written so too.
"""

from __future__ import annotations

from typing import Literal

from archive.search.stemming import STEMMERS

Joining = Literal["and", "or", "not"]

#: Read wherever they stand.
ENGLISH: dict[str, Joining] = {"AND": "and", "OR": "or", "NOT": "not"}
#: Read between two words of a query that is not written in capitals throughout.
IN_OTHER_LANGUAGES: dict[str, Joining] = {
    "И": "and", "ИЛИ": "or", "НЕ": "not",
    "UND": "and", "ODER": "or", "NICHT": "not",
    "ET": "and", "OU": "or", "SAUF": "not",
    "和": "and", "或": "or", "非": "not",
}  # fmt: skip

#: Name in a query → fields of the index and what a word found there counts for.
FIELDS: dict[str, dict[str, float]] = {
    "title": {"title": 3.0},
    "sender": {"sender": 2.0, "sender_forms": 1.6},
    "to": {"recipient": 2.0, "recipient_forms": 1.6},
    "person": {"people": 2.0, "forms": 1.6},
    "place": {"places": 1.5},
    "archive": {"archives": 1.5},
    "text": {"text": 1.0},
}
#: Another name for the same field.
SAME = {"recipient": "to"}
#: Those whose value is no word: see ``values``.
VALUED = ("shelfmark", "date", "possibly", "certainly")
#: Every field, as it is written.
NAMES = (*FIELDS, *SAME, *VALUED)
#: A text in that language. ``to`` is the recipient and no Tongan.
LANGUAGES = frozenset(
    {*STEMMERS, *("zh", "ja", "ko", "he", "uk", "be", "bg", "ka", "mn", "th", "ur", "vi")}
)
