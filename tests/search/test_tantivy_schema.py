from __future__ import annotations

import msgspec
import tantivy

from archive.search.tantivy_schema import schema, tantivy_document
from archive.search.ties import tie
from tests.search.indexes import indexed


def test_a_document_as_the_engine_takes_it() -> None:
    document = indexed("r7", "boats guns", day="0001-01-02", kind="letter")
    whole = {
        "id": ["r7"],
        "digest": [document.digest()],
        "number": [1],
        "text": ["boats guns"],
        "text_en": ["boats guns"],
        "value_kind": ["letter"],
        "facet_analysis": ["en"],
        "value_analysis": ["en"],
        "value_practice": ["no"],
        "by_date": ["0001-01-02~r7"],
        "earliest": [2],
        "latest": [2],
        "tie": [tie("r7")],
        "row": [99],
        "row_low": [8],
        "row_high": [0],
    }
    assert tantivy_document(document, 99).to_dict() == whole
    later = {**whole, "row": [50], "row_low": [0], "row_high": [4]}
    assert tantivy_document(document, 50).to_dict() == later
    composed = tantivy_document(msgspec.structs.replace(document, practice=True), 99).to_dict()
    assert composed == {**whole, "digest": composed["digest"], "value_practice": ["yes"]}


def test_what_is_stored_is_what_a_check_and_a_hit_need() -> None:
    index = tantivy.Index(schema())
    document = indexed("r7", "boats")
    writer = index.writer(15_000_000, 1)
    writer.add_document(tantivy_document(document, 0))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    ((_, address),) = searcher.search(tantivy.Query.all_query(), 1).hits
    assert searcher.doc(address).to_dict() == {
        "id": ["r7"],
        "digest": [document.digest()],
        "number": [1],
    }
