from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from archive.parallel.folding import fold
from archive.parallel.numbers import numbers
from archive.parallel.numerals import TABLES

SAMPLES = Path(__file__).parent / "spelled"


def test_each_table_is_the_one_that_the_description_names() -> None:
    found = [
        f"| {path.name} | {hashlib.sha256(path.read_bytes()).hexdigest()} |"
        for path in sorted(TABLES.glob("*.json"))
    ]
    readme = (TABLES / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in readme if ".json" in line] == found


@pytest.mark.parametrize(
    ("language", "right"),
    [("ar", 107), ("de", 120), ("en", 107), ("es", 120), ("fr", 119), ("he", 120), ("it", 120),
     ("ja", 107), ("ru", 120), ("uk", 120), ("zh", 120)],
)  # fmt: skip
def test_120_numbers_in_words_are_read_back(language: str, right: int) -> None:
    """English reads a comma within a number as its end; Japanese 五百八 may be 580."""
    sample = json.loads((SAMPLES / f"{language}.json").read_text(encoding="utf-8"))
    read = [
        [int(each.values[0]) for each in numbers(fold(words), language, [])] == [number]
        for number, words in sample
    ]
    assert len(read) == 120
    assert sum(read) >= right
