"""Entries of the authority: found under every name, kept under a folded one, refused in words."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from archive.authority.models import Person
from archive.authority.names import fold_name
from archive.staff.group import NAME, make_group

pytestmark = pytest.mark.django_db
ADD = "/admin/authority/person/add/"


def _sent(name: str, language: str = "", form: str = "") -> dict[str, str]:
    return {
        "name": name,
        "family": "",
        "given": "",
        "note": "",
        "slug": "",
        "family_first": "unknown",
        "organisation": "unknown",
        "forms-TOTAL_FORMS": "1",
        "forms-INITIAL_FORMS": "0",
        "forms-0-language": language,
        "forms-0-form": form,
        "forms-0-kind": "",
        "identifiers-TOTAL_FORMS": "0",
        "identifiers-INITIAL_FORMS": "0",
    }


def test_a_person_gets_an_address_and_a_key_and_is_found_under_each_name(client: Client) -> None:
    assert client.post(ADD, _sent("Liu Shaoqi", "ru", "Лю Шаоци")).status_code == 302
    person = Person.objects.get()
    assert (person.slug, person.key) == ("liu-shaoqi", fold_name("Liu Shaoqi"))
    for asked in ("Liu Shaoqi", "LIU SHAOQI", "Лю Шаоци", "ЛЮ ШАОЦИ"):
        found = client.get("/admin/authority/person/", {"q": asked}).context["cl"].queryset
        assert [entry.name for entry in found] == ["Liu Shaoqi"], asked


def test_a_wrong_entry_is_refused_with_the_way_to_each_field(client: Client) -> None:
    response = client.post(ADD, _sent("", "not a tag", "Лю"))
    found = response.context["mistakes"]
    assert [(m.target, m.place) for m in found] == [
        ("id_name", "Name"),
        ("id_forms-0-language", "Form of the name 1, language"),
    ]
    html = response.content.decode()
    assert 'href="#id_forms-0-language"' in html
    assert "Not saved: 2 things to put right" in html
    assert not Person.objects.exists()


def test_a_person_has_dates_kinds_of_form_and_identifiers(client: Client) -> None:
    sent = _sent("Joseph Stalin", "en", "Filippov") | {
        "born": "1878-12-18",
        "died": "1953-03-05",
        "forms-0-kind": "code name",
        "identifiers-TOTAL_FORMS": "1",
        "identifiers-0-scheme": "wikidata",
        "identifiers-0-value": "Q855",
    }
    assert client.post(ADD, sent | {"died": "spring"}).context["mistakes"][0].place == "Died"
    assert client.post(ADD, sent).status_code == 302
    person = Person.objects.get()
    assert (person.born, person.died) == ("1878-12-18", "1953-03-05")
    assert [(f.form, f.key, f.kind) for f in person.forms.all()] == [
        ("Filippov", "filippov", "code name")
    ]
    assert [str(each) for each in person.identifiers.all()] == ["wikidata:Q855"]


def test_the_staff_group_writes_forms_and_identifiers() -> None:
    make_group()
    ada = User.objects.create_user("Ada of the group", is_staff=True)
    ada.groups.add(Group.objects.get(name=NAME))
    client = Client()
    client.force_login(ada)
    page = client.get(ADD).content.decode()
    for name in ("forms-0-kind", "identifiers-TOTAL_FORMS", "born", "died"):
        assert f'name="{name}"' in page
