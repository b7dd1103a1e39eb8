"""Small wordings for templates: days, lists, names of things that may not be recorded."""

from __future__ import annotations

from collections.abc import Iterable

from archive.editions.document import Name, names

NOT_RECORDED = "not recorded"


def listed(items: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty of nothing."""
    words = list(items)
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def people(given: Iterable[str | Name]) -> str:
    """Names that may be strings or names with forms, as a list."""
    return listed(name.name for name in names(given))


def counted(count: int, one: str, many: str) -> str:
    """``1 text``, ``1,204 records``."""
    return f"{count:,} {one if count == 1 else many}"


def capital(words: str) -> str:
    """The words with a capital first, the rest as it was."""
    return words[:1].upper() + words[1:]
