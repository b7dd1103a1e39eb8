"""Staff and imports take turns where each could wait for the other for ever."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponse

from archive.exchange.ingest.load import take_turns
from archive.staff.generic import ModelAdmin


class TurnTakingAdmin(ModelAdmin[Any]):
    """Entries that records name. A change of an address locks the entry and may then wait for an
    import that has just given that address to another; a deletion of several locks them one by
    one. A new entry waits, if at all, before it has anything, and needs no turn.
    """

    #: Also where a new one has two names that must be its own: having one, it waits for the other.
    turn_to_add = False

    @transaction.atomic
    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.method == "POST" and (object_id is not None or self.turn_to_add):
            take_turns()
        return super().changeform_view(request, object_id, *args, **kwargs)

    @transaction.atomic
    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        if request.method == "POST":
            take_turns()
        return super().delete_view(request, object_id, extra_context)

    @transaction.atomic
    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list, from which several are deleted once that is confirmed."""
        if "post" in request.POST:
            take_turns()
        return super().changelist_view(request, extra_context)
