"""The gold citations of the styles that are built in, each compared whole."""

from __future__ import annotations

import pytest

from tests.citation.gold import LISTED, cited, golds, is_complete, is_the_same


def test_every_gold_citation_is_right_throughout() -> None:
    wrong = {gold.name: said for gold in golds() if not is_the_same(gold, said := cited(gold))}
    assert wrong == {}
    assert len(golds()) == 32


def test_none_lacks_a_token_or_says_what_is_false() -> None:
    wrong = {gold.name: said for gold in golds() if not is_complete(gold, said := cited(gold))}
    assert wrong == {}


def test_every_variant_that_gold_lists_is_written_out() -> None:
    assert {words for gold in golds() for words in gold.listed} == set(LISTED)


@pytest.mark.parametrize(
    ("old", "new"),
    [("Kim Donggil", "Donggil Kim"), (", 320,", ","), ("<i>", ""), ("from <i>", "in <i>")],
)
def test_another_word_makes_it_another_citation(old: str, new: str) -> None:
    gold, said = golds()[0], cited(golds()[0])
    assert is_the_same(gold, said)
    assert not is_the_same(gold, said.replace(old, new))
