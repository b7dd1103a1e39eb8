"""A list under a code: as it was, for whoever has the code, until it is taken back."""

from __future__ import annotations

import pytest

from archive.records.identifiers import is_well_formed
from archive.web.lists import sharing, value
from archive.web.lists.value import CitationList
from archive.web.models import SharedList
from archive.web.refusals import Refusal
from tests.web.lists.test_value import three

pytestmark = pytest.mark.django_db


def test_shared_as_it_is_and_never_changed() -> None:
    noted = value.annotate(three(), {1: "Compare."})
    after, code = sharing.share(noted)
    assert after.shared == (code,)
    assert (len(code), is_well_formed(code)) == (12, True)
    opened = sharing.opened(code)
    assert opened.list == CitationList(items=noted.items, last=3)
    assert (opened.list.before, opened.list.done, opened.list.shared) == (None, "", ())


def test_the_same_list_has_one_code_and_another_list_another() -> None:
    first, code = sharing.share(three())
    assert sharing.share(first) == (first, code)
    second, other = sharing.share(value.remove(first, 2))
    assert second.shared == (code, other)
    assert [each for each, _ in sharing.dates(second)] == [other, code]
    _, theirs = sharing.share(three())
    assert theirs not in (code, other)


def test_opened_as_people_type_it() -> None:
    _, code = sharing.share(three())
    assert sharing.opened(f"{code[:4]}-{code[4:]}".upper()).code == code


@pytest.mark.parametrize("code", ["", "x", "0" * 11, "0" * 13, "f4kx7wm4", "\0" * 12, "林" * 12])
def test_what_is_no_code_is_said_to_be_mistyped(code: str) -> None:
    with pytest.raises(Refusal, match="nothing at this address") as refused:
        sharing.opened(code)
    assert refused.value.status == 404
    assert "mistyped" in refused.value.message


def test_taken_back_by_whoever_shared_it_alone() -> None:
    first, code = sharing.share(three())
    assert sharing.take_back(three(), code) == three()
    assert sharing.opened(code)
    assert sharing.take_back(first, code).shared == ()
    with pytest.raises(Refusal) as refused:
        sharing.opened(code)
    assert refused.value.status == 404
    assert "taken it back" in refused.value.message


def test_what_cannot_be_shared_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal, match="An empty list cannot be shared"):
        sharing.share(CitationList())
    monkeypatch.setattr(sharing, "MOST_CODES", 1)
    first, _ = sharing.share(three())
    with pytest.raises(Refusal) as refused:
        sharing.share(value.remove(first, 1))
    assert refused.value.status == 400
    monkeypatch.setattr(sharing, "MOST_SHARED", 1)
    with pytest.raises(Refusal) as refused:
        sharing.share(three())
    assert (refused.value.status, refused.value.headers) == (429, (("Retry-After", "3600"),))
    assert SharedList.objects.count() == 1
