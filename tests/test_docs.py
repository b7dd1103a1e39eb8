"""The documents say what is: their settings, commands, addresses and links are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import Resolver404, resolve

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def test_every_setting_is_documented_and_no_other() -> None:
    source = (ROOT / "archive" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r"environment\.\w+\(\s*\"([A-Z_]+)\"", source))
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", OPERATING, re.MULTILINE))
    assert documented == read


def test_every_command_of_ours_is_documented_and_no_other() -> None:
    ours = {name for name, app in get_commands().items() if app.startswith("archive.")}
    documented = set(re.findall(r"^\| `manage\.py (\w+)", OPERATING, re.MULTILINE))
    assert documented == ours


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_a_document_names_exists(document: Path) -> None:
    named = set(re.findall(r"manage\.py (\w+)", document.read_text(encoding="utf-8")))
    assert named <= set(get_commands())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_of_ours_that_a_document_names_exists(document: Path) -> None:
    named = re.findall(
        r"`((?:archive|tests|templates|static|docs)/[\w/.-]+)`", document.read_text()
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_address_that_a_document_names_is_served(document: Path) -> None:
    for address in re.findall(r"`(/[a-z][a-z/]*/?)`", document.read_text(encoding="utf-8")):
        if address.startswith(("/var/", "/root", "/tmp", "/proc")) or address == "/media/":
            continue
        try:
            resolve(address)
        except Resolver404:
            pytest.fail(f"{document.name} names {address}, which is not served")


def test_the_make_targets_that_documents_name_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for document in DOCUMENTS:
        for target in re.findall(r"`?make ([a-z-]+)`", document.read_text(encoding="utf-8")):
            assert re.search(rf"^{target}\b.*:", makefile, re.MULTILINE), (document.name, target)
