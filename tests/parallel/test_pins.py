from __future__ import annotations

from math import inf

from archive.parallel import Bead, Pin
from archive.parallel.pins import Limits


def test_beads_of_two_sides_cut_the_lattice() -> None:
    limits = Limits([Pin((3, 4), (2,)), Pin((0,), (0,))], 6, 4)
    assert limits.cuts == [(0, 1, 0, 1), (3, 5, 2, 3)]


def test_what_a_pin_forbids() -> None:
    limits = Limits([Pin((0,), (1, 2), aligned=False), Pin((2,), ())], 4, 4)
    assert (limits.source_alone, limits.target_alone) == (frozenset([2]), frozenset())
    assert limits.forbidden.source.tolist() == [0, 0]
    assert limits.forbidden.target.tolist() == [1, 2]
    assert limits.forbidden.weight.tolist() == [-inf, -inf]


def test_units_held_together_alone_are_one_bead_again() -> None:
    limits = Limits([Pin((0, 1), ())], 3, 0)
    beads = [Bead((place,), (), 0.1) for place in range(3)]
    assert limits.grouped(beads) == [Bead((0, 1), (), 1.0), Bead((2,), (), 0.1)]


def test_the_same_pin_twice_is_one() -> None:
    assert Limits([Pin((0,), (0,)), Pin((0,), (0,))], 1, 1).cuts == [(0, 1, 0, 1)]
