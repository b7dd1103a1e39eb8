"""What IIIF viewers are told of a scan."""

import json

from archive.exchange.tile_cutting import pyramid_of
from archive.web.iiif import info

ADDRESS = "https://archive.example.org/records/x/v1/scans/y"


def test_of_a_scan_in_tiles() -> None:
    assert json.loads(info(pyramid_of(3400, 4700), ADDRESS)) == {
        "@context": "http://iiif.io/api/image/3/context.json",
        "id": ADDRESS,
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": 3400,
        "height": 4700,
        "maxWidth": 850,
        "maxHeight": 1175,
        "sizes": [
            {"width": 213, "height": 294},
            {"width": 425, "height": 588},
            {"width": 850, "height": 1175},
        ],
        "tiles": [{"width": 512, "height": 512, "scaleFactors": [1, 2, 4, 8, 16]}],
    }


def test_of_a_small_scan() -> None:
    said = json.loads(info(pyramid_of(900, 1200), ADDRESS))
    assert "tiles" not in said
    assert (said["maxWidth"], said["maxHeight"]) == (900, 1200)
    assert said["sizes"] == [{"width": 900, "height": 1200}]
