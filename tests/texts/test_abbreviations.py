from __future__ import annotations

from archive.texts.abbreviations import ABBREVIATIONS, ENDING_ABBREVIATIONS


def test_those_that_may_end_a_sentence_are_among_them_and_all_are_in_lower_case() -> None:
    assert ENDING_ABBREVIATIONS < ABBREVIATIONS
    assert {word.lower() for word in ABBREVIATIONS} == ABBREVIATIONS
    assert not any(word.endswith(".") for word in ABBREVIATIONS)
