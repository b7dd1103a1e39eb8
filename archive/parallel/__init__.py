"""Which passages of two wordings belong together, and where they disagree. Pure functions."""

from archive.parallel.align import align
from archive.parallel.differences import collate, differences
from archive.parallel.rows import Prepared, rows
from archive.parallel.scoring import Anchors
from archive.parallel.sentences import split
from archive.parallel.values import (
    Bead,
    Comparison,
    Difference,
    Lexicon,
    Lexicons,
    NameForms,
    Pin,
    Row,
    Sentence,
    SentenceRow,
    Span,
    Stretch,
    TextPassages,
    Vote,
)
from archive.parallel.votes import vote

__all__ = [
    "Anchors",
    "Bead",
    "Comparison",
    "Difference",
    "Lexicon",
    "Lexicons",
    "NameForms",
    "Pin",
    "Prepared",
    "Row",
    "Sentence",
    "SentenceRow",
    "Span",
    "Stretch",
    "TextPassages",
    "Vote",
    "align",
    "collate",
    "differences",
    "rows",
    "split",
    "vote",
]
