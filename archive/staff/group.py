"""The group that gives somebody all that daily work needs, and no more."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

NAME = "Staff"

_ALL = ("add", "change", "view", "delete")
_LOOK = ("view",)
PERMISSIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    *(("authority", model, ("add", "change", "view")) for model in ("person", "place")),
    *(("authority", model, ("add", "change", "view")) for model in ("subject", "repository")),
    *(("authority", model, _ALL) for model in ("personform", "placeform", "repositoryform")),
    ("authority", "personidentifier", _ALL),
    *(("records", model, _ALL) for model in ("record", "participation", "placemention")),
    *(("records", model, _ALL) for model in ("holding", "link")),
    ("records", "collection", ("add", "change", "view")),
    *(("texts", model, _ALL) for model in ("text", "scan")),
    ("editions", "edition", ("add", "view")),
    ("editions", "availability", ("change", "view")),
    ("editions", "apparatus", _LOOK),
    ("editions", "change", _LOOK),
    ("editions", "report", ("change", "view")),
    ("exchange", "upload", _ALL),
)
"""(application, model, what may be done): adding editions is publishing, changing availability
is withdrawing, releasing and embargoing."""


def make_group(**signal: Any) -> None:
    """Make the group where there is none; one that is there is left as its keepers want it."""
    group, new = Group.objects.get_or_create(name=NAME)
    if new:
        group.permissions.set(Permission.objects.filter(_wanted()))


def _wanted() -> Q:
    wanted = Q()
    for application, model, verbs in PERMISSIONS:
        names = [f"{verb}_{model}" for verb in verbs]
        wanted |= Q(content_type__app_label=application, codename__in=names)
    return wanted
