"""The settings as a process sees them: no variable is needed, a malformed one ends the start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHOW = """
from django.conf import settings
print(settings.SITE_NAME, settings.SITE_URL, settings.NAAN, settings.SEARCH_URL,
      settings.DEBUG, settings.ALLOWED_HOSTS, settings.DATABASES["default"]["HOST"], sep="|")
"""


def run(data_dir: Path, *command: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """A Python process in the clone with these variables and nothing else of ours."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "archive.settings",
            "DATA_DIR": str(data_dir),
            **variables,
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_no_variable_is_needed(tmp_path: Path) -> None:
    shown = run(tmp_path, "-c", SHOW, PORT="8123")
    assert shown.stdout.strip() == (
        f"Facing Pages|http://127.0.0.1:8123|99999|tantivy://{tmp_path}/index|False|"
        "['127.0.0.1', 'localhost', '[::1]', '127.0.0.1']|"
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret-key"]


def test_every_variable_is_heeded(tmp_path: Path) -> None:
    shown = run(
        tmp_path,
        "-c",
        SHOW,
        SITE_NAME="Two Sides",
        SITE_URL="https://archive.example.org/",
        NAAN="12345",
        SEARCH_URL="opensearch://search:9200/records",
        ALLOWED_HOSTS="archive.example.org",
        DATABASE_URL="postgres://me@db/two",
        SECRET_KEY="given",
        DEBUG="on",
    )
    assert shown.stdout.strip() == (
        "Two Sides|https://archive.example.org|12345|opensearch://search:9200/records|True|"
        "['archive.example.org']|db"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("PORT", "eighty", "PORT: 'eighty' is not a whole number from 1 to 65535."),
        ("NAAN", "a!", "NAAN: 'a!' is not a name assigning authority number."),
        ("DEBUG", "perhaps", "DEBUG: 'perhaps' is not one of"),
        ("SEARCH_URL", "solr://x", "SEARCH_URL: 'solr://x' is not an address beginning with"),
        ("SEARCH_URL", "opensearch://host:9200", "SEARCH_URL: 'opensearch://host:9200' is not"),
        ("DATABASE_URL", "sqlite:///x", "DATABASE_URL: 'sqlite:///x' is not an address beginning"),
    ],
)
def test_a_malformed_variable_ends_the_start_by_its_name(
    tmp_path: Path, variable: str, value: str, message: str
) -> None:
    ended = run(tmp_path, "manage.py", "check", **{variable: value})
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"The archive cannot start. {message}")
    assert len(ended.stderr.splitlines()) == 1


def test_a_database_that_does_not_answer_is_named(tmp_path: Path) -> None:
    ended = run(tmp_path, "manage.py", "migrate", DATABASE_URL="postgres://me:pw@127.0.0.1:1/x")
    assert ended.returncode == 1
    assert ended.stderr.startswith("The archive has no database. DATABASE_URL: connection failed")
    assert "Traceback" not in ended.stderr
