"""An index of its own for each test here; the others share one, which a test's empty database
has made anew when it is first searched."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def index_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this test's index."""
    folder = tmp_path / "index"
    monkeypatch.setattr(settings, "SEARCH_URL", f"tantivy://{folder}")
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "URL", settings.SEARCH_URL)
    return folder
