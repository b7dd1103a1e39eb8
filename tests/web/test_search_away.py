"""Search with a damaged index, or an engine that is down: it says so, everything else stays, and it
mends with one command or by itself."""

from __future__ import annotations

import json
import socket
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from haystack import connections

from archive.search.backend import backend
from archive.search.outbox import drain
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db(transaction=True)


def _generation() -> Path:
    engine = backend()
    assert engine.generation is not None
    return Path(engine.index.folder) / engine.generation


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\x00zz"])
def test_a_damaged_index(reader: Reader, content: bytes) -> None:
    edition = world.published(world.cable_document())
    drain()
    (_generation() / "meta.json").write_bytes(content)
    page = words(reader.page("/search/?q=rifle", 503))
    assert "Search is away for the moment Its index cannot be read" in page
    for path in ("/search.json?q=rifle", "/search/suggestions.json?q=rifle"):
        problem = reader.get(path, 503)
        assert json.loads(problem.content)["title"] == "Search is away for the moment"
        assert problem.headers["Retry-After"] == "60"
    assert "Two texts of one cable" in words(reader.page("/"))
    reader.page(f"/records/{edition.record_id}/")
    with pytest.raises(CommandError, match="index --rebuild"):
        call_command("index", "--check")
    call_command("index", "--rebuild")
    call_command("index", "--check")
    assert "1 record for “rifle”" in words(reader.page("/search/?q=rifle"))


def test_an_engine_that_is_down(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost: what was published meanwhile is found once an engine answers again."""
    choice = settings.HAYSTACK_CONNECTIONS["default"]
    with monkeypatch.context() as patch, closing(socket.socket()) as held:
        held.bind(("127.0.0.1", 0))
        patch.setitem(choice, "URL", f"opensearch://127.0.0.1:{held.getsockname()[1]}/records")
        patch.setitem(choice, "ENGINE", "archive.search.opensearch_backend.OpenSearchEngine")
        connections.reload("default")
        edition = world.published(world.cable_document())
        page = words(reader.page("/search/?q=rifle", 503))
        assert "Search is away for the moment" in page
        assert reader.get("/search.json?q=rifle", 503).headers["Retry-After"] == "60"
        reader.page("/")
        reader.page(f"/records/{edition.record_id}/")
    connections.reload("default")
    assert "1 record for “rifle”" in words(reader.page("/search/?q=rifle"))
    call_command("index", "--check")
