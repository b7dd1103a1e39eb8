"""Every file read by a library that did not write it, field by field."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from archive.citation.formats import FORMATS
from archive.editions.document import Name, Rights
from archive.editions.reading import Reading
from tests.citation.arbitrary import editions
from tests.citation.editions import CABLE, ENGLISH, LETTER, changed, reading
from tests.citation.kinds import KINDS
from tests.citation.readers import READERS, targets, written

_often = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
HARD = changed(
    CABLE,
    title="“Über” {the} 50 % & $5 #1_a ~x^y \\ <k>é 中文 عربى -- '' ?` {",
    summary="One line\r\n\r\nanother -- \"quoted\" 'so' [and] {so}",
    subjects=("Korea & “China”", "a_b"),
    texts=(
        msgspec.structs.replace(
            ENGLISH,
            translators=(
                Name(name="Jean and Marc, SA", family="and Marc, SA", given="Jean"),
                Name(name="A & Co {x", organisation=True),
                "Charles de Gaulle",
            ),
        ),
    ),
    rights=Rights(note="© 50 % \\o/", holder="A_B"),
)


@pytest.mark.parametrize("extension", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read_back_whole(extension: str, kind: str) -> None:
    for target in targets(KINDS[kind][0]):
        READERS[extension](KINDS[kind][0], target)


@pytest.mark.parametrize("extension", READERS)
def test_signs_that_formats_take_for_their_own_survive(extension: str) -> None:
    for target in targets(HARD):
        READERS[extension](HARD, target)
    READERS[extension](reading(LETTER))


@pytest.mark.parametrize("extension", READERS)
def test_a_mark_taken_away_leaves_no_second_space(extension: str) -> None:
    edition = changed(CABLE, kind="k : ; k")
    for target in targets(edition):
        READERS[extension](edition, target)


@pytest.mark.parametrize("extension", READERS)
def test_any_edition_is_read_back_whole(extension: str) -> None:
    @_often
    @given(editions())
    def read(edition: Reading) -> None:
        for target in targets(edition):
            READERS[extension](edition, target)

    read()


def test_every_format_is_read_back() -> None:
    assert {*READERS, "citation.txt"} == set(FORMATS)


def test_paragraphs_of_a_summary_stay_where_a_format_has_lines() -> None:
    kept = "One line\n\nanother"
    for extension in ("csl.json", "zotero.rdf", "dc.xml"):
        said = written(HARD, extension)
        said = json.loads(said)[0]["abstract"] if extension == "csl.json" else said
        assert kept in said
    for extension in ("ris", "bib", "biblatex.bib"):
        assert re.search("One line another", written(HARD, extension))
