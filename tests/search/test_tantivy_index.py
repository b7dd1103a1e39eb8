from __future__ import annotations

from pathlib import Path

import pytest

from archive.search.tantivy_answers import states
from archive.search.tantivy_index import TantivyIndex, engine_errors, index_in
from archive.search.unavailable import SearchUnavailable
from tests.search.indexes import index_of, indexed


def held(index: TantivyIndex) -> list[str]:
    return sorted(record_id for record_id, _, _ in states(index))


def test_a_folder_without_an_index_names_the_command(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path)
    assert index.generation is None
    said = rf"There is no index in {tmp_path}\. Run manage\.py index --rebuild\."
    with pytest.raises(SearchUnavailable, match=said):
        index.opened()
    with pytest.raises(SearchUnavailable, match=said), index.writing():
        pass


def test_what_is_put_removed_and_cleared(tmp_path: Path) -> None:
    index = index_of(tmp_path, indexed("r1", "boats"), indexed("r2", "guns"))
    assert (held(index), index.opened().languages) == (["r1", "r2"], ("en",))
    with index.writing() as writer:
        writer.put([indexed("r1", "rafts"), indexed("r3", "rifles")])
        writer.remove("r2")
        writer.remove("never there")
    assert held(index) == ["r1", "r3"]
    with index.writing() as writer:
        writer.clear()
    assert (held(index), index.opened().languages) == ([], ())


def test_nothing_is_written_where_the_block_fails(tmp_path: Path) -> None:
    index = index_of(tmp_path, indexed("r1", "boats"))
    before = index.generation
    with pytest.raises(KeyError), index.writing() as writer:
        writer.clear()
        raise KeyError
    with pytest.raises(KeyError), index.rebuilding() as (name, writer):
        writer.put([indexed("r2", "guns")])
        raise KeyError
    assert (held(index), index.generation) == (["r1"], before)
    assert not (tmp_path / name).exists()


def test_who_was_killed_between_the_files_of_a_commit_and_its_note_is_in_nobodys_way(
    tmp_path: Path,
) -> None:
    index = index_of(tmp_path, *(indexed(f"r{n}", "boats") for n in range(4)))
    assert index.generation is not None
    note = tmp_path / index.generation / "meta.json"
    noted = note.read_bytes()
    for _ in range(2):
        with index.writing() as writer:
            writer.remove("r1")
            writer.put([indexed("r2", "guns")])
        assert held(index) == ["r0", "r2", "r3"]
        note.write_bytes(noted)
        index = TantivyIndex(tmp_path)
        assert held(index) == ["r0", "r1", "r2", "r3"]


def test_a_full_disk_is_said_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    index = index_of(tmp_path, indexed("r1", "boats"))
    said = r"The index cannot be written \(.*No space left on device\)\."
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(SearchUnavailable, match=said), index.writing() as writer:
            writer.put([indexed("r2", "guns")])
    assert held(index) == ["r1"]
    with index.writing() as writer:
        writer.put([indexed("r3", "rifles")])
    assert held(index) == ["r1", "r3"]


def test_what_another_process_writes_is_followed(tmp_path: Path) -> None:
    ours, theirs = index_of(tmp_path, indexed("r1", "boats")), TantivyIndex(tmp_path)
    assert held(ours) == held(theirs) == ["r1"]
    with theirs.writing() as writer:
        writer.put([indexed("r2", "guns")])
    assert held(ours) == ["r1", "r2"]
    with theirs.rebuilding() as (name, writer):
        writer.put([indexed("r3", "rifles")])
    assert (held(ours), ours.generation) == (["r3"], name)


def test_a_great_index_comes_to_one_segment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.search.tantivy_index._WHOLE_HEAP", 15_000_000)
    documents = [
        indexed(f"r{n:03}", " ".join(f"{n:x}{word:x}" for word in range(300))) for n in range(240)
    ]
    segments = {}
    for undivided in (240, 239):
        monkeypatch.setattr("archive.search.tantivy_index._UNDIVIDED", undivided)
        index = TantivyIndex(tmp_path / str(undivided))
        with index.rebuilding(len(documents)) as (_, writer):
            writer.put(documents)
        assert held(index) == [document.id for document in documents]
        segments[undivided] = index.opened().searcher.num_segments
    assert (segments[240] > 1, segments[239]) == (True, 1)


def test_one_index_of_a_folder_in_a_process(tmp_path: Path) -> None:
    assert index_in(tmp_path) is index_in(tmp_path)
    assert index_in(tmp_path) is not index_in(tmp_path / "other")


def test_errors_of_the_engine_are_said_in_words_and_no_others() -> None:
    said = r"The index cannot be read \(cut\)\. Run manage\.py index --rebuild\."
    with pytest.raises(SearchUnavailable, match=said), engine_errors():
        raise OSError("cut")
    panic = type("PanicException", (BaseException,), {})
    said = r"The index is damaged \(torn\)\. Run manage\.py index --rebuild\."
    with pytest.raises(SearchUnavailable, match=said), engine_errors():
        raise panic("torn")
    with pytest.raises(KeyError), engine_errors():
        raise KeyError
