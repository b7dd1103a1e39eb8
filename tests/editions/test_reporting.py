from __future__ import annotations

import pytest
from django.utils import timezone

from archive.editions.apparatus import OutcomeContent
from archive.editions.models import Report
from archive.editions.reporting import answer, outcomes, report, set_aside
from tests import world

pytestmark = pytest.mark.django_db


def test_only_what_was_answered_is_told_to_readers() -> None:
    edition = world.published(world.cable_document())
    first = report(edition, passage="p11", message="180 is 189 in the print", words="180")
    advert = report(edition, passage="", message="Buy now")
    report(edition, passage="p2", message="Still open")
    answer(first, outcome=" The Russian has 180. ", by="Ada")
    set_aside(advert, by="Ada")
    today = timezone.now().date().isoformat()
    assert outcomes(edition.record) == (
        OutcomeContent(
            number=1, edition=1, passage="p11", outcome="The Russian has 180.", by="Ada", at=today
        ),
    )
    assert list(Report.objects.order_by("number").values_list("number", "state")) == [
        (1, "answered"),
        (2, "set aside"),
        (3, "open"),
    ]


def test_an_answer_says_something() -> None:
    sent = report(world.published(world.document(texts=[world.text()])), passage="", message="?")
    with pytest.raises(ValueError, match="readers are shown it"):
        answer(sent, outcome="  ", by="Ada")
    sent.refresh_from_db()
    assert sent.state == "open"
