"""What IIIF viewers are told of a scan: Image API 3.0, compliance level 0."""

from __future__ import annotations

import msgspec

from archive.exchange.tile_cutting import TILE, Pyramid


def info(pyramid: Pyramid, address: str) -> bytes:
    """The image information document of the scan at that address, which ends without a slash.

    Whole images come no larger than the largest of ``sizes`` (maxWidth and maxHeight, 5.3); tiles
    show every pixel.
    """
    width, height = pyramid.sizes[0]
    said: dict[str, object] = {
        "@context": "http://iiif.io/api/image/3/context.json",
        "id": address,
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": pyramid.width,
        "height": pyramid.height,
        "maxWidth": width,
        "maxHeight": height,
        "sizes": [{"width": w, "height": h} for w, h in reversed(pyramid.sizes)],
    }
    if pyramid.factors:
        said["tiles"] = [{"width": TILE, "height": TILE, "scaleFactors": pyramid.factors}]
    return msgspec.json.encode(said)
