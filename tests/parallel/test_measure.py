from __future__ import annotations

from tests.parallel.corpus import Bead, Item, held_out, items
from tests.parallel.measure import (
    AlignmentScore,
    archive_lexicon,
    cold,
    cost,
    gale_church,
    rows_f1,
    score,
)
from tests.shared_data import shared_path

ITEM = Item(
    document=0,
    variant="par",
    language="de",
    source=("One thing.", "Two things are said here.", "A third."),
    target=("Ein Ding.", "Hier werden zwei", "Dinge gesagt.", "Ein drittes."),
    beads=frozenset({((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))}),
    passages=((0, 0, 1), (0, 0, 1, 1)),
    passage_links=frozenset({(0, 0), (0, 1), (1, 1)}),
)


def test_beads_and_the_passages_that_they_link_are_scored() -> None:
    wrong: set[Bead] = {((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), (3,))}
    right = set(ITEM.beads)
    assert score(lambda item: right, [ITEM]) == AlignmentScore(links=1.0, beads=1.0)
    assert score(lambda item: wrong, [ITEM]) == AlignmentScore(links=4 / 5, beads=4 / 7)


def test_gale_church_puts_units_of_one_link_together() -> None:
    assert gale_church(ITEM) == ITEM.beads


def test_cost_is_time_and_memory() -> None:
    shared_path("data/parallel/ntrex.en-ru.json.xz")
    measured = cost(gale_church, 10)
    assert measured.milliseconds > 0
    assert measured.kibibytes > 1


def test_what_nothing_was_tuned_on_is_aligned_well() -> None:
    shared_path("data/parallel/ntrex.en-de.json.xz")
    given = held_out("de")
    ours, theirs = score(cold, given), score(gale_church, given)
    assert ours.links > 0.98
    assert ours.beads > theirs.beads + 0.1
    assert rows_f1("de") > 0.96


def test_an_archive_of_some_documents_learns_words_without_being_told_a_bead() -> None:
    shared_path("data/parallel/ntrex.en-de.json.xz")
    lexicon = archive_lexicon("de", [item for item in items("de") if item.document % 4 == 0])
    assert max(lexicon.weights["and"], key=lexicon.weights["and"].__getitem__) == "und"
