"""Rights statements: found under every spelling of their address."""

from __future__ import annotations

import json
import lzma
from collections import Counter

import pytest

from archive.records.rights import STATEMENTS, RightsStatement, find, is_known, label
from tests.shared_data import shared_path


@pytest.mark.parametrize(
    "uri",
    [
        "http://rightsstatements.org/vocab/InC-EDU/1.0/",
        "https://rightsstatements.org/vocab/InC-EDU/1.0/",
        "https://rightsstatements.org/vocab/InC-EDU/1.0",
        "https://rightsstatements.org/page/InC-EDU/1.0/?language=en",
        " http://www.rightsstatements.org/vocab/inc-edu/1.0/ ",
    ],
)
def test_a_statement_is_found_under_each_address(uri: str) -> None:
    assert find(uri) == RightsStatement(
        "http://rightsstatements.org/vocab/InC-EDU/1.0/",
        "In Copyright - Educational Use Permitted",
        "in copyright",
    )


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        (
            "https://creativecommons.org/licenses/by/4.0/",
            "Creative Commons Attribution International 4.0",
        ),
        (
            "http://creativecommons.org/licenses/by-nc-sa/2.5/deed.de",
            "Creative Commons Attribution-NonCommercial-ShareAlike 2.5",
        ),
        ("https://creativecommons.org/publicdomain/zero/1.0/legalcode", "CC0 1.0 Universal"),
        ("https://creativecommons.org/publicdomain/mark/1.0", "Public Domain Mark 1.0"),
        ("http://rightsstatements.org/vocab/NKC/1.0/", "No Known Copyright"),
        ("https://example.org/own-terms", "https://example.org/own-terms"),
        ("", ""),
    ],
)
def test_labels(uri: str, words: str) -> None:
    assert label(uri) == words


def test_what_is_not_in_the_table_is_unknown() -> None:
    assert not is_known("https://creativecommons.org/licenses/by/9.0/")
    assert not is_known("javascript:alert(1)")


def test_the_table_is_whole_and_without_twins() -> None:
    assert Counter(statement.category for statement in STATEMENTS) == {
        "in copyright": 5,
        "no copyright": 4,
        "unclear": 3,
        "free to use": 2,
        "free with conditions": 30,
    }
    assert len({statement.label for statement in STATEMENTS}) == 44


@pytest.mark.parametrize("name", ["qhod", "frus"])
def test_every_statement_of_the_shared_records_is_known(name: str) -> None:
    path = shared_path(f"data/records/{name}.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        stated = {json.loads(line)["rights"]["statement"] for line in lines}
    assert stated
    assert all(map(is_known, stated))
