from __future__ import annotations

import pytest

from archive.editions import teaching
from archive.editions.deciding import pin
from archive.editions.models import Availability, Edition
from archive.editions.teaching import teach
from archive.parallel.models import LearnedLexicon
from tests import world

pytestmark = pytest.mark.django_db

WHO = {"army": "Армия", "navy": "Флот", "train": "Поезд"}
DID = {"left": "ушёл", "came": "пришёл", "burned": "сгорел"}


def _published(number: int, **fields: object) -> Edition:
    """A record with nine sentences in each of two languages."""
    english = [f"The {who} {did}." for who in WHO for did in DID]
    russian = [f"{who} {did}." for who in WHO.values() for did in DID.values()]
    texts = [
        world.text("en", "\n\n".join(english)),
        world.text("ru", "\n\n".join(russian), language="ru"),
    ]
    return world.published(world.document(source_id=f"test:{number}", **{"texts": texts, **fields}))


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "FEWEST", 9)


def test_words_are_learned_from_texts_side_by_side() -> None:
    _published(1)
    _published(2)
    told: list[tuple[int, int]] = []
    counts = teach(lambda *done: told.append(done))
    lexicon = LearnedLexicon.objects.get()
    assert (lexicon.languages, lexicon.pairs) == (["en", "ru"], 18)
    assert counts == {("en", "ru"): len(lexicon.weights)}
    best = {word: max(others, key=others.get) for word, others in lexicon.weights.items()}
    assert best["army"] == "армия"
    assert best["burne"] == "сгоре"
    assert told == [(1, 2), (2, 2)] * 2


def test_what_is_learned_again_alike_stays_and_what_is_not_learned_any_more_goes() -> None:
    LearnedLexicon.objects.create(languages=["de", "en"], weights={}, pairs=1)
    _published(1)
    _published(2)
    teach()
    first = LearnedLexicon.objects.get()
    teach()
    assert LearnedLexicon.objects.get().made_at == first.made_at


def test_the_withdrawn_the_composed_and_too_few_teach_nothing() -> None:
    gone = _published(1)
    Availability.objects.filter(record=gone.record).update(
        withdrawn_at="2026-01-01T00:00Z", withdrawn_reason="A mistake."
    )
    _published(2, editorial={"composed": True})
    assert teach() == {}
    monkey_texts = [world.text("en", "One army."), world.text("ru", "Армия.", language="ru")]
    world.published(world.document(source_id="test:3", texts=monkey_texts))
    assert teach() == {}
    assert not LearnedLexicon.objects.exists()


def test_what_the_staff_have_pinned_weighs_more(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = _published(1)
    row = {"en": ["p1"], "ru": ["p10"]}
    pin(edition.record, [(row, True)], by="Ada")
    given = teaching._gathered({}, None)["en", "ru"]
    assert sorted(pair.weight for pair in given) == [1.0] * 8 + [3.0]


def test_no_more_pairs_are_kept_than_memory_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "MOST", 5)
    _published(1)
    assert len(teaching._gathered({}, None)["en", "ru"]) == 5


def test_two_texts_of_one_language_teach_nothing() -> None:
    texts = [
        world.text("en", "An army."),
        world.text("en-2", "One army.", language="en-GB"),
    ]
    world.published(world.document(texts=texts))
    assert teaching._gathered({}, None) == {}


def test_an_empty_archive() -> None:
    assert teach() == {}
