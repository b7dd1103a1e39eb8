from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.authority.merging import NameForm, PersonEntry, merge_person
from archive.search.asking import question
from archive.search.query import Query
from tests import world

pytestmark = pytest.mark.django_db

RUSSIAN = NameForm("ru", "Линь Бяо", "native script")


def test_a_question_of_words_names_and_a_record() -> None:
    merge_person(PersonEntry(name="Lin Biao", forms=(RUSSIAN,)))
    people = [{"name": "Lin Biao", "role": "sender"}]
    record_id = world.published(world.document(title="A letter", people=people)).record_id
    with CaptureQueriesContext(connection) as queries:
        asked = question(Query(q="Lin Biao", like=record_id), ("en",))
    assert len(queries) == 3
    assert asked.ask is not None
    assert [each.told.people for each in asked.named] == [("Lin Biao",)]
    assert asked.model is not None
    assert asked.model.record_id == record_id


def test_names_as_typed_are_not_looked_up() -> None:
    merge_person(PersonEntry(name="Lin Biao", forms=(RUSSIAN,)))
    assert question(Query(q="Lin Biao", names="as-typed"), ()).named == ()


def test_what_can_find_nothing_says_why() -> None:
    wordless = question(Query(q="!?"), ())
    assert (wordless.ask, len(wordless.notices)) == (None, 1)
    unlike = question(Query(like="0000000"), ())
    assert (unlike.ask, len(unlike.notices)) == (None, 1)
