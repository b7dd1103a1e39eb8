"""Settings read from the environment, each with a type.

Every function raises ``ImproperlyConfigured`` where the variable is malformed; the message begins
with the variable's name and says what would be accepted. An empty variable counts as not set.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from archive.search.opensearch_address import address_of

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off"})


def malformed(name: str, value: str, wanted: str) -> ImproperlyConfigured:
    """The refusal of one variable, for the caller to raise."""
    return ImproperlyConfigured(f"{name}: {value!r} is not {wanted}.")


def text(name: str, default: str) -> str:
    """The variable without surrounding space."""
    return os.environ.get(name, "").strip() or default


def whole_number(name: str, default: int, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both included."""
    value = text(name, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", value) or not low <= int(value) <= high:
        raise malformed(name, value, f"a whole number from {low} to {high}")
    return int(value)


def matching(name: str, default: str, pattern: str, wanted: str) -> str:
    """The variable, which must match `pattern` as a whole; `wanted` says so in words."""
    value = text(name, default)
    if not re.fullmatch(pattern, value):
        raise malformed(name, value, wanted)
    return value


def flag(name: str, *, default: bool) -> bool:
    """On or off."""
    value = text(name, "on" if default else "off").lower()
    if value not in _YES | _NO:
        raise malformed(name, value, "one of on, off, true, false, yes, no, 1, 0")
    return value in _YES


def words(name: str, default: Sequence[str]) -> list[str]:
    """A list written with commas or spaces between its members."""
    return re.split(r"[,\s]+", text(name, "")) if text(name, "") else list(default)


def folder(name: str, default: Path) -> Path:
    """An absolute path of a folder, or of nothing yet."""
    path = Path(text(name, str(default))).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise malformed(name, str(path), "a folder")
    return path


def address(name: str, default: str, schemes: Sequence[str]) -> str:
    """A URL with one of `schemes`, as it was given; its port, where it has one, is a number."""
    value = text(name, default)
    _parts(name, value, schemes)
    return value


def search(name: str, default: str) -> str:
    """The URL of the search index, as it was given: ``tantivy://`` or ``opensearch://``."""
    value = address(name, default, ("tantivy", "opensearch"))
    if value.startswith("opensearch:"):
        try:
            address_of(value)
        except ValueError as refusal:
            raise malformed(name, _without_password(value), str(refusal)) from None
    return value


def site(name: str, default: str) -> str:
    """The address under which readers reach the site, without a closing slash."""
    parts = _parts(name, text(name, default), ("http", "https"))
    if not parts.hostname or parts.query or parts.fragment:
        raise malformed(name, parts.geturl(), "an address such as https://archive.example.org")
    return parts.geturl().rstrip("/")


def database(name: str) -> dict[str, str] | None:
    """``postgres://user:password@host:5432/name?sslmode=require`` as Django's settings.

    None where the variable is not set. The query goes to libpq as it is, under the key OPTIONS of
    the caller: here its members are prefixed with ``option:``.
    """
    if not text(name, ""):
        return None
    parts = _parts(name, text(name, ""), ("postgres", "postgresql"))
    database_name = unquote(parts.path.lstrip("/"))
    if not database_name or "/" in database_name:
        wanted = "an address that ends in the name of one database: postgres://user:password@host:5432/name"
        raise malformed(name, _without_password(parts.geturl()), wanted)
    return {
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        **{f"option:{key}": value for key, value in parse_qsl(parts.query)},
    }


def _parts(name: str, value: str, schemes: Sequence[str]) -> SplitResult:
    wanted = f"an address beginning with {' or '.join(f'{scheme}://' for scheme in schemes)}"
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        raise malformed(name, _without_password(value), wanted) from None
    if parts.scheme not in schemes or not value.startswith(f"{parts.scheme}://"):
        raise malformed(name, _without_password(value), wanted)
    return parts


def _without_password(value: str) -> str:
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:…@", value)
