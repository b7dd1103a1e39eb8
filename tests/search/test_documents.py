from __future__ import annotations

import msgspec
import pytest

from archive.editions.reading import read
from archive.search.documents import IndexDocument, document
from tests import world

pytestmark = pytest.mark.django_db


def made() -> IndexDocument:
    return document(
        world.read_published(
            world.document(
                source_id="x:1",
                title="Letter to Žižka",
                kind="letter",
                date="1950-01",
                people=[
                    {"name": "Lin Biao", "forms": {"ru": "Линь Бяо"}, "role": "sender"},
                    {"name": "Ada", "role": "mentioned"},
                ],
                places=[{"name": "Tula", "role": "origin"}],
                rights={"statement": "http://rightsstatements.org/vocab/InC/1.0/"},
                texts=[
                    world.text(
                        "ru",
                        "Пулемёты.\n\nМао, 林彪",
                        hands=[
                            {"name": "Mao", "kind": "annotation", "date": "1950-01-25", "from": 2}
                        ],
                    ),
                    world.text("en", "Sealed.", rights={"embargo_until": "2999-01-01"}),
                ],
            )
        )
    )


def test_the_words_of_a_document() -> None:
    words = made().words
    assert {name: words[name] for name in ("title", "people", "forms", "places", "text")} == {
        "title": "letter to zizka",
        "people": "lin biao | линь бяо | ada | mao |",
        "forms": "линь бяо |",
        "places": "tula |",
        "text": "пулеметы мао 林 彪",
    }
    named = ("sender", "sender_forms", "recipient", "archives", "shelfmarks", "titles")
    assert [words.get(name) for name in named] == [
        "lin biao | линь бяо |",
        "линь бяо |",
        None,
        None,
        None,
        "letter_to_zizka",
    ]
    assert (words["text_ru"], words["text_cjk"]) == ("пулемет ма", "林彪 |")
    assert words["title_en"] == "letter to zizka"
    assert "text_en" not in words, "what is withheld is in no field"
    assert "sealed" not in " ".join(words.values())
    assert words["marks"].startswith(f"{made().id} | x 1 |")
    about = words["about"].split()
    assert "january 1950" in " ".join(about)
    assert "january 25 1950" in " ".join(about)


def test_the_rest_of_a_document() -> None:
    whole = made()
    assert (whole.number, whole.practice) == (1, False)
    assert whole.facets == {
        "language": ("ru", "en"),
        "kind": ("letter\x1fLetter",),
        "person": ("lin-biao\x1fLin Biao", "ada\x1fAda"),
        "sender": ("lin-biao\x1fLin Biao",),
        "recipient": (),
        "place": ("tula\x1fTula",),
        "archive": (),
        "collection": (),
        "subject": (),
        "rights": ("http://rightsstatements.org/vocab/InC/1.0/\x1fIn Copyright",),
        "with": ("original",),
        "year": ("1950",),
        "analysis": ("ar", "el", "en", "hi", "hy", "ru", "ta"),
    }
    orders = dict(whole.orders)
    assert orders.pop("by_new").endswith(f"~{whole.id}")
    assert orders == {
        "by_date": f"1950-01-01 1950-01-31~{whole.id}",
        "by_date_down": f"8049-98-68~{whole.id}",
        "by_title": f"letter to zizka~{whole.id}",
    }
    numbers = dict(whole.numbers)
    assert len(numbers.pop("tie")) == 1
    assert numbers == {"earliest": (711858,), "latest": (711888,), "hand_day": (711882,)}


def test_equal_documents_have_one_digest_and_others_another() -> None:
    whole = made()
    again = read(whole.id)
    assert again is not None
    assert document(again).digest() == whole.digest()
    assert msgspec.structs.replace(whole, number=2).digest() != whole.digest()


def test_a_place_named_twice_is_counted_once() -> None:
    places = [{"name": name, "role": "mentioned"} for name in ("Moscow", "MOSCOW", "Tula")]
    named = document(world.read_published(world.document(title="x", places=places)))
    assert named.facets["place"] == ("moscow\x1fMoscow", "tula\x1fTula")


def test_a_record_without_anything_but_a_title() -> None:
    bare = document(world.read_published(world.document(title="!")))
    assert not {"title", "titles"} & set(bare.words)
    assert bare.numbers == {"hand_day": (), "tie": bare.numbers["tie"]}
    assert bare.orders["by_date"] == f"~~{bare.id}"
