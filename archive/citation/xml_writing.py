"""Elements put together as text: no parser is needed to write, and nothing unescaped gets in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NONE: Mapping[str, str] = MappingProxyType({})
# What XML 1.0 cannot hold at all.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(name: str, *inside: str, attributes: Mapping[str, str] = _NONE, indent: int = 0) -> str:
    """``<name a="…">…</name>`` around elements, each on its own line; empty without any."""
    within = [each for each in inside if each]
    if not within:
        return ""
    margin = "  " * indent
    return "\n".join([f"{margin}<{name}{_attributes(attributes)}>", *within, f"{margin}</{name}>"])


def document_around(name: str, attributes: Mapping[str, str] = _NONE) -> tuple[str, str]:
    """How a document of that root begins and ends, for content of whole lines between."""
    return f"{DECLARATION}<{name}{_attributes(attributes)}>\n", f"</{name}>\n"


def leaf(name: str, text: str, indent: int = 0) -> str:
    """``<name>text</name>``, the text escaped; empty for no text."""
    if not text:
        return ""
    said = escape(_NOT_XML.sub("", text))
    return f"{'  ' * indent}<{name}>{said}</{name}>"


def _attributes(given: Mapping[str, str]) -> str:
    pairs = ((name, _NOT_XML.sub("", value)) for name, value in given.items())
    return "".join(f" {name}={quoteattr(value)}" for name, value in pairs)
