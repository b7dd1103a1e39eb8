"""Suggestions as data."""

import json

import pytest

from archive.search.outbox import drain
from tests import world
from tests.web.conftest import Reader

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_person_under_another_name_and_a_title(reader: Reader) -> None:
    people = [{"name": "Mao Zedong", "role": "sender", "forms": {"ru": "Мао Цзэдун"}}]
    edition = world.published(world.document(title="Мао: телеграмма", people=people))
    drain()
    response = reader.get("/search/suggestions.json?q=мао")
    assert response.headers["Content-Type"] == "application/json"
    assert json.loads(response.content) == {
        "suggestions": [
            {
                "kind": "person",
                "label": "Mao Zedong",
                "form": "Мао Цзэдун",
                "language": "ru",
                "count": 1,
                "says": "Person · 1 record",
                "url": "/search/?person=mao-zedong",
            },
            {
                "kind": "record",
                "label": "Мао: телеграмма",
                "form": "",
                "language": "",
                "count": 0,
                "says": "Record",
                "url": f"/records/{edition.record_id}/",
            },
        ]
    }
    assert "1 record" in reader.page("/search/?person=mao-zedong")


@pytest.mark.parametrize("asked", ["", "?q=", "?q=%00%ff", "?q=" + "x" * 3_000])
def test_nothing_to_suggest(reader: Reader, asked: str) -> None:
    drain()
    answer = reader.get(f"/search/suggestions.json{asked}")
    assert json.loads(answer.content) == {"suggestions": []}


def test_pages_offer_what_was_meant_and_how_a_name_is_also_written(reader: Reader) -> None:
    world.published(world.document(texts=[world.text(body="The government of Peng Dehuai.")]))
    drain()
    page = reader.page("/search/?q=goverment&sort=title")
    link = '<a href="/search/?sort=title&amp;q=government"><bdi>government</bdi></a>'
    assert f"Did you mean {link}?" in page
    assert json.loads(reader.get("/search.json?q=goverment").content)["meant"] == "government"
    page = reader.page("/search/?q=彭德怀")
    assert 'Also written: <b lang="zh-Latn-pinyin"><bdi>Peng Dehuai</bdi></b>.' in page
    also = json.loads(reader.get("/search.json?q=彭德怀").content)["also_written"]
    assert also == [
        {
            "typed": "彭德怀",
            "forms": ["Peng Dehuai"],
            "q": '(彭德怀 OR "Peng Dehuai" OR "Peng De-huai")',
        }
    ]
