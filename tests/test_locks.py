"""The locks hold what pyproject.toml pins. Reads files alone: no network."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
DEVELOPMENT: list[str] = PROJECT["dependency-groups"]["dev"]


def locked(name: str) -> dict[str, str]:
    """Package name → version, for each pinned line of a lock."""
    found = re.findall(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", (ROOT / name).read_text(), re.MULTILINE)
    return dict(found)


def pinned(requirements: list[str]) -> dict[str, str]:
    """Package name → version, for requirements that must all be exact pins."""
    pins = {}
    for requirement in requirements:
        match = re.fullmatch(r"([A-Za-z0-9._-]+)(?:\[[a-z,-]+\])?==(\S+)", requirement)
        assert match is not None, f"{requirement} is no exact pin"
        pins[re.sub(r"[-_.]+", "-", match[1]).lower()] = match[2]
    return pins


def test_the_runtime_lock_holds_every_pin() -> None:
    lock = locked("requirements.txt")
    assert {name: lock.get(name) for name in pinned(RUNTIME)} == pinned(RUNTIME)


def test_the_development_lock_holds_every_pin_and_the_whole_runtime() -> None:
    lock = locked("tests/requirements.txt")
    wanted = locked("requirements.txt") | pinned(DEVELOPMENT)
    assert {name: lock.get(name) for name in wanted} == wanted


def test_every_locked_package_has_a_hash() -> None:
    for name in ("requirements.txt", "tests/requirements.txt"):
        for entry in re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text()):
            assert "--hash=sha256:" in entry, f"{name}: {entry.splitlines()[0]}"
