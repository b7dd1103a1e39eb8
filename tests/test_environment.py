"""Settings from the environment: what is accepted, and how the rest is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from archive import environment

Read = Callable[[], object]


@pytest.mark.parametrize(
    ("value", "read", "expected"),
    [
        ("", lambda: environment.text("X", "default"), "default"),
        ("  words ", lambda: environment.text("X", ""), "words"),
        ("8001", lambda: environment.whole_number("X", 8000, 1, 65535), 8001),
        ("Yes", lambda: environment.flag("X", default=False), True),
        ("", lambda: environment.flag("X", default=True), True),
        ("a.org, b.org", lambda: environment.words("X", ["c.org"]), ["a.org", "b.org"]),
        ("", lambda: environment.words("X", ["c.org"]), ["c.org"]),
        ("https://a.org/", lambda: environment.site("X", ""), "https://a.org"),
        ("/tmp", lambda: environment.folder("X", Path("/")), Path("/tmp")),
        ("", lambda: environment.database("X"), None),
    ],
)
def test_what_is_accepted(
    value: str, read: Read, expected: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("X", value)
    assert read() == expected


def test_a_database_address_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "postgres://us%40er:p%2Fw@db.example:6432/name?sslmode=require")
    assert environment.database("X") == {
        "NAME": "name",
        "USER": "us@er",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "6432",
        "option:sslmode": "require",
    }


@pytest.mark.parametrize(
    ("value", "read", "message"),
    [
        (
            "80a",
            lambda: environment.whole_number("X", 8000, 1, 65535),
            "X: '80a' is not a whole number from 1 to 65535.",
        ),
        (
            "70000",
            lambda: environment.whole_number("X", 8000, 1, 65535),
            "X: '70000' is not a whole number from 1 to 65535.",
        ),
        (
            "maybe",
            lambda: environment.flag("X", default=False),
            "X: 'maybe' is not one of on, off, true, false, yes, no, 1, 0.",
        ),
        (
            "/etc/passwd",
            lambda: environment.folder("X", Path("/")),
            "X: '/etc/passwd' is not a folder.",
        ),
        (
            "archive.example.org",
            lambda: environment.site("X", ""),
            "X: 'archive.example.org' is not an address beginning with http:// or https://.",
        ),
        (
            "https://a.org/?x=1",
            lambda: environment.site("X", ""),
            "X: 'https://a.org/?x=1' is not an address such as https://archive.example.org.",
        ),
        (
            "mysql://me:secret@host/name",
            lambda: environment.database("X"),
            "X: 'mysql://me:…@host/name' is not an address beginning with postgres:// or "
            "postgresql://.",
        ),
        (
            "postgres://me:secret@host:54x2/name",
            lambda: environment.database("X"),
            "X: 'postgres://me:…@host:54x2/name' is not an address beginning with postgres:// or "
            "postgresql://.",
        ),
        (
            "postgres://me:secret@host/",
            lambda: environment.database("X"),
            "X: 'postgres://me:…@host/' is not an address that ends in the name of one database: "
            "postgres://user:password@host:5432/name.",
        ),
        (
            "12 345",
            lambda: environment.matching("X", "99999", "[0-9]{5}", "a number of five digits"),
            "X: '12 345' is not a number of five digits.",
        ),
    ],
)
def test_what_is_refused_and_how(
    value: str, read: Read, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("X", value)
    with pytest.raises(ImproperlyConfigured) as refusal:
        read()
    assert str(refusal.value) == message
