"""The forms of a list's page, read: one thing done, and no note lost by it."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from archive.web.lists import value
from archive.web.lists.form import changed, pressed, refuse_foreign
from archive.web.lists.value import CitationList
from archive.web.refusals import Refusal
from tests.web.lists.test_value import numbers, three


def sent(**fields: str) -> QueryDict:
    return QueryDict(urlencode({name.replace("_", "-"): said for name, said in fields.items()}))


def done(to: CitationList, **fields: str) -> CitationList:
    return changed(to, sent(**fields), lambda to: [3, 1, 2])


@pytest.mark.parametrize(
    ("fields", "order"),
    [
        ({"up": "3-2"}, [1, 3, 2]),
        ({"down": "1-2"}, [2, 1, 3]),
        ({"remove": "2"}, [1, 3]),
        ({"sort": ""}, [3, 1, 2]),
        ({"clear": ""}, []),
        ({"save": ""}, [1, 2, 3]),
        ({}, [1, 2, 3]),
    ],
)
def test_what_was_pressed_is_done(fields: dict[str, str], order: list[int]) -> None:
    assert numbers(done(three(), **fields)) == order


@pytest.mark.parametrize(
    "fields", [{"up": "3"}, {"down": "x-1"}, {"remove": "0"}, {"remove": "٣"}, {"up": "1-2-3"}]
)
def test_what_cannot_be_read_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(Refusal) as refused:
        done(three(), **fields)
    assert (refused.value.status, refused.value.parameter.name) == (400, *fields)  # type: ignore[union-attr]


def test_notes_are_kept_whatever_is_pressed_and_cleaned() -> None:
    typed = {"note_1": " See\r\nalso \x00p. 2 ", "note_9": "nowhere"}
    removed = done(three(), remove="2", **typed)
    assert [item.note for item in removed.items] == ["See\nalso p. 2", ""]
    assert removed.done == "Removed a citation."
    back = done(removed, undo="", note_3="Typed since")
    assert numbers(back) == [1, 2, 3]
    assert [item.note for item in back.items] == ["See\nalso p. 2", "", "Typed since"]


def test_a_changed_note_is_taken_back_though_the_form_still_has_it() -> None:
    noted = done(three(), save="", note_1="First")
    assert noted.done == "Changed a note."
    assert done(noted, undo="", note_1="First").items == three().items


def test_where_the_reader_goes_on() -> None:
    assert pressed(sent(up="3-2")) == "up-3"
    assert pressed(sent(down="1-2")) == "down-1"
    assert pressed(sent(remove="1")) == "done"
    assert pressed(sent(up="<x>")) == "done"


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({}, True),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "null"}, False),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"}, False),
    ],
)
def test_forms_of_other_sites_are_not_taken(headers: dict[str, str], taken: bool) -> None:
    request = RequestFactory().post("/list/", headers=headers)
    if taken:
        refuse_foreign(request)
        return
    with pytest.raises(Refusal) as refused:
        refuse_foreign(request)
    assert refused.value.status == 403


def test_a_note_too_long_changes_nothing() -> None:
    with pytest.raises(value.ListRefused):
        done(three(), remove="2", note_1="x" * 1001)
