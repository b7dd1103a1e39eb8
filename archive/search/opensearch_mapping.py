"""The mapping of an OpenSearch index, and our documents in it."""

from __future__ import annotations

from typing import Any

from archive.search.documents import IndexDocument
from archive.search.fields import (
    ANALYSES,
    FACETS,
    LABELLED,
    NAMED_FACETS,
    NUMBERS,
    ORDERS,
    PRACTICE,
    facet_field,
    text_fields,
    value_field,
)
from archive.search.opensearch_address import Address

#: Characters of a token, and of a facet's value: of four bytes each they fit into what Lucene
#: takes for one term, 32,766 bytes. Ours are shorter.
_LONGEST = 8_191
#: A page reaches as deep as ``query.DEEPEST``; an export of everything is read in one order.
_DEEPEST = 10_000

_TOKENS = {"type": "text", "analyzer": "tokens"}
_KEY = {"type": "keyword", "doc_values": False, "ignore_above": _LONGEST}
_COUNTED = {"type": "keyword", "index": False, "ignore_above": _LONGEST}


def index_body(address: Address) -> dict[str, Any]:
    """What a new index is made with.

    Tokens come separated by spaces, all made by our analyser. The wording itself is not kept:
    an answer is ids. What is written is seen when the writer says so (``refresh``), not before.
    """
    copies: dict[str, Any] = {"auto_expand_replicas": "0-1"}
    if address.replicas is not None:
        copies = {"number_of_replicas": address.replicas}
    return {
        "settings": {
            "number_of_shards": address.shards,
            **copies,
            "refresh_interval": "-1",
            "max_result_window": _DEEPEST,
            "analysis": {
                "tokenizer": {"spaces": {"type": "whitespace", "max_token_length": _LONGEST}},
                "analyzer": {"tokens": {"type": "custom", "tokenizer": "spaces"}},
            },
        },
        "mappings": {
            "dynamic": "strict",
            "_source": {"enabled": False},
            "properties": _properties(),
        },
    }


def _properties() -> dict[str, Any]:
    facets = (*FACETS, ANALYSES, PRACTICE)
    return {
        "id": {"type": "keyword"},
        "digest": {"type": "keyword", "index": False},
        "number": {"type": "integer", "index": False},
        **dict.fromkeys(text_fields(), _TOKENS),
        **{facet_field(name): _COUNTED for name in facets},
        **{value_field(name): _KEY for name in facets},
        **{value_field(name): {**_KEY, "doc_values": True} for name in NAMED_FACETS},
        **{name: {"type": "keyword", "index": False} for name in ORDERS.values()},
        **{name: {"type": "long"} for name in NUMBERS},
    }


def source(document: IndexDocument) -> dict[str, Any]:
    """Our document as OpenSearch takes it."""
    facets = {**document.facets, PRACTICE: ("yes" if document.practice else "no",)}
    return {
        "id": document.id,
        "digest": document.digest(),
        "number": document.number,
        **document.words,
        **{facet_field(name): values for name, values in facets.items()},
        **{
            value_field(name): [value.partition(LABELLED)[0] for value in values]
            for name, values in facets.items()
        },
        **document.orders,
        **document.numbers,
    }
