# The commands that docs/operating.md and README.md promise. PORT, DATABASE_URL and the other
# settings come from the environment; PYTHON chooses the interpreter that .venv is made from.
PYTHON ?= python3
PY = .venv/bin/python

.PHONY: run test test-opensearch bench lock install install-tests
.DEFAULT_GOAL := run

run: install
	@exec $(PY) manage.py serve

test: install-tests
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	SITE_URL=https://archive.example.org $(PY) manage.py check --deploy --fail-level WARNING
	@exec $(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# The search suite again, on a real OpenSearch cluster: needs a JDK (17 or newer) and Maven.
test-opensearch: install-tests
	@exec $(PY) -m pytest --engine opensearch -m 'conformance or opensearch' tests/search

bench: install-tests
	@exec $(PY) -m tests.bench

# Needs uv and the network: pins everything that pyproject.toml's pins bring with them.
lock:
	uv pip compile pyproject.toml --universal --generate-hashes --no-header --quiet -o requirements.txt
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --quiet \
		--constraint requirements.txt -o tests/requirements.txt

install: LOCK = requirements.txt
install-tests: LOCK = tests/requirements.txt
install install-tests:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(f"Facing Pages needs Python 3.11 or newer; {sys.executable} is {v[0]}.{v[1]}. Install one, or name it: make PYTHON=python3.11" if v < (3, 11) else 0)'
	@if ! $(PY) -c 'import pip' 2>/dev/null; then \
		echo "Making .venv with $$($(PYTHON) --version)"; \
		$(PYTHON) -m venv --clear .venv || { rm -rf .venv; \
			echo "Python could not make a virtual environment. On Debian: apt-get install python3-venv" >&2; exit 1; }; \
	fi
	@wanted=$$(sha256sum < $(LOCK)); stamp=.venv/installed-$(subst /,-,$(LOCK)); \
	if [ "$$(cat $$stamp 2>/dev/null)" != "$$wanted" ]; then \
		echo "Installing $(LOCK)"; \
		$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK) \
			&& echo "$$wanted" > $$stamp; \
	fi
