"""What is known about a record, gathered for its page."""

import pytest

from archive.web.dossier import dossier, when
from tests import world

pytestmark = pytest.mark.django_db


def test_the_cable() -> None:
    content = world.read_published(world.cable_document()).content
    found = dossier(content)
    assert (found.kind, when(content)) == ("Cable", "January 22, 1950")
    assert found.texts_line == "2 texts · the Chinese original is not held here"
    assert [
        (end.label, [p.name for p in end.people], [p.name for p in end.places])
        for end in found.route
    ] == [("From", ["Liu Shaoqi"], []), ("To", ["Mao Zedong"], ["Moscow"])]
    assert [(role.label, [p.name for p in role.people]) for role in found.roles] == [
        ("Annotated by", ["Mao Zedong"]),
        ("Mentioned", ["Kim Il Sung", "Lin Biao"]),
    ]
    assert [view.stands for view in found.holdings] == [
        "Chinese; the English was translated from it",
        "Russian, source of this text",
        "Russian, another copy",
    ]
    assert [(view.language, view.source, view.translators) for view in found.texts] == [
        ("English", "Chinese", (("Kim Donggil", ()),)),
        ("Russian", "Chinese", ()),
    ]
    assert found.rights.recorded
    assert (found.rights.label, found.rights.address) == ("", "")


def test_a_bare_record() -> None:
    content = world.read_published(world.document()).content
    found = dossier(content)
    assert (found.texts_line, when(content)) == ("No text is held here", "Date not recorded")
    assert (found.route, found.roles, found.holdings, found.texts) == ((), (), (), ())
    assert not found.rights.recorded


def test_rights_of_a_text_of_its_own() -> None:
    statement = "http://rightsstatements.org/vocab/InC/1.0/"
    texts = [world.text("en", rights={"statement": statement}), world.text("ru")]
    found = dossier(world.read_published(world.document(texts=texts)).content)
    own = [view.rights for view in found.texts]
    assert own[0] is not None
    assert own[0].label == "In Copyright"
    assert own[0].address == statement
    assert own[1] is None


def test_an_original_that_is_held_is_not_missed() -> None:
    texts = [world.text("zh"), world.text("en", kind="translation", translated_from="zh")]
    found = dossier(world.read_published(world.document(texts=texts)).content)
    assert found.texts_line == "2 texts"
