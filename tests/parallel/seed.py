"""The sample cable as the tests of this package read it."""

from __future__ import annotations

import json

from archive.parallel import TextPassages
from tests.shared_data import shared_path


def sample_texts() -> list[TextPassages]:
    """The English and Russian passages of the sample, English first."""
    path = shared_path("samples/liu-shaoqi-to-mao-1950-01-22.json")
    record = json.loads(path.read_text(encoding="utf-8"))
    return [
        TextPassages(text["key"], text["language"], tuple(text["body"].split("\n\n")))
        for text in record["texts"]
    ]
