"""Is the index true after those who write it were killed, again and again?

``python -m tests.search.killing [TIMES]`` makes an archive of its own, serves it, publishes, withdraws
and releases without pause, makes the index anew now and then, and kills (SIGKILL) the publisher, the
server or the maker at random, so many times (20 unless told otherwise), starting each again. Meanwhile
readers search. At the end nothing is repaired: one search is made, then ``index --check`` must find
nothing. Before that it measures how soon readers see a publication of another process.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import count

from tests.bench import sites, usage
from tests.bench.filling import Ground, ground
from tests.bench.sites import Site

_RECORDS = 60
_SOON = 20
_SEARCH = "/search.json?q=letter"


def _publish_always(seed: int) -> None:
    """Publish new editions of some records for ever, each in its own transaction; some are withdrawn
    and released. Each publication is drained by whoever gets the lock."""
    from archive.editions.withholding import release, withdraw
    from archive.records.models import Record
    from tests import world

    chance = random.Random(seed)
    for number in count():
        source = f"killing:{chance.randrange(_RECORDS)}"
        body = f"Letter {number} of {seed}. " * chance.randrange(1, 40)
        edition = world.published(
            world.document(
                source_id=source, title=f"Letter {number}", texts=[world.text("en", body)]
            )
        )
        if not chance.randrange(4):
            record = Record.objects.get(pk=edition.record_id)
            withdraw(record, by="The program", reason="To see what becomes of it")
            if chance.randrange(2):
                release(record)


def _publish_told() -> None:
    """For each word on standard input publish a record of it, and say so once it is committed."""
    from tests import world

    for line in sys.stdin:
        word = line.strip()
        world.published(world.document(source_id=f"soon:{word}", title=f"Word {word}"))
        print(word, flush=True)


def _started(where: Ground, *arguments: str, **streams: int) -> subprocess.Popen[str]:
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, env=where.environment, text=True, **streams)  # type: ignore[call-overload, no-any-return]


def soon(where: Ground, site: Site) -> list[float]:
    """Seconds from the word of a publisher that a record is published to the first search of a reader,
    who asks without pause, that finds it."""
    taken = []
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with _started(where, "-m", "tests.search.killing", "tell", **streams) as publisher:
        assert publisher.stdin is not None
        assert publisher.stdout is not None
        for number in range(_SOON):
            word = f"unheard{number}"
            print(word, file=publisher.stdin, flush=True)
            publisher.stdout.readline()
            told = time.perf_counter()
            while not json.loads(_asked(site, f"/search.json?q={word}")[1])["total"]:
                if time.perf_counter() > told + 60:
                    raise RuntimeError(f"{word} is not found after a minute")
            taken.append(time.perf_counter() - told)
        publisher.stdin.close()
    return sorted(taken)


def _asked(site: Site, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


class _Readers:
    """Readers who search for as long as there is a server, and what they were answered."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.answers: Counter[str] = Counter()
        self._ended = False
        self._thread = threading.Thread(target=self._search, daemon=True)

    def __enter__(self) -> _Readers:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._ended = True
        self._thread.join()

    def _search(self) -> None:
        while not self._ended:
            site = self.site
            try:
                answer = str(_asked(site, _SEARCH)[0]) if site else "no server"
            except (OSError, http.client.HTTPException):
                answer = "hung up, being killed" if site else "no server"
            self.answers[answer] += 1
            time.sleep(0.05)


def _kill(pids: Sequence[int]) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def killed(where: Ground, times: int, seed: int) -> tuple[Counter[str], Counter[str]]:
    """Kill so many times; who was killed how often, and what readers were answered meanwhile."""
    chance = random.Random(seed)
    victims: Counter[str] = Counter()
    with _Readers() as readers:
        for number in range(times):
            victim = chance.choice(["publisher", "server", "both", "maker of the index"])
            victims[victim] += 1
            with ExitStack() as stack:
                if victim in {"server", "both"}:
                    readers.site = stack.enter_context(
                        sites.archive(where.environment, where.folder)
                    )
                publishing = _started(where, "-m", "tests.search.killing", "publish", str(number))
                stack.callback(publishing.wait)
                stack.callback(_kill, usage.family(publishing.pid))
                time.sleep(chance.uniform(2.0, 6.0))
                if victim == "maker of the index":
                    making = _started(where, "manage.py", "index", "--rebuild")
                    time.sleep(chance.uniform(0.5, 4.0))
                    _kill([making.pid])
                    making.wait()
                if readers.site and victim in {"server", "both"}:
                    site, readers.site = readers.site, None
                    _kill(usage.family(site.pid))
                if victim != "server":
                    _kill([publishing.pid])
            print(f"{number + 1} of {times}: killed the {victim}", file=sys.stderr, flush=True)
    return victims, readers.answers


def table(where: Ground, times: int) -> Iterator[str]:
    """Everything, and the figures as Markdown. Raises ``RuntimeError`` where the index is not true."""
    with sites.archive(where.environment, where.folder) as site:
        taken = soon(where, site)
    yield "| a publication is found by readers of another process | half within | most |"
    yield "|---|--:|--:|"
    yield f"| {len(taken)} publications | {1000 * taken[len(taken) // 2]:.0f} ms | {1000 * taken[-1]:.0f} ms |"
    victims, answers = killed(where, times, seed=1950)
    with sites.archive(where.environment, where.folder) as site:
        last = _asked(site, _SEARCH)[0]
    where.manage("index", "--check")
    yield ""
    yield f"Killed {times} times ({_listed(victims)}); readers were answered {_listed(answers)}; the "
    yield f"search after the last was answered {last}; index --check found nothing."


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name}: {number}" for name, number in sorted(counts.items()))


def _main(arguments: Sequence[str]) -> None:
    with ground() as where:
        print(*table(where, int(arguments[0]) if arguments else 20), sep="\n")


if __name__ == "__main__":
    if sys.argv[1:2] in (["publish"], ["tell"]):
        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
        django.setup()
        _publish_always(int(sys.argv[2])) if sys.argv[1] == "publish" else _publish_told()
    else:
        _main(sys.argv[1:])
