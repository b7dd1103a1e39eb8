"""Preview, publish, withdraw, release, embargo: each says what it does and asks who may."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from archive.editions.models import Availability, Edition
from archive.editions.withholding import withdraw
from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db


def _address(record: Record, page: str) -> str:
    return f"/admin/records/record/{record.pk}/{page}/"


def _cable() -> Record:
    return world.stored(world.cable_document())


def test_the_preview_shows_the_facing_pages_and_writes_nothing(client: Client) -> None:
    record = _cable()
    html = client.get(_address(record, "preview")).content.decode()
    for words in (
        "Председателю Мао !",
        "has agreed to let us meet this request",
        "189",
        "≠",
        "180",
    ):
        assert words in html
    assert "The translator of the Russian text (ru) is not recorded." in html
    assert not Edition.objects.exists()
    swapped = client.get(_address(record, "preview"), {"left": "ru", "right": "en"})
    html = swapped.content.decode()
    assert html.index("Председателю Мао !") < html.index("Chairman Mao [Zedong]:</")
    assert client.get(_address(record, "preview"), {"left": "nosuch"}).status_code == 200


def test_the_preview_says_how_it_will_be_cited_and_leads_to_each_field_that_lacks(
    client: Client,
) -> None:
    held = [{"type": "archive", "repository": "An archive", "texts": ["en"]}]
    text = world.text(kind="translation", translated_from="zh")
    record = world.stored(world.document(title="A note", texts=[text], held=held))
    html = client.get(_address(record, "preview")).content.decode()
    card = html.partition("How it will be cited")[2].partition("</section>")[0]
    assert "A note, cable, undated, English translation, shelfmark not recorded, An archive" in card
    page = f"/admin/records/record/{record.pk}/change/#"
    found = re.findall(rf'<a href="{page}([^"]+)">([^<]+)</a>', card)
    assert found == [
        ("participations-group", "No sender or author: it begins with the title."),
        ("id_date", "No date: it says “undated”, in APA “n.d.”."),
        ("id_texts-0-translator_list", "No translator: it says “English translation”."),
        ("id_holdings-0-reference", "No shelfmark: it says “shelfmark not recorded”."),
    ]
    form = client.get(page.rstrip("#")).content.decode()
    assert [target for target, _ in found if f'id="{target}"' not in form] == []


def test_a_draft_is_cited_as_the_edition_that_has_or_will_have_its_words(client: Client) -> None:
    record = Record.objects.get(pk=world.published(world.cable_document()).record_id)

    def previewed() -> str:
        return client.get(_address(record, "preview")).content.decode()

    assert "Nothing is missing from this citation." in previewed()
    assert f"/records/{record.pk}/v1/en/." in previewed()
    Record.objects.filter(pk=record.pk).update(number="511")
    assert f"/records/{record.pk}/v2/en/." in previewed()


def test_what_the_preview_offers_it_shows(client: Client) -> None:
    """Its buttons lead to more texts and to rows of sentences, as a reader's do."""
    address = _address(world.stored(world.practice_document("03")), "preview")
    html = client.get(address).content.decode()
    (more,) = re.findall(r'href="([^"]+also=[^"]+)#texts"', html)
    (finer,) = re.findall(r'href="([^"]+rows=sentences)#texts"', html)
    assert html.count('<div class="text-choice">') == 2
    three = client.get(address + unescape(more)).content.decode()
    assert three.count('<div class="text-choice">') == 3
    rows = re.compile('aria-label="Row ')
    sentences = client.get(address + unescape(finer)).content.decode()
    assert len(rows.findall(sentences)) > len(rows.findall(html))


def test_the_preview_says_of_a_variance_note_who_wrote_it_and_on_which_day(client: Client) -> None:
    record = world.stored(world.cable_document())
    html = client.get(_address(record, "preview")).content.decode()
    assert "This archive’s note, not the source’s · Facing Pages, November 23, 2026" in html


def test_the_preview_says_what_changed_since_the_edition(client: Client) -> None:
    record = world.published(world.document(title="A letter", texts=[world.text()])).record
    Record.objects.filter(pk=record.pk).update(title="A long letter")
    shown = client.get(_address(record, "preview")).context["preview"]
    assert [(c.label, [(p.change, p.text) for p in c.pieces]) for c in shown.changes] == [
        ("Title", [("same", "A "), ("added", "long "), ("same", "letter")])
    ]


def test_publishing_makes_the_edition_under_ones_name(client: Client) -> None:
    record = _cable()
    client.post(_address(record, "publish"), {"note": "First edition"})
    edition = Edition.objects.get()
    assert (edition.number, edition.published_by, edition.note) == (1, "ada", "First edition")
    assert client.get(_address(record, "publish")).headers["Location"] == _address(
        record, "preview"
    )


def test_a_draft_with_an_impossible_value_is_not_published(client: Client) -> None:
    record = _cable()
    Record.objects.filter(pk=record.pk).update(date="soon")
    html = client.get(_address(record, "preview")).content.decode()
    assert "This draft cannot be published yet" in html
    answer = client.post(_address(record, "publish"), {"note": ""}, follow=True)
    assert "Not published. date: “soon” is not a date." in answer.content.decode()
    assert not Edition.objects.exists()


def test_withdrawing_needs_a_reason_and_is_undone_by_release(client: Client) -> None:
    record = world.published(world.cable_document()).record
    refused = client.post(_address(record, "withdraw"), {"reason": "  "})
    assert "Give the reason: readers are shown it." in refused.content.decode()
    assert Availability.objects.get().withdrawn_at is None
    client.post(_address(record, "withdraw"), {"reason": "Entered twice."})
    standing = Availability.objects.get()
    assert (standing.withdrawn_reason, standing.withdrawn_by) == ("Entered twice.", "ada")
    client.post(_address(record, "release"))
    assert Availability.objects.get().withdrawn_at is None


def test_an_embargo_holds_at_once_and_for_the_next_edition(client: Client) -> None:
    record = world.published(world.cable_document()).record
    day = timezone.localdate() + timedelta(days=30)
    client.post(_address(record, "embargo"), {"until": day.isoformat()})
    assert Availability.objects.get().embargo_until == day
    stored = Record.objects.get()
    assert (stored.embargo_until, stored.revision) == (day, 2)
    past = client.post(_address(record, "embargo"), {"until": date(1950, 1, 1).isoformat()})
    assert "That day has come" in past.content.decode()
    client.post(_address(record, "embargo"), {"until": ""})
    assert Availability.objects.get().embargo_until is None


def test_a_draft_can_be_neither_withdrawn_nor_embargoed(client: Client) -> None:
    record = _cable()
    for page, sent in (("withdraw", {"reason": "No."}), ("release", {}), ("embargo", {})):
        answer = client.post(_address(record, page), sent, follow=True)
        assert "This record has no edition yet" in answer.content.decode()
    assert not Availability.objects.exists()


def test_history_lists_editions_and_what_staff_did(client: Client) -> None:
    record = world.published(world.cable_document(), note="First of all").record
    html = client.get(_address(record, "history")).content.decode()
    assert f'href="/records/{record.pk}/v1/"' in html
    assert "First of all" in html


def test_an_unknown_record_is_not_found(client: Client) -> None:
    for name in ("nosuch00", "%00", "a" * 3000):
        for page in ("preview", "withdraw"):
            assert client.get(f"/admin/records/record/{name}/{page}/").status_code == 404


def test_without_permission_nothing_happens(bos_client: Client, bo: User) -> None:
    record = world.published(world.cable_document()).record
    bo.groups.clear()
    names = ("view_record", "change_record")
    bo.user_permissions.set(Permission.objects.filter(codename__in=names))
    assert bos_client.get(_address(record, "preview")).status_code == 200
    Record.objects.filter(pk=record.pk).update(title="Changed")
    for page, sent in (
        ("publish", {"note": "x"}),
        ("withdraw", {"reason": "x"}),
        ("release", {}),
        ("embargo", {"until": "2999-01-01"}),
    ):
        assert bos_client.post(_address(record, page), sent).status_code == 403
    assert Edition.objects.count() == 1
    standing = Availability.objects.get()
    assert (standing.withdrawn_at, standing.embargo_until) == (None, None)


def test_strangers_are_asked_to_sign_in() -> None:
    record = _cable()
    for page in ("preview", "withdraw", "publish"):
        answer: Any = Client().get(_address(record, page))
        assert answer.status_code == 302
        assert answer["Location"].startswith("/admin/login/")


def test_a_withdrawn_record_can_be_previewed(client: Client) -> None:
    record = world.published(world.cable_document()).record
    withdraw(record, by="Ada", reason="Entered twice.")
    Record.objects.filter(pk=record.pk).update(title="Changed")
    html = client.get(_address(record, "preview")).content.decode()
    assert "The record is withdrawn and stays so until it is released." in html


def test_hostile_words_are_text_in_the_preview_of_the_desk(client: Client) -> None:
    hostile = "<script>alert(x)</script>\"'&"
    body = f"# {hostile}\n\n*{hostile}* 189 rifles[^1]\n\n[^1]: {hostile}"
    hand = {"name": hostile, "kind": "annotation", "from": 1}
    other = body.replace("189", "180").replace("rifles", "винтовок")
    texts = [
        world.text("en", body, hands=[hand], translators=[hostile], kind="translation"),
        world.text("ru", other, title=hostile),
    ]
    record = world.stored(world.document(title=hostile, texts=texts))
    html = client.get(_address(record, "preview")).content.decode()
    assert "<script>alert(x)" not in html
    assert html.count("&lt;script&gt;alert(x)&lt;/script&gt;") == 12
    assert "189" in html
    assert "≠" in html
