from __future__ import annotations

from archive.parallel.scoring import SHAPES, Scorer


def test_like_lengths_and_shared_figures_score_higher() -> None:
    source = ["There are 440 light guns.", "He came to see me in the end."]
    target = ["Имеется 440 легких орудий.", "Он пришел повидать меня в конце концов."]
    scorer = Scorer(source, target, ("en", "ru"))
    assert scorer.bead(0, 0, 1, 1) > scorer.bead(0, 1, 1, 1)
    assert scorer.bead(0, 0, 1, 1) > scorer.bead(0, 0, 2, 1)


def test_a_bead_seldom_spans_a_heading_or_a_passage() -> None:
    units = ["Telegram", "He came."]
    plain = Scorer(["telegram,", "he came."], ["Он пришел."], ("en", "ru"))
    heading = Scorer(units, ["Он пришел."], ("en", "ru"))
    passage = Scorer(["telegram,", "he came."], ["Он пришел."], ("en", "ru"),
                     breaks=(frozenset([1]), frozenset()))  # fmt: skip
    assert plain.bead(0, 0, 2, 1) > max(heading.bead(0, 0, 2, 1), passage.bead(0, 0, 2, 1)) + 3


def test_every_shape_has_a_weight_and_one_to_one_the_best_prior() -> None:
    scorer = Scorer([""] * 4, [""] * 4, ("en", "en"))
    weights = {shape: scorer.bead(0, 0, *shape) for shape in SHAPES}
    assert max(weights, key=weights.__getitem__) == (1, 1)


def test_the_middle_of_the_strip_follows_length() -> None:
    scorer = Scorer(["aaaa", "a" * 12], ["b" * 4] * 4, ("en", "en"))
    assert scorer.centre((0, 2), (0, 4)) == [0.0, 1.0, 4.0]
