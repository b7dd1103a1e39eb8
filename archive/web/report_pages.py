"""The form for a reader's report, and the page that says what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.desk import labels
from archive.desk.quoting import Quotation, quote, said_at
from archive.editions.models import Report
from archive.editions.reading import Reading
from archive.editions.standing import Standing
from archive.web.addresses import record_path
from archive.web.answers import Body
from archive.web.pages import page
from archive.web.report_form import MOST_MESSAGE, MOST_WORDS, Fault, Filled


@dataclass(frozen=True, slots=True)
class About:
    """What a report is about: ``words`` for a sentence, the passage's address on its edition."""

    words: str
    href: str


def form_page(
    reading: Reading, sent: Filled, faults: Sequence[Fault] = (), status: int = 200
) -> Body:
    """The form, empty or as it was typed."""
    standing = reading.standing
    context = {
        "standing": standing,
        "day": labels.day,
        "sent": sent,
        "faults": {fault.field: fault for fault in faults},
        "about": about(reading, sent.passage),
        "quotations": _quotations(reading, sent),
        "most_message": MOST_MESSAGE,
        "most_words": MOST_WORDS,
    }
    headers = (("Retry-After", "3600"),) if status == 429 else ()
    return page("records/report.html", context, status=status, headers=headers)


def _quotations(reading: Reading, sent: Filled) -> tuple[Quotation, ...]:
    found = reading.content.passage(sent.passage)
    if found is None:
        return ()
    marked = said_at(reading.content, found[0], [sent.passage], sent.words)
    return (quote(reading.content, found[0], [sent.passage], marked),)


def about(reading: Reading, passage: str) -> About:
    """``paragraph 4 of the Russian text, edition 1``; the whole record where no passage is named."""
    standing = reading.standing
    path = record_path(standing.record_id, None if standing.is_newest else standing.number)
    edition = f"edition {standing.number}"
    found = reading.content.passage(passage)
    if not passage:
        return About(f"the record as a whole, {edition}", path)
    if found is None:
        return About(f"a passage that cannot be shown now ({passage}), {edition}", path)
    label = quote(reading.content, found[0], []).label
    said = f"paragraph {found[1].number} of the {label} text, {edition}"
    return About(said, f"{path}?left={found[0]}#{passage}")


def sent_page(newest: Standing, reading: Reading, report: Report) -> Body:
    """Thanks, the number, and what became of it. The reader's own words are not shown: nobody has
    read them yet."""
    context = {
        "standing": newest,
        "day": labels.day,
        "report": report,
        "about": about(reading, report.passage),
    }
    return page("records/report_sent.html", context)
