"""``/quotations/`` and ``/quotations.json``: a quotation checked, for people and for programs."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.search.quotations import QuotationRefused, check
from archive.web.addresses import single
from archive.web.answers import answer
from archive.web.quotation_page import quotation_json, quotation_page
from archive.web.refusals import bad_parameter, reading


@reading
def quotations(request: HttpRequest) -> HttpResponseBase:
    """The page; ``q`` is the quotation."""
    quotation = single(request, "q") or ""
    if not quotation.strip():
        return answer(request, quotation_page(""))
    try:
        return answer(request, quotation_page(quotation, check(quotation)))
    except QuotationRefused as refusal:
        return answer(request, quotation_page(quotation, fault=str(refusal)))


@reading
def quotations_json(request: HttpRequest) -> HttpResponseBase:
    """The same as data."""
    quotation = single(request, "q") or ""
    try:
        return answer(request, quotation_json(quotation, check(quotation)))
    except QuotationRefused as refusal:
        raise bad_parameter("q", quotation, str(refusal), "Change it and ask again.") from None
