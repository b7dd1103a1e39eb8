"""An index in a folder that was lost or damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive.search import Query, SearchUnavailable, drain, outbox, search
from archive.search.backend import backend
from tests import world

pytestmark = pytest.mark.django_db(transaction=True)


def publish(title: str) -> None:
    world.published(world.document(title=title))


@pytest.mark.parametrize("ruin", ["missing", "emptied", "another version"])
def test_a_small_lost_index_is_made_anew(index_folder: Path, ruin: str) -> None:
    publish("First")
    generation = index_folder / str(backend().generation)
    match ruin:
        case "missing":
            shutil.rmtree(index_folder)
        case "emptied":
            shutil.rmtree(generation)
        case "another version":
            generation.rename(generation.with_name("0" * 32 + "-a0s0"))
            (index_folder / "current").write_text("0" * 32 + "-a0s0")
    assert search(Query()).total == 1
    assert drain() == 0


def test_a_large_lost_index_names_the_command(
    index_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish("First")
    shutil.rmtree(index_folder)
    monkeypatch.setattr(outbox, "_SOON_REBUILT", 0)
    with pytest.raises(SearchUnavailable, match=r"Run manage\.py index --rebuild\."):
        search(Query())
    assert drain(command=True) == 1
    assert search(Query()).total == 1


def test_a_damaged_index_names_the_command(index_folder: Path) -> None:
    publish("First")
    (index_folder / str(backend().generation) / "meta.json").write_text("{")
    with pytest.raises(SearchUnavailable, match=r"Run manage\.py index --rebuild\."):
        search(Query())
