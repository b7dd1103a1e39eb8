"""What is kept of other people's work is what its README says it is."""

import hashlib
import re

from django.conf import settings

FOLDER = settings.BASE_DIR / "static" / "vendor" / "openseadragon"
README = (FOLDER / "README.md").read_text("utf-8")
LAST_LINE = b"//# sourceMappingURL=openseadragon.min.js.map"


def test_openseadragon_is_the_file_that_was_published() -> None:
    kept = (FOLDER / "openseadragon.min.js").read_bytes()
    published = hashlib.sha256(kept + LAST_LINE).hexdigest()
    assert re.findall(r"as published \| `([0-9a-f]{64})`", README) == [published]
    version = re.match(rb"//! openseadragon ([0-9.]+)\n", kept)
    assert version is not None
    assert README.startswith(f"# OpenSeadragon {version[1].decode()}\n")


def test_its_licence_goes_with_it() -> None:
    licence = (FOLDER / "LICENSE.txt").read_text("utf-8")
    assert "OpenSeadragon contributors" in licence
    assert "Redistributions in binary form must reproduce the above copyright" in licence


def test_nothing_else_is_kept_of_it() -> None:
    assert sorted(file.name for file in FOLDER.iterdir()) == [
        "LICENSE.txt",
        "README.md",
        "openseadragon.min.js",
    ]
