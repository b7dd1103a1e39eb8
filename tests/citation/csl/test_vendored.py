"""What is kept of citeproc-js is what its README says it is."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from archive.citation import csl

FOLDER = Path(csl.__file__).parent / "vendor" / "citeproc"


def test_it_is_the_file_that_was_published() -> None:
    published = hashlib.sha256((FOLDER / "citeproc_commonjs.js").read_bytes()).hexdigest()
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert re.findall(r"as published \| `([0-9a-f]{64})`", readme) == [published]


def test_its_licence_goes_with_it_and_nothing_else_is_kept() -> None:
    assert "Common Public Attribution License" in (FOLDER / "LICENSE").read_text("utf-8")
    files = sorted(file.name for file in FOLDER.iterdir())
    assert files == ["LICENSE", "README.md", "citeproc_commonjs.js"]
