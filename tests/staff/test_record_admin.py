"""One record on one page: saved whole, kept exactly, refused at the field."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.editions.draft import describe, drafts
from archive.records.models import Record
from tests import world
from tests.staff import pages

pytestmark = pytest.mark.django_db


def _described(pk: str) -> object:
    return describe(drafts(Record.objects.filter(pk=pk)).get())


def test_a_record_in_two_languages_is_added_on_one_page(client: Client) -> None:
    sent = pages.empty() | {"title": "A letter", "kind": "letter", "date": "1950-01-22"}
    sent = pages.with_row(sent, "texts", language="zh", kind="original", body="今年收成很好。")
    sent = pages.with_row(
        sent,
        "texts",
        language="en",
        kind="translation",
        body="The harvest is good.",
        translated_from="zh",
        translated_from_holding="0",
    )
    sent = pages.with_row(
        sent, "holdings", type="archive", reference="f. 45, op. 1, d. 334, l. 22", texts="zh"
    )
    response = pages.save(client, pages.ADD, sent)
    assert response.status_code == 302, pages.errors(response)
    record = Record.objects.get()
    assert _described(record.pk) == world.document(
        id=record.pk,
        title="A letter",
        kind="letter",
        date="1950-01-22",
        texts=[
            world.text("zh", "今年收成很好。"),
            world.text(
                "en",
                "The harvest is good.",
                kind="translation",
                translated_from="zh",
                translated_from_holding=0,
            ),
        ],
        held=[{"type": "archive", "reference": "f. 45, op. 1, d. 334, l. 22", "texts": ["zh"]}],
        editorial={"last_passage": 2, "passages": {"en": ["p2"], "zh": ["p1"]}},
    )
    assert record.earliest is not None
    assert record.earliest.isoformat() == "1950-01-22"


def test_a_page_sent_back_untouched_changes_nothing_but_the_revision(client: Client) -> None:
    for document in (world.cable_document(), world.practice_document("04")):
        record = world.stored(document)
        before = _described(record.pk)
        address = pages.change_address(record)
        response = pages.save(client, address, pages.shown(client, address))
        assert response.status_code == 302, pages.errors(response)
        assert _described(record.pk) == before


def test_wording_keeps_every_character_that_was_not_edited(client: Client) -> None:
    body = " \u00a0First\tline, \r\nsecond.\n\n\n*Cогласен* .\rlast \n"
    record = world.stored(world.document(texts=[world.text("ru", body)], summary=" a\r\n b "))
    address = pages.change_address(record)
    sent = pages.shown(client, address)
    sent["texts-0-body"] = body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    assert pages.save(client, address, sent | {"title": "Another"}).status_code == 302
    stored = Record.objects.get(pk=record.pk)
    assert (stored.title, stored.summary, stored.texts.get().body) == ("Another", " a\r\n b ", body)


def test_an_edited_body_keeps_passage_ids_and_its_hands_follow(client: Client) -> None:
    text = world.text("en", "First.\n\nSecond paragraph.\n\nI agree.")
    text["hands"] = [{"name": "Mao Zedong", "kind": "annotation", "from": 3}]
    record = world.stored(world.document(texts=[text]))
    address = pages.change_address(record)
    sent = pages.shown(client, address)
    sent["texts-0-body"] = "First.\n\nA new one.\n\nSecond paragraph.\n\nI agree."
    assert pages.save(client, address, sent).status_code == 302
    edited = Record.objects.get(pk=record.pk).texts.get()
    assert [passage.number for passage in edited.passages.all()] == [1, 4, 2, 3]
    assert edited.hands == [{"name": "Mao Zedong", "kind": "annotation", "from": 4, "to": 4}]


def test_what_is_impossible_is_refused_at_its_field(client: Client) -> None:
    sent = pages.empty() | {
        "title": "",
        "date": "22 January 1950",
        "rights_statement": "free for all",
        "embargo_until": "soon",
    }
    sent = pages.with_row(
        sent, "texts", language="english", body="One.", translated_from="klingon!"
    )
    sent = pages.with_row(
        sent,
        "texts",
        language="en",
        kind="original",
        body="One.",
        hands__0__name="Mao",
        hands__0__kind="annotation",
        hands__0__from="2",
    )
    sent = pages.with_row(sent, "holdings", type="web", url="javascript:alert(1)", texts="en")
    response = pages.save(client, pages.ADD, sent)
    assert pages.errors(response) == {
        "title": ["This field is required."],
        "date": ["“22 January 1950” is not written as year, month and day. Write 1950-01-22."],
        "rights_statement": [
            "is no address. Write one of rightsstatements.org or creativecommons.org, such as "
            "http://rightsstatements.org/vocab/InC/1.0/, or put words into the rights note."
        ],
        "embargo_until": ["Enter a valid date."],
        "texts-0-language": [
            "'english' is not a BCP 47 language tag; use one such as en, ru, zh-Hant or "
            "zh-Latn-wadegile"
        ],
        "texts-0-translated_from": ["Is neither the key of a text here nor a language tag."],
        "texts-1-hands": ["Paragraphs 2 to 2: this text has paragraphs 1 to 1."],
        "holdings-0-url": ["Is no web address. It begins with http:// or https://."],
    }
    assert not Record.objects.exists()


def test_two_texts_of_one_key_are_refused_and_empty_keys_are_made(client: Client) -> None:
    sent = pages.empty() | {"title": "A letter"}
    sent = pages.with_row(sent, "texts", language="en", key="en", body="One.")
    sent = pages.with_row(sent, "texts", language="en", key="en", body="Two.")
    refused = pages.errors(pages.save(client, pages.ADD, sent))
    assert refused == {"texts-1-key": ["Another text on this page has the key “en” too."]}
    sent["texts-1-key"] = ""
    assert pages.save(client, pages.ADD, sent).status_code == 302
    assert [text.key for text in Record.objects.get().texts.all()] == ["en", "en-2"]


def test_the_second_of_two_savers_is_told_and_loses_nothing(client: Client) -> None:
    record = world.stored(world.document(title="A letter"))
    address = pages.change_address(record)
    mine, theirs = pages.shown(client, address), pages.shown(client, address)
    assert pages.save(client, address, mine | {"summary": "Mine."}).status_code == 302
    refused = pages.save(client, address, theirs | {"title": "Theirs"})
    assert refused.status_code == 200
    conflict = refused.context["conflict"]
    assert conflict.revision == 2
    assert conflict.saves[0].startswith("ada, ")
    assert conflict.saves[0].endswith(": Changed Summary.")
    assert 'value="Theirs"' in refused.content.decode()
    assert Record.objects.get(pk=record.pk).title == "A letter"
    again = theirs | {"title": "Theirs", "overwrite": "2"}
    assert pages.save(client, address, again).status_code == 302
    stored = Record.objects.get(pk=record.pk)
    assert (stored.title, stored.summary, stored.revision) == ("Theirs", "", 3)


def test_a_row_that_somebody_else_removed_is_saved_again(client: Client) -> None:
    record = world.stored(world.document(links=[{"type": "see also", "to": "other-1"}]))
    address = pages.change_address(record)
    sent = pages.shown(client, address)
    record.links.all().delete()
    response = pages.save(client, address, sent)
    assert response.status_code == 302, pages.errors(response)
    assert [link.to for link in record.links.all()] == ["other-1"]


def test_a_holding_moved_is_followed_and_one_removed_is_asked_about(client: Client) -> None:
    held = [{"type": "web", "url": f"https://{n}.example.org/"} for n in "ab"]
    text = world.text("en", kind="translation", translated_from="zh", translated_from_holding=1)
    record = world.stored(world.document(texts=[text], held=held))
    address = pages.change_address(record)
    sent = pages.shown(client, address)
    removed = pages.save(client, address, sent | {"holdings-1-DELETE": "on"})
    assert pages.errors(removed) == {
        "texts-0-translated_from_holding": ["This holding is removed on this page. Choose another."]
    }
    moved = sent | {"holdings-0-order": "2", "holdings-1-order": "1"}
    assert pages.save(client, address, moved).status_code == 302
    stored = Record.objects.get(pk=record.pk)
    assert stored.texts.get().translated_from_holding == 0
    assert [holding.url[8] for holding in stored.holdings.all()] == ["b", "a"]


def test_keys_may_change_places(client: Client) -> None:
    record = world.stored(world.document(texts=[world.text("en", "A."), world.text("ru", "B.")]))
    address = pages.change_address(record)
    sent = pages.shown(client, address) | {"texts-0-key": "ru", "texts-1-key": "en"}
    assert pages.save(client, address, sent).status_code == 302
    assert [(t.key, t.body) for t in record.texts.all()] == [("ru", "A."), ("en", "B.")]


def test_the_list_asks_as_often_for_three_records_as_for_one(
    client: Client, django_assert_num_queries: Any
) -> None:
    world.published(world.document(title="One", texts=[world.text("en")]))
    client.get("/admin/records/record/")
    with django_assert_num_queries(5):
        client.get("/admin/records/record/")
    world.published(world.document(title="Two", texts=[world.text("ru")]))
    world.stored(world.document(title="Three", texts=[world.text("zh")]))
    with django_assert_num_queries(5):
        client.get("/admin/records/record/")


def test_a_published_record_is_never_deleted(client: Client) -> None:
    record = world.published(world.document(title="A letter")).record
    response = client.post(
        f"/admin/records/record/{record.pk}/delete/", {"post": "yes"}, follow=True
    )
    assert "Withdraw it instead" in response.content.decode()
    assert Record.objects.filter(pk=record.pk).exists()
    draft = world.stored(world.document(title="A draft"))
    client.post(f"/admin/records/record/{draft.pk}/delete/", {"post": "yes"})
    assert not Record.objects.filter(pk=draft.pk).exists()
