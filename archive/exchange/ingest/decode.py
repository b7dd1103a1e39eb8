"""A line of a file read as a record, or the list of what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
from jsonschema.exceptions import ValidationError

from archive.editions.check import Problem, problems
from archive.editions.document import RecordDocument

SCHEMA = Path(__file__).resolve().parents[1] / "record.schema.json"
MOST_BYTES = 64 * 1024 * 1024
_decoder = msgspec.json.Decoder(RecordDocument)


class Refused(ValueError):
    """A line that is no acceptable record; ``problems`` says everything that is wrong."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in found))
        self.problems = found


def decode(line: bytes) -> RecordDocument:
    """The record on one line of JSON, with nothing wrong. Raises ``Refused``."""
    if len(line) > MOST_BYTES:
        raise Refused([Problem("record", f"longer than {MOST_BYTES // 2**20} MiB. Split it.")])
    try:
        record = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(_misshapen(line, error)) from None
    if found := problems(record):
        raise Refused(found)
    return normal(record)


def normal(record: RecordDocument) -> RecordDocument:
    """The record with what may be said in two ways said in one: an empty date is none, a kind
    left out is cable, one paragraph in another hand needs no last."""
    replace = msgspec.structs.replace
    return replace(
        record,
        id=record.id or None,
        source_id=record.source_id or None,
        kind=record.kind or "cable",
        date=record.date or None,
        subjects=tuple(dict.fromkeys(record.subjects)),
        collections=tuple(dict.fromkeys(record.collections)),
        rights=_normal_rights(record.rights),
        texts=tuple(
            replace(
                text,
                date=text.date or None,
                translated_from=text.translated_from or None,
                rights=_normal_rights(text.rights),
                hands=tuple(replace(hand, date=hand.date or None) for hand in text.hands),
            )
            for text in record.texts
        ),
        held=tuple(
            replace(held, repository=held.repository or None, reference=held.reference or None)
            for held in record.held
        ),
        first_published=record.first_published or None,
        scans=tuple(replace(scan, rights=_normal_rights(scan.rights)) for scan in record.scans),
    )


def _normal_rights(rights: Any) -> Any:
    return msgspec.structs.replace(
        rights, statement=rights.statement or None, embargo_until=rights.embargo_until or None
    )


def _misshapen(line: bytes, error: Exception) -> list[Problem]:
    """Every fault of shape, in words; at least one."""
    try:
        value = json.loads(line.decode())
    except (ValueError, RecursionError) as fault:
        return [
            Problem("line", f"is no JSON: {_json_fault(fault)}. One record stands on one line.")
        ]
    found = [Problem(_path(fault), _words(fault)) for fault in _validator().iter_errors(value)]
    return found or [Problem("record", str(error))]


def _json_fault(fault: Exception) -> str:
    if isinstance(fault, json.JSONDecodeError):
        return f"{fault.msg} at character {fault.pos + 1}"
    if isinstance(fault, UnicodeDecodeError):
        return f"byte {fault.start + 1} is not UTF-8"
    return "nested too deeply" if isinstance(fault, RecursionError) else str(fault)[:80]


@cache
def _validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _path(fault: ValidationError) -> str:
    path = ""
    for step in fault.absolute_path:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
    if fault.validator == "required":
        path += f".{_missing(fault)}"
    return path.removeprefix(".") or "record"


def _missing(fault: ValidationError) -> str:
    instance = fault.instance if isinstance(fault.instance, dict) else {}
    required: Any = fault.validator_value
    return next((key for key in required if key not in instance and key in fault.message), "")


def _words(fault: ValidationError) -> str:
    """What is wrong and what to do, without quoting more than a little of what was given."""
    given = json.dumps(fault.instance, ensure_ascii=False)[:60]
    value: Any = fault.validator_value
    match fault.validator:
        case "required":
            return "is missing, and every record needs it. Add it."
        case "additionalProperties":
            return (
                f"holds keys that records do not have: {', '.join(_unknown(fault))}. Remove them."
            )
        case "enum":
            return f"{given} is not one of: {', '.join(map(str, value))}."
        case "type":
            return f"{given} should be {_type(value)}."
        case "minLength":
            return "is empty. Write it, or leave the key out."
        case "minimum":
            return f"{given} is too small: at least {value}."
        case "pattern":
            return f"{given} is not of the form {value}."
        case _:
            return f"{given} does not fit: see record.schema.json."


def _unknown(fault: ValidationError) -> Iterator[str]:
    known = fault.schema.get("properties", {}) if isinstance(fault.schema, dict) else {}
    given: Any = fault.instance
    return (str(key)[:60] for key in islice((key for key in given if key not in known), 5))


def _type(value: Any) -> str:
    names = {
        "string": "text in quotes",
        "null": "null",
        "array": "a list […]",
        "object": "an object {…}",
        "integer": "a whole number",
        "boolean": "true or false",
    }
    kinds = value if isinstance(value, list) else [value]
    return " or ".join(names.get(kind, str(kind)) for kind in kinds)
