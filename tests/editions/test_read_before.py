"""What was read in long texts is kept, serves those texts alone, and changes no row."""

from __future__ import annotations

from importlib import import_module
from unittest.mock import Mock

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from archive.editions import read_before
from archive.editions.read_before import prepared
from archive.parallel import Prepared, TextPassages, scoring
from archive.parallel.models import ReadAnchors
from archive.records.models import Record
from tests import world

ENGLISH = TextPassages("en", "en", ("On 5 May 12 boats came.", "Ivanov left with 7 men."))
RUSSIAN = TextPassages("ru", "ru", ("5 мая пришли 12 лодок.", "Иванов ушёл, с ним 7 человек."))
CHINESE = TextPassages("zh", "zh", ("五月五日来了十二艘船。", "伊万诺夫带七个人走了。"))
THREE = [ENGLISH, RUSSIAN, CHINESE]


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch) -> Record:
    monkeypatch.setattr(read_before, "LONG", 40)
    return world.published(world.document()).record


@pytest.mark.django_db
def test_long_texts_are_read_once_whatever_process_asks(
    record: Record,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(2):
        first = prepared(record.pk, THREE, {})
    read = Mock(wraps=scoring.anchors)
    monkeypatch.setattr(import_module("archive.parallel.align"), "anchors", read)
    with django_assert_num_queries(1):
        again = prepared(record.pk, THREE, {})
    assert not read.called
    assert (again.anchors, again.rows({})) == (first.anchors, first.rows({}))


@pytest.mark.django_db
def test_other_words_or_another_program_are_read_anew_and_kept_instead(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(record.pk, THREE, {})
    before = ReadAnchors.objects.get()
    assert prepared(record.pk, [ENGLISH, CHINESE], {}).anchors == (
        Prepared([ENGLISH, CHINESE], {}).anchors
    )
    other = ReadAnchors.objects.get()
    assert (other.digest, other.anchors) != (before.digest, before.anchors)
    monkeypatch.setattr(read_before, "PROGRAM", "of tomorrow")
    prepared(record.pk, [ENGLISH, CHINESE], {})
    assert ReadAnchors.objects.get().digest != other.digest


@pytest.mark.django_db
def test_short_texts_and_those_of_no_record_are_not_kept(
    record: Record,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        prepared("", THREE, {})
        monkeypatch.setattr(read_before, "LONG", 1000)
        prepared(record.pk, THREE, {})


WORDING = st.lists(st.text("ab1. 7Ив五5月日мая", max_size=30), max_size=5).map(tuple)


@given(WORDING, WORDING, WORDING)
def test_rows_of_what_was_kept_are_those_of_what_was_read(
    english: tuple[str, ...], russian: tuple[str, ...], chinese: tuple[str, ...]
) -> None:
    texts = [
        TextPassages("en", "en", english),
        TextPassages("ru", "ru", russian),
        TextPassages("zh", "zh", chinese),
    ]
    read = Prepared(texts, {})
    kept = read_before._decoder.decode(msgspec.json.encode(read.anchors))
    assert Prepared(texts, {}, kept).rows({}) == read.rows({})
