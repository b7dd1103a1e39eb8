"""Tables as CSV (RFC 4180), so that Excel, LibreOffice and programs read the same words.

Excel takes a file for UTF-8 only where it begins with a byte order mark; LibreOffice and Python
(``utf-8-sig``) know it too. A cell that a spreadsheet would reckon as a formula is kept text by an
apostrophe before it, as OWASP's "CSV Injection" asks.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence

MEDIA_TYPE = "text/csv; charset=utf-8; header=present"

#: What a formula begins with, in wide forms too, which East Asian versions of Excel take as well.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_file(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows, the header among them, each line ended by CR LF."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def csv_lines(rows: Iterable[Sequence[str]], *, first: bool = True) -> Iterator[bytes]:
    """The same, a line at a time; ``first``: what is written stands at the beginning of a file."""
    for row in rows:
        line = csv_file([row])
        yield line if first else line.removeprefix(BOM_UTF8)
        first = False


def safe(cell: str) -> str:
    """The cell as text, whatever it begins with."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
