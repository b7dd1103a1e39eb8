"""The rows of the most frequent words, kept in a file beside a whole tantivy index.

To ask tantivy for the rows of a word that stands in every third record takes longer than anything
else of an answer, so they are kept, field by field and of the word as it is sought in all of them.
Where a document stands in a row for good, what was marked once stays true: the file is written at the
end of a rebuild, and tells of the rows that there were then.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import numpy as np
import tantivy

from archive.search.clauses import Best, Clause, Term
from archive.search.fields import CHOICES, EXACT, PRACTICE, text_fields, value_field
from archive.search.tantivy_marked import Marked, bytes_of
from archive.search.tree_clauses import fields_of
from archive.search.word_clauses import word_clause
from archive.search.wording import understand

NAME = "frequent-words"
#: A word is frequent that stands in one record of so many at least.
_ONE_IN = 16
#: Of a field no more words are frequent.
_MOST = 10_000
_END = b"\n"

#: What is kept: of a word in a field, or in any of several.
Kept = Term | Best


class _Head(msgspec.Struct, frozen=True):
    """How many rows there were, how many of them had documents, and the keys of the clauses in the
    order of their marks."""

    rows: int
    documents: int
    keys: tuple[str, ...]


class Frequent:
    """The marks of frequent words as readers have them, of the first ``rows``, which held so many
    ``documents``, in so many ``bytes`` each; none where the file is not there."""

    def __init__(self, folder: Path) -> None:
        """Raises ``OSError`` and ``ValueError`` where the file is not whole."""
        path = folder / NAME
        self.rows = self.documents = 0
        self._places: dict[str, int] = {}
        self._marks = np.empty((0, 0), np.uint8)
        if not path.exists():
            return
        with path.open("rb") as file:
            line = file.readline()
        head = msgspec.json.decode(line, type=_Head)
        self._places = {key: at for at, key in enumerate(head.keys)}
        self.rows, self.documents = head.rows, head.documents
        if head.keys:
            shape = len(head.keys), bytes_of(head.rows)
            # As a plain array: numpy asks each part of a ``memmap`` what it is to become.
            self._marks = np.asarray(np.memmap(path, np.uint8, "r", len(line), shape))

    @property
    def bytes(self) -> int:
        return self._marks.shape[1]

    def __contains__(self, clause: Kept) -> bool:
        return _key(clause) in self._places

    def marks(self, clause: Kept) -> Marked | None:
        """The marks of a word in a field or in several, None where they are not kept."""
        at = self._places.get(_key(clause))
        return None if at is None else self._marks[at]


def _key(clause: Kept) -> str:
    """The same for the same words in the same fields; none where something else is sought."""
    if isinstance(clause, Term):
        return f"{clause.field} {clause.value}"
    words = [f"{each.field} {each.value}" for each, _ in clause.options if isinstance(each, Term)]
    if len(words) < len(clause.options):
        return ""
    return hashlib.blake2b("\n".join(sorted(words)).encode(), digest_size=16).hexdigest()


def frequent_words(searcher: tantivy.Searcher) -> Iterator[Term]:
    """The frequent words of an index from which nothing was taken out, and the values that records
    are chosen by, field by field."""
    for field in (*text_fields(), *map(value_field, (*CHOICES, "with", PRACTICE))):
        for token, documents in searcher.terms_with_prefix(field, "", limit=_MOST):
            if documents * _ONE_IN >= searcher.num_docs:
                yield Term(field, token)


def anywhere(words: Iterable[Term], languages: Iterable[str]) -> Iterator[Best]:
    """These words as they are sought in all fields at once, where documents were stemmed in these
    languages."""
    for word in dict.fromkeys(each.value for each in words if each.field in EXACT):
        for piece in understand(word).pieces:
            clause = word_clause(piece, fields_of("", as_typed=False), languages)
            if isinstance(clause, Best) and _key(clause):
                yield clause


def keep(
    folder: Path,
    rows: int,
    documents: int,
    clauses: Iterable[Kept],
    marked: Callable[[Clause], Marked],
) -> None:
    """Write the marks of these clauses, of all the rows that there are; who reads the file reads on
    in what it was."""
    found = {_key(clause): marked(clause) for clause in clauses}
    head = _Head(rows, documents, tuple(found))
    part = folder / f"{NAME}.part"
    with part.open("wb") as file:
        file.write(msgspec.json.encode(head) + _END)
        file.writelines(marks.tobytes() for marks in found.values())
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / NAME)
