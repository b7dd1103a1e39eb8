from __future__ import annotations

from archive.parallel import Row, SentenceRow, Stretch, TextPassages, rows
from archive.parallel.sentence_rows import Linked, sentence_rows
from archive.parallel.values import Bead
from tests.parallel.seed import sample_texts


def _said(texts: list[TextPassages], group: SentenceRow) -> dict[str, list[str]]:
    passages = {text.key: text.passages for text in texts}
    return {
        key: [passages[key][s.passage][s.start : s.end] for s in stretches]
        for key, stretches in group.cells.items()
    }


def test_the_sentences_of_the_cables_long_row_stand_beside_each_other() -> None:
    texts = sample_texts()
    row = rows(texts)[2]
    said = [_said(texts, group) for group in row.sentences]
    assert [sorted(group) for group in said] == [["en", "ru"]] * len(said)
    assert said[0]["en"][0].startswith("There are 14,000 ethnic Korean officers")
    assert said[0]["ru"][0].endswith("14 тысяч человек.")
    assert said[-1] == {
        "en": ["Please give instructions in regards to this issue."],
        "ru": ["Прошу Вашего указания по этому поводу"],
    }


def test_every_sentence_stands_once_in_the_order_of_its_text() -> None:
    texts = sample_texts()
    for text in texts:
        found = [
            (stretch.passage, stretch.start)
            for row in rows(texts)
            for group in row.sentences
            for stretch in group.cells.get(text.key, ())
        ]
        assert found == sorted(set(found))
        assert {passage for passage, _ in found} == set(range(len(text.passages)))


def test_a_bead_that_reaches_into_the_next_row_is_cut_there_and_a_lone_row_is_sure() -> None:
    sentences = [
        [Stretch(0, 0, 5), Stretch(1, 0, 5)],
        [Stretch(0, 0, 5), Stretch(1, 0, 5)],
    ]
    beads = [Bead((0, 1), (0,), 0.4), Bead((), (1,), 0.3)]
    found = sentence_rows(
        [{0: (0,), 1: (0,)}, {0: (1,)}, {1: (1,)}], sentences, [Linked(0, 1, beads)], ["en", "ru"]
    )
    assert found == [
        (SentenceRow({"en": (Stretch(0, 0, 5),), "ru": (Stretch(0, 0, 5),)}, 0.4),),
        (SentenceRow({"en": (Stretch(1, 0, 5),)}, 1.0),),
        (SentenceRow({"ru": (Stretch(1, 0, 5),)}, 1.0),),
    ]


def test_three_texts_meet_in_the_sentences_of_the_pivot() -> None:
    texts = [
        TextPassages("en", "en", ("We need 40 rifles. Send 300 men. That is all.",)),
        TextPassages("de", "de", ("Wir brauchen 40 Gewehre. Schickt 300 Mann. Das ist alles.",)),
        TextPassages("fr", "fr", ("Il nous faut 40 fusils. Envoyez 300 hommes. C'est tout.",)),
    ]
    (row,) = rows(texts)
    assert isinstance(row, Row)
    assert [len(group.cells) for group in row.sentences] == [3, 3, 3]
    assert _said(texts, row.sentences[1])["fr"] == ["Envoyez 300 hommes."]
