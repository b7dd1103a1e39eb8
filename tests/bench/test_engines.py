"""Every answer of an engine counts, of each round."""

from __future__ import annotations

from tests.bench.engines import Times, _in_rounds
from tests.bench.questions import COMMON, RARE, Question


class _Counting:
    """Takes one second more for each answer, and finds as many."""

    name = "counting"

    def __init__(self) -> None:
        self.asked = list[str]()
        self._spent = 0.0

    def cpu(self) -> float:
        return self._spent

    def ask(self, question: Question) -> int:
        self.asked.append(question.typed)
        self._spent += len(self.asked)
        return len(self.asked)


def test_all_questions_are_asked_and_then_all_again() -> None:
    drawn = [Question(kind, (word,)) for kind, word in ((RARE, "a"), (RARE, "b"), (COMMON, "c"))]
    engine = _Counting()
    times = _in_rounds(engine, drawn, 2)
    assert engine.asked == ["a", "b", "c", "a", "b", "c"]
    assert {kind: (each.cpu, each.found) for kind, each in times.items()} == {
        RARE: ([1, 2, 4, 5], [1, 2, 4, 5]),
        COMMON: ([3, 6], [3, 6]),
    }
    assert [len(each.wall) for each in times.values()] == [4, 2]
    assert _in_rounds(engine, [], 1) == dict[str, Times]()
