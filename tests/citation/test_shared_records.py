"""The shared records in every file, each read back by libraries that did not write it.

By default one record in 100; all 4,027 take some minutes: ``EVERY_RECORD=1 pytest`` this file.
"""

from __future__ import annotations

import lzma
import os
from functools import cache

import msgspec
import pytest

from archive.citation.formats import FORMATS
from archive.editions.document import RecordDocument
from archive.editions.reading import Reading
from tests.citation.editions import as_published
from tests.citation.readers import READERS, targets
from tests.shared_data import shared_path

_STEP = 1 if os.environ.get("EVERY_RECORD") else 100


@cache
def _records() -> list[Reading]:
    files = [shared_path(f"data/records/{name}.jsonl.xz") for name in ("frus", "qhod")]
    lines = [line for file in files for line in lzma.decompress(file.read_bytes()).splitlines()]
    assert len(lines) == 4027
    decoded = (msgspec.json.decode(line, type=RecordDocument) for line in lines[::_STEP])
    named = (msgspec.structs.replace(record, id="fp4k7x2b") for record in decoded)
    return list(map(as_published, named))


@pytest.mark.parametrize("extension", READERS)
def test_none_is_refused_and_no_field_is_lost(extension: str) -> None:
    refused = []
    for edition in _records():
        try:
            for target in targets(edition):
                READERS[extension](edition, target)
        except Exception as problem:
            refused.append((edition.standing.source_id, repr(problem)[:300]))
    assert refused == []


def test_each_is_written_in_every_format() -> None:
    for edition in _records():
        assert all(format.write(edition) for format in FORMATS.values())
