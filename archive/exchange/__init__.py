"""Editions out, files in."""
