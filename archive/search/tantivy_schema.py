"""The schema of a tantivy index, and our documents in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import tantivy

from archive.search.documents import IndexDocument
from archive.search.fields import (
    ANALYSES,
    FACETS,
    LABELLED,
    NUMBERS,
    ORDERS,
    PRACTICE,
    facet_field,
    text_fields,
    value_field,
)


@cache
def schema() -> tantivy.Schema:
    """Every field. Tokens come separated by spaces, all made by our analyser.

    ``number`` and ``digest`` are there for ``index --check``.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("digest", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("number", stored=True)
    for name in text_fields():
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in (*FACETS, ANALYSES, PRACTICE):
        builder.add_text_field(
            facet_field(name), fast=True, tokenizer_name="raw", index_option="basic"
        )
        builder.add_text_field(value_field(name), tokenizer_name="raw", index_option="basic")
    for name in ORDERS.values():
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in NUMBERS:
        builder.add_integer_field(name, fast=True, indexed=True)
    return builder.build()


def tantivy_document(document: IndexDocument, code: Callable[[str], str]) -> tantivy.Document:
    """Our document as tantivy takes it, ``code`` in the place of each value that is counted."""
    made = tantivy.Document()
    made.add_text("id", document.id)
    made.add_text("digest", document.digest())
    made.add_integer("number", document.number)
    for name, tokens in document.words.items():
        made.add_text(name, tokens)
    facets = {**document.facets, PRACTICE: ("yes" if document.practice else "no",)}
    for name, values in facets.items():
        for value in values:
            made.add_text(facet_field(name), code(value) if name in FACETS else value)
            made.add_text(value_field(name), value.partition(LABELLED)[0])
    for name, value in document.orders.items():
        made.add_text(name, value)
    for name, numbers in document.numbers.items():
        for number in numbers:
            made.add_integer(name, number)
    return made
