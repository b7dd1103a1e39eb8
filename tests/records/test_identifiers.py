"""Names in addresses: minted, checked, and every slip of the hand found."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.records.identifiers import (
    ALPHABET,
    IdentifierRefused,
    check,
    check_character,
    is_well_formed,
    mint,
    normalise,
)
from tests.shared_data import shared_path

names = st.text(ALPHABET, min_size=6, max_size=27).map(lambda name: name + check_character(name))


def test_the_check_character_is_that_of_the_published_example() -> None:
    assert check_character("13030/xf93gt2") == "q"


def test_a_minted_name_has_eight_characters_and_is_well_formed() -> None:
    chosen = random.Random(7)
    minted = [mint(chosen.choice) for _ in range(200)]
    assert {len(name) for name in minted} == {8}
    assert all(map(is_well_formed, minted))
    assert len(set(minted)) == 200
    assert mint() != mint()


@given(names)
def test_a_good_name_is_itself(name: str) -> None:
    assert check(name) == name


def test_a_name_of_29_characters_and_its_last_two_exchanged_are_both_well_formed() -> None:
    """The 29th place weighs as the one before it less 29: why the docstring says 28."""
    assert is_well_formed("b" * 27 + "0b")
    assert is_well_formed("b" * 27 + "b0")


@given(names, st.data())
def test_one_wrong_character_is_found(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    other = data.draw(st.sampled_from([sign for sign in ALPHABET if sign != name[place]]))
    with pytest.raises(IdentifierRefused) as refusal:
        check(name[:place] + other + name[place + 1 :])
    assert refusal.value.mistyped


@given(names, st.data())
def test_two_neighbours_in_the_wrong_order_are_found(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 2))
    first, second = name[place], name[place + 1]
    swapped = name[:place] + second + first + name[place + 2 :]
    assert is_well_formed(swapped) is (first == second)


def test_a_refusal_says_whether_it_is_mistyped_or_no_name_at_all() -> None:
    with pytest.raises(IdentifierRefused) as mistyped:
        check("f4kx7wm0")
    assert str(mistyped.value) == (
        "f4kx7wm0 is mistyped: its last character does not agree with the others. "
        "Compare it, character by character, with the place it was copied from."
    )
    with pytest.raises(IdentifierRefused) as malformed:
        check("<script>")
    assert (str(malformed.value), malformed.value.mistyped) == (
        "This is not a record's identifier. One has 7 to 40 characters "
        "of 0123456789bcdfghjkmnpqrstvwxz, such as f4kx7wm4.",
        False,
    )


@pytest.mark.parametrize("value", ["", "f4kx7", "F4KX7WM4", "f4kx7wm4\n", "f4kx-7wm4", "0" * 41])
def test_what_has_not_the_shape_is_malformed(value: str) -> None:
    with pytest.raises(IdentifierRefused) as refusal:
        check(value)
    assert not refusal.value.mistyped


def test_of_the_hostile_strings_one_happens_to_be_a_name() -> None:
    strings = shared_path("data/bad-inputs/blns.txt").read_text("utf-8").splitlines()
    well_formed = [value for value in strings if is_well_formed(normalise(value))]
    assert well_formed == ["123456789012345678901234567890123456789"]


def test_capitals_and_hyphens_of_a_typed_address_are_folded() -> None:
    assert normalise("F4KX-7wm‐4") == "f4kx7wm4"
    assert normalise("\N{KELVIN SIGN}elvin") == "\N{KELVIN SIGN}elvin"


@given(names)
def test_a_name_is_its_own_normal_form(name: str) -> None:
    assert normalise(name) == name
    assert normalise(name.upper()) == name
