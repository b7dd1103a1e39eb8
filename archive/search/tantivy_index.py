"""A tantivy index on disk: opened once in a process, followed as other processes write it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import Any

import tantivy

from archive.search import generations
from archive.search.documents import IndexDocument
from archive.search.fields import ANALYSES, facet_field
from archive.search.tantivy_beside import Beside, writing_beside
from archive.search.tantivy_counting import Counted, counting
from archive.search.tantivy_frequent import Frequent, anywhere, frequent_words, keep
from archive.search.tantivy_marked import marked
from archive.search.tantivy_marking import Marking
from archive.search.tantivy_rows import Rows
from archive.search.tantivy_schema import schema, tantivy_document
from archive.search.unavailable import REBUILD, SearchUnavailable

#: Bytes that a writer may fill before it writes a segment. A whole index takes more, so that it comes
#: to few segments: each facet is counted in every one of them.
_HEAP, _WHOLE_HEAP = 64_000_000, 256_000_000
#: Tantivy merges as many segments of like size, so a whole index of more documents than fill a heap is
#: committed in so many parts, which become one segment.
_PARTS, _UNDIVIDED = 8, 10_000
_MOST_LANGUAGES = 100


@contextlib.contextmanager
def engine_errors() -> Iterator[None]:
    """Whatever goes wrong within the engine becomes ``SearchUnavailable``.

    A panic of the engine is no ``Exception`` in Python, hence the look at its name.
    """
    try:
        yield
    except (ValueError, OSError) as error:
        raise SearchUnavailable(f"The index cannot be read ({error}). Run {REBUILD}.") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise SearchUnavailable(f"The index is damaged ({error}). Run {REBUILD}.") from error


@dataclass(frozen=True, slots=True)
class Opened:
    """One generation, and the state of its files when last loaded. ``counted`` counts its facets,
    ``languages`` are those in which any document was stemmed."""

    generation: str
    index: tantivy.Index
    stamp: tuple[int, int, int]
    searcher: tantivy.Searcher
    rows: Rows
    frequent: Frequent
    counted: Counted
    languages: tuple[str, ...]


class TantivyIndex:
    """The index of one folder, shared by the threads of a process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opened: Opened | None = None
        self._lock = Lock()

    @property
    def generation(self) -> str | None:
        """The name of the current generation, None where it must be made."""
        return generations.current(self.folder)

    def opened(self) -> Opened:
        """A view of the newest commit of the current generation. Raises ``SearchUnavailable``."""
        with self._lock, engine_errors():
            generation = self.generation
            if generation is None:
                self._opened = None
                raise SearchUnavailable(f"There is no index in {self.folder}. Run {REBUILD}.")
            stamp = _stamp(_meta(self.folder, generation))
            opened = self._opened
            if opened is None or opened.generation != generation:
                index = tantivy.Index(schema(), str(self.folder / generation))
                rows, frequent = Rows(self.folder / generation), Frequent(self.folder / generation)
                self._opened = _opened(generation, index, stamp, rows, frequent)
            elif opened.stamp != stamp:
                opened.index.reload()
                self._opened = _opened(
                    generation, opened.index, stamp, opened.rows, opened.frequent
                )
            assert self._opened is not None
            return self._opened

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writer]:
        """A writer of the current generation, committed at the end; nothing is written where an
        exception ends the block. Raises ``SearchUnavailable``."""
        generation = self.generation
        if generation is None:
            raise SearchUnavailable(f"There is no index in {self.folder}. Run {REBUILD}.")
        with _writer(self.folder / generation, _HEAP) as writer:
            yield writer

    @contextlib.contextmanager
    def rebuilding(self, expected: int = 0) -> Iterator[tuple[str, Writer]]:
        """A writer of a new generation, and its name; it becomes current at the end. Documents that
        are ``expected`` in great number come to one segment."""
        part = -(-expected // _PARTS) if expected > _UNDIVIDED else 0
        with engine_errors():
            name = generations.begin(self.folder)
        try:
            with _writer(self.folder / name, _WHOLE_HEAP, part) as writer:
                yield name, writer
            with engine_errors():
                if part:
                    _keep_frequent(self.folder / name)
                generations.take_over(self.folder, name)
        except BaseException:
            generations.discard(self.folder, name)
            raise


class Writer:
    """Puts documents in place of those of the same record; a whole index is committed in parts of
    so many documents, 0 where at its end alone."""

    sure = True

    def __init__(self, writer: tantivy.IndexWriter, beside: Beside, part: int) -> None:
        self._writer = writer
        self._beside = beside
        self._part = part
        self._put = 0

    def put(self, documents: Iterable[IndexDocument]) -> None:
        """Add each, in place of the record's former one."""
        for document in documents:
            self.remove(document.id)
            self._writer.add_document(tantivy_document(document, self._beside.row(document.facets)))
            self._put += 1
            if self._part and self._put % self._part == 0:
                self._writer.commit()

    def remove(self, record_id: str) -> None:
        """Take a record out; one that is not there is no error."""
        self._writer.delete_documents_by_term("id", record_id)

    def clear(self) -> None:
        """Take every record out."""
        self._writer.delete_all_documents()


@contextlib.contextmanager
def _writer(path: Path, heap: int, part: int = 0) -> Iterator[Writer]:
    with engine_errors():
        index = tantivy.Index(schema(), str(path))
        writer = index.writer(heap, 1)
        # A commit killed before it was noted leaves files whose names this one may need.
        writer.garbage_collect_files()
    try:
        with writing_beside(path) as beside:
            yield Writer(writer, beside, part)
            beside.keep()
    except BaseException as error:
        with contextlib.suppress(ValueError):
            writer.rollback()
        if isinstance(error, OSError):
            raise SearchUnavailable(f"The index cannot be written ({error}).") from error
        raise
    else:
        with engine_errors():
            writer.commit()
    finally:
        with engine_errors():
            writer.wait_merging_threads()


def _opened(
    generation: str,
    index: tantivy.Index,
    stamp: tuple[int, int, int],
    rows: Rows,
    frequent: Frequent,
) -> Opened:
    searcher = index.searcher()
    rows.follow()
    counted = counting(searcher, rows, frequent)
    return Opened(generation, index, stamp, searcher, rows, frequent, counted, _languages(searcher))


def _languages(searcher: tantivy.Searcher) -> tuple[str, ...]:
    buckets: dict[str, Any] = searcher.aggregate(
        tantivy.Query.all_query(),
        {"a": {"terms": {"field": facet_field(ANALYSES), "size": _MOST_LANGUAGES}}},
    )
    return tuple(sorted(bucket["key"] for bucket in buckets["a"]["buckets"]))


def _keep_frequent(folder: Path) -> None:
    searcher, rows = tantivy.Index(schema(), str(folder)).searcher(), Rows(folder)
    rows.follow()
    words = list(frequent_words(searcher))
    write = partial(keep, folder, len(rows), searcher.num_docs)
    write(words, partial(marked, searcher, len(rows)))
    # Most of what a word has in all fields is what it has in one, which stands there now.
    marks = Marking(searcher, len(rows), Frequent(folder))
    write([*words, *anywhere(words, _languages(searcher))], marks)


@lru_cache(maxsize=16)
def _meta(folder: Path, generation: str) -> Path:
    return folder / generation / "meta.json"


def _stamp(meta: Path) -> tuple[int, int, int]:
    status = meta.stat()
    return status.st_mtime_ns, status.st_ino, status.st_size


@cache
def index_in(folder: Path) -> TantivyIndex:
    """The index of a folder, one object in a process."""
    return TantivyIndex(folder)
