from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from archive.parallel.folding import fold
from archive.parallel.numbers import ONE_IS_AN_ARTICLE, numbers
from archive.parallel.numerals import TABLES

SAMPLES = Path(__file__).parent / "spelled"


def test_each_table_is_the_one_that_the_description_names() -> None:
    found = [
        f"| {path.name} | {hashlib.sha256(path.read_bytes()).hexdigest()} |"
        for path in sorted(TABLES.glob("*.json"))
    ]
    readme = (TABLES / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in readme if line.startswith("|") and ".json" in line] == found


@pytest.mark.parametrize(
    ("language", "right"),
    [("ar", 120), ("de", 120), ("en", 111), ("es", 120), ("fr", 120), ("he", 120), ("it", 120),
     ("ja", 114), ("ko", 90), ("ru", 120), ("uk", 120), ("zh", 120)],
)  # fmt: skip
def test_120_numbers_in_words_are_read_back(language: str, right: int) -> None:
    """English reads a comma within a number as its end; Japanese 五百八 may be 580; a German or
    Romance one is left out, being most often the article, and so is a Korean syllable or two that
    count nothing."""
    sample = json.loads((SAMPLES / f"{language}.json").read_text(encoding="utf-8"))
    read = [
        [int(each.values[0]) for each in numbers(fold(words), language, [])]
        == ([] if number == 1 and language in ONE_IS_AN_ARTICLE else [number])
        for number, words in sample
    ]
    assert len(read) == 120
    assert sum(read) >= right
