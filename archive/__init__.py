"""Facing Pages: a web archive for translated primary sources, read on facing pages."""
