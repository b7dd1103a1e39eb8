"""The benchmarks: ``python -m tests.bench``, which ``make bench`` runs. See docs/benchmarks.md."""
