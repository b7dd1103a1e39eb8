"""The application under granian: two workers, each a fresh process with its own pool."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

_WORKERS = 2
# At most as many as a worker's database pool has connections: more would only wait for one.
_THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)
_BACKLOG = 1024


def serve(address: str, port: int) -> None:
    """Answer requests until SIGINT or SIGTERM; a worker that dies is replaced."""
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "archive.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=_WORKERS,
        blocking_threads=_THREADS,
        backlog=_BACKLOG,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    )
    server.serve(target_loader=_load, wrap_loader=False)


def _load() -> Callable[..., Any]:
    """The application, in a worker.

    The worker leaves the terminal's group, so that Ctrl-C reaches the main process alone, which
    then ends its workers in good order. It ends by itself where the main process was killed.
    """
    os.setsid()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from archive.wsgi import application

    _begin_background_work()
    _read_names()
    _settle_memory()
    return application


def _begin_background_work() -> None:
    from archive.editions.news import news
    from archive.web import making_ahead

    news.listen()
    making_ahead.start()


def _read_names() -> None:
    """Read what the first search for two words that may be a Chinese name would wait for."""
    from archive.authority import mandarin

    mandarin.readings("Mao Zedong")


def _settle_memory() -> None:
    """Spare the collector what stays for ever: the half million objects of the loaded code."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)
