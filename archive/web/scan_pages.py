"""The page images that stand beside the texts: each with its addresses and its size."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from archive.desk.page import Desk
from archive.desk.scans import PageScan
from archive.editions.standing import Standing
from archive.exchange.tiles import measured


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page to show. ``address`` is that of the scan as received, ending with a slash; ``picture``
    that of the whole page at a size to read. ``size`` gives the picture's shape, width and height,
    so that nothing moves when it comes; None where no image can be shown."""

    page: PageScan
    address: str
    picture: str
    size: tuple[int, int] | None


def page_images(standing: Standing, desk: Desk) -> tuple[PageImage, ...]:
    """The pages that stand beside these texts, in the order of the record; none unless chosen."""
    pages = desk.scans.pages if desk.scans and desk.scans.beside else ()
    return tuple(_image(standing, page) for page in pages)


def _image(standing: Standing, page: PageScan) -> PageImage:
    of = [standing.record_id, standing.number, page.scan.sha256]
    return PageImage(
        page=page,
        address=reverse("web:scan", args=of),
        picture=reverse("web:scan_picture", args=of),
        size=measured(page.scan.sha256),
    )
