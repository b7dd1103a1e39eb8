"""What speaks for and against a bead, and by how much."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds; a bead's weight is the sum of each times what it counts.

    Fitted by ``python -m tests.generate.alignment_weights`` to the tuning half of NTREX in seven
    languages and the sample cable: the weights under which the true beads are likeliest. ``over``,
    ``headed``, ``gap_1`` and ``gap_2`` were then chosen on the cable; the script says why.

    ``merged_2`` to ``triple``: the prior of 2:1, 3:1, 4:1, of 2:2, of 3:2. ``gap_1`` to
    ``gap_3``: of 1:0, 2:0, 3:0. ``length``: of how well the lengths fit. Then each kind of anchor, by name. ``same_end``: both
    end with the same mark; ``question``, ``unended``: one alone ends with a question mark, without
    a mark. A sentence may run on from one unit to the next: ``half_open`` where the bead ends on
    one side so, ``both_open`` on both, ``runs_on`` for each such place inside; ``gap_open`` and
    ``gap_runs_on`` the same of units that nothing answers. ``quotes`` to ``commas``: for each such
    mark that one side has more, up to three. ``over``, for each passage break inside; ``headed``,
    for each heading or salutation inside that is not the bead's last unit.
    """

    merged_2: float = -2.01
    merged_3: float = -4.55
    merged_4: float = -7.57
    pair: float = -6.63
    triple: float = -10.04
    gap_1: float = -3.4
    gap_2: float = -4.8
    gap_3: float = -9.31
    length: float = 5.61
    figure: float = 1.18
    month: float = 2.9
    latin: float = 0.03
    word: float = 0.08
    prefix: float = 3.58
    borrowed: float = 1.02
    name: float = 1.23
    learned: float = 0.93
    same_end: float = 1.59
    question: float = 0.95
    unended: float = -0.44
    half_open: float = -0.97
    both_open: float = -4.27
    runs_on: float = 1.59
    gap_open: float = -0.3
    gap_runs_on: float = 1.44
    quotes: float = -0.67
    brackets: float = -0.53
    colons: float = -1.34
    questions: float = -2.05
    commas: float = -0.24
    over: float = -4.0
    headed: float = -2.0

    @property
    def anchors(self) -> dict[str, float]:
        """By the letter that the names of a kind of anchor begin with."""
        return {
            "n": self.figure,
            "m": self.month,
            "l": self.latin,
            "w": self.word,
            "p": self.prefix,
            "s": self.name,
            "c": self.borrowed,
        }

    @property
    def marks(self) -> tuple[float, ...]:
        """In the order of ``sides.MARKS``."""
        return (self.quotes, self.brackets, self.colons, self.questions, self.commas)
