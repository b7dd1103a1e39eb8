"""Some real records are found by their titles and by sentences of them. The figures that were
promised are of all of them: ``tests.search.known_item``."""

from __future__ import annotations

import json
import lzma
from itertools import islice

import pytest

from archive.search import draining_later
from tests import world
from tests.search.known_item import SENTENCE, TITLE, WANTED, answered, drawn, share, table
from tests.shared_data import shared_path

pytestmark = pytest.mark.django_db

_EVERY, _COUNT = 200, 20


def test_a_title_finds_its_record_first_and_a_sentence_among_three() -> None:
    with lzma.open(shared_path("data/records/frus.jsonl.xz")) as lines, draining_later():
        for line in islice(lines, 0, None, _EVERY):
            world.published(world.document(**json.loads(line)))
    answers = answered(drawn(_COUNT))
    for kind, bars in WANTED.items():
        for among, least in bars:
            missed = [each for each in answers if each.asked.kind == kind and each.place is None]
            assert share(answers, kind, among) >= least, missed
    assert not any("MISSED" in row for row in table(answers))
    assert {each.asked.kind for each in answers} == {TITLE, SENTENCE}
