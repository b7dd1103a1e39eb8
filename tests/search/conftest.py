"""An index of its own for each test here; the others share one, which a test's empty database
has made anew when it is first searched.

The tests marked ``conformance`` are asked of either engine: of tantivy, or with
``--engine opensearch`` of a real cluster.
"""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from haystack import connections

from archive.search.opensearch_address import address_of
from archive.search.opensearch_client import client_of
from tests.opensearch.cluster import Cluster, missing

_ENGINES = {
    "tantivy": "archive.search.tantivy_backend.TantivyEngine",
    "opensearch": "archive.search.opensearch_backend.OpenSearchEngine",
}


@pytest.fixture(scope="session")
def engine(pytestconfig: pytest.Config) -> str:
    """The engine that the conformance suite is asked of."""
    return str(pytestconfig.getoption("engine"))


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """The OpenSearch cluster, started once; in memory where it can be, since nothing of it stays."""
    started = Cluster(cluster_folder(tmp_path_factory))
    yield started
    started.stop()


def cluster_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a cluster may write; fails where this machine can have none."""
    if absent := missing():
        pytest.fail(f"OpenSearch needs a JDK and Maven: {absent}.")
    in_memory = Path("/dev/shm")
    parent = in_memory if os.access(in_memory, os.W_OK) else tmp_path_factory.getbasetemp()
    return Path(tempfile.mkdtemp(prefix="facing-pages-", dir=parent))


@pytest.fixture(autouse=True)
def index_address(
    engine: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Iterator[str]:
    """``SEARCH_URL`` of this test's index, which is not made yet."""
    url = f"tantivy://{tmp_path / 'index'}"
    if engine == "opensearch":
        url = request.getfixturevalue("cluster").url(f"i{uuid.uuid4().hex[:12]}", replicas=0)
    choice = settings.HAYSTACK_CONNECTIONS["default"]
    monkeypatch.setattr(settings, "SEARCH_URL", url)
    monkeypatch.setitem(choice, "URL", url)
    monkeypatch.setitem(choice, "ENGINE", _ENGINES[engine])
    connections.reload("default")
    yield url
    if engine == "opensearch":
        address = address_of(url)
        client_of(address).indices.delete(index=f"{address.name}-*")


@pytest.fixture
def index_folder(engine: str, index_address: str) -> Path:
    """The folder of this test's index: tantivy's alone has one."""
    assert engine == "tantivy"
    return Path(index_address.removeprefix("tantivy://"))
