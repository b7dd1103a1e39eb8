"""What a reader can do with a list, without a page or a database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.web.lists import value
from archive.web.lists.value import CitationList, Item, ListRefused, Named

EN = Named("f4kx7wm4", 2, "en")
PASSAGES = Named("f4kx7wm4", 2, "en", ("p2", "p3"))
RU = Named("f4kx7wm4", 2, "ru")


def three() -> CitationList:
    return value.add(CitationList(), [EN, PASSAGES, RU])


def numbers(of: CitationList) -> list[int]:
    return [item.number for item in of.items]


def test_added_after_the_others_each_with_a_number_of_its_own() -> None:
    assert three() == CitationList(
        items=(
            Item(1, "f4kx7wm4", 2, "en"),
            Item(2, "f4kx7wm4", 2, "en", ("p2", "p3")),
            Item(3, "f4kx7wm4", 2, "ru"),
        ),
        last=3,
        before=(),
        done="Added 3 citations.",
    )
    assert [item.passage for item in three().items] == [None, "p2,p3", None]


def test_added_twice_it_stands_there_once_and_keeps_its_note() -> None:
    noted = value.annotate(three(), {1: "Read."})
    assert value.add(noted, [EN]) == noted
    cited = value.add(noted, [Named("f4kx7wm4", 2, "en", target="document"), RU])
    assert (cited.items[0].target, cited.items[0].note, numbers(cited)) == (
        "document",
        "Read.",
        [1, 2, 3],
    )
    assert cited.done == "What is cited was changed."


def test_a_number_is_never_given_again() -> None:
    assert numbers(value.add(value.clear(three()), [EN])) == [4]


def test_added_with_notes_only_where_it_is_new() -> None:
    grown = value.add(three(), [EN, Named("f4kx7wm4", 1)], ["no", "yes"])
    assert [item.note for item in grown.items] == ["", "", "", "yes"]


@pytest.mark.parametrize(
    ("number", "beside", "after", "order"),
    [
        (3, 2, False, [1, 3, 2]),
        (1, 2, True, [2, 1, 3]),
        (1, 3, True, [2, 3, 1]),
        (9, 1, False, [1, 2, 3]),
        (1, 9, False, [1, 2, 3]),
        (1, 1, False, [1, 2, 3]),
    ],
)
def test_moved_beside_another(number: int, beside: int, after: bool, order: list[int]) -> None:
    assert numbers(value.move(three(), number, beside, after=after)) == order


def test_in_another_order_what_is_not_named_stays_behind() -> None:
    assert numbers(value.order(three(), [3, 1])) == [3, 1, 2]


@pytest.mark.parametrize(
    ("change", "done"),
    [
        (lambda to: value.remove(to, 2), "Removed a citation."),
        (lambda to: value.annotate(to, {2: "A note"}), "Changed a note."),
        (lambda to: value.move(to, 2, 1, after=False), "Moved a citation."),
        (lambda to: value.order(to, [3, 2, 1]), "Put in alphabetical order."),
        (value.clear, "Emptied the list."),
    ],
)
def test_every_change_is_taken_back_and_done_again(
    change: Callable[[CitationList], CitationList], done: str
) -> None:
    changed = change(three())
    back = value.undo(changed)
    again = value.undo(back)
    assert (changed.done, back.done, again.done) == (done, f"Taken back: {done}", done)
    assert (back.items, again.items) == (three().items, changed.items)
    assert [value.is_taken_back(each) for each in (changed, back, again)] == [False, True, False]


def test_what_changes_nothing_leaves_nothing_to_take_back() -> None:
    assert value.undo(CitationList()) == CitationList()
    assert value.remove(three(), 9) == three()
    assert value.annotate(three(), {}) == three()


def test_bounds_are_said() -> None:
    full = value.add(CitationList(), [Named("f4kx7wm4", n) for n in range(1, 1001)])
    with pytest.raises(ListRefused) as refused:
        value.add(full, [EN])
    assert refused.value.what == "A list holds at most 1,000 citations; it has 1,000."
    assert value.add(full, [Named("f4kx7wm4", 7)]) == full
    with pytest.raises(ListRefused, match="A note has 1,001 characters, at most 1,000 are kept"):
        value.annotate(full, {1: "x" * 1001})
    with pytest.raises(ListRefused, match="at most 100,000 characters together"):
        value.annotate(full, dict.fromkeys(range(1, 102), "x" * 1000))


@given(
    st.builds(
        value.add,
        st.just(three()),
        st.lists(
            st.builds(
                Named,
                st.text(max_size=9),
                st.integers(1, 9),
                st.none() | st.text(max_size=5),
                st.lists(st.text(max_size=4), max_size=3).map(tuple),
                st.sampled_from(["text", "document", "print"]),
            ),
            max_size=5,
        ),
        st.lists(st.text(max_size=9), max_size=5),
    )
)
def test_stored_and_read_again(given_list: CitationList) -> None:
    assert value.decode(value.encode(given_list)) == given_list
