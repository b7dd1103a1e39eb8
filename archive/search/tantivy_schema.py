"""The schema of a tantivy index, and our documents in it."""

from __future__ import annotations

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

#: The number of a document's row (``tantivy_rows``), and a bit for it in one of the halves of a block
#: of rows, of so many each; as many as a sum of powers of two can tell apart.
ROW, HALVES, BITS = "row", ("row_low", "row_high"), 48


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
    builder.add_text_field(
        facet_field(ANALYSES), fast=True, tokenizer_name="raw", index_option="basic"
    )
    for name in (*FACETS, ANALYSES, PRACTICE):
        builder.add_text_field(value_field(name), tokenizer_name="raw", index_option="basic")
    for name in ORDERS.values():
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in NUMBERS:
        builder.add_integer_field(name, fast=True, indexed=True)
    for name in (ROW, *HALVES):
        builder.add_integer_field(name, fast=True)
    return builder.build()


def tantivy_document(document: IndexDocument, row: int) -> tantivy.Document:
    """Our document as tantivy takes it, with the number of its row."""
    made = tantivy.Document()
    made.add_text("id", document.id)
    made.add_text("digest", document.digest())
    made.add_integer("number", document.number)
    for name, tokens in document.words.items():
        made.add_text(name, tokens)
    facets = {**document.facets, PRACTICE: ("yes" if document.practice else "no",)}
    for name, values in facets.items():
        for value in values:
            made.add_text(value_field(name), value.partition(LABELLED)[0])
    for value in document.facets.get(ANALYSES, ()):
        made.add_text(facet_field(ANALYSES), value)
    for name, value in document.orders.items():
        made.add_text(name, value)
    for name, numbers in document.numbers.items():
        for number in numbers:
            made.add_integer(name, number)
    made.add_integer(ROW, row)
    for half, name in enumerate(HALVES):
        made.add_integer(name, 1 << row % BITS if row // BITS % len(HALVES) == half else 0)
    return made
