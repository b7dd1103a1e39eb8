"""What one row of a record's page says of another."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from archive.records.models import Record
from tests import world
from tests.staff import pages

pytestmark = pytest.mark.django_db


def naming(record: Record) -> dict[str, list[object]]:
    """The keys of the texts, and wherever the record names one of them."""
    return {
        "keys": [text.key for text in record.texts.all()],
        "translated_from": [text.translated_from for text in record.texts.all()],
        "held": [holding.texts for holding in record.holdings.all()],
        "scans": [scan.text_key for scan in record.scans.all()],
    }


@pytest.fixture
def record(client: Client) -> Record:
    """Two texts, one from the other; two holdings and a scan that name them."""
    made = world.stored(
        world.document(
            texts=[world.text("ru"), world.text("en", kind="translation", translated_from="ru")],
            held=[
                {"type": "archive", "as_given": "box 1", "texts": ["ru", "zh"]},
                {"type": "archive", "as_given": "box 2", "texts": ["en", "ru"]},
            ],
        )
    )
    drawn = io.BytesIO()
    Image.new("RGB", (8, 8)).save(drawn, "PNG")
    address = pages.change_address(made)
    sent = pages.with_row(
        pages.shown(client, address),
        "scans",
        text_key="ru",
        upload=SimpleUploadedFile("f1.png", drawn.getvalue()),
    )
    pages.save(client, address, sent)
    assert naming(made)["scans"] == ["ru"]
    return made


def test_a_texts_new_key_is_followed_by_all_that_names_it(client: Client, record: Record) -> None:
    address = pages.change_address(record)
    pages.save(client, address, pages.shown(client, address) | {"texts-0-key": "original"})
    assert naming(record) == {
        "keys": ["original", "en"],
        "translated_from": ["", "original"],
        "held": [["original", "zh"], ["en", "original"]],
        "scans": ["original"],
    }


def test_keys_that_change_places_are_followed_each(client: Client, record: Record) -> None:
    address = pages.change_address(record)
    swapped = {"texts-0-key": "en", "texts-1-key": "ru"}
    pages.save(client, address, pages.shown(client, address) | swapped)
    assert naming(record) == {
        "keys": ["en", "ru"],
        "translated_from": ["", "en"],
        "held": [["en", "zh"], ["ru", "en"]],
        "scans": ["en"],
    }


def test_what_was_edited_itself_stays_as_typed(client: Client, record: Record) -> None:
    address = pages.change_address(record)
    edited = {"texts-0-key": "original", "holdings-0-texts": "ru", "holdings-1-texts": "ru, en"}
    pages.save(client, address, pages.shown(client, address) | edited)
    assert naming(record) == {
        "keys": ["original", "en"],
        "translated_from": ["", "original"],
        "held": [["ru"], ["ru", "en"]],
        "scans": ["original"],
    }
