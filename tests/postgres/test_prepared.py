from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.migrations.recorder import MigrationRecorder

ROOT = Path(__file__).parents[2]


def test_a_command_on_a_clone_that_was_never_served_makes_its_tables(tmp_path: Path) -> None:
    plain = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "manage.py", "export_records"],
        cwd=ROOT,
        env={**plain, "DATA_DIR": str(tmp_path)},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.django_db
def test_tables_of_an_older_version_are_left_alone_and_the_remedy_is_named() -> None:
    newest = MigrationRecorder.Migration.objects.filter(app="editions").latest("name")
    newest.delete()
    with pytest.raises(CommandError, match=r"Run manage\.py migrate first"):
        call_command("export_records")
