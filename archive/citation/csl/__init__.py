"""Every style of the CSL repository by its name, formatted by citeproc-js in an isolate of V8.

The styles that historians use are this archive's own (``archive.citation.styles``): those of the
repository have no place for much that a document of an archive needs.
"""

from archive.citation.csl.catalogue import Found, Named, find, is_known, named
from archive.citation.csl.citing import cite_all
from archive.citation.csl.engine import StyleFailed

__all__ = ["Found", "Named", "StyleFailed", "cite_all", "find", "is_known", "named"]
