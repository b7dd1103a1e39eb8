"""Variance notes: written, looked at, refused at their field, written anew, taken back."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client

from archive.editions.document import VarianceDocument
from archive.editions.reading import read
from archive.parallel.models import VarianceNote
from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db

AGREED = {"en": "Comrade Lin Biao has agreed", "ru": "Нами предложено т. Линь Бяо"}
SENT = {
    "passages": ["p2", "p11"],
    "words-en": AGREED["en"],
    "words-ru": AGREED["ru"],
    "note": "Agreed, or\r\nproposed.",
}


def _address(record: Record, page: str = "variance") -> str:
    return f"/admin/records/record/{record.pk}/{page}/"


@pytest.fixture
def cable() -> Record:
    return world.published(world.cable_document()).record


def _notes(record: Record) -> list[VarianceDocument]:
    """Those written in the test, as readers have them."""
    reading = read(record.pk)
    assert reading is not None
    return [note for note in reading.apparatus.variances if note.number > 1]


def _messages(response: Any) -> list[tuple[str, str]]:
    return [(mistake.target, mistake.message) for mistake in response.context["mistakes"]]


def test_a_note_is_written_and_read(client: Client, cable: Record) -> None:
    answer = client.post(_address(cable), SENT)
    assert answer["Location"] == f"{_address(cable, 'differences')}#note-2"
    (note,) = _notes(cable)
    assert (note.number, note.passages, note.words, note.note, note.by) == (
        2,
        {"en": ("p2",), "ru": ("p11",)},
        AGREED,
        "Agreed, or\nproposed.",
        "ada",
    )
    assert LogEntry.objects.get().get_change_message() == "Variance note 2: Agreed, or\nproposed."
    html = client.get(_address(cable, "differences")).content.decode()
    assert "<mark>Нами предложено т. Линь Бяо</mark>" in html


def test_the_passages_of_the_address_are_chosen_with_those_beside_them(
    client: Client, cable: Record
) -> None:
    page = _address(cable, "differences")
    assert client.get(page).context["note_form"] is None
    first = client.get(page, {"passage": "p2"}).context["note_form"].rows()[0]
    chosen = [(t.key, [(p.id, p.number, p.chosen) for p in picks]) for t, picks in first.cells]
    assert (first.number, chosen) == (
        3,
        [("en", [("p2", 2, True)]), ("ru", [("p11", 4, True), ("p12", 5, True)])],
    )
    rows = client.get(page, {"passage": ["p2", "p11"]}).context["note_form"].rows()
    assert [p.id for row in rows for _, picks in row.cells for p in picks if p.chosen] == [
        "p2",
        "p11",
    ]
    rows = client.get(page, {"passage": "p999"}).context["note_form"].rows()
    assert not any(row.chosen for row in rows)


@pytest.mark.parametrize(
    ("changed", "refusals"),
    [
        ({"note": " "}, [("id_note", "A variance note says in words what differs.")]),
        (
            {"passages": [], "words-en": "", "words-ru": ""},
            [("note-passages", "Choose at least one passage that the note is about.")],
        ),
        (
            {"passages": ["p999", "p2", "p11"], "words-en": "", "words-ru": ""},
            [("note-passages", "This edition has no passage p999. Choose others.")],
        ),
        (
            {"words-ru": "Нами отказано"},
            [
                (
                    "id_words-ru",
                    "“Нами отказано” does not stand so in the passages chosen of “ru”. Copy it.",
                )
            ],
        ),
        (
            {"passages": ["p2"]},
            [
                (
                    "id_words-ru",
                    "Choose the passage of the Russian text in which these words stand.",
                )
            ],
        ),
    ],
)
def test_a_note_is_refused_at_its_field_and_nothing_typed_is_lost(
    client: Client, cable: Record, changed: dict[str, Any], refusals: list[tuple[str, str]]
) -> None:
    sent = {**SENT, **changed}
    answer = client.post(_address(cable), sent)
    assert _messages(answer) == refusals
    form = answer.context["note_form"]
    kept = {name: form[name].value() for name in ("words-en", "words-ru", "note")}
    assert kept == {name: sent[name] for name in kept}
    assert _notes(cable) == []


def test_looking_writes_nothing(client: Client, cable: Record) -> None:
    html = client.post(_address(cable), {**SENT, "preview": "1"}).content.decode()
    assert "As readers will see it" in html
    assert '<q lang="ru" dir="ltr">Нами предложено т. Линь Бяо</q>' in html
    assert _notes(cable) == []
    assert not LogEntry.objects.exists()


def _editing(client: Client, record: Record, number: int) -> dict[str, Any]:
    """What a browser would send from the form of that note if nothing were touched."""
    response = client.get(_address(record, "differences"), {"note": str(number)})
    form = response.context["note_form"]
    return {bound.html_name: bound.value() or "" for bound in form}


def test_a_note_written_anew_keeps_its_number(client: Client, cable: Record) -> None:
    client.post(_address(cable), SENT)
    sent = _editing(client, cable, 2)
    client.post(_address(cable), {**sent, "note": "Proposed, not agreed."})
    (note,) = _notes(cable)
    assert (note.number, note.note, note.words) == (2, "Proposed, not agreed.", AGREED)
    last = LogEntry.objects.first()
    assert last is not None
    assert last.get_change_message() == (
        "Variance note 2: Proposed, not agreed. Before: Agreed, or\nproposed."
    )


def test_of_two_at_once_the_later_is_told(
    client: Client, bos_client: Client, cable: Record
) -> None:
    client.post(_address(cable), SENT)
    mine, theirs = _editing(client, cable, 2), _editing(bos_client, cable, 2)
    bos_client.post(_address(cable), {**theirs, "note": "Bo's words."})
    answer = client.post(_address(cable), {**mine, "note": "Ada's words."})
    html = answer.content.decode()
    assert "wrote: Bo&#x27;s words." in html
    assert answer.context["note_form"]["note"].value() == "Ada's words."
    now = VarianceNote.objects.get(number=2).at.isoformat()
    client.post(_address(cable), {**mine, "note": "Ada's words.", "overwrite": now})
    assert [note.note for note in _notes(cable)] == ["Ada's words."]


def test_a_note_is_taken_back_and_its_words_stay_in_the_history(
    client: Client, cable: Record
) -> None:
    client.post(_address(cable), SENT)
    page = _address(cable, "variance/2/take-back")
    was = client.get(page).context["note"].at.isoformat()
    assert "Somebody changed this note" in client.post(page, {"was": "x"}).content.decode()
    client.post(page, {"was": was})
    (note,) = _notes(cable)
    assert (note.number, note.note, note.words, note.taken_back) == (2, "", {}, True)
    last = LogEntry.objects.first()
    assert last is not None
    assert last.get_change_message() == (
        "Variance note 2 taken back. It said: Agreed, or\nproposed."
    )
    assert client.get(page).status_code == 404
    assert client.get(_address(cable, "variance/9/take-back")).status_code == 404
    html = client.get(_address(cable, "differences"), {"note": "2"}).content.decode()
    assert "Taken back by ada" in html


def test_a_note_on_a_record_of_one_text(client: Client) -> None:
    record = world.published(world.document(texts=[world.text("en", "One.\n\nTwo.")])).record
    client.post(_address(record), {"passages": ["p2"], "note": "Perhaps “Too”."})
    assert VarianceNote.objects.get().passages == {"en": ["p2"]}


def test_who_may_only_look_writes_nothing(bos_client: Client, bo: User, cable: Record) -> None:
    bo.groups.clear()
    bo.user_permissions.set(Permission.objects.filter(codename="view_record"))
    assert bos_client.post(_address(cable), SENT).status_code == 403
    assert bos_client.post(_address(cable, "variance/1/take-back")).status_code == 403
    page = _address(cable, "differences")
    assert "What differs" not in bos_client.get(page, {"write": ""}).content.decode()
    assert _notes(cable) == []


def test_a_draft_has_no_notes_written_here(client: Client) -> None:
    record = world.stored(world.cable_document())
    assert client.post(_address(record), SENT).status_code == 404
    assert client.get(_address(record)).headers["Location"].endswith(f"/{record.pk}/differences/")
