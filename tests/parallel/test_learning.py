from __future__ import annotations

import pytest

from archive.parallel import Lexicon, learning
from archive.parallel.learning import SentencePair, learn

PAIRS = [
    SentencePair("The army left.", "Армия ушла."),
    SentencePair("The army came.", "Армия пришла."),
    SentencePair("The train left.", "Поезд ушёл."),
    SentencePair("The train came.", "Поезд пришёл."),
]


def _best(lexicon: Lexicon) -> dict[str, str]:
    return {word: max(others, key=others.__getitem__) for word, others in lexicon.weights.items()}


def test_words_that_keep_company_translate_each_other() -> None:
    best = _best(learn(PAIRS * 3, ("en", "ru")))
    assert {word: best[word] for word in ("army", "train")} == {"army": "армия", "train": "поезд"}


def test_the_same_pairs_teach_the_same_whatever_is_forgotten() -> None:
    assert learn(PAIRS, ("en", "ru")) == learn(iter(PAIRS), ("en", "ru"))
    assert learn([], ("en", "ru")) == Lexicon()
    assert learn([SentencePair("12", "...")], ("en", "ru")) == Lexicon()


def test_what_was_seen_once_is_not_believed_unless_confirmed() -> None:
    once = SentencePair("Rifles", "Винтовки")
    assert learn([once], ("en", "ru")) == Lexicon()
    confirmed = SentencePair("Rifles", "Винтовки", weight=3.0)
    assert learn([confirmed], ("en", "ru")) == Lexicon({"rifle": {"винто": 1.0}})


def test_pairs_beyond_what_memory_is_for_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "COMPANY", 6 * 3)
    assert learn(PAIRS * 3, ("en", "ru")) == learn(PAIRS[:3], ("en", "ru"))


def test_a_pair_that_is_no_sentence_teaches_nothing() -> None:
    endless = " ".join(f"{a}{b}" for a in "abcdefghij" for b in "abcdefghij")
    assert learn([SentencePair(endless, "Армия")] * 3, ("en", "ru")) == Lexicon()
