from __future__ import annotations

import json

import jsonschema
import pytest

from archive.exchange.ingest.decode import SCHEMA
from archive.exchange.record_json import record_json
from tests import world

pytestmark = pytest.mark.django_db


def test_the_cable_as_json_is_the_record_with_its_passages_and_rows() -> None:
    reading = world.read_published(world.cable_document())
    answer = json.loads(record_json(reading))
    record = answer.pop("record")
    assert record["texts"][1]["body"] == world.cable_document().texts[1].body
    assert {key: answer[key] for key in ("edition", "sha256")} == {
        "edition": 1,
        "sha256": reading.standing.sha256,
    }
    assert answer["passages"]["en"][0] == {
        "id": "p1",
        "number": 1,
        "kind": "salutation",
        "start": 0,
        "end": 22,
    }
    assert [row["cells"] for row in answer["rows"]][1] == {"en": ["p1"], "ru": ["p10"]}
    assert list(answer) == ["edition", "sha256", "published_at", "passages", "rows", "differences"]


@pytest.mark.parametrize("number", [f"{n:02d}" for n in range(1, 16)])
def test_the_record_within_is_of_the_schema_and_practice_says_so(number: str) -> None:
    answer = json.loads(record_json(world.read_published(world.practice_document(number))))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    schema["properties"]["scans"]["items"]["properties"]["sha256"].pop("pattern")
    jsonschema.validate(answer["record"], schema)
    assert answer["notice"] == "Composed for demonstration: not a source."
