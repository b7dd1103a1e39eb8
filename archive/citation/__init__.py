"""An edition or a passage of it as a citation."""

from archive.citation.choosing import CitationRefused
from archive.citation.citing import cite
from archive.citation.value import Citation

__all__ = ["Citation", "CitationRefused", "cite"]
