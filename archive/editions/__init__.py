"""Publish, read, compare and withhold editions."""
