"""The isolate goes with the tests that asked for it, and has time on a machine that is busy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archive.citation.csl import engine


@pytest.fixture(autouse=True, scope="module")
def isolate() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "TIMEOUT", 600.0)
        yield
    engine.end()
