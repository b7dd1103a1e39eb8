"""Files that staff bring in: received, checked, accepted as drafts, published.

Each step runs apart from the request that asked for it and leaves what it found in
``Upload.report``. While it runs it holds an advisory lock of Postgres, so that a server that was
killed leaves nothing behind but an upload that can be run again.
"""

from __future__ import annotations

import csv
import hashlib
import io
import logging
import secrets
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import Any, Literal

import msgspec
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection

from archive.editions.check import Problem
from archive.editions.publishing import NotPublishable, publish
from archive.exchange.ingest import bounded
from archive.exchange.ingest.csv_columns import CsvRefused
from archive.exchange.ingest.csv_records import CsvRecords
from archive.exchange.ingest.load import Line, load
from archive.exchange.models import Upload
from archive.records.models import Record

Step = Literal["check", "accept", "publish"]
ENDINGS = (".jsonl", ".jsonl.gz", ".jsonl.xz", ".csv")
MOST_BYTES = 256 * 2**20
#: Lines refused, and lines warned of, that a report keeps; the others are counted.
MOST_REPORTED = 2000
_LOCK = 0x46504C
_log = logging.getLogger(__name__)


class UploadRefused(ValueError):
    """A file that is not even received; the message says why and what to do."""


class ReportedLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """``problems`` are (field, message); the field is a column's header where the file is CSV.
    ``record`` is the id of the draft, empty where there is none."""

    line: int
    title: str
    problems: tuple[tuple[str, str], ...]
    record: str = ""


class UploadReport(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a step found. ``state`` is "" before the first; ``done`` counts lines, or records
    published; ``counts`` are by outcome; ``error`` is why the step ended early. ``warned`` lines
    are taken all the same: their wording has what looks like a slip; ``warned_count`` counts all."""

    step: Literal["", "check", "accept", "publish"] = ""
    state: Literal["", "running", "done", "failed"] = ""
    done: int = 0
    counts: dict[str, int] = {}
    refused: tuple[ReportedLine, ...] = ()
    warned: tuple[ReportedLine, ...] = ()
    warned_count: int = 0
    error: str = ""

    @property
    def good(self) -> int:
        """Lines that would be, or were, taken."""
        return sum(count for outcome, count in self.counts.items() if outcome != "refused")


def report_of(upload: Upload) -> UploadReport:
    """The stored report, typed; an empty one where no step was run."""
    try:
        return msgspec.convert(upload.report, UploadReport)
    except msgspec.ValidationError:
        return UploadReport()


def receive(file: File[bytes], beside: Iterable[File[bytes]] = (), *, by: str) -> Upload:
    """Keep a file, and the scans that belong to it, as an upload not yet checked.

    Raises ``UploadRefused`` for a name or size that is not taken.
    """
    name = file.name or ""
    ending = next((e for e in sorted(ENDINGS, key=len)[::-1] if name.lower().endswith(e)), "")
    if not ending:
        raise UploadRefused(
            f"“{name[-60:]}” is no file of records. Choose one that ends in {', '.join(ENDINGS)}."
        )
    scans = list(beside)
    for sent in (file, *scans):
        _check_received(sent)
    folder = f"uploads/{secrets.token_hex(8)}"
    stored = default_storage.save(f"{folder}/records{ending}", file)
    for scan in scans:
        default_storage.save(f"{folder}/{scan.name}", scan)
    upload = Upload(name=name[-300:], uploaded_by=by, sha256=_digest(Path(_path(stored))))
    upload.file.name = stored
    upload.save()
    return upload


def _check_received(file: File[bytes]) -> None:
    name = file.name or ""
    plain = name and not set(name) & set("/\\\0") and not name.startswith(".")
    if not plain or len(name.encode("utf-8", "replace")) > 200:
        raise UploadRefused(
            f"“{name[-60:]}” is no name for a file here. Use at most 200 letters, digits and "
            "signs other than strokes, and no dot at its beginning."
        )
    if (file.size or 0) > MOST_BYTES:
        raise UploadRefused(
            f"“{name[-60:]}” is larger than {MOST_BYTES // 2**20} MiB. Pack it as .jsonl.xz, or "
            "split it."
        )
    if not file.size:
        raise UploadRefused(f"“{name[-60:]}” is empty. Choose another file.")


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _path(stored: str) -> str:
    return str(default_storage.path(stored))


def is_running(upload: Upload) -> bool:
    """Whether some process works on it now; false as soon as that process is gone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted"
            " AND classid = %s AND objid = %s AND objsubid = 2 AND database ="
            " (SELECT oid FROM pg_database WHERE datname = current_database()))",
            [_LOCK, upload.pk],
        )
        row = cursor.fetchone()
    return bool(row and row[0])


def start(upload: Upload, step: Step, *, by: str, note: str = "") -> None:
    """Run a step beside the requests; nothing happens where one is running already.

    Returns once the step has begun, so that a page shown next knows of it.
    """
    begun = Event()
    thread = Thread(target=_attend, args=(upload.pk, step, by, note, begun), daemon=True)
    thread.start()
    begun.wait(10)


def _attend(pk: int, step: Step, by: str, note: str, begun: Event) -> None:
    """Hold the lock and write down the progress, while another thread does the work."""
    with closing(connection):
        try:
            if not _lock(pk, "pg_try_advisory_lock"):
                return
            work = _Work(Upload.objects.get(pk=pk), step, by, note)
            _store(work)
            begun.set()
            worker = Thread(target=_apart, args=(work,), daemon=True)
            worker.start()
            while worker.is_alive():
                worker.join(1)
                if worker.is_alive():
                    _store(work)
            _store(work)
            _lock(pk, "pg_advisory_unlock")
        finally:
            begun.set()


def _lock(pk: int, function: Literal["pg_try_advisory_lock", "pg_advisory_unlock"]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", [_LOCK, pk])
        row = cursor.fetchone()
    return bool(row and row[0])


def _apart(work: _Work) -> None:
    with closing(connection):
        work.run()


def run(upload: Upload, step: Step, *, by: str, note: str = "") -> UploadReport:
    """Run a step here and now, and return what it found."""
    work = _Work(upload, step, by, note)
    work.run()
    _store(work)
    upload.refresh_from_db()
    return work.report()


class _Work:
    """One step over one upload; what it has found so far may be read while it runs."""

    def __init__(self, upload: Upload, step: Step, by: str, note: str) -> None:
        self.upload, self.step, self.by, self.note = upload, step, by, note
        self.state: Literal["running", "done", "failed"] = "running"
        self.done = 0
        self.counts: dict[str, int] = {}
        self.refused: list[ReportedLine] = []
        self.warned: list[ReportedLine] = []
        self.warned_count = 0
        self.ids: list[str] = []
        self.error = ""

    def run(self) -> None:
        """Do it; whatever ends it early becomes ``error``."""
        try:
            if self.step == "publish":
                self._publish()
            else:
                self._load(dry_run=self.step == "check")
        except (CsvRefused, bounded.Unreadable, FileNotFoundError) as refusal:
            self.state, self.error = "failed", str(refusal)
        except Exception:
            _log.exception("upload %s, %s", self.upload.pk, self.step)
            self.state = "failed"
            self.error = f"The program failed after line {self.done:,}. Run this step again."
        else:
            self.state = "done"

    def _load(self, *, dry_run: bool) -> None:
        path = Path(_path(str(self.upload.file.name)))
        rows = CsvRecords(path) if path.suffix == ".csv" else None

        def seen(line: Line) -> None:
            self.done += 1
            self._count(line.outcome)
            if line.record_id and not dry_run:
                self.ids.append(line.record_id)
            self.warned_count += bool(line.warnings)
            record = "" if dry_run else line.record_id
            _keep(self.refused, line, line.problems, rows)
            _keep(self.warned, line, line.warnings, rows, record)

        lines: Iterable[bytes] = bounded.lines(path) if rows is None else rows
        load(lines, dry_run=dry_run, beside=path.parent, warn=True, seen=seen)

    def _count(self, outcome: str) -> None:
        self.counts = {**self.counts, outcome: self.counts.get(outcome, 0) + 1}

    def _publish(self) -> None:
        for place, pk in enumerate(self.upload.record_ids, start=1):
            record = Record.objects.filter(pk=pk).first()
            self.done += 1
            if record is None:
                self._count("deleted meanwhile")
                continue
            try:
                publish(record, by=self.by, note=self.note)
                self._count("published")
            except NotPublishable as refusal:
                self._count("refused")
                found = tuple((p.path, p.message) for p in refusal.problems)
                self.refused.append(ReportedLine(place, record.title, found))

    def report(self) -> UploadReport:
        """What was found so far."""
        return UploadReport(
            step=self.step,
            state=self.state,
            done=self.done,
            counts=self.counts,
            refused=tuple(self.refused),
            warned=tuple(self.warned),
            warned_count=self.warned_count,
            error=self.error,
        )


def _keep(
    kept: list[ReportedLine],
    line: Line,
    problems: Iterable[Problem],
    rows: CsvRecords | None,
    record: str = "",
) -> None:
    """Add what is said of a line, where anything is and there is room."""
    found = tuple(
        (rows.column(line.number, p.path) if rows else p.path, p.message) for p in problems
    )
    if found and len(kept) < MOST_REPORTED:
        kept.append(ReportedLine(line.number, line.title, found, record))


def _store(work: _Work) -> None:
    """Write the report, and where the step is done how far the upload has come."""
    fields: dict[str, Any] = {"report": msgspec.to_builtins(work.report())}
    if work.state == "done" and work.step == "accept":
        fields |= {"state": Upload.ACCEPTED, "record_ids": list(dict.fromkeys(work.ids))}
    if work.state == "done" and work.step == "publish":
        fields["state"] = Upload.PUBLISHED
    Upload.objects.filter(pk=work.upload.pk).update(**fields)


def lines_csv(lines: Iterable[ReportedLine]) -> str:
    """Lines refused or warned of as CSV, safe to open in a spreadsheet."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(["line", "title", "field", "what is wrong and what to do"])
    for line in lines:
        for field, message in line.problems:
            table.writerow([line.line, *map(_guarded, (line.title, field, message))])
    return written.getvalue()


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) else cell
