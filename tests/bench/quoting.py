"""Quotations to be checked in a large archive.

``python -m tests.bench.quoting COUNT``, in the environment of an archive that
``tests.bench.multiplying`` has made large, lists the wordings of the variants, as publishing them would
have done, and prints the addresses of so many checks, as JSON: of every five one quotation word for
word, two with a word exchanged, one of six words, one that nobody said.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
from collections.abc import Iterator
from urllib.parse import urlencode

from tests.bench.multiplying import VARIED

_COLUMNS = "record_id, text, passage, digest, first, last, fingerprints"
_COPY = f"COPY editions_wording ({_COLUMNS}) FROM STDIN"
_INDEX = "CREATE INDEX wording_fingerprints ON editions_wording USING gin (fingerprints)"
_UNLISTED = """
SELECT a.record_id, e.canonical FROM editions_availability a
JOIN editions_edition e ON e.id = a.newest_id
WHERE a.source_id LIKE %s ORDER BY a.record_id
"""
_LONG, _SHORT = 25, 6
_BRACKETS = str.maketrans("", "", "[]")

_Row = tuple[str, str, str, int, int, int, list[int]]


def list_variants() -> None:
    """Every wording of the variants, by as many processes as there are processors."""
    from django.db import connection, transaction

    fork = multiprocessing.get_context("fork")
    with fork.Pool() as pool, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP INDEX wording_fingerprints")
        rows = pool.imap(_wordings, _variants(), 50)
        with cursor.copy(_COPY) as copy:
            for row in (row for several in rows for row in several):
                copy.write_row(row)
    with connection.cursor() as cursor:
        cursor.execute(_INDEX)
        cursor.execute("ANALYZE editions_wording")


def _variants() -> Iterator[tuple[str, str]]:
    from django.db import DEFAULT_DB_ALIAS, connections

    # A connection of its own: the other one is copying rows meanwhile.
    own = connections.create_connection(DEFAULT_DB_ALIAS)
    own.ensure_connection()
    with own.connection as opened, opened.transaction(), opened.cursor("variants") as cursor:
        cursor.execute(_UNLISTED, [f"{VARIED}%"])
        yield from cursor


def _wordings(given: tuple[str, str]) -> list[_Row]:
    from archive.editions.content import thaw
    from archive.editions.wordings import said
    from archive.texts.fingerprints import fingerprints

    record_id, canonical = given
    return [
        (record_id, known.text, known.passage, known.digest, 1, 1, fingerprints(words))
        for known, words in said(thaw(canonical))
    ]


def addresses(count: int) -> list[str]:
    """The pages that check so many quotations, always the same for the same records."""
    from archive.editions.models import Availability

    chance = random.Random(1946)
    names = list(Availability.objects.order_by("record_id").values_list("record_id", flat=True))
    asked = [_asked(chance, number, names) for number in range(count)]
    return [f"/quotations.json?{urlencode({'q': ' '.join(words)})}" for words in asked]


def _asked(chance: random.Random, number: int, names: list[str]) -> list[str]:
    from archive.editions.models import Edition
    from archive.texts.fingerprints import has_a_run

    words: list[str] = []
    # "Not printed." may be all that a record has: too little to be checked.
    while not has_a_run(" ".join(words)):
        newest = Edition.objects.filter(record=chance.choice(names)).latest("number")
        words = _passage(newest.canonical)
    length = _SHORT if number % 5 == 3 else _LONG
    start = chance.randrange(max(len(words) - length, 1))
    quoted = words[start : start + length]
    if number % 5 in (1, 2):
        quoted[len(quoted) // 2] = "lighthouse"
    if number % 5 == 4:
        chance.shuffle(quoted)
    return quoted


def _passage(canonical: str) -> list[str]:
    """The words of the longest passage of an edition, without the brackets in which a quotation has
    what somebody else put in: of nothing but that no quotation is made."""
    from archive.editions.content import thaw
    from archive.editions.wordings import said

    return max(
        (words.translate(_BRACKETS).split() for _, words in said(thaw(canonical))),
        key=len,
        default=[],
    )


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    list_variants()
    print(json.dumps(addresses(int(sys.argv[1]))))
