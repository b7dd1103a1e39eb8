"""What is taken over from an earlier apparatus is what comparing anew finds."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.editions.aligning import align_texts
from archive.editions.apparatus import ApparatusContent, ComparisonContent, RowContent
from archive.editions.collating import collated
from archive.editions.content import Content
from archive.editions.document import PinDocument
from archive.editions.earlier import Earlier, nearby
from archive.parallel.anchors import features
from archive.parallel.facts import facts
from tests import world

NOW = datetime(1950, 1, 22, tzinfo=UTC)
ROWS = (
    RowContent(cells={"en": ("p1",), "ru": ("p5",)}),
    RowContent(cells={"en": ("p2", "p3"), "ru": ("p6",)}),
    RowContent(cells={"en": ("p4",)}),
)
LINE = ComparisonContent(kind="number", row=1, left="en", right="ru")


def test_a_row_is_known_by_its_passages_and_its_neighbours() -> None:
    near = nearby(ROWS, ("en", "ru"))
    assert near[0] == (((), ()), (("p1",), ("p5",)), (("p2", "p3"), ("p6",)))
    assert near[2] == ((("p2", "p3"), ("p6",)), (("p4",), ()), ((), ()))


def test_lines_of_a_row_come_back_with_its_new_number() -> None:
    earlier = Earlier(ApparatusContent(rows=ROWS, comparisons=(LINE,)))
    known, pair = nearby(ROWS, ("en", "ru")), ("en", "ru")
    assert earlier.comparisons(pair, known[1], 7) == [msgspec.structs.replace(LINE, row=7)]
    assert earlier.comparisons(pair, known[0], 0) == []
    assert earlier.votes(ROWS[1], 1) == []


def test_of_a_row_with_another_neighbour_nothing_is_known() -> None:
    earlier = Earlier(ApparatusContent(rows=ROWS, comparisons=(LINE,)))
    above, row, _ = nearby(ROWS, ("en", "ru"))[1]
    assert earlier.comparisons(("en", "ru"), (above, row, ((), ())), 1) is None
    assert earlier.votes(RowContent(cells={"en": ("p2",), "ru": ("p6",)}), 1) is None


WORDS = {
    "en": ("boats", "January", "port", "Brown", "the", "two"),
    "en-2": ("boats", "January", "port", "Brown", "a", "two"),
    "ru": ("лодок", "января", "порт", "Браун", "и", "два"),
}


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A record of three texts, two of them in one language, that more or less say the same."""
    said = draw(
        st.lists(
            st.lists(st.tuples(st.integers(0, 5), st.integers(0, 30)), min_size=1, max_size=4),
            min_size=1,
            max_size=6,
        )
    )
    texts = []
    for key, words in WORDS.items():
        off = draw(st.sampled_from([0, 0, 0, 1]))
        passages = [
            ". ".join(f"{words[word].capitalize()} {figure + off}" for word, figure in passage)
            + "."
            for passage in said
            if draw(st.integers(0, 6))
        ]
        texts.append(world.text(key, "\n\n".join(passages), language=key.partition("-")[0]))
    return world.content(world.document(date="1950-01-22", texts=texts))


@st.composite
def decisions(draw: st.DrawFn, content: Content) -> list[PinDocument]:
    """Pins and partings of any texts, which may contradict each other."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        cells = {}
        for key in draw(st.lists(st.sampled_from([*WORDS]), min_size=2, unique=True)):
            ids = [passage.id for passage in content.passages[key]]
            first, length = draw(st.integers(0, 5)), draw(st.integers(0, 2))
            cells[key] = tuple(ids[first : first + length])
        found.append(PinDocument(cells=cells, aligned=draw(st.booleans()), by="Ada", at=NOW))
    return found


@given(st.data())
@settings(max_examples=150)
def test_the_quick_way_finds_what_the_full_way_finds(data: st.DataObject) -> None:
    content = data.draw(contents())
    before, after = data.draw(decisions(content)), data.draw(decisions(content))
    earlier = Earlier(collated(align_texts(content, before)))
    quick = collated(align_texts(content, after), earlier)
    for remembered in (facts, features):
        remembered.cache_clear()
    assert quick == collated(align_texts(content, after))


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["03", "06"])
def test_a_practice_record_pinned_row_by_row_is_as_if_compared_at_once(number: str) -> None:
    content = world.read_published(world.practice_document(number)).content
    made = collated(align_texts(content))
    pinned: list[PinDocument] = []
    for one, other in zip(made.rows[::3], made.rows[1::3], strict=False):
        cells = {key: one.cells.get(key, ()) + other.cells.get(key, ()) for key in content.passages}
        pinned.append(PinDocument(cells=cells, aligned=True, by="Ada", at=NOW))
        made = collated(align_texts(content, pinned), Earlier(made))
        assert made == collated(align_texts(content, pinned))
    assert sum(row.pinned for row in made.rows) == len(pinned) > 1
