"""Writes ``archive/parallel/tables/months.json`` from CLDR, as Babel carries it.

    python -m tests.generate.month_names

Every language that the aligner knows the length of, each with every way in which CLDR writes its
months, in full and short, within a date and alone; lower case, ё as е, without a dot at the end.
What begins with a digit is left out, and what has one or two letters, but in Arabic.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import babel
from babel import Locale

from archive.parallel.languages import LENGTH

TABLE = Path(__file__).parents[2] / "archive/parallel/tables/months.json"
REGIONS = {"ar": ("ar", "ar_SY", "ar_DZ", "ar_MA"), "de": ("de", "de_AT")}
SHORTEST = {"ar": 2}


def months(language: str) -> dict[str, int]:
    """Each name and its month; a name of two months keeps the earlier."""
    names: dict[str, int] = {}
    for region in REGIONS.get(language, (language,)):
        locale = Locale.parse(region)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in locale.months[context][width].items():
                    written = name.lower().replace("ё", "е").rstrip(".")
                    if len(written) >= SHORTEST.get(language, 3) and not written[0].isdigit():
                        names.setdefault(written, month)
    return names


def main() -> None:
    """Write the table, one language to a line."""
    lines = [
        f"{json.dumps(language)}:{json.dumps(months(language), ensure_ascii=False, separators=(',', ':'))}"
        for language in sorted(LENGTH)
        if Locale.parse(language).months["format"]["wide"]
    ]
    TABLE.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")
    sys.stdout.write(f"Babel {babel.__version__}\n")


if __name__ == "__main__":
    main()
