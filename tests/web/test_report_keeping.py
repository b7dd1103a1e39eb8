from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from archive.editions.models import Edition, Report
from archive.editions.reading import read
from archive.editions.reporting import set_aside
from archive.editions.standing import Standing
from archive.web import report_keeping
from archive.web.report_form import Filled
from archive.web.report_keeping import already_kept, keep, too_many
from tests import world

pytestmark = pytest.mark.django_db

SENT = Filled(passage="p11", words="180", message="The print has 189.")


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def standing(edition: Edition) -> Standing:
    reading = read(edition.record_id)
    assert reading is not None
    return reading.standing


def test_a_report_is_kept_as_it_was_typed(cable: Edition) -> None:
    assert keep(standing(cable), SENT) == 1
    kept = Report.objects.get()
    assert (kept.edition, kept.passage, kept.words, kept.message, kept.state) == (
        cable,
        "p11",
        "180",
        "The print has 189.",
        "open",
    )


def test_the_same_report_is_known_while_it_waits(cable: Edition) -> None:
    assert already_kept(standing(cable), SENT) is None
    keep(standing(cable), SENT)
    assert already_kept(standing(cable), SENT) == 1
    for other in (Filled(message="Another."), Filled(passage="p11", message=SENT.message)):
        assert already_kept(standing(cable), other) is None
    set_aside(Report.objects.get(), by="Ada")
    assert already_kept(standing(cable), SENT) is None


def test_an_hour_takes_so_many_on_a_record_and_so_many_in_all(
    cable: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_keeping, "MOST_ON_A_RECORD", 2)
    monkeypatch.setattr(report_keeping, "MOST_IN_ALL", 3)
    other = world.published(world.document(texts=[world.text()]))
    keep(standing(cable), SENT)
    assert not too_many(cable.record_id)
    keep(standing(cable), SENT)
    assert too_many(cable.record_id)
    assert not too_many(other.record_id)
    keep(standing(other), Filled(message="Another."))
    assert too_many(other.record_id)
    Report.objects.update(sent_at=timezone.now() - timedelta(minutes=61))
    assert not too_many(cable.record_id)
