"""The sample archive: one real cable, and records composed for demonstration.

See README.md in this folder for their rights.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from archive.editions.withholding import withdraw
from archive.exchange.ingest.load import Publication, load
from archive.exchange.models import Upload
from archive.records.models import Record

FOLDER = Path(__file__).resolve().parent
FILES = ("cable.jsonl", "practice.jsonl")
#: The practice record that shows what a withdrawn one looks like, and why it was withdrawn.
WITHDRAWN = "practice:13-entered-twice"
WITHDRAWN_REASON = (
    "Entered twice: the same telegram stands in the archive under another title. Withdrawn for "
    "demonstration."
)


def load_samples() -> int:
    """Load and publish the sample archive, once in an archive's life; the records loaded.

    Whoever removes the practice records is not given them again.
    """
    if Upload.objects.filter(name="sample archive").exists():
        return 0
    ids: list[str] = []
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((FOLDER / name).read_bytes())
        with (FOLDER / name).open("rb") as lines:
            report = load(
                lines,
                publication=Publication("Facing Pages", "The sample archive"),
                beside=FOLDER,
                seen=lambda line: ids.append(line.record_id),
            )
        if report.refused:
            raise ValueError("\n".join(str(line) for line in report.refused))
    practice = Record.objects.filter(source_id=WITHDRAWN).first()
    if practice:
        withdraw(practice, by="Facing Pages", reason=WITHDRAWN_REASON)
    Upload.objects.create(
        name="sample archive",
        sha256=digest.hexdigest(),
        uploaded_by="Facing Pages",
        state=Upload.PUBLISHED,
        record_ids=ids,
    )
    return len(ids)
