from __future__ import annotations

import msgspec
import pytest

from archive.search.opensearch_address import Address
from archive.search.opensearch_mapping import index_body, source
from archive.search.ties import tie
from tests.search.indexes import indexed

ADDRESS = Address((("search", 9200),), "records", shards=2)


def test_a_document_as_the_engine_takes_it() -> None:
    document = indexed("r7", "boats guns", day="0001-01-02", kind="letter")
    whole = {
        "id": "r7",
        "digest": document.digest(),
        "number": 1,
        "text": "boats guns",
        "text_en": "boats guns",
        "facet_kind": ("letter\x1fLetter",),
        "value_kind": ["letter"],
        "facet_analysis": ("en",),
        "value_analysis": ["en"],
        "facet_practice": ("no",),
        "value_practice": ["no"],
        "by_date": "0001-01-02~r7",
        "earliest": (2,),
        "latest": (2,),
        "tie": (tie("r7"),),
    }
    assert source(document) == whole
    composed = source(msgspec.structs.replace(document, practice=True))
    assert (composed["facet_practice"], composed["value_practice"]) == (("yes",), ["yes"])


@pytest.mark.parametrize(
    ("replicas", "copies"),
    [(None, {"auto_expand_replicas": "0-1"}), (0, {"number_of_replicas": 0})],
)
def test_an_index_as_it_is_made(replicas: int | None, copies: dict[str, object]) -> None:
    address = Address(ADDRESS.nodes, ADDRESS.name, shards=2, replicas=replicas)
    body = index_body(address)
    assert body["settings"] == {
        "number_of_shards": 2,
        **copies,
        "refresh_interval": "-1",
        "max_result_window": 10_000,
        "analysis": {
            "tokenizer": {"spaces": {"type": "whitespace", "max_token_length": 8_191}},
            "analyzer": {"tokens": {"type": "custom", "tokenizer": "spaces"}},
        },
    }


def test_every_part_of_a_document_has_a_field_and_the_wording_is_not_kept() -> None:
    mapping = index_body(ADDRESS)["mappings"]
    assert (mapping["dynamic"], mapping["_source"]) == ("strict", {"enabled": False})
    fields = mapping["properties"]
    assert source(indexed("r1", "boats")).keys() <= fields.keys()
    shown = (
        "text_ru",
        "shelfmarks",
        "facet_sender",
        "value_sender",
        "value_kind",
        "by_new",
        "doubtful",
        "id",
    )
    assert {name: fields[name] for name in shown} == {
        "text_ru": {"type": "text", "analyzer": "tokens"},
        "shelfmarks": {"type": "text", "analyzer": "tokens"},
        "facet_sender": {"type": "keyword", "index": False, "ignore_above": 8_191},
        "value_sender": {"type": "keyword", "doc_values": True, "ignore_above": 8_191},
        "value_kind": {"type": "keyword", "doc_values": False, "ignore_above": 8_191},
        "by_new": {"type": "keyword", "index": False},
        "doubtful": {"type": "long"},
        "id": {"type": "keyword"},
    }
