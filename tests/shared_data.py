"""Where the shared data lies, and a loud word where it does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("SHARED_DATA", Path(__file__).resolve().parents[2] / "shared"))


def shared_path(name: str) -> Path:
    """A file of the shared folder: ``data/records/qhod.jsonl.xz``, ``samples/...``.

    Where the folder is absent the calling test is left out, and says so.
    """
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"LEFT OUT: needs {name}, and there is no shared folder at {SHARED}")
    return path
