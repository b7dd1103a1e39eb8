from __future__ import annotations

import json

import msgspec

from archive.editions.document import RecordDocument, line, travelling
from archive.exchange.ingest.decode import decode
from tests import world
from tests.shared_data import shared_path


def test_the_cable_travels_as_it_came_but_for_what_is_empty() -> None:
    given = json.loads(
        shared_path("samples/liu-shaoqi-to-mao-1950-01-22.json").read_text(encoding="utf-8")
    )
    assert travelling(decode(json.dumps(given).encode())) != given
    given["texts"][1].pop("translators")
    given["texts"][1].pop("date")
    given["rights"] = {"note": given["rights"]["note"]}
    assert travelling(decode(json.dumps(given).encode())) == given


def test_keys_stand_in_the_schemas_order_whatever_their_order_was() -> None:
    given = {
        "texts": [world.text(note="n", title="t")],
        "held": [{"reference": {"list": "22", "fond": "45"}, "type": "archive"}],
        "title": "T",
        "people": [{"role": "sender", "name": "A", "forms": {"zh": "甲", "ru": "А"}}],
    }
    assert line(msgspec.convert(given, RecordDocument)).decode() == (
        '{"title":"T","people":[{"name":"A","forms":{"ru":"А","zh":"甲"},"role":"sender"}],'
        '"texts":[{"key":"en","language":"en","kind":"original","title":"t","note":"n",'
        '"body":"A wording."}],"held":[{"type":"archive","reference":{"fond":"45","list":"22"}}]}\n'
    )


def test_every_property_of_the_schema_has_its_place_and_order() -> None:
    schema = json.loads(shared_path("contract/record.schema.json").read_text(encoding="utf-8"))
    assert list(RecordDocument.__struct_encode_fields__) == list(schema["properties"])


def test_the_projects_own_copy_of_the_schema_is_the_contracts() -> None:
    from archive.exchange.ingest.decode import SCHEMA

    assert SCHEMA.read_bytes() == shared_path("contract/record.schema.json").read_bytes()
