"""OpenSearch asked what tantivy is asked, of the same documents, in one run.

``python -m tests.bench.clustered RECORDS QUESTIONS``, in the environment of an archive that has so many
published records, starts a cluster of two nodes, indexes them in both engines, asks so many questions of
each kind, and prints a table in Markdown. Needs a JDK and Maven. The processor time is that of the
process that asks and of both nodes.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import msgspec

from tests.bench import usage
from tests.bench.engines import Ours, Times, asked
from tests.bench.many_table import both, half
from tests.bench.questions import KINDS
from tests.opensearch.cluster import Cluster

_ENGINES = {
    "tantivy": "archive.search.tantivy_backend.TantivyEngine",
    "OpenSearch": "archive.search.opensearch_backend.OpenSearchEngine",
}
#: Questions of all kinds before the first that counts: a virtual machine compiles what it does often.
_WARM = 4
_Cpu = Callable[[], float]


def measure(records: int, count: int) -> Iterator[str]:
    """The table, as Markdown."""
    documents = _documents(records)
    questions = asked(count)
    taken: dict[str, dict[str, Times]] = {}
    with tempfile.TemporaryDirectory() as folder, _cluster() as cluster:
        addresses = {"tantivy": f"tantivy://{folder}", "OpenSearch": cluster.url("bench")}
        for name, address in addresses.items():
            _choose(name, address)
            cpu = _cpu_of(cluster) if name == "OpenSearch" else time.process_time
            before = cpu()
            _fill(documents)
            each = 1000 * (cpu() - before) / len(documents)
            yield f"{name}: {each:.1f} ms of CPU to hold each of {len(documents):,} documents."
            engine = Ours(cpu)
            for question in questions[::_WARM]:
                engine.ask(question)
            taken[name] = {
                kind: engine.time(list(same)) for kind, same in groupby(questions, lambda q: q.kind)
            }
    yield from _table(taken)


def _table(taken: dict[str, dict[str, Times]]) -> Iterator[str]:
    yield ""
    yield (
        "| half / 19 of 20 within, ms | records found | tantivy, CPU | on the wall "
        "| OpenSearch, CPU | on the wall |"
    )
    yield "|---|--:|--:|--:|--:|--:|"
    for kind in KINDS:
        ours, theirs = taken["tantivy"][kind], taken["OpenSearch"][kind]
        assert ours.found == theirs.found, kind
        yield (
            f"| {kind} | {half(ours.found):,.0f} | {both(ours.cpu)} | {both(ours.wall)} "
            f"| {both(theirs.cpu)} | {both(theirs.wall)} |"
        )


@contextmanager
def _cluster() -> Iterator[Cluster]:
    started = Cluster(Path(tempfile.mkdtemp(prefix="facing-pages-")))
    try:
        yield started
    finally:
        started.stop()


def _cpu_of(cluster: Cluster) -> _Cpu:
    nodes = cluster.processes()
    return lambda: time.process_time() + usage.worked(nodes)


def _documents(records: int) -> list[bytes]:
    """Packed, as 10,000 of them fill a gigabyte otherwise."""
    from archive.search.queries import to_index
    from archive.search.search_indexes import index_document

    found = filter(None, map(index_document, to_index()[:records]))
    return [msgspec.msgpack.encode(document) for document in found]


def _choose(name: str, address: str) -> None:
    from django.conf import settings
    from haystack import connections

    settings.HAYSTACK_CONNECTIONS["default"] |= {"URL": address, "ENGINE": _ENGINES[name]}
    connections.reload("default")


def _fill(documents: list[bytes]) -> None:
    from archive.search.backend import backend
    from archive.search.documents import IndexDocument

    with backend().rebuilding() as (_, writer):
        for packed in documents:
            writer.put([msgspec.msgpack.decode(packed, type=IndexDocument)])


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    for line in measure(int(sys.argv[1]), int(sys.argv[2])):
        print(line, flush=True)
