from __future__ import annotations

import time

import pytest

from archive.web.report_tokens import GREATEST_AGE, LEAST_AGE, fault, issue


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (0, "too soon"),
        (LEAST_AGE - 2, "too soon"),
        (LEAST_AGE + 2, ""),
        (GREATEST_AGE - 5, ""),
        (GREATEST_AGE + 5, "too late"),
    ],
)
def test_a_form_is_taken_within_its_day(age: float, expected: str) -> None:
    assert fault(issue("0bvx1zt", at=time.time() - age), "0bvx1zt") == expected


def test_a_token_is_tied_to_its_record() -> None:
    token = issue("0bvx1zt", at=time.time() - 60)
    assert fault(token, "0bvx1zt") == ""
    assert fault(token, "1bvx1zt") == "unsigned"


@pytest.mark.parametrize("token", ["", "0bvx1zt.1", "0bvx1zt.1:abc", "\ud800", "é:" * 50])
def test_what_we_did_not_sign_is_refused(token: str) -> None:
    assert fault(token, "0bvx1zt") == "unsigned"


def test_a_signed_token_with_another_moment_is_refused() -> None:
    record, _, rest = issue("0bvx1zt", at=time.time()).partition(".")
    signature = rest.partition(":")[2]
    assert fault(f"{record}.1:{signature}", "0bvx1zt") == "unsigned"
