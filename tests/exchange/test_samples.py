"""The bundled sample archive: sound, and with a record for every feature."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image

from archive import exchange
from archive.exchange.ingest.decode import SCHEMA, decode
from archive.texts.markup import BlockKind, PageBreakKind, blocks, page_breaks
from tests.shared_data import shared_path

SAMPLES = Path(exchange.__file__).parent / "samples"
PRACTICE = (SAMPLES / "practice.jsonl").read_text(encoding="utf-8").splitlines()
CABLE = (SAMPLES / "cable.jsonl").read_text(encoding="utf-8").splitlines()
RECORDS: dict[str, dict[str, Any]] = {
    record["source_id"].removeprefix("practice:"): record for record in map(json.loads, PRACTICE)
}


def _texts(name: str) -> dict[str, dict[str, Any]]:
    return {text["key"]: text for text in RECORDS[name].get("texts", [])}


def _all(field: str) -> list[dict[str, Any]]:
    return [item for record in RECORDS.values() for item in record.get(field, [])]


def _links(kind: str) -> set[tuple[str, str]]:
    return {
        (name, link["to"].removeprefix("practice:"))
        for name, record in RECORDS.items()
        for link in record.get("links", [])
        if link["type"] == kind
    }


def _enum(schema: dict[str, Any], field: str, key: str) -> set[str]:
    return set(schema["properties"][field]["items"]["properties"][key]["enum"])


def _keys_in_order(value: Any, schema: dict[str, Any], defined: dict[str, Any]) -> Iterator[str]:
    """The path of every object whose keys do not follow the schema."""
    for choice in (schema, *schema.get("oneOf", [])):
        if "$ref" in choice and isinstance(value, dict):
            schema = defined[choice["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        for item in value:
            yield from _keys_in_order(item, schema["items"], defined)
    elif isinstance(value, dict) and "properties" in schema:
        ranks = [list(schema["properties"]).index(key) for key in value]
        if any(later < earlier for earlier, later in pairwise(ranks)):
            yield ", ".join(value)
        for key, item in value.items():
            yield from _keys_in_order(item, schema["properties"][key], defined)


@pytest.fixture
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(SCHEMA.read_bytes())
    return loaded


def test_every_line_is_of_the_contract_with_keys_in_its_order() -> None:
    schema = json.loads(shared_path("contract/record.schema.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for line in CABLE + PRACTICE:
        record = json.loads(line)
        assert [error.message for error in validator.iter_errors(record)] == []
        assert list(_keys_in_order(record, schema, schema["$defs"])) == []


@pytest.mark.parametrize("line", CABLE + PRACTICE, ids=lambda line: line[14:50])
def test_import_has_nothing_against_any_line(line: str) -> None:
    assert decode(line.encode()).source_id == json.loads(line)["source_id"]


def test_the_cable_is_the_shared_sample_value_for_value_but_for_this_archives_own_note() -> None:
    shared = shared_path("samples/liu-shaoqi-to-mao-1950-01-22.json").read_text(encoding="utf-8")
    (cable,) = (json.loads(line) for line in CABLE)
    (note,) = cable.pop("editorial")["variances"]
    assert cable == json.loads(shared)
    texts = {text["key"]: text["body"] for text in cable["texts"]}
    assert all(words in texts[key] for key, words in note["words"].items())
    assert note["by"] == "Facing Pages"


def test_the_cable_has_nothing_that_its_page_does_not_state() -> None:
    cable = json.loads(CABLE[0])
    assert {"collections", "subjects", "first_published"} & set(cable) == set()
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert f"\n> {cable['rights']['note']}\n" in readme


def test_every_practice_record_says_that_it_is_composed() -> None:
    assert len(RECORDS) == len(PRACTICE) == 15
    for number, (name, record) in enumerate(sorted(RECORDS.items()), start=1):
        assert name.startswith(f"{number:02}-")
        assert record["editorial"] == {"composed": True}
        assert record["collections"] == ["Practice collection"]
        assert "id" not in record


def test_eight_languages_each_in_its_own_script() -> None:
    scripts = {
        "zh": "CJK",
        "ko": "HANGUL",
        "ru": "CYRILLIC",
        "ar": "ARABIC",
        "he": "HEBREW",
        "en": "LATIN",
        "de": "LATIN",
        "fr": "LATIN",
    }
    seen = set()
    for text in _all("texts"):
        language = text["language"].partition("-")[0]
        letters = [unicodedata.name(c) for c in text["body"] if c.isalpha()]
        own = sum(name.startswith(scripts[language]) for name in letters)
        assert own / len(letters) > 0.97, text["key"]
        seen.add(language)
    assert seen == set(scripts)


def test_every_word_of_the_contract_is_used_somewhere(schema: dict[str, Any]) -> None:
    lists = [("people", "role"), ("places", "role"), ("links", "type")]
    lists += [("held", "type"), ("held", "relation")]
    for field, key in lists:
        used = {item[key] for item in _all(field) if key in item}
        assert used == _enum(schema, field, key), (field, key)
    for key in ("kind", "completeness", "status"):
        assert {text.get(key) for text in _all("texts")} >= _enum(schema, "texts", key), key
    hands = {hand["kind"] for text in _all("texts") for hand in text.get("hands", [])}
    hand = schema["properties"]["texts"]["items"]["properties"]["hands"]["items"]
    assert hands == set(hand["properties"]["kind"]["enum"])


def test_every_field_of_the_contract_is_filled_somewhere(schema: dict[str, Any]) -> None:
    filled = {key for record in RECORDS.values() for key in record}
    assert set(schema["properties"]) - filled == {"id"}
    for field in ("people", "places", "texts", "held", "links", "scans"):
        names = {key for item in _all(field) for key in item}
        assert names == set(schema["properties"][field]["items"]["properties"]), field
    rights = {key for record in RECORDS.values() for key in record["rights"]}
    assert rights == set(schema["$defs"]["rights"]["properties"])


def test_figures_and_dates_that_differ_are_where_the_readme_says() -> None:
    differing = {
        "01-river-guard": {"en": ["340 rifles", "14 March"], "ru": ["430 винтовок", "16 марта"]},
        "02-typhoon": {"zh": ["三百六十箱"], "en": ["306 cases"]},
        "03-fishing-boats": {"ko": ["58척"], "en": ["58 fishing"], "ru": ["85 рыболовных"]},
        "04-outer-channel": {"de": ["141\N{NO-BREAK SPACE}900"], "en": ["149,100"]},
        "06-new-lighthouse": {"ar": ["٤٢ مترًا"], "he": ["24 מטר"], "en": ["42 metres"]},
        "08-pilotage-memorandum": {"de": ["1318 Schiffe"], "en": ["1,381 ships"]},
        "15-skarholm-minutes": {
            "en": ["1,850 panes", "1 October 1948"],
            "ru": ["1\N{NO-BREAK SPACE}580 стёкол", "1 ноября 1948"],
        },
    }
    for name, wordings in differing.items():
        for key, phrases in wordings.items():
            body = _texts(name)[key]["body"]
            assert [body.count(phrase) for phrase in phrases] == [1] * len(phrases), (name, key)


def test_originals_and_their_translations() -> None:
    assert set(_texts("03-fishing-boats")) == {"ko", "en", "ru"}
    assert _texts("02-typhoon")["zh"]["kind"] == "original"
    note = _texts("05-note-verbale")
    assert list(note) == ["fr", "en", "en-2"]
    assert note["en"]["translated_from"] == note["en-2"]["translated_from"] == "fr"
    assert note["en"]["body"] != note["en-2"]["body"]
    assert note["en"]["translated_from_holding"] != note["en-2"]["translated_from_holding"]
    assert note["en-2"]["rights"]["statement"] != RECORDS["05-note-verbale"]["rights"]["statement"]
    assert "ru" not in _texts("13-entered-twice")
    assert _texts("13-entered-twice")["en"]["translated_from"] == "ru"


def test_the_german_letter_has_every_mark_of_a_body() -> None:
    for text in _texts("04-outer-channel").values():
        assert {block.kind for block in blocks(text["body"])} == set(BlockKind)
        breaks = [(found.kind, found.label) for found in page_breaks(text["body"])]
        assert breaks == [(PageBreakKind.PAGE, "1"), (PageBreakKind.PAGE, "2")]
        assert text["body"].count("*") == 2


def test_reply_enclosure_and_duplicate() -> None:
    assert _links("reply to") == {("07-river-guard-reply", "01-river-guard")}
    assert _links("enclosed in") == {("08-pilotage-memorandum", "04-outer-channel")}
    assert _links("duplicate of") == {("13-entered-twice", "01-river-guard")}
    assert {link["to"].removeprefix("practice:") for link in _all("links")} <= set(RECORDS)


def test_dates_unknown_about_and_in_a_range() -> None:
    assert "date" not in RECORDS["09-seating-note"]
    assert RECORDS["10-delta-survey"]["date"] == "1931~"
    assert "1929" in RECORDS["10-delta-survey"]["date_note"]
    assert RECORDS["15-skarholm-minutes"]["date"] == "1948-05-03/1948-05-05"


def test_one_text_in_two_archives_with_a_former_shelfmark() -> None:
    held = RECORDS["10-delta-survey"]["held"]
    assert [(item["relation"], item["texts"]) for item in held] == [
        ("source of this text", ["ru"]),
        ("another copy", ["ru"]),
        ("former shelfmark", ["ru"]),
    ]
    assert len({item["repository"]["name"] for item in held}) == 3
    assert [set(item["reference"]) for item in held[:2]] == [{"fond", "opis", "delo", "list"}] * 2


def test_what_is_withheld() -> None:
    assert RECORDS["11-embargoed"]["rights"]["embargo_until"] == "2099-01-01"
    embargoed = [
        (name, text["key"])
        for name, record in RECORDS.items()
        for text in record.get("texts", [])
        if date.fromisoformat(text.get("rights", {}).get("embargo_until", "1970-01-01"))
        > date(2090, 1, 1)
    ]
    assert embargoed == [("12-embargoed-translation", "en")]
    assert "embargo_until" not in RECORDS["12-embargoed-translation"]["rights"]


def test_a_description_without_a_text() -> None:
    assert [name for name, record in RECORDS.items() if not record.get("texts")] == [
        "14-olsha-treaty"
    ]
    assert {tag for item in RECORDS["14-olsha-treaty"]["held"] for tag in item["texts"]} == {
        "fr",
        "ru",
    }


def test_the_minutes_have_200_passages_each_worth_reading() -> None:
    for text in _texts("15-skarholm-minutes").values():
        wordings = [text["body"][b.start : b.end] for b in blocks(text["body"])]
        assert len(wordings) == 200
        assert len(set(wordings)) >= 195


def test_hands_end_where_the_last_paragraph_does() -> None:
    for text in _all("texts"):
        for hand in text.get("hands", []):
            assert hand.get("to", hand["from"]) == len(blocks(text["body"]))


def test_scans_are_the_files_that_the_records_speak_of() -> None:
    scans = _all("scans")
    assert {scan["file"] for scan in scans} == {f.name for f in (SAMPLES / "scans").iterdir()}
    for scan in scans:
        file = SAMPLES / "scans" / scan["file"]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == scan["sha256"]
        assert file.stat().st_size <= 150_000
        with Image.open(file) as image:
            assert (image.format, image.width) == ("JPEG", 1200)


def test_scans_are_tied_to_the_leaves_of_their_text() -> None:
    for name in ("02-typhoon", "07-river-guard-reply"):
        for scan in RECORDS[name]["scans"]:
            body = _texts(name)[scan["text"]]["body"]
            leaves = {f"f. {found.label}" for found in page_breaks(body)}
            assert scan["leaf"] in leaves
    named = [scan["leaf"] for scan in RECORDS["02-typhoon"]["scans"]]
    assert named == ["f. 1", "f. 2", "f. 3"]


def test_a_scan_that_nothing_ties_beside_a_text_from_right_to_left() -> None:
    (scan,) = RECORDS["06-new-lighthouse"]["scans"]
    assert "leaf" not in scan
    assert page_breaks(_texts("06-new-lighthouse")[scan["text"]]["body"]) == ()
