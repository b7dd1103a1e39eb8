from __future__ import annotations

import json

import pytest

from archive.citation.formats import FORMATS
from archive.citation.many import many
from archive.editions.models import Edition
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions() -> list[Edition]:
    letter = world.document(title="A letter", texts=[world.text()])
    return [world.published(world.cable_document()), world.published(letter)]


@pytest.mark.parametrize("extension", ["ris", "bib"])
def test_one_after_another(editions: list[Edition], extension: str) -> None:
    format = FORMATS[extension]
    assert list(many(format, editions)) == [format.write(edition) for edition in editions]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_csl_json_is_one_list(editions: list[Edition], count: int) -> None:
    format = FORMATS["csl.json"]
    written = "".join(many(format, editions[:count]))
    items = [json.loads(format.write(edition))[0] for edition in editions[:count]]
    assert json.loads(written) == items
    assert written == json.dumps(items, ensure_ascii=False, indent=2) + "\n"
