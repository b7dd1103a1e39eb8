"""citeproc-js in its isolate: against node, and where it fails. All 2,851 styles are tried with
``EVERY_STYLE=1``; by default one in 50."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from archive.citation.csl import StyleFailed, catalogue, engine
from archive.citation.csl.catalogue import Form
from tests.citation.csl.sample import STYLES, items

_BY_NODE = Path(__file__).parents[2] / "expected" / "csl" / "by_node.json"
_TRIED = sorted(catalogue.names()) if os.environ.get("EVERY_STYLE") else STYLES


def formatted(name: str, form: Form, given: list[dict[str, object]]) -> list[str]:
    return engine.formatted(name, form, given, [{} for _ in given])


def test_a_sample_says_what_node_says() -> None:
    expected = json.loads(_BY_NODE.read_text())
    assert sorted(expected) == STYLES
    found = {}
    for name in STYLES:
        listed = "<bibliography" in catalogue.source(name)
        found[name] = formatted(name, "bibliography" if listed else "citation", items(name))
    assert found == expected


def test_no_style_ends_the_process_or_fails() -> None:
    failed = []
    for name in _TRIED:
        try:
            said = formatted(name, "citation", items(name))
        except StyleFailed as failure:
            failed.append((name, str(failure)))
        else:
            assert all(isinstance(each, str) for each in said)
    assert failed == []


def test_a_locator_stands_in_a_note() -> None:
    place = {"locator": "2–3", "label": "paragraph"}
    [item, *_] = items("chicago-notes-bibliography")
    [said] = engine.formatted("chicago-notes-bibliography", "citation", [item], [place])
    assert "paras. 2–3" in said


def test_what_takes_too_long_is_ended_and_the_next_is_formatted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = items("nature")
    with monkeypatch.context() as patched:
        patched.setattr(engine, "TIMEOUT", 0.001)
        with pytest.raises(StyleFailed, match="It took too long"):
            formatted("chicago-notes-bibliography", "bibliography", given)
    assert len(formatted("nature", "bibliography", given)) == 5


def test_a_style_that_is_broken_is_refused_and_the_next_is_formatted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = items("nature")
    engine.end()
    with monkeypatch.context() as patched:
        patched.setattr(catalogue, "source", lambda name: "<style>broken")
        with pytest.raises(StyleFailed, match="cannot format this"):
            formatted("apa", "citation", given)
    assert len(formatted("nature", "citation", given)) == 5


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.end()
    with monkeypatch.context() as patched:
        patched.setattr(engine, "MEMORY", 24 * 1024 * 1024)
        with pytest.raises(StyleFailed, match="It took too much memory"):
            formatted("chicago-notes-bibliography", "bibliography", items("nature") * 40)
    assert len(formatted("nature", "citation", items("nature"))) == 5


def test_whoever_waits_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT", 0.01)
    with engine.turn, pytest.raises(StyleFailed, match="Try again in a moment"):
        formatted("nature", "citation", items("nature"))
