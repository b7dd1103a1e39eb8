"""Variants of an edition are other records with the same passages, and always the same ones."""

from __future__ import annotations

import msgspec

from archive.editions.content import Content, DateContent, PersonContent
from archive.texts.markup import blocks
from tests import world
from tests.bench.varying import Varying

_SENTENCES = {"ru": ["Первое предложение.", "Второе, длиннее."]}
_BODY = (
    "To the General Staff, 1950\n\nWith the rifles came 14000 rounds of ammunition, and boots,"
    " shovels, blankets and lanterns for every company that marches.\n\n- under way\n- arrived"
)


def edition() -> Content:
    record = world.document(
        title="Ada Byron to Lin Biao",
        date="1950-01-22",
        people=[{"name": "Ada Byron", "role": "sender"}, {"name": "Lin Biao", "role": "recipient"}],
        texts=[world.text("en", _BODY)],
    )
    people = (PersonContent(slug="ada", name="Ada"), PersonContent(slug="lin", name="Lin"))
    date = DateContent(display="January 22, 1950", earliest="1950-01-22", latest="1950-01-22")
    return msgspec.structs.replace(world.content(record), people=people, date=date)


def test_a_variant_is_always_the_same_and_no_two_are() -> None:
    variants = [Varying([edition()], _SENTENCES).variant(number) for number in range(12)]
    assert variants == [Varying([edition()], _SENTENCES).variant(number) for number in range(12)]
    bodies = {variant.record.texts[0].body for variant in variants}
    assert len(bodies) == 12
    assert {len(body) for body in bodies} == {len(_BODY)}


def test_every_passage_of_a_variant_is_a_block_of_its_text() -> None:
    variants = [Varying([edition()], _SENTENCES).variant(number) for number in range(40)]
    languages = set()
    for variant in variants:
        for text in variant.record.texts:
            places = [(p.start, p.end) for p in variant.passages[text.key]]
            assert places == [(block.start, block.end) for block in blocks(text.body)]
            languages.add(text.language)
        ids = [p.id for passages in variant.passages.values() for p in passages]
        assert len(ids) == len(set(ids))
    assert languages == {"en", "ru"}


def test_names_days_and_holdings_are_read_as_publishing_reads_them() -> None:
    variants = [Varying([edition()], {}).variant(number) for number in range(40)]
    assert len({variant.people[0].slug for variant in variants}) > 1
    assert all(p.name == e.name or e.slug in {"ada", "lin"} for v in variants
               for p, e in zip(v.record.people, v.people, strict=True))  # fmt: skip
    assert len({variant.date.earliest for variant in variants}) == 40
    held = [variant for variant in variants if variant.record.held]
    assert held
    for variant in held:
        mark = variant.holdings[0].shelfmark
        assert mark is not None
        assert [name for name, _ in mark.parts] == ["fond", "opis", "delo", "list"]
