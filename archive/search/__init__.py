"""Finding words in every language."""
