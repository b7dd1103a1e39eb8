"""A reader's report as typed, and what is wrong with it: each fault names its field and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from unicodedata import category

from archive.web import report_tokens

#: Characters that a report may have; those selected in the passage.
MOST_MESSAGE = 4_000
MOST_WORDS = 500
#: Web addresses in one message: enough to name a source, too few for an advertisement.
MOST_ADDRESSES = 2
_ADDRESS = re.compile(r"https?://|\bwww\.|\[url", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields as sent, cleaned of what no text holds. ``trap`` is the field that people do not
    see; ``passage`` an id, empty where the whole record is meant."""

    edition: str = ""
    passage: str = ""
    words: str = ""
    message: str = ""
    trap: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A field, its label on the page, what is wrong and what to do."""

    field: str
    label: str
    message: str


def filled(sent: Mapping[str, str]) -> Filled:
    """The form as it came. Values too long to be kept are cut a little beyond what is refused."""
    return Filled(
        edition=cleaned(sent.get("edition", ""))[:20],
        passage=cleaned(sent.get("passage", ""))[:20],
        words=cleaned(sent.get("words", ""))[: 2 * MOST_WORDS],
        message=cleaned(sent.get("message", ""))[: 5 * MOST_MESSAGE],
        trap=cleaned(sent.get("home_page", ""))[:200],
        token=sent.get("token", "")[:200],
    )


def cleaned(typed: str) -> str:
    """Without controls and with the line ends of stored texts, no space around it."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or category(c) != "Cc").strip()


def faults(sent: Filled) -> Iterator[Fault]:
    """What the fields say wrong; the token and the limits apart."""
    if not sent.message:
        yield Fault("message", "What is wrong", "Say what is wrong: the report is empty.")
    yield from _too_long("message", "What is wrong", sent.message, MOST_MESSAGE)
    yield from _too_long("words", "The words at fault", sent.words, MOST_WORDS)
    if (count := len(_ADDRESS.findall(f"{sent.message} {sent.words}"))) > MOST_ADDRESSES:
        message = (
            f"It has {count} web addresses, at most {MOST_ADDRESSES} are taken. Leave some out."
        )
        yield Fault("message", "What is wrong", message)
    if sent.trap:
        message = "This field is there to catch programs. Empty it, and send the report again."
        yield Fault("home_page", "Leave this empty", message)


def _too_long(field: str, label: str, typed: str, most: int) -> Iterator[Fault]:
    if len(typed) > most:
        yield Fault(
            field,
            label,
            f"It has {len(typed):,} characters, at most {most:,} are kept. Shorten it.",
        )


_TOKEN_FAULTS: dict[report_tokens.Fault, str] = {
    "unsigned": "The form did not come from this page, or the archive has been moved since. "
    "Read it once more and send it again.",
    "too soon": "The form came back faster than people write. Wait a few seconds and send it again.",
    "too late": "The form stood open for more than a day. Read it once more and send it again.",
}


def checked(sent: Filled, record_id: str) -> tuple[Filled, tuple[Fault, ...]]:
    """The form with a token that may be sent again, and everything that is wrong with it."""
    found = list(faults(sent))
    wrong = report_tokens.fault(sent.token, record_id)
    if wrong:
        found.append(Fault("send", "Sending", _TOKEN_FAULTS[wrong]))
    if wrong in {"unsigned", "too late"}:
        sent = replace(sent, token=report_tokens.issue(record_id))
    return sent, tuple(found)
