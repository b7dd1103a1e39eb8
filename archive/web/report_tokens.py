"""What proves that a report was written on our form: signed, tied to a record, and timed.

No cookie is needed. A report carries nobody's rights, so that there is nothing for another site
to borrow; what the token keeps away is programs that send forms without reading them.
"""

from __future__ import annotations

import time
from typing import Literal

from django.core.signing import BadSignature, Signer

#: Seconds: nobody reads a passage and says what is wrong with it in less.
LEAST_AGE = 3
#: Seconds for which a form stays open.
GREATEST_AGE = 24 * 60 * 60

Fault = Literal["", "unsigned", "too soon", "too late"]


def issue(record_id: str, *, at: float | None = None) -> str:
    """A token for a form of that record, opened now or at that moment (seconds of the epoch)."""
    opened = int(time.time() if at is None else at)
    return _signer().sign(f"{record_id}.{opened}")


def fault(token: str, record_id: str) -> Fault:
    """What is wrong with a token that came back; empty where nothing is."""
    try:
        signed_for, _, opened = _signer().unsign(token).partition(".")
    except BadSignature:
        return "unsigned"
    if signed_for != record_id:
        return "unsigned"
    age = time.time() - int(opened)
    if age < LEAST_AGE:
        return "too soon"
    return "too late" if age > GREATEST_AGE else ""


def _signer() -> Signer:
    return Signer(salt="archive.web.report_tokens")
