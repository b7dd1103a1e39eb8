from __future__ import annotations

import pytest

from archive.authority.models import Person, Repository
from archive.editions.models import Availability, Change, Edition
from archive.exchange.practice import remove_practice
from archive.exchange.samples import load_samples
from archive.records.models import Collection, Record
from tests import world

pytestmark = pytest.mark.django_db


def test_the_sample_archive_is_loaded_once() -> None:
    assert load_samples() == 16
    assert load_samples() == 0
    standing = Availability.objects
    assert (standing.filter(composed=True).count(), standing.filter(composed=False).count()) == (
        15,
        1,
    )
    withdrawn = standing.get(withdrawn_at__isnull=False)
    assert withdrawn.newest.title.endswith("(entered twice)")


def test_practice_records_go_at_once_and_leave_nothing() -> None:
    load_samples()
    kept = Record.objects.get(source_id=world.CABLE_SOURCE)
    assert remove_practice() == 15
    assert list(Record.objects.all()) == [kept]
    assert list(Edition.objects.values_list("record_id", flat=True)) == [kept.pk]
    assert (Collection.objects.count(), Change.objects.filter(kind="removed").count()) == (0, 15)
    assert set(Repository.objects.values_list("abbreviation", flat=True)) == {"AP RF", "RGASPI"}
    assert set(Person.objects.values_list("name", flat=True)) == {
        "Liu Shaoqi",
        "Mao Zedong",
        "Kim Il Sung",
        "Lin Biao",
        "Kim Donggil",
        "Zhonggong zhongyang wenxian yanjiu shi",
        "Zhongyang dang'anguan",
    }


def test_removed_practice_records_do_not_come_back() -> None:
    load_samples()
    remove_practice()
    assert load_samples() == 0
