from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from archive.editions import program
from archive.parallel import Lexicon


@pytest.fixture
def copy(tmp_path: Path, settings: Settings) -> Path:
    """A program of two files, read as if it were ours."""
    (tmp_path / "requirements.txt").write_text("numpy==2\n")
    for package in ("parallel", "web"):
        (tmp_path / "archive" / package).mkdir(parents=True)
        (tmp_path / "archive" / package / "one.py").write_text("ONE = 1\n")
    settings.BASE_DIR = tmp_path
    return tmp_path


def test_it_is_named_by_its_source() -> None:
    assert program._fingerprint() == program.PROGRAM
    assert len(program.PROGRAM) == 64


@pytest.mark.parametrize("changed", ["archive/parallel/one.py", "requirements.txt"])
def test_another_line_is_another_program(copy: Path, changed: str) -> None:
    before = program._fingerprint()
    (copy / changed).write_text("TWO = 2\n")
    assert program._fingerprint() != before


def test_what_compares_nothing_does_not_count(copy: Path) -> None:
    before = program._fingerprint()
    (copy / "archive/web/one.py").write_text("TWO = 2\n")
    assert program._fingerprint() == before


def test_an_archive_without_the_list_of_requirements_has_a_program_too(copy: Path) -> None:
    before = program._fingerprint()
    (copy / "requirements.txt").unlink()
    assert program._fingerprint() != before


def test_with_a_lexicon_it_is_another_program_each_time_one_is_learned() -> None:
    first, second = Lexicon(name="en-ru one"), Lexicon(name="en-ru two")
    assert program.program_of({}) == program.PROGRAM
    both = program.program_of({("en", "ru"): first, ("ru", "en"): first})
    assert both == program.program_of({("en", "ru"): first})
    assert len({program.PROGRAM, both, program.program_of({("en", "ru"): second})}) == 3
