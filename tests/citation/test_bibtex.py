"""BibTeX, whole entries."""

from __future__ import annotations

from archive.citation.bibtex import bibtex
from archive.editions.document import Participation
from tests.citation.editions import CABLE, LETTER, changed, composed


def test_a_text_in_an_archive() -> None:
    assert (
        bibtex(composed(CABLE), text="ru")
        == r"""@unpublished{fp4k7x2b-v2-ru,
  author = {{Liu Shaoqi}},
  title = {{[Composed for demonstration] Cable, Liu Shaoqi to Chairman Mao [Zedong]}},
  type = {telegram},
  year = {1950},
  month = jan,
  date = {1950-01-22},
  note = {Archive of the President of the Russian Federation (AP RF), Moscow, fond 45, opis 1, delo 334, list 22. Other copies: RGASPI, fond 558, opis 11, delo 334, list 22. To: Mao Zedong. Composed for demonstration: not a source. Edition 2, March 1, 2026.},
  library = {Archive of the President of the Russian Federation (AP RF), Moscow, fond 45, opis 1, delo 334, list 22},
  language = {ru},
  howpublished = {Facing Pages, edition 2},
  url = {https://facing.example/records/fp4k7x2b/v2/ru/},
  abstract = {Liu Shaoqi reports to Mao Zedong.},
  keywords = {Korea, Arms \& equipment},
}
"""
    )


def test_latex_specials_are_words_and_braces_balance() -> None:
    hostile = Participation(name=r"50% {of} \x $y_z# ~^", role="sender")
    assert (
        bibtex(changed(LETTER, people=(hostile,), title="A {B", held=()))
        == r"""@unpublished{fp0l3tt8r-v2-original,
  author = {{50\% \{of\} \textbackslash{}x \$y\_z\# \textasciitilde{}\textasciicircum{}}},
  title = {{A $\lbrace$B}},
  type = {letter},
  year = {1951},
  month = mar,
  date = {1951-03-03},
  note = {Edition 2, March 1, 2026.},
  language = {ru},
  howpublished = {Facing Pages, edition 2},
  url = {https://facing.example/records/fp0l3tt8r/v2/original/},
}
"""
    )


def test_a_name_in_two_parts_is_inverted() -> None:
    assert "  author = {Orlov, N. V.},\n" in bibtex(changed(LETTER))
