"""Words of mixed scripts."""

from __future__ import annotations

import pytest

from archive.texts.lookalikes import is_mixed, strangers, unmix


@pytest.mark.parametrize(
    ("word", "capitals", "unmixed"),
    [
        ("cогласен", "", "согласен"),
        ("сongress", "", "congress"),
        ("tелеграмма", "t", "телеграмма"),
        ("tелеграмма", "", "tелеграмма"),
        ("аθηνα", "а", "αθηνα"),
        ("cоо", "", "соо"),
        ("cо", "", "cо"),
        ("qжo", "", "qжo"),
        ("plain words", "", "plain words"),
    ],
)
def test_unmix(word: str, capitals: str, unmixed: str) -> None:
    assert unmix(word, lambda index: word[index] in capitals) == unmixed


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Cогласен", ((0, "С"),)),
        ("соngress", ((0, "c"), (1, "o"))),
        ("Αthens", ((0, "A"),)),
        ("TЕЛЕГРАММА", ((0, "Т"),)),
        ("телеграмма", ()),
        ("Lenin", ()),
        ("qжoлл", ()),
        ("μm", ()),
    ],
)
def test_strangers(word: str, found: tuple[tuple[int, str], ...]) -> None:
    assert strangers(word) == found


@pytest.mark.parametrize(
    ("text", "mixed"),
    [("Cогласен", True), ("Αthens", True), ("ааα", True), ("Lenin и Mao", False), ("", False)],
)
def test_is_mixed(text: str, mixed: bool) -> None:
    assert is_mixed(text) == mixed
