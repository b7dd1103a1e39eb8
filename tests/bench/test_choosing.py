from __future__ import annotations

from pathlib import Path

from archive.exchange.ingest.decode import decode
from tests.bench.choosing import COPIES, other_texts, three_texts, write_copies


def test_each_copy_is_a_record_of_its_own_with_three_texts(tmp_path: Path) -> None:
    found = [decode(line) for line in write_copies(tmp_path).read_bytes().splitlines()]
    assert len({record.source_id for record in found}) == COPIES
    assert {tuple(text.key for text in record.texts) for record in found} == {("en", "ru", "en-b")}


def test_no_address_is_asked_for_twice_and_none_is_the_archives_own() -> None:
    found = [*other_texts("x"), *three_texts("x")]
    assert (len(found), len(set(found))) == (48, 48)
    assert "/records/x/?left=en&right=ru" not in found
    assert not any("left=en&right=ru&also" in path for path in found)
    assert "/records/x/v1/?left=ru&right=en&also=en-b&rows=sentences" in found
