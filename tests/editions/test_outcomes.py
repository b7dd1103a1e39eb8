from __future__ import annotations

import pytest
from django.utils import timezone

from archive.editions.apparatus import OutcomeContent
from archive.editions.outcomes import outcomes
from archive.editions.reporting import answer, report, set_aside
from tests import world

pytestmark = pytest.mark.django_db


def test_only_what_was_answered_is_told_to_readers_in_the_order_of_numbers() -> None:
    edition = world.published(world.cable_document())
    first, advert, third = (
        report(edition, passage=passage, message="Look here") for passage in ("p11", "", "p2")
    )
    report(edition, passage="p2", message="Still open")
    answer(third, outcome="So it stands in print.", by="Ben")
    answer(first, outcome=" The Russian has 180. ", by="Ada")
    set_aside(advert, by="Ada")
    today = timezone.now().date().isoformat()
    assert outcomes(edition.record) == (
        OutcomeContent(
            number=1, edition=1, passage="p11", outcome="The Russian has 180.", by="Ada", at=today
        ),
        OutcomeContent(
            number=3, edition=1, passage="p2", outcome="So it stands in print.", by="Ben", at=today
        ),
    )


def test_where_nobody_reported_anything_nothing_is_told() -> None:
    assert outcomes(world.published(world.document(texts=[world.text()])).record) == ()
