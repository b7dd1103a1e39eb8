"""The values of facets in each row, the frequent ones apart, so that few need be looked at to count.

Most values of a great facet stand in a row or two, and not one of them comes among the most frequent
where thousands of rows answer. The others have codes of 16 bits, so many side by side for each row:
those of 40,000 rows are counted in a third of the time that runs of unequal length take. What has no
place there, or no code, is listed row by row.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from archive.search.fields import FACETS
from archive.search.tantivy_listed import Listed, Numbers
from archive.search.tantivy_marked import Marked

#: So many values of a facet have codes, those that were the most frequent when they came; and so many
#: later ones more.
_MOST, _LATER = 4_096, 256
#: Codes of a row that stand side by side, and of those for which there is no place: of twelve places
#: most of the last four would be empty, and to count those takes longer than to pick a few rows out.
_BESIDE, _TOGETHER = 8, 4

_Codes = NDArray[np.uint16]


def _several(firsts: Numbers) -> Numbers:
    """The values with several labels, those that are the same beside each other."""
    again = np.flatnonzero(firsts != np.arange(len(firsts)))
    several = np.union1d(again, firsts[again])
    return several[np.argsort(firsts[several], kind="stable")]


class Often:
    """What some rows have; code 0 is none."""

    def __init__(self) -> None:
        self.rows = 0
        #: How many values with several labels stand among those without a code.
        self.lacking = 0
        #: By code the number of the value, and by number the code.
        self._numbers = np.full(1, -1, np.int64)
        self._codes: _Codes = np.empty(0, np.uint16)
        self._beside: _Codes = np.empty((0, _BESIDE), np.uint16)
        #: Codes for which there was no place, and facet by facet the values without a code.
        self._more = Listed.nothing(np.empty((0, _TOGETHER), np.uint16))
        self._seldom = [Listed.nothing(np.empty(0, np.int32)) for _ in FACETS]
        self._weigh(np.empty(0, np.uint8), np.empty(0, np.int64))

    def grown(
        self,
        facets: NDArray[np.uint8],
        more: int,
        rows: Numbers,
        numbers: NDArray[np.int32],
        firsts: Numbers,
    ) -> Often:
        """With so many more rows, each with the values beside it; ``facets`` are those of all values,
        ``firsts`` of each the first that is the same, under whatever label. Those with several labels
        have codes before what is more frequent, so that they can be counted together."""
        made = Often()
        made.rows = self.rows + more
        made._numbers, made._codes = self._coded(facets, numbers, _several(firsts))
        codes = made._codes[numbers]
        made._place(self, rows[codes > 0], codes[codes > 0])
        seldom = np.where(codes > 0, len(FACETS), facets[numbers])
        made._seldom = [
            listed.grown(self.rows + rows[seldom == facet], numbers[seldom == facet])
            for facet, listed in enumerate(self._seldom)
        ]
        made._weigh(facets, firsts)
        return made

    def _coded(
        self, facets: NDArray[np.uint8], numbers: NDArray[np.int32], several: Numbers
    ) -> tuple[Numbers, _Codes]:
        """Values by code and codes by value, with those that came since."""
        new = np.arange(len(self._codes), len(facets))
        times = np.bincount(numbers, minlength=len(facets))
        times[several] = len(numbers) + 1
        new = new[np.argsort(-times[new], kind="stable")]
        taken = np.bincount(facets[self._numbers[1:]], minlength=len(FACETS))
        most = _MOST + (_LATER if self.rows else 0)
        often = [new[facets[new] == n][: max(most - taken[n], 0)] for n in range(len(FACETS))]
        by_code = np.concatenate((self._numbers, *often))
        codes = np.zeros(len(facets), np.uint16)
        codes[by_code[1:]] = np.arange(1, len(by_code))
        return by_code, codes

    def _place(self, before: Often, rows: Numbers, codes: _Codes) -> None:
        """Put the codes of rows side by side, and list those that do not fit."""
        counts = np.bincount(rows, minlength=self.rows - before.rows)
        at = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        fits = at < _BESIDE
        beside = np.zeros((len(counts), _BESIDE), np.uint16)
        beside[rows[fits], at[fits]] = codes[fits]
        self._beside = np.concatenate((before._beside, beside))
        rows, codes, at = rows[~fits], codes[~fits], (at[~fits] - _BESIDE) % _TOGETHER
        more = np.zeros((np.count_nonzero(at == 0), _TOGETHER), np.uint16)
        more[np.cumsum(at == 0) - 1, at] = codes
        self._more = before._more.grown(before.rows + rows[at == 0], more)

    def _weigh(self, facets: NDArray[np.uint8], firsts: Numbers) -> None:
        """Know of each facet how many of all rows a value without a code has, at most, and what has
        a code: the facet, and how many rows it must have to be told; of those with several labels all
        together."""
        times = np.bincount(
            np.concatenate([listed.values for listed in self._seldom]), minlength=len(facets)
        )
        self._most_seldom = np.zeros(256, np.int64)
        np.maximum.at(self._most_seldom, facets, times)
        self._facets = np.concatenate((np.zeros(1, np.uint8), facets[self._numbers[1:]]))
        self._of_facet = [np.flatnonzero(self._facets == facet) for facet in range(len(FACETS))]
        several = _several(firsts)
        self.lacking = int(np.count_nonzero(times[several]))
        self._several = self._codes[several].astype(np.int64)
        self._last = np.flatnonzero(np.diff(firsts[several], append=-1))
        self._labels = np.diff(self._last, prepend=-1)
        self._same_bars = self._most_seldom[facets[several[self._last]]]
        self._bars = self._most_seldom[self._facets]
        self._bars[self._several] = np.iinfo(np.int64).max

    def counts(self, marks: Marked, part: slice, most: Numbers) -> tuple[Numbers, Numbers]:
        """Values by number and how many of the marked rows have each, one at least: so many of each
        facet, by its place in ``FACETS``, and all that are as frequent as these; a value of several
        labels is as frequent as all of them together, and told under each. No row is marked outside
        a part of the marks."""
        rows = np.flatnonzero(np.unpackbits(marks[part], bitorder="little").view(np.bool_))
        beside = self._beside.take(rows + part.start * 8, axis=0).ravel()
        codes = np.concatenate((beside, self._more.of(marks, part).ravel()))
        found = np.bincount(codes, minlength=len(self._numbers))
        found[0] = 0
        codes, short = self._ahead(found, most)
        numbers, counts = [self._numbers[codes]], [found[codes]]
        for facet in short:
            values, times = np.unique(self._seldom[facet].of(marks, part), return_counts=True)
            numbers.append(values.astype(np.int64))
            counts.append(times)
        return np.concatenate(numbers), np.concatenate(counts)

    def _ahead(self, found: Numbers, most: Numbers) -> tuple[Numbers, list[int]]:
        """The codes to be told, found in so many rows: those ahead of all values of their facet without
        a code; and of which facets all are told, since too few are ahead, or a label of a value has
        no code."""
        codes = np.flatnonzero(found > self._bars)
        few = np.bincount(self._facets[codes], minlength=len(FACETS)) < most
        few &= self._most_seldom[: len(FACETS)] > 0
        short = np.flatnonzero(few | (self.lacking > 0)).tolist()
        several = found[self._several]
        same = several.cumsum()[self._last]
        same[1:] -= same[:-1].copy()
        told = (same > self._same_bars).repeat(self._labels) & (several > 0)
        all_told = [codes, self._several[told]]
        if short:
            of_short = np.zeros(256, np.bool_)
            of_short[short] = True
            all_told = [each[~of_short[self._facets[each]]] for each in all_told]
            all_told += [mine[found[mine] > 0] for mine in map(self._of_facet.__getitem__, short)]
        return np.concatenate(all_told), short
