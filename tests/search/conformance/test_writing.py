"""What is put, removed and made anew, and what of it is seen when."""

from __future__ import annotations

import pytest

from archive.search.backend import backend
from archive.search.unavailable import SearchUnavailable
from tests.search.conformance.conftest import Fill
from tests.search.indexes import indexed

pytestmark = pytest.mark.conformance


def held() -> list[str]:
    return sorted(record_id for record_id, _, _ in backend().states())


def test_what_is_put_removed_and_cleared(fill: Fill) -> None:
    fill(indexed("r1", "boats"), indexed("r2", "guns"))
    assert (held(), backend().languages()) == (["r1", "r2"], ("en",))
    with backend().writing() as writer:
        writer.put([indexed("r1", "rafts"), indexed("r3", "rifles")])
        writer.remove("r2")
        writer.remove("never there")
        writer.put([indexed("r4", "first")])
        writer.put([indexed("r4", "then")])
        writer.put([indexed("r5", "never seen")])
        writer.remove("r5")
    assert held() == ["r1", "r3", "r4"]
    assert ("r4", 1, indexed("r4", "then").digest()) in backend().states()
    with backend().writing() as writer:
        writer.clear()
    assert (held(), backend().languages()) == ([], ())


def test_nothing_is_written_where_the_block_fails(fill: Fill) -> None:
    fill(indexed("r1", "boats"))
    before = backend().generation
    with pytest.raises(KeyError), backend().writing() as writer:
        writer.put([indexed("r2", "guns")])
        writer.remove("r1")
        raise KeyError
    with pytest.raises(KeyError), backend().rebuilding() as (name, writer):
        writer.put([indexed("r2", "guns")])
        raise KeyError
    assert (held(), backend().generation) == (["r1"], before)
    with backend().writing():
        pass
    assert held() == ["r1"]
    assert name != before


def test_the_old_index_answers_until_the_new_one_does(fill: Fill) -> None:
    fill(indexed("r1", "boats"))
    old = backend().generation
    with backend().rebuilding() as (new, writer):
        writer.put([indexed("r2", "guns")])
        assert (held(), backend().generation) == (["r1"], old)
    assert (held(), backend().generation) == (["r2"], new)


def test_without_an_index_nothing_is_written(db: None) -> None:
    said = r"There is no index .*\. Run manage\.py index --rebuild\."
    with pytest.raises(SearchUnavailable, match=said), backend().writing() as writer:
        writer.put([indexed("r1", "boats")])
    assert backend().generation is None
