"""Alignment and differences between two wordings."""
