"""Historical dates in the words of a style. ``ca.`` is about, brackets hold a supposition."""

from __future__ import annotations

import re
from datetime import date

from archive.citation.wording import clean
from archive.records.date_wording import DateStyle
from archive.records.dates import DateRefused, HistoricalDate, parse


def read(edtf: str | None) -> HistoricalDate | None:
    """None for no date, and for one that is not EDTF, which is then cited as written."""
    try:
        return parse(edtf) if edtf else None
    except DateRefused:
        return None


def chicago(edtf: str | None) -> str:
    """``January 22, 1950``, ``ca. May 1956``, ``[May 1956?]``, ``undated``."""
    return bracketed(edtf, "month-first")


def bracketed(edtf: str | None, style: DateStyle, about: str = "ca.") -> str:
    """``22 January 1950``, ``ca. May 1956``, ``[May 1956?]``, ``undated``: a supposition stands
    in brackets."""
    said = _said(edtf, style).replace("about ", f"{about} ") or "undated"
    return f"[{said}]" if "?" in said else said


def mla(edtf: str | None) -> str:
    """``22 Jan. 1950``, ``circa May 1956``, ``May 1956?``, ``undated``."""
    return _said(edtf, "day-first-short").replace("about ", "circa ") or "undated"


def apa(edtf: str | None) -> str:
    """``1950, January 22``, ``ca. 1956, May``, ``1949–1951``, ``n.d.``"""
    when = read(edtf)
    if when is None or when.start is None or when.end is None or when.start.hidden:
        return _said(edtf, "month-first").replace("about ", "ca. ") or "n.d."
    year = apa_year(edtf)
    said = re.sub(r"about |\?", "", when.display())
    rest = re.sub(rf",? {when.start.year}$", "", said)
    return year if rest == said or when.start.year != when.end.year else f"{year}, {rest}"


def apa_year(edtf: str | None) -> str:
    """``1950``, ``ca. 1956``, ``1949–1951``, ``n.d.``"""
    when = read(edtf)
    if when is None or when.start is None or when.end is None or when.start.hidden:
        return _said(edtf, "month-first").replace("about ", "ca. ") or "n.d."
    if min(when.start.year, when.end.year) < 1:
        return when.display()
    first, last = when.start.year, when.end.year
    years = str(first) if first == last else f"{first}–{last}"
    return f"ca. {years}" if when.approximate or when.uncertain else years


def chicago_year(edtf: str | None) -> str:
    """``1950``, ``ca. 1956``, ``[1956?]``, ``n.d.``"""
    when, year = read(edtf), apa_year(edtf)
    if when is None or not when.uncertain or "?" in year:
        return year
    return f"[{year if when.approximate else year.removeprefix('ca. ')}?]"


def beside_year(edtf: str | None, style: DateStyle) -> str:
    """``January 22``, ``22 January``, ``spring``: what a date says beyond its year, which stands
    elsewhere; the whole where it runs through several years; empty for a year alone."""
    when = read(edtf)
    if when is None or when.start is None or when.end is None or when.precision in _YEARS:
        return ""
    said = re.sub(r"about |\?", "", when.display(style))
    if when.start.year != when.end.year:
        return said
    return re.sub(rf",? {when.start.year}$", "", said)


_YEARS = ("year", "decade", "century")


def day_month_first(day: date) -> str:
    return parse(day.isoformat()).display("month-first")


def day_first(day: date) -> str:
    return parse(day.isoformat()).display("day-first")


def month_first_short(day: date) -> str:
    return parse(day.isoformat()).display("month-first-short")


def day_first_short(day: date) -> str:
    return parse(day.isoformat()).display("day-first-short")


def _said(edtf: str | None, style: DateStyle) -> str:
    when = read(edtf)
    return when.display(style) if when else clean(edtf or "")
