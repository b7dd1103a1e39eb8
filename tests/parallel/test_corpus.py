from __future__ import annotations

from tests.parallel.corpus import held_out, items, singly
from tests.shared_data import shared_path


def test_beads_with_an_empty_side_count_unit_by_unit() -> None:
    given = [((0,), (0, 1)), ((1, 2), ()), ((), (2,))]
    assert list(singly(iter(given))) == [((0,), (0, 1)), ((1,), ()), ((2,), ()), ((), (2,))]


def test_the_documents_of_odd_number_are_held_out() -> None:
    shared_path("data/parallel/ntrex.en-de.json.xz")
    assert len(items("de")) == 96
    assert {item.document for item in held_out("de")} == set(range(1, 48, 2))


def test_every_unit_stands_in_one_bead() -> None:
    shared_path("data/parallel/ntrex.en-zh.json.xz")
    for item in items("zh"):
        places = sorted(i for ours, _ in item.beads for i in ours)
        assert places == list(range(len(item.source)))
