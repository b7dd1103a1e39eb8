"""Rows, marks and lineage of an edition, as every reading surface shows them."""
