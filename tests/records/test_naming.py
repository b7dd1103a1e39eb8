from __future__ import annotations

import pytest

from archive.records import naming
from archive.records.identifiers import check
from archive.records.naming import new_name
from tests import world

pytestmark = pytest.mark.django_db


def test_a_new_name_is_well_formed() -> None:
    name = new_name()
    assert check(name) == name


def test_a_name_that_a_record_has_is_not_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = world.stored(world.document()).pk
    minted = iter([taken, "unused"])
    monkeypatch.setattr(naming, "mint", lambda: next(minted))
    assert new_name() == "unused"
