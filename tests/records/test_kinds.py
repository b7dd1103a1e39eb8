"""Kinds of document: known ones have a label and a word, new ones are left as written."""

from __future__ import annotations

import pytest

from archive.records.kinds import KINDS, Kind, find, genre, is_known, label


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("memorandum of conversation", "Memorandum of conversation"),
        ("  Memorandum  of Conversation", "Memorandum of conversation"),
        ("cable", "Cable"),
        ("ferman", "ferman"),
        ("Fetihname (Siegesbrief)", "Fetihname (Siegesbrief)"),
        ("", ""),
    ],
)
def test_labels(name: str, words: str) -> None:
    assert label(name) == words


@pytest.mark.parametrize(
    ("kind", "document_kind", "word"),
    [
        ("cable", "", "cable"),
        ("cable", "telegram", "telegram"),
        ("Memorandum", "", "memorandum"),
        ("despatch or other (no form given)", "", ""),
        ("other", "aide-mémoire", "aide-mémoire"),
        ("ferman", "", "ferman"),
    ],
)
def test_genres(kind: str, document_kind: str, word: str) -> None:
    assert genre(kind, document_kind) == word


def test_a_new_kind_is_kept_as_written() -> None:
    assert find("ferman") == Kind("ferman", "ferman", "ferman")
    assert (is_known("ferman"), is_known("Cable")) == (False, True)


def test_no_kind_stands_twice() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) == 42
