"""Words that are shortened with a full stop, which then ends no sentence.

From the style manuals and house lists of the languages in which documents come here, chosen by
what stands in diplomatic papers.
"""

from __future__ import annotations

_LATIN_SHORT = (
    "mr mrs ms dr prof st sen rep gov gen col lt capt maj sgt adm rev hon messrs mme mlle mm "
    "no nos nr vol vols pp p f ff fol op inv ed eds cf ca etc al vs viz esp fig approx dept "
    "jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp u.s u.k u.n e.g i.e a.m p.m "
    "z.b d.h u.a bzw usw vgl hr fr bd abs art ziff str jh geb gest"
)
_CYRILLIC_SHORT = (
    "т тт тов г гг гр ул д дд л лл ф оп стр с св им см ср напр др пр проф акад ген полк кап "
    "тыс млн млрд руб коп кг км чел экз изд вып рис табл н.э т.е т.к т.д т.п п пп ст"
)
ABBREVIATIONS = frozenset(_LATIN_SHORT.split() + _CYRILLIC_SHORT.split())
"""Words, in lower case, after which a full stop ends no sentence."""
ENDING_ABBREVIATIONS = frozenset(["etc", "al", "a.m", "p.m", "т.д", "т.п", "др", "пр", "usw"])
"""Abbreviations that often close a sentence too: a capital after them decides for a break."""
