"""How editions stand, remembered while nothing changes."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.conf import settings
from django.utils import timezone

from archive.editions.news import news
from archive.editions.standing import Beside, Standing, stand, stand_beside

#: Standings kept in a process: some 10 MB.
MOST = 4096


@dataclass(frozen=True, slots=True)
class Known:
    """A standing, and a name for everything that decides what a page made of it shows: the
    standing itself, the software and the site's own settings."""

    standing: Standing
    fingerprint: str


_Asked = tuple[str, int | None, date]
_kept: OrderedDict[_Asked, tuple[int, Known]] = OrderedDict()
_lock = Lock()


def known(record_id: str, number: int | None) -> Known | None:
    """That edition's standing today; None where there is none. One query, or none where it is
    remembered and no word of a change has come since it was asked for."""
    mark, asked = news.mark, (record_id, number, timezone.localdate())
    if (found := _remembered(asked, mark)) is not None:
        return found
    standing = stand(record_id, number, today=asked[2])
    return _learned(asked, mark, standing) if standing else None


def known_beside(
    record_id: str, number: int | None, beside: Beside
) -> tuple[Known, tuple[Any, ...] | None] | None:
    """As ``known``, with what is kept beside the edition, asked for in the same query; None in its
    place where the standing is remembered and nothing was asked."""
    mark, asked = news.mark, (record_id, number, timezone.localdate())
    if (found := _remembered(asked, mark)) is not None:
        return found, None
    both = stand_beside(record_id, number, beside, today=asked[2])
    return (_learned(asked, mark, both[0]), both[1]) if both else None


def _remembered(asked: _Asked, mark: int | None) -> Known | None:
    kept = _kept.get(asked) if mark is not None else None
    return kept[1] if kept is not None and kept[0] == mark else None


def _learned(asked: _Asked, mark: int | None, standing: Standing) -> Known:
    found = Known(standing, _fingerprint(standing))
    if mark is not None:
        _keep(asked, mark, found)
    return found


def _keep(asked: _Asked, mark: int, found: Known) -> None:
    with _lock:
        _kept[asked] = (mark, found)
        _kept.move_to_end(asked)
        if len(_kept) > MOST:
            _kept.popitem(last=False)


def _fingerprint(standing: Standing) -> str:
    seen = hashlib.sha256(repr(standing).encode())
    seen.update(software().encode())
    return seen.hexdigest()[:32]


@cache
def software() -> str:
    """Another string for other code, templates, styles or site settings."""
    base = Path(settings.BASE_DIR)
    seen = hashlib.sha256(repr((settings.SITE_NAME, settings.SITE_URL, settings.NAAN)).encode())
    for folder, ending in (("archive", "*.py"), ("templates", "*.html"), ("static", "*.*")):
        for path in sorted((base / folder).rglob(ending)):
            seen.update(f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}".encode())
    return seen.hexdigest()[:32]
