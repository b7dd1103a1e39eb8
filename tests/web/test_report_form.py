from __future__ import annotations

import time

import pytest

from archive.web import report_tokens
from archive.web.report_form import Fault, Filled, checked, faults, filled
from tests.hostile import strings


def test_fields_come_clean_of_controls_and_with_the_line_ends_of_texts() -> None:
    sent = {
        "edition": " 2 ",
        "passage": "p11\0",
        "words": "\x07180\t",
        "message": " One.\r\nTwo.\rThree.\x1b ",
        "home_page": "",
        "token": "abc",
        "unknown": "x",
    }
    assert filled(sent) == Filled("2", "p11", "180", "One.\nTwo.\nThree.", "", "abc")


def test_a_form_without_fields_is_empty() -> None:
    assert filled({}) == Filled()


def test_what_is_far_too_long_is_cut() -> None:
    sent = filled(
        dict.fromkeys(("passage", "words", "message", "home_page", "token"), "x" * 99_999)
    )
    assert [
        len(value) for value in (sent.passage, sent.words, sent.message, sent.trap, sent.token)
    ] == [20, 1_000, 20_000, 200, 200]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (Filled(message="The print has 189."), []),
        (
            Filled(),
            [Fault("message", "What is wrong", "Say what is wrong: the report is empty.")],
        ),
        (
            Filled(message="x" * 4_001, words="y" * 501),
            [
                Fault(
                    "message",
                    "What is wrong",
                    "It has 4,001 characters, at most 4,000 are kept. Shorten it.",
                ),
                Fault(
                    "words",
                    "The words at fault",
                    "It has 501 characters, at most 500 are kept. Shorten it.",
                ),
            ],
        ),
        (
            Filled(message="See http://a.example, www.b.example", words="HTTPS://c.example"),
            [
                Fault(
                    "message",
                    "What is wrong",
                    "It has 3 web addresses, at most 2 are taken. Leave some out.",
                )
            ],
        ),
        (
            Filled(message="Yes.", trap="http://a.example"),
            [
                Fault(
                    "home_page",
                    "Leave this empty",
                    "This field is there to catch programs. Empty it, and send the report again.",
                )
            ],
        ),
    ],
)
def test_every_fault_names_its_field_and_remedy(sent: Filled, expected: list[Fault]) -> None:
    assert list(faults(sent)) == expected


def test_a_form_in_time_and_in_order_has_no_fault() -> None:
    token = report_tokens.issue("0bvx1zt", at=time.time() - 60)
    sent = Filled(message="Wrong.", token=token)
    assert checked(sent, "0bvx1zt") == (sent, ())


@pytest.mark.parametrize(
    ("token", "words", "same"),
    [
        ("", "The form did not come from this page", False),
        (report_tokens.issue("0bvx1zt", at=1), "The form stood open for more than a day", False),
        (report_tokens.issue("0bvx1zt", at=2**40), "faster than people write", True),
    ],
    ids=["unsigned", "too late", "too soon"],
)
def test_a_form_that_may_not_be_taken_comes_back_with_a_token_that_may(
    token: str, words: str, same: bool
) -> None:
    sent, (fault,) = checked(Filled(message="Wrong.", token=token), "0bvx1zt")
    assert (fault.field, fault.label, words in fault.message) == ("send", "Sending", True)
    assert (sent.token == token) is same
    assert report_tokens.fault(sent.token, "0bvx1zt") == "too soon"


def test_whatever_is_sent_has_an_answer() -> None:
    for hostile in strings():
        sent = filled(dict.fromkeys(("edition", "passage", "words", "message", "token"), hostile))
        assert "\0" not in sent.message
        assert checked(sent, "0bvx1zt")[1][-1].field == "send"
