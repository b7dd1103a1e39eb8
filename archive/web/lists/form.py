"""What a reader does to their list, as the forms on its page send it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

import msgspec
from django.conf import settings
from django.http import HttpRequest, QueryDict

from archive.web.lists import value
from archive.web.lists.value import CitationList
from archive.web.refusals import Refusal, bad_parameter
from archive.web.report_form import cleaned

_NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
_PAIR = re.compile(r"([1-9][0-9]{0,8})-([1-9][0-9]{0,8})", re.ASCII)
_NOTE = "note-"

#: The citations of a list by their items' numbers, in alphabetical order.
Sort = Callable[[CitationList], Iterable[int]]


def refuse_foreign(request: HttpRequest) -> None:
    """403 for a form from another site's page, which might fill or empty a reader's list. A browser
    says where it comes from; programs that say nothing have no cookie to be misused."""
    origin = request.headers.get("Origin")
    ours = {request.get_host(), urlsplit(settings.SITE_URL).netloc}
    elsewhere = origin is not None and urlsplit(origin).netloc not in ours
    if elsewhere or request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
        raise Refusal(
            403,
            "This form was not taken",
            "It was sent from a page of another site. Your list is as it was.",
            "Open your list here and do it there.",
        )


def changed(to: CitationList, sent: QueryDict, sort: Sort) -> CitationList:
    """The list after what the form asks: first the notes typed, then the one thing that was pressed.

    Taking that back leaves the notes. Raises ``Refusal`` for what cannot be read, ``ListRefused``.
    """
    notes = _notes(to, sent)
    noted = value.annotate(to, notes)
    verb = next((verb for verb in _VERBS if verb in sent), "save")
    if verb == "save":
        return noted
    kept = msgspec.structs.replace(noted, before=_noted(to, notes), done=to.done)
    return _VERBS[verb](kept, sent.get(verb, ""), sort)


def _notes(to: CitationList, sent: QueryDict) -> dict[int, str]:
    """The notes that were changed, by number."""
    typed = {
        item.number: cleaned(sent.get(f"{_NOTE}{item.number}", ""))
        for item in to.items
        if f"{_NOTE}{item.number}" in sent
    }
    return {item.number: typed[item.number] for item in to.items if _is_other(item, typed)}


def _is_other(item: value.Item, typed: Mapping[int, str]) -> bool:
    return typed.get(item.number, item.note) != item.note


def _noted(to: CitationList, notes: Mapping[int, str]) -> tuple[value.Item, ...] | None:
    """What the list was before its last change, with the notes typed since."""
    if to.before is None:
        return None
    return value.annotate(CitationList(items=to.before), notes).items


def _remove(to: CitationList, given: str, sort: Sort) -> CitationList:
    if not _NUMBER.fullmatch(given):
        raise bad_parameter("remove", given, "It is no number of a citation.", "Use the buttons.")
    return value.remove(to, int(given))


def _moved(name: str, *, after: bool) -> Callable[[CitationList, str, Sort], CitationList]:
    def move(to: CitationList, given: str, sort: Sort) -> CitationList:
        pair = _PAIR.fullmatch(given)
        if pair is None:
            message = "It is no pair of numbers of citations, such as 3-2."
            raise bad_parameter(name, given, message, "Use the buttons.")
        return value.move(to, int(pair[1]), int(pair[2]), after=after)

    return move


_VERBS: Mapping[str, Callable[[CitationList, str, Sort], CitationList]] = {
    "undo": lambda to, given, sort: value.undo(to),
    "up": _moved("up", after=False),
    "down": _moved("down", after=True),
    "remove": _remove,
    "sort": lambda to, given, sort: value.order(to, sort(to)),
    "clear": lambda to, given, sort: value.clear(to),
}


def pressed(sent: QueryDict) -> str:
    """The place on the page where the reader goes on: the same button where an item was moved."""
    for verb in ("up", "down"):
        if pair := _PAIR.fullmatch(sent.get(verb, "")):
            return f"{verb}-{pair[1]}"
    return "done"
