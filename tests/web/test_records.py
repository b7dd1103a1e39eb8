"""A record at its addresses."""

import json
import re
from datetime import date

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.citation import cite
from archive.editions.models import Edition
from archive.editions.withholding import embargo, withdraw
from archive.records.models import Record
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db

SECRET = "A wording that only staff may read"


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def of(edition: Edition, rest: str = "/") -> str:
    return f"/records/{edition.record_id}{rest}"


def secret(**fields: object) -> Edition:
    return world.published(
        world.document(
            title="A letter held back",
            date="1950",
            summary=f"{SECRET} in short",
            texts=[world.text("en", SECRET), world.text("ru", f"{SECRET} по-русски")],
            held=[
                {"type": "archive", "repository": "NARA", "reference": {"box": "4", "folder": "2"}}
            ],
            **fields,
        )
    )


def test_two_texts_on_facing_pages(reader: Reader, cable: Edition) -> None:
    page = reader.page(of(cable))
    said = words(page)
    assert "Cable · January 22, 1950".replace(" · ", " ") in said
    assert "From Liu Shaoqi To Mao Zedong, Moscow" in said
    assert "189 ≠ against 180" in said
    assert page.index("lang=en dir=ltr id=p2") < page.index("lang=ru dir=ltr id=p11")
    assert f'<link rel="canonical" href="{settings.SITE_URL}{of(cable)}">' in page


def test_every_character_of_both_texts_stands_on_the_page(reader: Reader, cable: Edition) -> None:
    page = reader.page(of(cable))
    shown = re.sub(r"<a href=#p\d+>.*?</a>|<[^>]+>", "", page)
    for text in world.cable_document().texts:
        for passage in text.body.split("\n\n"):
            assert passage in shown


def test_swapped(reader: Reader, cable: Edition) -> None:
    page = reader.page(of(cable, "/?left=ru&right=en"))
    assert page.index("id=p11") < page.index("id=p2")
    assert "?left=en&amp;right=ru#texts" in page


def test_one_text_of_one_edition(reader: Reader, cable: Edition) -> None:
    page = reader.page(of(cable, "/v1/en/"))
    assert ("id=p2" in page, "id=p11" in page) == (True, False)
    assert f"{settings.SITE_URL}{of(cable, '/v1/en/')}" in words(page)


def test_what_is_cited_follows_the_address(reader: Reader, cable: Edition) -> None:
    page = words(reader.page(of(cable, "/?left=ru&right=en&cite=document")))
    cited = page.partition("Cite what you read")[2]
    assert cited.startswith(
        " The archival document, AP RF, fond 45, opis 1, delo 334, list 22"
        " Russian text English text Archival document Printed source"
    )
    on_screen = words(reader.page(of(cable))).partition("Cite what you read")[2]
    assert on_screen.startswith(
        " The English text on the left, from the printed source"
        " English text Russian text Archival document Printed source"
    )


def test_an_address_cited_from_edition_1_gives_its_words_after_ten_edits(reader: Reader) -> None:
    def published(*paragraphs: str) -> Edition:
        text = world.text(body="\n\n".join(paragraphs))
        return world.published(world.document(source_id="s", title="A note", texts=[text]))

    first = published("One was written.", "They asked for 189.")
    said = cite(first, "chicago-18", "note", passage="p2").text
    address, passage = said.removesuffix(".").rpartition(settings.SITE_URL)[2].split("#")
    for edit in range(10):
        last = published(
            f"A line put before, {edit}.", "One was written.", f"They asked for {edit}."
        )
    assert (last.number, passage) == (11, "p2")
    page = reader.page(address)
    assert "Edition 1" in words(page)
    assert "newest, edition 11" in words(page)
    assert re.search(r"<p[^>]* id=p2><a href=#p2>2</a>They asked for 189\.", page)
    assert "A line put before" not in page
    newest = reader.page(of(last))
    assert re.search(r"<p[^>]* id=p2><a href=#p2>3</a>They asked for 9\.", newest)


def test_the_panel_is_all_by_address(reader: Reader, cable: Edition) -> None:
    asked = "?passage=p2&style=mhra-4-note&variants=1"
    page = reader.page(of(cable, f"/{asked}"))
    told = "The Russian text (AP RF, f. 45, op. 1, d. 334, l. 22) gives 180."
    cited = words(page).partition("Cite what you read")[2]
    assert cited.count(told) == 3
    assert "Leave this out of the footnote Editor’s note 1 speaks of this passage" in cited
    assert "<option value=mhra-4-note selected>MHRA 4, note" in page
    assert 'value="mhra-4-note" id="style-8" checked' in page
    left_out = "?left=en&amp;right=ru&amp;passage=p2&amp;style=mhra-4-note#cite"
    assert f'<a class="button" href="{left_out}" data-follow="variants">' in page
    alone = reader.page(of(cable, f"/v1/ru/{asked.replace('p2', 'p11')}"))
    assert "trans. Kim Donggil from" in words(alone).partition("The texts differ here.")[2]


@pytest.mark.parametrize(
    ("query", "name", "why"),
    [
        ("style=bluebook", "style", "“bluebook” is not built in. Write chicago-18-note, "),
        ("variants=yes", "variants", "A footnote has variants or not."),
        ("style=mla-9-in-text&style=x", "style", "It stands 2 times in the address."),
        ("passage=p2,p5", "passage", "These stand in different hands: cite each by itself."),
    ],
)
def test_what_the_panel_cannot_show_is_refused_by_name(
    reader: Reader, cable: Edition, query: str, name: str, why: str
) -> None:
    said = words(reader.page(of(cable, f"/?{query}"), 400))
    assert f"The parameter “{name}” cannot be read" in said
    assert why in said


def test_right_to_left(reader: Reader) -> None:
    edition = world.published(world.practice_document("06"))
    page = reader.page(of(edition, "/?left=ar&right=he"))
    assert "lang=ar dir=rtl id=p1" in page
    assert "lang=he dir=rtl id=p11" in page
    assert "Composed for demonstration." in words(page)


def test_without_texts(reader: Reader) -> None:
    edition = world.published(world.practice_document("14"))
    said = words(reader.page(of(edition)))
    assert "No text is held here. What is known of the document follows." in said
    assert "Cite what you read The document as described; no text of it is held here" in said


def test_what_is_missing_says_so(reader: Reader) -> None:
    edition = world.published(
        world.document(texts=[world.text("ru", kind="translation", translated_from="zh")])
    )
    said = words(reader.page(of(edition)))
    for expected in (
        "Date not recorded",
        "Where the document is kept is not recorded.",
        "Translator not recorded",
        "Rights not recorded",
        "First uploaded not recorded",
        "the Chinese original is not held here",
    ):
        assert expected in said


def test_markup_in_every_field_is_shown_not_run(reader: Reader) -> None:
    bad = "<script>alert(1)</script>\"'&"
    edition = world.published(
        world.document(
            title=bad,
            kind=bad,
            summary=bad,
            classification=bad,
            date_note=bad,
            number=bad,
            subjects=[bad],
            people=[{"name": bad, "role": "sender", "forms": {"ru": bad}}],
            texts=[world.text("en", bad, title=bad, note=bad, document_kind=bad)],
            rights={"note": bad, "holder": bad, "contact": bad},
            held=[{"type": "archive", "repository": bad, "as_given": bad, "note": bad}],
            provenance_note=bad,
            supported_by=[bad],
            supported_by_note=bad,
        )
    )
    page = reader.page(of(edition))
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") > 15
    assert reader.page(of(edition, "/changes/")).count("<script>") == 0


def test_older_edition_keeps_its_wording_and_says_so(reader: Reader) -> None:
    first = world.document(source_id="x:1", texts=[world.text("en", "The old wording.")])
    second = world.document(source_id="x:1", texts=[world.text("en", "The new wording.")])
    world.published(first)
    edition = world.published(second, note="A correction")
    old, new = reader.page(of(edition, "/v1/")), reader.page(of(edition))
    assert ("The old wording." in old, "The old wording." in new) == (True, False)
    assert "Edition 1, published" in words(old)
    assert "Read the newest, edition 2, or what has changed since." in words(old)
    history = reader.page(of(edition, "/changes/"))
    assert "The <del>old</del><ins>new</ins> wording." in history
    assert "published by Ada: A correction" in words(history)
    assert "<del>" not in reader.page(of(edition, "/changes/?edition=1"))


def test_withdrawn(reader: Reader) -> None:
    edition = secret()
    withdraw(edition.record, by="Ada", reason="Published in error.")
    page = reader.page(of(edition), 410)
    said = words(page)
    assert SECRET not in page
    assert "A letter held back" in said
    assert "Published in error." in said
    assert "box 4, folder 2" in said
    for rest in ("/v1/", "/v1/en/", "/changes/", ".json", ".ris", "/v1.csl.json"):
        response = reader.get(of(edition, rest), 410)
        assert SECRET not in response.content.decode()
        assert "Published in error." in response.content.decode()


def test_embargoed(reader: Reader) -> None:
    edition = secret()
    embargo(Record.objects.get(pk=edition.record_id), date(2999, 1, 1))
    for rest in ("/", "/v1/", "/v1/en/", "/changes/", ".json", ".ris"):
        content = reader.get(of(edition, rest)).content.decode()
        assert content.count(SECRET) == content.count(f"{SECRET} in short")
        assert edition.sha256 not in content
    said = words(reader.page(of(edition)))
    assert "The wording is withheld until January 1, 2999." in said
    assert "none was found to differ" not in said


def test_one_text_embargoed(reader: Reader) -> None:
    edition = world.published(
        world.document(
            texts=[
                world.text("en", "An open wording"),
                world.text("ru", SECRET, rights={"embargo_until": "2999-01-01"}),
            ]
        )
    )
    page = reader.page(of(edition))
    assert ("An open wording" in page, SECRET in page) == (True, False)
    assert "The Russian text is withheld until January 1, 2999." in words(page)


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/records/zzz/", 404, "This is not a record's identifier."),
        ("/records/bcdfghj/", 404, "bcdfghj is mistyped"),
        ("/records/0000000/", 404, "Its identifier is well formed, but unknown."),
        ("/records/%00%ff%0a/", 404, "This is not a record's identifier."),
        ("{}/v2/", 404, "has no edition 2. Its newest edition is 1"),
        ("{}/v999999999/", 404, "has no edition 999999999."),
        ("{}/v01/", 404, "This archive has no page"),
        ("{}/v1/zh/", 404, "has no text “zh”"),
        ("{}.pdf", 404, "Records are not given as “pdf”. They are given as ris, bib, csl.json"),
        ("{}/?left=zh", 400, "The parameter “left” cannot be read"),
        ("{}/?right=%3Cb%3E", 400, "The parameter “right” cannot be read"),
        ("{}/?left=en&left=ru", 400, "It stands 2 times in the address."),
        ("{}/?cite=memory", 400, "“memory” is none. Write text, document, print."),
        ("{}/changes/?edition=9", 400, "The editions are 1 to 1."),
        ("{}/changes/?edition=%D9%A1", 400, "The editions are 1 to 1."),
        ("{}.ris?passage=p999", 400, "The parameter “passage” cannot be read"),
        ("{}.ris?cite=memory", 400, "“memory” is none. Write text, document, print."),
        ("{}/v1/scans/" + "0" * 64 + "/", 404, "shows no such scan"),
        ("/ark:/12345/0000000", 404, "This archive's naming authority is 99999"),
    ],
)
def test_refused(reader: Reader, cable: Edition, path: str, status: int, says: str) -> None:
    assert says in words(reader.page(path.format(of(cable, "")), status))


def test_refused_to_a_program(reader: Reader, cable: Edition) -> None:
    response = reader.get(of(cable, "/?left=zh"), 400, Accept="application/json")
    assert response.headers["Content-Type"] == "application/problem+json"
    assert json.loads(response.content) == {
        "type": "about:blank",
        "title": "The parameter “left” cannot be read",
        "status": 400,
        "detail": "This edition has no text “zh”. It has: en, ru. "
        "Choose one of them, or leave the parameter out.",
        "parameter": {"name": "left", "value": "zh"},
    }


def test_only_read(reader: Reader, cable: Edition) -> None:
    response = reader.client.post(of(cable))
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


def test_ark_and_spelling_lead_to_the_record(reader: Reader, cable: Edition) -> None:
    name = cable.record_id
    for path in (f"/ark:/99999/{name}", f"/ark:99999/{name}/", f"/records/{name.upper()}/"):
        assert reader.get(path, 301).headers["Location"] == of(cable)


def test_data_and_citations(reader: Reader, cable: Edition) -> None:
    data = json.loads(reader.get(of(cable, ".json")).content)
    assert (data["record"]["title"], data["edition"]) == (cable.title, 1)
    ris = reader.get(of(cable, "/v1.ris?passage=p2"))
    assert ris.headers["Content-Disposition"] == (
        f'attachment; filename="Liu-to-Mao-1950-01-22-{cable.record_id}-v1-en-p2.ris"'
    )
    assert f"{of(cable, '/v1/en/')}#p2" in ris.content.decode()
    book = reader.get(of(cable, ".csl.json?text=en&cite=print"))
    assert book.headers["Content-Disposition"].endswith('-v1-en-print.csl.json"')
    assert json.loads(book.content)[0]["container-title"].startswith("Jianguo yilai")


@pytest.mark.parametrize("asked", ["/v1/en/?passage=p1-p3", "/?passage=p3,p2,p1&rows=sentences"])
def test_every_passage_that_is_cited_is_marked(reader: Reader, cable: Edition, asked: str) -> None:
    for _ in range(2):  # Made, then kept.
        page = reader.page(of(cable, asked))
        assert re.findall(r" id=(p[0-9]+) data-cited", page) == ["p1", "p2", "p3"]
        assert "/v1/en/?passage=p1-p3#p1." in page
    assert "data-cited" not in reader.page(of(cable, "/v1/en/"))


def test_the_files_of_a_panel_cite_what_it_cites(reader: Reader, cable: Edition) -> None:
    panel = reader.page(of(cable, "/?cite=document"))
    assert f'href="{of(cable, "/v1")}.ris?text=en&amp;cite=document">RIS</a>' in panel


def test_validator_covers_all_that_is_shown(reader: Reader, cable: Edition) -> None:
    first = reader.get(of(cable))
    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    tag = first.headers["ETag"]
    assert re.fullmatch(r'"[0-9a-f]{32}"', tag)
    assert reader.get(of(cable), 304, **{"If-None-Match": tag}).content == b""
    world.published(
        world.document(title="An answer", links=[{"type": "reply to", "to": cable.record_id}])
    )
    assert "Answered by An answer" in words(reader.page(of(cable), **{"If-None-Match": tag}))


def test_scan(reader: Reader) -> None:
    edition = world.published(world.practice_document("02"))
    scan = edition.content.record.scans[0]
    assert default_storage.exists(f"scans/{scan.sha256[:2]}/{scan.sha256}.jpg")
    response = reader.get(of(edition, f"/v1/scans/{scan.sha256}/"))
    assert response.headers["Content-Type"] == "image/jpeg"
    assert f"/v1/scans/{scan.sha256}/" in reader.page(of(edition))
    embargo(edition.record, date(2999, 1, 1))
    reader.get(of(edition, f"/v1/scans/{scan.sha256}/"), 404)


@pytest.mark.parametrize("number", ["01", "06", "14", "15"])
def test_queries(reader: Reader, number: str) -> None:
    """Made anew: its standing with what is kept beside it, its content, and keeping it."""
    edition = world.published(world.practice_document(number))
    with CaptureQueriesContext(
        connection,
    ) as cold:
        reader.get(of(edition))
    with CaptureQueriesContext(connection) as warm:
        reader.get(of(edition))
    assert (len(cold), len(warm)) == (3, 1)
