from __future__ import annotations

import pytest

from archive.desk.quoting import Quotation
from archive.editions.deciding import judge, write_variance
from archive.editions.models import Availability, Edition
from archive.editions.publishing import publish
from archive.staff.excerpts import TextName
from archive.staff.reviewing import Review, Said, named, review
from archive.texts.writing import write
from tests import world

pytestmark = pytest.mark.django_db

ENGLISH = TextName("en", "English", "en", "ltr")
RUSSIAN = TextName("ru", "Russian", "ru", "ltr")
GUNS = {"en": "189", "ru": "180"}


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def of(edition: Edition) -> Review:
    return review(Availability.objects.select_related("newest").get(record=edition.record_id))


def marked(side: Quotation) -> list[tuple[str, str]]:
    """The passages of a side with the words marked in each."""
    return [
        (passage.id, piece.words)
        for passage in side.passages
        for piece in passage.pieces
        if piece.marked
    ]


def test_a_difference_is_laid_out_with_its_words_in_both_passages(cable: Edition) -> None:
    found = of(cable)
    assert (found.edition, found.open_count, found.adrift) == (1, 1, ())
    assert found.texts == {"en": ENGLISH, "ru": RUSSIAN}
    (each,) = found.differences
    assert (each.kind, each.sides) == ("Figure", (Said(ENGLISH, "189"), Said(RUSSIAN, "180")))
    (place,) = each.places
    assert (place.row, place.reason, place.passage, place.cut) == (
        3,
        "the texts say different things",
        "p2",
        False,
    )
    assert (marked(place.left), marked(place.right)) == ([("p2", "189")], [("p11", "180")])
    assert [passage.id for passage in place.whole[1].passages] == ["p11", "p12"]
    assert not any(side.cut for side in place.whole)


def test_what_was_judged_is_open_no_longer(cable: Edition) -> None:
    judge(cable.record, kind="number", words=GUNS, state="explained", note="A slip.", by="Ada")
    found = of(cable)
    assert (found.open_count, found.differences[0].difference.state) == (0, "explained")


def test_a_verdict_on_words_that_are_gone_is_adrift(cable: Edition) -> None:
    judge(cable.record, kind="number", words=GUNS, state="dismissed", note="", by="Ada")
    text = cable.record.texts.get(key="en")
    text.body = text.body.replace("189", "180")
    write(cable.record, text)
    publish(cable.record, by="Ada")
    found = of(cable)
    assert found.differences == ()
    (lost,) = found.adrift
    assert (lost.verdict.state, lost.kind, lost.sides) == (
        "dismissed",
        "Figure",
        (Said(ENGLISH, "189"), Said(RUSSIAN, "180")),
    )


def test_a_variance_note_is_laid_out_with_the_words_that_it_quotes(cable: Edition) -> None:
    said = {"en": "Comrade Lin Biao has agreed", "ru": "Нами предложено т. Линь Бяо"}
    passages = {"en": ["p2"], "ru": ["p11", "p12"]}
    write_variance(cable.record, passages=passages, words=said, note="Agreed?", by="Ada")
    written = of(cable).notes[-1]
    assert written.note.note == "Agreed?"
    assert [(marked(side), words) for side, words in written.sides] == [
        ([("p2", said["en"])], said["en"]),
        ([("p11", said["ru"])], said["ru"]),
    ]


def test_a_text_that_is_gone_goes_by_its_key() -> None:
    assert named({"en": ENGLISH}, "zh") == TextName("zh", "zh", "und", "auto")
