"""Which passage keeps which permanent id."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.texts import passage_ids
from archive.texts.passages import OldPassage, keep_ids

WORDING = st.text("абв xyz", max_size=12)
OLD = st.lists(WORDING, max_size=12)
FIRST = "The officers and soldiers on duty number 14,000 men in all units."
SECOND = "They asked to take 12,000 rifles and 440 light machine guns with them."
THIRD = "Comrade Lin Biao has agreed to let us meet this request without delay."


def passages(*wordings: str) -> list[OldPassage]:
    """Ids 11, 12, 13 …"""
    return [OldPassage(number, wording) for number, wording in enumerate(wordings, 11)]


@pytest.mark.parametrize(
    ("old", "new", "ids", "last"),
    [
        ([], [FIRST, SECOND], (31, 32), 32),
        ([FIRST, SECOND], [], (), 30),
        ([FIRST, SECOND], [FIRST, THIRD, SECOND], (11, 31, 12), 31),
        ([FIRST, SECOND, THIRD], [FIRST, THIRD], (11, 13), 30),
        ([FIRST, SECOND, THIRD], [THIRD, FIRST, SECOND], (13, 11, 12), 30),
        ([FIRST, SECOND], [FIRST.replace("14,000", "15,000"), SECOND], (11, 12), 30),
        ([FIRST, SECOND], [SECOND.replace("440", "400"), FIRST.replace("men", "")], (12, 11), 30),
        (["Mao", FIRST, "Mao"], ["Mao", SECOND, "Mao"], (11, 31, 13), 31),
        (["Mao", FIRST, "Mao", SECOND], [FIRST, "Mao", SECOND], (12, 13, 14), 30),
        ([FIRST + " " + SECOND], [FIRST, SECOND], (31, 11), 31),
        ([SECOND, FIRST], [SECOND + " " + FIRST], (11,), 30),
        ([f"{SECOND} {FIRST} {THIRD}"], [FIRST, SECOND[:60], THIRD], (31, 32, 11), 32),
        (["Телеграмма от ЦК КПК"], ["Телеграмма из ЦК КПК"], (11,), 30),
        (["命令由国务院发布"], ["命令由国务院公布"], (11,), 30),
        ([FIRST], [THIRD], (31,), 31),
    ],
)
def test_keep_ids(old: list[str], new: list[str], ids: tuple[int, ...], last: int) -> None:
    assert keep_ids(passages(*old), new, 30) == (ids, last)


def test_last_is_never_below_an_id_in_use() -> None:
    assert keep_ids([OldPassage(90, FIRST)], [THIRD], 3) == ((91,), 91)


@given(OLD, st.lists(WORDING, max_size=12))
def test_an_id_is_given_once_and_never_again(old: list[str], new: list[str]) -> None:
    ids, last = keep_ids(passages(*old), new, 50)
    assert len(ids) == len(new) == len(set(ids))
    assert last == 50 + sum(number > 50 for number in ids)
    assert {number for number in ids if number <= 50} <= {p.id for p in passages(*old)}


@given(OLD, st.randoms(use_true_random=False))
def test_what_is_unchanged_keeps_its_id_where_it_moves(
    old: list[str], chance: random.Random
) -> None:
    stored = passages(*old)
    moved = list(stored)
    chance.shuffle(moved)
    ids, last = keep_ids(stored, [passage.wording for passage in moved], 50)
    assert last == 50
    wording = {passage.id: passage.wording for passage in stored}
    assert [wording[number] for number in ids] == [passage.wording for passage in moved]
    assert keep_ids(stored, old, 50) == (tuple(passage.id for passage in stored), 50)


@pytest.mark.parametrize("words", [30, 100_000])
def test_the_work_stays_bounded(words: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of other passages, sharing all or none of their words: few comparisons each."""
    compared = 0
    likeness = passage_ids._likeness

    def counted(old: str, new: str) -> float:
        nonlocal compared
        compared += 1
        return likeness(old, new)

    monkeypatch.setattr(passage_ids, "_likeness", counted)
    chance = random.Random(4)
    made = [" ".join(f"w{chance.randrange(words)}" for _ in range(20)) for _ in range(10_000)]
    ids, last = keep_ids(passages(*made[:5000]), made[5000:], 20_000)
    assert (len(set(ids)), last >= 20_000) == (5000, True)
    assert compared <= 5000 * 14
