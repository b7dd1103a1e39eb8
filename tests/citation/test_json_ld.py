"""JSON-LD, whole."""

from __future__ import annotations

import json

from archive.citation.json_ld import json_ld
from tests.citation.editions import CABLE, LETTER, reading


def test_a_letter_is_a_message_in_an_archive() -> None:
    assert json.loads(json_ld(reading(LETTER))) == {
        "@context": "https://schema.org",
        "@type": ["ArchiveComponent", "Message"],
        "@id": "https://facing.example/records/fp0l3tt8r/v2/original/",
        "url": "https://facing.example/records/fp0l3tt8r/v2/original/",
        "name": "Letter, N. V. Orlov to A. P. Zimin",
        "sender": [
            {
                "@type": "Person",
                "name": "N. V. Orlov",
                "familyName": "Orlov",
                "givenName": "N. V.",
            }
        ],
        "recipient": [
            {
                "@type": "Person",
                "name": "A. P. Zimin",
                "familyName": "Zimin",
                "givenName": "A. P.",
            }
        ],
        "dateCreated": "1951-03-03",
        "genre": "letter",
        "inLanguage": "ru",
        "holdingArchive": {
            "@type": "ArchiveOrganization",
            "name": "Foreign Policy Archive of the Russian Federation",
            "alternateName": "AVP RF",
            "address": "Moscow",
        },
        "itemLocation": "fond 0102, opis 6, papka 21, delo 47, listy 12–14",
        "version": "2",
        "publisher": {"@type": "Organization", "name": "Facing Pages"},
        "description": "Edition 2, March 1, 2026.",
    }


def test_a_translation_says_what_it_is_of_and_names_no_archive_of_another_text() -> None:
    said = json.loads(json_ld(reading(CABLE), passage="p2"))
    assert said["@id"] == "https://facing.example/records/fp4k7x2b/v2/en/#p2"
    assert said["translator"] == [
        {
            "@type": "Person",
            "name": "Kim Donggil",
            "familyName": "Kim",
            "givenName": "Donggil",
        }
    ]
    assert said["translationOfWork"] == {"@type": "CreativeWork", "name": said["name"]}
    assert "holdingArchive" not in said
    assert "itemLocation" not in said
