"""citeproc-js in one isolate of V8 a process, bounded in memory and in time.

The isolate is made when first asked (a second), and anew after it ran out of memory. It has
no files, no network and no clock of ours: it is given a style and items, and gives strings.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.citation.csl import catalogue

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer

    from archive.citation.csl.catalogue import Form

#: Seconds for one request, and for waiting until another one is done.
TIMEOUT = 20.0
WAIT = 5.0
#: Bytes of its heap; where half of that is in use, the next request has a new isolate.
MEMORY = 384 * 1024 * 1024

Item = Mapping[str, Any]
_HERE = Path(__file__).parent
#: Whoever holds it is the one who uses the isolate.
turn = threading.Lock()
#: V8 is asked here: it refuses a limit of time where the asking thread runs an event loop. It is ended
#: here too: where the processor guards memory by keys (PKU), what V8 has written is out of reach for
#: every thread but the one that began it and those begun there, and to touch it ends the process.
_asking = ThreadPoolExecutor(1, thread_name_prefix="citeproc")
_isolate: MiniRacer | None = None


class StyleFailed(Exception):
    """A style could not be used; the message says why, in a sentence for readers."""


def formatted(name: str, form: Form, items: Sequence[Item], places: Sequence[Item]) -> list[str]:
    """Each item in that style as HTML, in order, numbered and told apart as one list; empty where the
    style prints nothing of it. ``places`` have a locator for each, or nothing. Raises
    ``StyleFailed``."""
    if not turn.acquire(timeout=WAIT):
        raise StyleFailed("Other readers are having citations formatted. Try again in a moment.")
    try:
        return _asking.submit(_formatted, name, form, items, places).result()
    finally:
        turn.release()


def _formatted(name: str, form: Form, items: Sequence[Item], places: Sequence[Item]) -> list[str]:
    # Imported late: V8 is 80 MB, which only a process that is asked needs.
    from py_mini_racer import JSEvalException, JSOOMException, JSTimeoutException

    isolate = _running()
    limits: dict[str, Any] = {"timeout_sec": TIMEOUT, "max_memory": MEMORY}
    try:
        style = "" if isolate.call("isCompiled", name) else catalogue.source(name)
        said = isolate.call("formatted", name, style, form, items, places, **limits)
    except JSTimeoutException:
        # It was stopped anywhere, also within a style that is kept.
        isolate.eval("compiled.clear()")
        raise StyleFailed("It took too long to format this.") from None
    except JSOOMException:
        _end()
        raise StyleFailed("It took too much memory to format this.") from None
    except JSEvalException:
        raise StyleFailed("The style cannot format this.") from None
    if isolate.heap_stats()["used_heap_size"] > MEMORY // 2:
        _end()
    found: list[str] = json.loads(said)
    return found


def _running() -> MiniRacer:
    from py_mini_racer import MiniRacer

    global _isolate
    if _isolate is None:
        _isolate = MiniRacer()
        _isolate.eval(_program())
    return _isolate


def end() -> None:
    """Give its memory back. The next request has another one."""
    _asking.submit(_end).result()


def _end() -> None:
    global _isolate
    if _isolate is not None:
        _isolate.close()
    _isolate = None


@cache
def _program() -> str:
    citeproc = (_HERE / "vendor" / "citeproc" / "citeproc_commonjs.js").read_text("utf-8")
    driver = (_HERE / "driver.js").read_text("utf-8")
    module = "var module = {exports: {}}; var exports = module.exports;"
    locales = f"const LOCALES = {json.dumps(catalogue.locales())};"
    return f"{module}\n{citeproc}\n{locales}\n{driver}\n0"
