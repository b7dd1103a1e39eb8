"""Validators, encodings and 304."""

import gzip

import brotli
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from archive.web.answers import FOR_EVER, KEPT, REVALIDATE, Body, KeptBody, answer

LONG = Body(("A long enough page. " * 100).encode())
SHORT = Body(b"short")


def ask(body: Body, cache: str = REVALIDATE, **headers: str) -> HttpResponse:
    response = answer(RequestFactory().get("/", headers=headers), body, cache=cache)
    assert isinstance(response, HttpResponse)
    return response


def test_whole_answer() -> None:
    response = ask(SHORT)
    assert (response.status_code, response.content) == (200, b"short")
    assert dict(response.headers) == {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "public, max-age=0, must-revalidate",
        "Vary": "Accept-Encoding",
        "ETag": f'"{SHORT.digest}"',
    }
    assert not response.cookies


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("identity", None),
        ("", None),
        ("GZIP", "gzip"),
    ],
)
def test_encoding_asked_for(accepted: str, encoding: str | None) -> None:
    response = ask(LONG, **{"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == encoding
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(encoding or "", bytes)
    assert unpack(response.content) == LONG.content


def test_each_encoding_has_its_own_strong_validator() -> None:
    tags = {ask(LONG, **{"Accept-Encoding": name}).headers["ETag"] for name in ("", "gzip", "br")}
    assert tags == {f'"{LONG.digest}"', f'"{LONG.digest}-gzip"', f'"{LONG.digest}-br"'}


def test_what_is_kept_or_long_is_packed_harder() -> None:
    words = " ".join(f"{number * 7919 % 10007}" for number in range(3000)).encode()
    assert len(Body(words, effort=KEPT).brotli) < len(Body(words).brotli)
    long = words * 8
    assert Body(long).brotli == Body(long, effort=KEPT).brotli


def test_304_where_the_reader_has_it() -> None:
    response = ask(LONG, **{"If-None-Match": f'"{LONG.digest}-br"', "Accept-Encoding": "br"})
    assert (response.status_code, response.content) == (304, b"")
    assert dict(response.headers) == {
        "Cache-Control": REVALIDATE,
        "Vary": "Accept-Encoding",
        "ETag": f'"{LONG.digest}-br"',
    }


@pytest.mark.parametrize("held", ['"other"', "", "garbage", '"' + LONG.digest])
def test_whole_answer_where_the_reader_has_another(held: str) -> None:
    assert ask(LONG, **{"If-None-Match": held}).status_code == 200


def test_validator_covers_headers_too() -> None:
    assert Body(b"x", headers=(("Link", "<a>"),)).digest != Body(b"x").digest


def test_refusals_have_no_validator() -> None:
    response = ask(Body(b"no", status=404), **{"If-None-Match": "*"})
    assert (response.status_code, "ETag" in response.headers) == (404, False)
    assert response.headers["Vary"] == "Accept, Accept-Encoding"


def test_for_ever() -> None:
    assert ask(SHORT, FOR_EVER).headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_kept_page_is_sent_as_it_was_packed_and_unpacked_only_for_who_takes_no_brotli() -> None:
    kept = KeptBody(LONG.brotli, digest=LONG.digest, status=200)
    packed = ask(kept, **{"Accept-Encoding": "br"})
    assert (packed.content, packed.headers["ETag"]) == (LONG.brotli, f'"{LONG.digest}-br"')
    assert "content" not in vars(kept)
    plain = ask(kept)
    assert (plain.content, plain.headers["ETag"]) == (LONG.content, f'"{LONG.digest}"')
    assert kept.weight == 6 * len(LONG.brotli)
