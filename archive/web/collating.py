"""``/records/<id>/collation.csv``: the collation table of a record as a file."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from archive.desk import labels
from archive.desk.collation import collation
from archive.desk.page import NoSuchText, lay_out
from archive.editions.reading import Reading, read_standing
from archive.editions.standing import Standing
from archive.exchange.collation_csv import collation_csv
from archive.exchange.csv_writing import MEDIA_TYPE
from archive.web.addresses import record_path
from archive.web.answers import Body
from archive.web.pages import absolute
from archive.web.refusals import bad_parameter, not_found


@dataclass(frozen=True, slots=True)
class Chosen:
    """The texts that an address names; None lets the archive choose, as on the page."""

    left: str | None = None
    right: str | None = None
    also: tuple[str, ...] = ()


def collation_file(standing: Standing, chosen: Chosen) -> Body:
    """The table of the newest edition; raises the refusal of texts that cannot be compared."""
    reading = read_standing(standing)
    keys = _keys(reading, chosen)
    table = collation(reading, keys)
    if len(keys) < 2:
        raise not_found("A collation takes two texts, and the address names one.", _remedy(reading))
    if table is None or len(table.columns) < len(keys):
        raise not_found(_withheld(reading, keys), _remedy(reading))
    path = record_path(standing.record_id)
    made = collation_csv(table, source=source(standing), verdicts=absolute(f"{path}verdicts/"))
    headers = (("Content-Disposition", f'attachment; filename="{_name(standing, keys)}"'),)
    return Body(made, MEDIA_TYPE, headers=headers)


def _keys(reading: Reading, chosen: Chosen) -> list[str]:
    try:
        desk = lay_out(reading, chosen.left, chosen.right, chosen.also)
    except NoSuchText as missing:
        names = {chosen.left: "left", chosen.right: "right"}
        remedy = "Choose one of them, or leave the parameter out."
        name = names.get(missing.key, "also")
        raise bad_parameter(name, missing.key, str(missing), remedy) from None
    return [column.key for column in desk.columns]


def _withheld(reading: Reading, keys: list[str]) -> str:
    days = [day for key in keys if (day := reading.standing.withheld.text(key))]
    until = f" until {labels.day(max(days))}" if days else ""
    return f"Part of this wording is withheld{until}, and so is what was compared with it."


def _remedy(reading: Reading) -> str:
    held = ", ".join(text.key for text in reading.content.record.texts) or "none"
    return f"The texts of this record are: {held}. Name two with left= and right=."


def source(standing: Standing) -> str:
    """Where a line comes from, and what it is not."""
    path = absolute(record_path(standing.record_id, standing.number))
    said = f"{settings.SITE_NAME}, {path}"
    return f"Composed for demonstration: not a source. {said}" if standing.composed else said


def _name(standing: Standing, keys: list[str]) -> str:
    composed = "composed-" if standing.composed else ""
    return f"{composed}{standing.record_id}-v{standing.number}-{'-'.join(keys)}-collation.csv"
