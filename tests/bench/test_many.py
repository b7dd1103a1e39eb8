"""A run that fails keeps what it had measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import msgspec
import pytest

from tests.bench import many, many_table
from tests.bench.engines import Report, Times
from tests.bench.filling import Ground
from tests.bench.questions import KINDS
from tests.bench.usage import Job

_JOB = Job(seconds=60.0, cpu=0.5, database_cpu=0.0, peak=0)
_TIMES = {kind: Times([0.001], [0.002], [10]) for kind in KINDS}
_REPORT = Report({}, {"tantivy": _TIMES}, {kind: ["/search/"] for kind in KINDS})
_PRINTED = {
    "tests.search.known_item": b"known items",
    "tests.bench.multiplying": b"",
    "tests.bench.engines": msgspec.json.encode(_REPORT),
}


class _Ground:
    folder = Path("nowhere")

    def manage(self, *arguments: str) -> Job:
        return _JOB


def test_each_table_is_printed_before_the_next_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*given: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(many, "run", lambda where, module, *arguments: _PRINTED[module])
    monkeypatch.setattr(many, "_pages", stopped)
    with pytest.raises(KeyboardInterrupt):
        many.report(cast(Ground, _Ground()), 5, (100, 1_000), lambda doing: None)
    assert capsys.readouterr().out.splitlines() == [
        "known items",
        "",
        *many_table.indexed(100, _JOB),
        "",
        *many_table.filled(100, _JOB, _REPORT),
        "",
        *many_table.answered(100, _REPORT, None),
        "",
    ]


def test_what_was_promised_comes_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = [(many_table.QUOTED, 0.01, 0.02)]
    printed = {**_PRINTED, "tests.bench.quoting": b'["/quote/"]'}
    monkeypatch.setattr(many, "run", lambda where, module, *arguments: printed[module])
    monkeypatch.setattr(many, "_pages", lambda where, asked: pages)
    many.report(cast(Ground, _Ground()), 5, (100,), lambda doing: None)
    stage = many_table.Stage(100, _JOB, _REPORT, pages, pages)
    last = [*many_table.promised(stage), ""]
    assert capsys.readouterr().out.splitlines()[-len(last) :] == last
