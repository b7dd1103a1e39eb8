"""What changed between two editions, field by field."""

from archive.editions.comparing import FieldChange, compare
from archive.editions.content import Content, PassageContent
from archive.editions.words import Piece
from tests import world


def content(
    bodies: dict[str, str] | None = None, ids: dict[str, list[str]] | None = None, **fields: object
) -> Content:
    """Every blank-line chunk is a passage; ids count from p1 unless given."""
    bodies = bodies or {}
    record = world.document(texts=[world.text(k, b) for k, b in bodies.items()], **fields)
    passages: dict[str, tuple[PassageContent, ...]] = {}
    for key, body in bodies.items():
        found, at = [], 0
        for number, chunk in enumerate(body.split("\n\n"), start=1):
            name = ids[key][number - 1] if ids else f"p{number}"
            found.append(
                PassageContent(
                    id=name, number=number, kind="paragraph", start=at, end=at + len(chunk)
                )
            )
            at += len(chunk) + 2
        passages[key] = tuple(found)
    return Content(record=record, passages=passages)


def test_nothing_changed() -> None:
    assert compare(content({"en": "One."}), content({"en": "One."})) == ()


def test_fields_in_the_order_of_the_schema() -> None:
    before = content(title="A letter", subjects=["War", "Peace"], date="1950")
    after = content(title="A long letter", subjects=["Peace", "Trade"], summary="Short.")
    assert compare(before, after) == (
        FieldChange(
            "Title", (Piece("same", "A "), Piece("added", "long "), Piece("same", "letter"))
        ),
        FieldChange("Date", (Piece("removed", "1950"),)),
        FieldChange("Subjects 1", (Piece("removed", "War"),)),
        FieldChange("Subjects 2", (Piece("added", "Trade"),)),
        FieldChange("Summary", (Piece("added", "Short."),)),
    )


def test_texts_in_one_language_are_told_apart_by_their_keys() -> None:
    before, after = (
        world.content(
            world.document(texts=[world.text(), world.text("later", body, language="en")])
        )
        for body in ("One.", "Two.")
    )
    assert [change.label for change in compare(before, after)] == ["English (later), paragraph 1"]


def test_a_passage_is_followed_by_its_id() -> None:
    before = content({"en": "Old head.\n\nKept."}, {"en": ["p1", "p2"]})
    after = content({"en": "New first.\n\nKept.\n\nOld foot."}, {"en": ["p3", "p2", "p1"]})
    assert compare(before, after) == (
        FieldChange("English, paragraph 1", (Piece("added", "New first."),), "en"),
        FieldChange(
            "English, paragraph 3",
            (
                Piece("same", "Old "),
                Piece("removed", "head"),
                Piece("added", "foot"),
                Piece("same", "."),
            ),
            "en",
        ),
    )


def test_a_text_taken_away() -> None:
    changes = compare(content({"en": "One.", "ru": "Один."}), content({"en": "One."}))
    assert [(c.label, c.language, c.pieces) for c in changes] == [
        ("Russian, key", "", (Piece("removed", "ru"),)),
        ("Russian, language", "", (Piece("removed", "ru"),)),
        ("Russian, kind", "", (Piece("removed", "original"),)),
        ("Russian, paragraph 1", "ru", (Piece("removed", "Один."),)),
    ]


def test_members_and_parts_are_named() -> None:
    people = [{"name": "Liu Shaoqi", "role": "sender"}]
    before = content(people=people, rights={"note": "Free."})
    after = content(
        people=[{**people[0], "uncertain": True}], rights={"note": "Free.", "holder": "PRC"}
    )
    assert compare(before, after) == (
        FieldChange("People 1, uncertain", (Piece("added", "yes"),)),
        FieldChange("Rights, holder", (Piece("added", "PRC"),)),
    )
