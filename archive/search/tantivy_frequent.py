"""The rows of the most frequent words, kept in a file beside a whole tantivy index.

To ask tantivy for the rows of a word that stands in every third record takes longer than anything
else of an answer. Where a document stands in a row for good, what was marked once stays true: the
file is written at the end of a rebuild, and tells of the rows that there were then.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import numpy as np
import tantivy

from archive.search.clauses import Clause, Term
from archive.search.fields import CHOICES, PRACTICE, text_fields, value_field
from archive.search.tantivy_marked import Marked, bytes_of

NAME = "frequent-words"
#: A word is frequent that stands in one record of so many at least.
_ONE_IN = 16
#: Of a field no more words are frequent.
_MOST = 10_000
_END = b"\n"


class _Head(msgspec.Struct, frozen=True):
    """How many rows there were, the words by field and token, in the order of their marks, and how
    many of the rows had documents."""

    rows: int
    words: tuple[tuple[str, str], ...]
    documents: int = 0


class Frequent:
    """The marks of frequent words as readers have them, of the first ``rows``, which held so many
    ``documents``, in so many ``bytes`` each; none where the file is not there."""

    def __init__(self, folder: Path) -> None:
        """Raises ``OSError`` and ``ValueError`` where the file is not whole."""
        path = folder / NAME
        self.rows = self.documents = 0
        self._places: dict[Term, int] = {}
        self._marks = np.empty((0, 0), np.uint8)
        if not path.exists():
            return
        with path.open("rb") as file:
            line = file.readline()
        head = msgspec.json.decode(line, type=_Head)
        self._places = {Term(*word): at for at, word in enumerate(head.words)}
        self.rows, self.documents = head.rows, head.documents
        if head.words:
            shape = len(head.words), bytes_of(head.rows)
            self._marks = np.memmap(path, np.uint8, "r", len(line), shape)

    @property
    def bytes(self) -> int:
        return self._marks.shape[1]

    def __contains__(self, term: Term) -> bool:
        return term in self._places

    def marks(self, term: Term) -> Marked | None:
        """The marks of a word, None where it is not among the frequent ones."""
        at = self._places.get(term)
        return None if at is None else self._marks[at]


def frequent_words(searcher: tantivy.Searcher) -> Iterator[Term]:
    """The frequent words of an index from which nothing was taken out, and the values that records
    are chosen by, field by field."""
    for field in (*text_fields(), *map(value_field, (*CHOICES, "with", PRACTICE))):
        for token, documents in searcher.terms_with_prefix(field, "", limit=_MOST):
            if documents * _ONE_IN >= searcher.num_docs:
                yield Term(field, token)


def keep(
    folder: Path,
    rows: int,
    documents: int,
    words: Iterable[Term],
    marked: Callable[[Clause], Marked],
) -> None:
    """Write the marks of these words, of all the rows that there are."""
    found = [(word, marked(word)) for word in words]
    head = _Head(rows, tuple((word.field, word.value) for word, _ in found), documents)
    with (folder / NAME).open("wb") as file:
        file.write(msgspec.json.encode(head) + _END)
        file.writelines(marks.tobytes() for _, marks in found)
        file.flush()
        os.fsync(file.fileno())
