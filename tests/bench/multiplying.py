"""An archive of the shared records made as large as is asked for, with variants of its editions.

``python -m tests.bench.multiplying COUNT``, in the environment of an archive that has published
records. Publishing 100,000 records would take most of an hour; variants go straight into the tables
that readers' side reads, as they would stand there after publication. They are indexed as any other.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import multiprocessing
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from archive.editions.content import Content
from archive.records.identifiers import ALPHABET, check_character
from tests.bench.varying import Varying
from tests.shared_data import SHARED

_LANGUAGES = ("ru", "zh", "ko", "de", "ar", "fr", "he")
_SENTENCES = SHARED / "data" / "parallel" / "ntrex.sentences.json.xz"
#: What the source identifiers of variants begin with.
VARIED = "varied:"
_ALPHABET_AT = 29**7

_varying: Varying

_TABLE = """
CREATE TEMP TABLE varied
  (id text, of text, number int, title text, date text, canonical text, sha256 text)
"""
_COPY = "COPY varied (id, of, number, title, date, canonical, sha256) FROM STDIN"
_EDITIONS = """
INSERT INTO editions_edition
  (record_id, number, title, published_at, published_by, note, canonical, sha256)
SELECT v.id, 1, v.title, e.published_at - v.number * interval '1 minute', e.published_by, '',
  v.canonical, v.sha256
FROM varied v JOIN editions_availability a ON a.record_id = v.of
JOIN editions_edition e ON e.id = a.newest_id
"""
_APPARATUS = """
INSERT INTO editions_apparatus (edition_id, revision, made_at, stored, program)
SELECT e.id, 1, p.made_at, p.stored, p.program
FROM varied v JOIN editions_edition e ON e.record_id = v.id
JOIN editions_availability a ON a.record_id = v.of
JOIN editions_apparatus p ON p.edition_id = a.newest_id
"""


def fill(count: int) -> None:
    """Add variants until so many records are published, each of them as its number makes it."""
    from django.db import connection, transaction

    from archive.editions.models import Availability
    from archive.records.models import Record

    published = Availability.objects.count()
    own = Availability.objects.exclude(source_id__startswith=VARIED)
    base = list(own.order_by("record_id").values_list("record_id", "newest__canonical"))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_TABLE)
        with cursor.copy(_COPY) as copy:
            for row in _rows(base, range(published - len(base), count - len(base))):
                copy.write_row(row)
        mine = "v.id", f"'{VARIED}' || v.id"
        _insert(cursor, Record, "v.of = b.id", id=mine[0], source_id=mine[1],
                title="v.title", date="v.date", earliest="NULL", latest="NULL",
                received_digest="NULL")  # fmt: skip
        cursor.execute(_EDITIONS)
        cursor.execute(_APPARATUS)
        newest = "(SELECT e.id FROM editions_edition e WHERE e.record_id = v.id)"
        _insert(cursor, Availability, "v.of = b.record_id", record_id=mine[0],
                source_id=mine[1], newest_id=newest)  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _insert(cursor: Any, model: Any, joined: str, **other: str) -> None:
    """The rows of the records that were varied, with those columns otherwise."""
    columns = [field.column for field in model._meta.concrete_fields]
    values = ", ".join(other.get(column, f"b.{column}") for column in columns)
    cursor.execute(
        f"INSERT INTO {model._meta.db_table} ({', '.join(columns)})"
        f" SELECT {values} FROM varied v JOIN {model._meta.db_table} b ON {joined}"
    )


def _rows(base: Sequence[tuple[str, str]], numbers: range) -> Iterator[tuple[Any, ...]]:
    """Made by as many processes as there are processors; which makes one changes nothing."""
    from archive.editions.content import thaw

    contents = [thaw(canonical) for _, canonical in base]
    fork = multiprocessing.get_context("fork")
    with fork.Pool(initializer=_begin, initargs=(contents, _sentences())) as pool:
        for number, made in zip(numbers, pool.imap(_variant, numbers, 50), strict=True):
            yield (_name(number), base[number % len(base)][0], number, *made)


def _begin(contents: Sequence[Content], sentences: Mapping[str, Sequence[str]]) -> None:
    global _varying
    _varying = Varying(contents, sentences)


def _variant(number: int) -> tuple[str, str, str, str]:
    """Title, date, canonical wording and its digest."""
    content = _varying.variant(number)
    # Sorted keys are the canonical form here, where there is no number that is not whole.
    canonical = msgspec.json.encode(content, order="sorted")
    digest = hashlib.sha256(canonical).hexdigest()
    return content.record.title, content.record.date or "", canonical.decode(), digest


def _name(number: int) -> str:
    """A record's name of nine characters, where minted ones have eight: none is taken."""
    left, name = number + _ALPHABET_AT, ""
    while left:
        left, digit = divmod(left, len(ALPHABET))
        name = ALPHABET[digit] + name
    return name + check_character(name)


def _sentences() -> dict[str, list[str]]:
    if not _SENTENCES.exists():
        return {}
    with lzma.open(_SENTENCES, "rt", encoding="utf-8") as stream:
        given = json.load(stream)
    return {language: given[language] for language in _LANGUAGES}


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    fill(int(sys.argv[1]))
