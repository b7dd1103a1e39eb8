"""Registers what staff work with; Django imports this module by its name."""

from archive.staff import (
    authority_admin,
    edition_admin,
    record_admin,
    report_admin,
    upload_admin,
)

__all__ = ["authority_admin", "edition_admin", "record_admin", "report_admin", "upload_admin"]
