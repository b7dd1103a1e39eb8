"""A query → the question to an engine, the same for a page of results and for an export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.search.bridging import Bridge, bridges
from archive.search.clauses import Ask
from archive.search.fields import MOST_VALUES
from archive.search.likeness import like_clause
from archive.search.matching import ask_for
from archive.search.queries import Shown, records_shown
from archive.search.query import Query
from archive.search.wording import Wording, understand

_NO_MODEL = "No record of that name may be shown, so nothing can be like it."


@dataclass(frozen=True, slots=True)
class Question:
    """``ask`` is None where nothing can be found; ``notices`` say why, or how the query was
    understood. ``named`` are the names in it, ``model`` the record that results are to be like."""

    wording: Wording
    ask: Ask | None = None
    named: tuple[Bridge, ...] = ()
    model: Shown | None = None
    notices: tuple[str, ...] = ()


def question(query: Query, languages: Sequence[str], values: int = MOST_VALUES) -> Question:
    """The question; ``languages`` are those that documents were stemmed in, ``values`` how many are
    told of a facet. A ``q`` without a word in it finds nothing. Three database queries at most."""
    wording = understand(query.q)
    if query.q and not wording.asks:
        return Question(wording, notices=wording.notices)
    model = records_shown([query.like]).get(query.like) if query.like else None
    if query.like and model is None:
        return Question(wording, notices=(*wording.notices, _NO_MODEL))
    named = bridges(query.q, wording) if query.names != "as-typed" else ()
    like = like_clause(model) if model else None
    ask = ask_for(query, wording.pieces, languages, wording.tree, named, like, values)
    return Question(wording, ask, named, model, wording.notices)
