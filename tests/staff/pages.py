"""A record's page in the admin, filled in as a browser would send it."""

from __future__ import annotations

from typing import Any

from django.test import Client

from archive.records.models import Record

ADD = "/admin/records/record/add/"
_PREFIXES = ("participations", "place_mentions", "texts", "scans", "holdings", "links")


def change_address(record: Record) -> str:
    """The address of a record's form."""
    return f"/admin/records/record/{record.pk}/change/"


def shown(client: Client, address: str) -> dict[str, Any]:
    """What a browser would send back from that page if nothing on it were touched."""
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    form = response.context["adminform"].form
    sent = _values(form)
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        sent |= _values(formset.management_form)
        for row in formset.forms:
            sent |= _values(row)
    return {name: value for name, value in sent.items() if value is not None}


def _values(form: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if bound.name == "hands":
            for number, hand in enumerate(value or []):
                for part in ("name", "kind", "date", "from", "to"):
                    values[f"{bound.html_name}-{number}-{part}"] = str(hand.get(part) or "")
        elif isinstance(value, bool):
            values |= {bound.html_name: "on"} if value else {}
        elif isinstance(value, str):
            values[bound.html_name] = value.replace("\r\n", "\n").replace("\n", "\r\n")
        else:
            values[bound.html_name] = value if value is not None else ""
    return values


def empty() -> dict[str, Any]:
    """The page of a new record with nothing on it."""
    sent: dict[str, Any] = {}
    for prefix in _PREFIXES:
        sent |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    return sent


def with_row(sent: dict[str, Any], prefix: str, **fields: Any) -> dict[str, Any]:
    """The page with one more row, filled in."""
    place = int(sent[f"{prefix}-TOTAL_FORMS"])
    row = {f"{prefix}-{place}-{name.replace('__', '-')}": v for name, v in fields.items()}
    return {**sent, **row, f"{prefix}-TOTAL_FORMS": str(place + 1)}


def save(client: Client, address: str, sent: dict[str, Any]) -> Any:
    """Send the page and stay on it."""
    return client.post(address, {**sent, "_continue": "Save"})


def errors(response: Any) -> dict[str, list[str]]:
    """Every message of a refused page by the name of its field."""
    found: dict[str, list[str]] = {}
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += inline.formset.forms
        for message in inline.formset.non_form_errors():
            found.setdefault(inline.formset.prefix, []).append(str(message))
    for form in forms:
        for name, messages in form.errors.items():
            key = form.add_prefix(name) if name != "__all__" else "__all__"
            found.setdefault(key, []).extend(map(str, messages))
    return found


def judging(client: Client, address: str) -> dict[str, Any]:
    """What a browser would send back from the page of differences if nothing were touched."""
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    sent: dict[str, Any] = {}
    for _, form in response.context["judged"]:
        sent |= {n: v for n, v in _values(form).items() if not n.endswith("-overwrite")}
    return sent
