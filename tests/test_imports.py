"""What import-linter cannot say: who may import which part of Django."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ARCHIVE = Path(__file__).resolve().parents[1] / "archive"
FRONT_DOORS = {"staff", "web"}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _importers(*modules: str) -> set[str]:
    """The packages in which a file imports one of these modules or anything below it."""
    return {
        path.relative_to(ARCHIVE).parts[0]
        for path in ARCHIVE.rglob("*.py")
        for name in _imported(path)
        if any(name == module or name.startswith(f"{module}.") for module in modules)
    }


def test_only_staff_imports_the_admin() -> None:
    assert _importers("django.contrib.admin") == {"staff", "urls.py"}


def test_only_the_front_doors_see_a_request() -> None:
    assert _importers("django.http", "django.shortcuts", "django.views") <= FRONT_DOORS


@pytest.mark.parametrize("module", ["haystack", "tantivy", "opensearchpy"])
def test_only_search_imports_haystack_and_its_engine(module: str) -> None:
    assert _importers(module) == {"search"}
