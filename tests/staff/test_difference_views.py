"""Judging the differences of a record: one, several, two of the staff at once, words that go."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client

from archive.editions.deciding import judge
from archive.editions.models import Availability
from archive.editions.publishing import publish
from archive.editions.reading import read
from archive.editions.withholding import withdraw
from archive.parallel.models import Verdict
from archive.records.models import Record
from archive.texts.models import Text
from archive.texts.writing import write
from tests import world
from tests.staff.pages import judging

pytestmark = pytest.mark.django_db

GUNS = {"en": "189", "ru": "180"}


def _address(record: Record) -> str:
    return f"/admin/records/record/{record.pk}/differences/"


@pytest.fixture
def cable() -> Record:
    return world.published(world.cable_document()).record


@pytest.fixture
def two() -> Record:
    """A record whose texts differ in two figures."""
    texts = [
        world.text("en", "We have 30 lorries.\n\nWe have 51 horses.\n\nGreetings."),
        world.text("ru", "У нас 40 грузовиков.\n\nУ нас 61 лошадь.\n\nПривет.", kind="translation"),
    ]
    return world.published(world.document(texts=texts)).record


def _verdicts(record: Record) -> list[tuple[int, str, str, str]]:
    """As readers have them: number, state, note, by."""
    reading = read(record.pk)
    assert reading is not None
    return [(v.number, v.state, v.note, v.by) for v in reading.apparatus.verdicts]


def _edit(sent: dict[str, Any], words: str, **fields: str) -> dict[str, Any]:
    """The page with the fields of the form about these words filled in."""
    prefix = next(n.removesuffix("-matter") for n, v in sent.items() if f'"{words}"' in str(v))
    return {**sent, **{f"{prefix}-{name}": value for name, value in fields.items()}}


def _prefix(sent: dict[str, Any], words: str) -> str:
    return next(n.removesuffix("-matter") for n, v in sent.items() if f'"{words}"' in str(v))


def test_the_page_shows_both_passages_with_the_words_marked(client: Client, cable: Record) -> None:
    response = client.get(_address(cable))
    (each,) = response.context["review"].differences
    (place,) = each.places
    assert (each.difference.severity, each.kind, dict(each.difference.words)) == (
        "flag",
        "Figure",
        GUNS,
    )
    assert (place.row, place.reason, place.passage) == (3, "the texts say different things", "p2")
    marked = [
        [p.words for passage in side.passages for p in passage.pieces if p.marked]
        for side in (place.left, place.right)
    ]
    assert marked == [["189"], ["180"]]
    html = response.content.decode()
    for words in ("<mark>189</mark>", "<mark>180</mark>", "Lin Biao has agreed", "Линь Бяо"):
        assert words in html


def test_a_verdict_is_saved_read_and_told_in_the_history(client: Client, cable: Record) -> None:
    sent = _edit(judging(client, _address(cable)), "189", state="explained", note=" A slip. ")
    answer = client.post(_address(cable), {**sent, "save": "all"})
    assert (answer.status_code, answer["Location"]) == (302, f"{_address(cable)}#differences")
    assert _verdicts(cable) == [(1, "explained", "A slip.", "ada")]
    entry = LogEntry.objects.get()
    assert entry.get_change_message() == "Judged 189 ≠ 180: explained. A slip."
    history = client.get(f"/admin/records/record/{cable.pk}/history/").content.decode()
    assert "Judged 189 ≠ 180: explained. A slip." in history
    html = client.get(_address(cable)).content.decode()
    assert "A slip.</textarea>" in html


def test_an_explanation_without_words_is_refused_at_its_field(client: Client, two: Record) -> None:
    sent = judging(client, _address(two))
    sent = _edit(sent, "30", state="explained")
    sent = _edit(sent, "51", state="true difference", note="Counted in Harbin.")
    answer = client.post(_address(two), {**sent, "save": "all"})
    assert [(m.target, m.place, m.message) for m in answer.context["mistakes"]] == [
        (
            f"id_{_prefix(sent, '30')}-note",
            "30 ≠ 40",
            "An explanation needs its words: readers are shown them.",
        )
    ]
    assert "Counted in Harbin.</textarea>" in answer.content.decode()
    assert _verdicts(two) == []
    assert not LogEntry.objects.exists()


def test_several_are_saved_at_once(client: Client, two: Record) -> None:
    sent = _edit(judging(client, _address(two)), "30", state="dismissed")
    sent = _edit(sent, "51", state="true difference")
    client.post(_address(two), {**sent, "save": "all"})
    assert sorted(_verdicts(two)) == [
        (1, "dismissed", "", "ada"),
        (2, "true difference", "", "ada"),
    ]


def test_one_is_saved_alone_and_the_other_stays_typed(client: Client, two: Record) -> None:
    sent = _edit(judging(client, _address(two)), "30", state="dismissed")
    sent = _edit(sent, "51", state="open", note="Half a thought")
    answer = client.post(_address(two), {**sent, "save": _prefix(sent, "30")})
    assert _verdicts(two) == [(1, "dismissed", "", "ada")]
    html = answer.content.decode()
    assert "Half a thought</textarea>" in html
    assert "Not saved yet: 1 other difference that you have edited below." in html


def test_after_one_comes_the_next_open_one(client: Client, two: Record) -> None:
    sent = _edit(judging(client, _address(two)), "30", state="dismissed")
    answer = client.post(_address(two), {**sent, "save": _prefix(sent, "30")})
    assert answer["Location"] == f"{_address(two)}#{_prefix(sent, '51')}"


def test_nothing_edited_is_nothing_saved(client: Client, cable: Record) -> None:
    before = judging(client, _address(cable))
    answer = client.post(_address(cable), {**before, "save": "all"}, follow=True)
    assert "Nothing was changed, so nothing was saved." in answer.content.decode()
    assert _verdicts(cable) == []


def test_of_two_at_once_the_later_is_told_and_loses_nothing(
    client: Client, bos_client: Client, cable: Record
) -> None:
    mine = _edit(judging(client, _address(cable)), "189", state="explained", note="A slip.")
    theirs = _edit(
        judging(bos_client, _address(cable)), "189", state="dismissed", note="Other guns."
    )
    bos_client.post(_address(cable), {**theirs, "save": "all"})
    answer = client.post(_address(cable), {**mine, "save": "all"})
    html = answer.content.decode()
    assert "Somebody else judged this while your page was open." in html
    assert "dismissed. Other guns." in html
    assert "A slip.</textarea>" in html
    assert _verdicts(cable) == [(1, "dismissed", "Other guns.", "bo")]
    now = Verdict.objects.get().at.isoformat()
    seen = _edit(mine, "189", overwrite=now)
    client.post(_address(cable), {**seen, "save": "all"})
    assert _verdicts(cable) == [(1, "explained", "A slip.", "ada")]


def test_what_another_decided_alike_is_no_quarrel(
    client: Client, bos_client: Client, cable: Record
) -> None:
    mine = _edit(judging(client, _address(cable)), "189", state="dismissed")
    bos_client.post(_address(cable), {**mine, "save": "all"})
    assert client.post(_address(cable), {**mine, "save": "all"}).status_code == 302


def test_a_verdict_on_words_edited_away_stands_apart(client: Client, cable: Record) -> None:
    judge(cable, kind="number", words=GUNS, state="explained", note="A slip.", by="Ada")
    text = Text.objects.get(record=cable, key="ru")
    text.body = text.body.replace("180", "189")
    write(Record.objects.get(pk=cable.pk), text)
    publish(cable, by="Ada")
    response = client.get(_address(cable))
    assert response.context["review"].differences == ()
    (lost,) = response.context["review"].adrift
    assert (lost.verdict.number, [(s.text.name, s.words) for s in lost.sides]) == (
        1,
        [("English", "189"), ("Russian", "180")],
    )


def test_what_is_judged_while_the_words_go_is_kept(client: Client, cable: Record) -> None:
    sent = _edit(judging(client, _address(cable)), "189", state="explained")
    text = Text.objects.get(record=cable, key="ru")
    text.body = text.body.replace("180", "189")
    write(Record.objects.get(pk=cable.pk), text)
    publish(cable, by="Ada")
    refused = client.post(_address(cable), {**sent, "save": "all"})
    assert "No longer found in the texts" in refused.content.decode()
    client.post(_address(cable), {**_edit(sent, "189", note="A slip."), "save": "all"})
    assert _verdicts(cable) == [(1, "explained", "A slip.", "ada")]


@pytest.mark.parametrize(
    "damage",
    [
        {"matter": "no JSON"},
        {"matter": '{"kind": "number", "words": {"en": "1"}}'},
        {"was": "[]"},
        {"was": "\\ud800"},
        {"state": "certainly"},
        {"note": "a\0b"},
        {"note": "x" * 5000},
    ],
)
def test_a_damaged_page_is_refused_in_words(
    client: Client, cable: Record, damage: dict[str, str]
) -> None:
    sent = _edit(judging(client, _address(cable)), "189", **{"state": "dismissed", **damage})
    answer = client.post(_address(cable), {**sent, "save": "all"})
    assert answer.status_code == 200
    assert len(answer.context["mistakes"]) >= 1
    assert _verdicts(cable) == []


def test_what_is_not_published_has_nothing_to_judge(client: Client) -> None:
    record = world.stored(world.cable_document())
    for answer in (client.get(_address(record)), client.post(_address(record))):
        assert "Its texts are compared when it is" in answer.content.decode()


def test_of_a_withdrawn_record_staff_still_judge(client: Client, cable: Record) -> None:
    withdraw(cable, by="Ada", reason="Entered twice.")
    sent = _edit(judging(client, _address(cable)), "189", state="dismissed")
    client.post(_address(cable), {**sent, "save": "all"})
    assert Verdict.objects.get().state == "dismissed"
    assert f'href="/records/{cable.pk}/' not in client.get(_address(cable)).content.decode()


def test_an_embargo_hides_nothing_from_staff(client: Client, cable: Record) -> None:
    Availability.objects.update(text_embargoes={"ru": "2999-01-01"}, closed_until="2999-01-01")
    assert "<mark>180</mark>" in client.get(_address(cable)).content.decode()


def test_who_may_only_look_cannot_judge(bos_client: Client, bo: User, cable: Record) -> None:
    sent = _edit(judging(bos_client, _address(cable)), "189", state="dismissed")
    bo.groups.clear()
    bo.user_permissions.set(Permission.objects.filter(codename="view_record"))
    html = bos_client.get(_address(cable)).content.decode()
    assert "Save this one" not in html
    assert bos_client.post(_address(cable), {**sent, "save": "all"}).status_code == 403
    assert _verdicts(cable) == []
    bo.user_permissions.add(Permission.objects.get(codename="change_verdict"))
    assert bos_client.post(_address(cable), {**sent, "save": "all"}).status_code == 302
    assert _verdicts(cable) == [(1, "dismissed", "", "bo")]


def test_the_queries_do_not_grow_with_the_differences(
    client: Client, cable: Record, two: Record, django_assert_num_queries: Any
) -> None:
    for record in (cable, two):
        client.get(_address(record))
        with django_assert_num_queries(5):
            client.get(_address(record))


def test_strangers_are_asked_to_sign_in(cable: Record) -> None:
    answer = Client().get(_address(cable))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")
