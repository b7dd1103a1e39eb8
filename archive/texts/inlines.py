"""The tokens within a block: text, emphasis, footnote references, line ends, page breaks."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Literal
from unicodedata import category

NOTE_LABEL = r"[^\s\[\]^\\]{1,32}"
_PAGE_BREAK = r"\[(?P<letter>[pf])\. (?P<label>\w[^\[\]\r\n]{0,15})\]"

_NEWLINE = r"(?:\r\n|\r|\n)"
_BLANK = r"[^\S\r\n]*"
_BREAK_MARK = _PAGE_BREAK.replace("?P<letter>", "?:").replace("?P<label>", "?:")
_BREAK = re.compile(_PAGE_BREAK)
BREAK_LINE = re.compile(rf"\s*(?P<whole>{_PAGE_BREAK})\s*")
_BREAK_AHEAD = re.compile(rf"{_BREAK_MARK}{_BLANK}(?=[\r\n]|\Z)")
_NOTE = re.compile(rf"\[\^({NOTE_LABEL})\]")
_MARK = re.compile(
    r"(?P<slashes>\\+)"
    r"|(?P<star>\*)"
    rf"|(?P<note>\[\^{NOTE_LABEL}\])"
    rf"|(?P<breaks>(?:{_NEWLINE}{_BLANK}{_BREAK_MARK}{_BLANK})+{_NEWLINE})"
    rf"|(?P<line>{_NEWLINE})"
)
# What every mark begins with: looking for these first spares most paragraphs the whole pattern.
_BEGINNINGS = re.compile(r"[\\*\r\n]|\[\^")
# Writing without spaces between words, where emphasis may begin and end next to a letter.
_UNSPACED = re.compile(
    r"[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)
_MAY_OPEN_EMPHASIS = frozenset("\"'¿¡…&#@%§¶†\\")

InlineKind = Literal["text", "emphasis", "footnote", "break", "line"]


@dataclass(frozen=True, slots=True)
class Inline:
    """One token; start and end lie around its marks, so what no ``text`` covers is a mark.

    ``value`` is for *text* exactly ``body[start:end]``; for *footnote* the label; for *break*
    what stands in the brackets (``p. 22``); for *line* a newline (a tab between the cells of a
    table); for *emphasis* empty, its tokens being its ``children``, which are never emphasis.
    """

    kind: InlineKind
    start: int
    end: int
    value: str = ""
    children: tuple[Inline, ...] = ()


def read_inlines(
    body: str, start: int, end: int, notes: Container[str], *, cell: bool = False
) -> tuple[Inline, ...]:
    """The tokens of ``body[start:end]``, in order; ``notes`` are the labels with a definition."""
    if not _BEGINNINGS.search(body, start, end):
        return (Inline("text", start, end, body[start:end]),) if end > start else ()
    reader = _Reader(body, start, end, notes, cell)
    for mark in _MARK.finditer(body, start, end):
        if mark.start() >= reader.read:
            getattr(reader, f"read_{mark.lastgroup}")(mark)
    return reader.finish()


def break_token(body: str, start: int, end: int) -> Inline:
    """The token of a page break whose brackets are at start and before end."""
    return Inline("break", start, end, body[start + 1 : end - 1])


class _Reader:
    """Walks the marks once; ``read`` is how far, ``text_from`` where unsaid text begins."""

    def __init__(self, body: str, start: int, end: int, notes: Container[str], cell: bool) -> None:
        self.body, self.start, self.end, self.notes, self.cell = body, start, end, notes, cell
        self.read = self.text_from = start
        self.tokens: list[Inline] = []
        self.opener: int | None = None

    def finish(self) -> tuple[Inline, ...]:
        self._say_text(self.end)
        return _joined(self.tokens)

    def read_slashes(self, mark: re.Match[str]) -> None:
        """Before a mark two slashes show one, and an odd one keeps the mark literal."""
        at, count = mark.end(), len(mark[0])
        if not self._is_mark(mark.start(), at):
            return
        self._say_text(mark.start())
        self.text_from = mark.start() + (count + 1) // 2
        self.read = at + count % 2

    def read_star(self, mark: re.Match[str]) -> None:
        at = mark.start()
        before = self.body[at - 1] if at > self.start else ""
        after = self.body[at + 1] if at + 1 < self.end else ""
        if self.opener is not None and _closes(before, after):
            self._close(at)
        elif _opens(before, after):
            self._say_text(at)
            self.opener = len(self.tokens)
            self.tokens.append(Inline("text", at, at + 1, "*"))
            self.text_from = at + 1

    def read_note(self, mark: re.Match[str]) -> None:
        label = mark[0][2:-1]
        if label in self.notes:
            self._say(Inline("footnote", mark.start(), mark.end(), label), mark)

    def read_line(self, mark: re.Match[str]) -> None:
        self._say(Inline("line", mark.start(), mark.end(), "\n"), mark)

    def read_breaks(self, mark: re.Match[str]) -> None:
        for found in _BREAK.finditer(self.body, mark.start(), mark.end()):
            self._say(break_token(self.body, *found.span()), mark)

    def _is_mark(self, slashes: int, at: int) -> bool:
        """Whether what follows the slashes would be a mark without them."""
        following = self.body[at : at + 1] if at < self.end else ""
        at_line_start = slashes == self.start or self.body[slashes - 1] in "\r\n"
        if following == "|":
            return self.cell or at_line_start
        if following == "#":
            return slashes == self.start and self.body.startswith("# ", at)
        if following == "[":
            breaks = at_line_start and _BREAK_AHEAD.match(self.body, at, self.end)
            return bool(breaks or _NOTE.match(self.body, at, self.end))
        return following == "*"

    def _close(self, at: int) -> None:
        self._say_text(at)
        assert self.opener is not None
        children = _joined(self.tokens[self.opener + 1 :])
        start = self.tokens[self.opener].start
        del self.tokens[self.opener :]
        self.tokens.append(Inline("emphasis", start, at + 1, "", children))
        self.opener = None
        self.text_from = at + 1

    def _say(self, token: Inline, mark: re.Match[str]) -> None:
        self._say_text(mark.start())
        self.tokens.append(token)
        self.text_from = self.read = mark.end()

    def _say_text(self, end: int) -> None:
        if end > self.text_from:
            value = self.body[self.text_from : end]
            self.tokens.append(Inline("text", self.text_from, end, value))


def _joined(tokens: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring text as one token: a star that began nothing is text like any other."""
    joined: list[list[Inline]] = []
    for token in tokens:
        last = joined[-1][-1] if joined else None
        if last and last.kind == token.kind == "text" and last.end == token.start:
            joined[-1].append(token)
        else:
            joined.append([token])
    return tuple(run[0] if len(run) == 1 else _one_text(run) for run in joined)


def _one_text(run: list[Inline]) -> Inline:
    return Inline("text", run[0].start, run[-1].end, "".join(token.value for token in run))


def _opens(before: str, after: str) -> bool:
    """A star that may begin emphasis: at a word's edge, hugging what follows."""
    if not after or after.isspace() or "*" in (before, after):
        return False
    kind = category(after)
    if kind == "Pe" or (kind == "Po" and after not in _MAY_OPEN_EMPHASIS):
        return False
    return not _within_word(before, after)


def _closes(before: str, after: str) -> bool:
    """A star that may end emphasis: hugging what precedes, at a word's edge."""
    if not before or before.isspace() or "*" in (before, after):
        return False
    return category(before) != "Ps" and not _within_word(after, before)


def _within_word(outside: str, inside: str) -> bool:
    """Whether the character outside the emphasis is part of a spaced word."""
    if not outside or category(outside)[0] not in "LNM":
        return False
    return not (_UNSPACED.match(outside) or _UNSPACED.match(inside))
