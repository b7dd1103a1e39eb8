from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from archive.editions import teaching
from archive.editions.models import Apparatus
from archive.parallel.models import LearnedLexicon
from tests import world

pytestmark = pytest.mark.django_db


def _said(*options: str) -> str:
    out = StringIO()
    call_command("align", *options, stdout=out)
    return out.getvalue()


def test_an_empty_archive() -> None:
    assert _said() == "0 records aligned anew, 0 changed by it.\n"
    assert _said("--all", "--learn") == (
        "Too few texts stand side by side to learn from.\n"
        "0 records aligned anew, 0 changed by it.\n"
    )


def test_what_is_not_what_the_program_would_make_is_made_again() -> None:
    edition = world.published(world.cable_document())
    assert _said() == "0 records aligned anew, 0 changed by it.\n"
    Apparatus.objects.filter(edition=edition).update(stored="{}", program="of another day")
    assert _said() == "1 records aligned anew, 1 changed by it.\n"
    assert _said("--all") == "1 records aligned anew, 0 changed by it.\n"


def test_what_is_learned_is_used_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "FEWEST", 5)
    world.published(world.cable_document())
    said = _said("--learn").splitlines()
    lexicon = LearnedLexicon.objects.get()
    assert said[0] == f"en and ru: {len(lexicon.weights)} words learned."
    assert said[1].startswith("1 records aligned anew")
    assert _said() == "0 records aligned anew, 0 changed by it.\n"
