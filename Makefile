# make serve   the site at http://127.0.0.1:8000, rebuilt when a file changes
# make site    the site in site/
# make check   everything that is wrong with the data
# make test    all tests
# make release  enters the present ids into the ledger, and the tables as Parquet in build/data/
# make bench         how the time to build grows with the data
# make bench-search  how well search answers, beside Material's own and Pagefind

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8000
READY := $(VENV)/.ready

# Material for MkDocs prints a notice about MkDocs 2 at every start; the decision is in the README.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve site check test lint golden release bench bench-search clean help

serve: $(READY)
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

# The old site stays until the new one is whole and was looked at.
site: $(READY)
	$(BIN)/chipkb build

check: $(READY)
	$(BIN)/chipkb check --strict

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/chipkb check --strict
	$(BIN)/pytest -n auto $(PYTEST)

lint: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Writes the expected pages and messages anew: read the diff before you commit it.
golden: $(READY)
	GOLDEN=write $(BIN)/pytest -q tests/render tests/check tests/export

release: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --constraint constraints.txt --editable '.[parquet]'
	$(BIN)/chipkb ledger
	$(BIN)/chipkb parquet --out build/data

bench: $(READY)
	$(BIN)/python bench/build.py --site

bench-search: site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m bench.search.material_site --out build/material-site
	$(BIN)/python -m bench.search --site site --beside material pagefind \
	  --material-site build/material-site
	$(BIN)/python -m bench.search.asked
	$(BIN)/python -m bench.search.scale

clean:
	rm -rf $(VENV) site build .cache .pytest_cache .ruff_cache .hypothesis

help:
	@sed -n 's/^# make/make/p' Makefile

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "chipkb needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --constraint constraints.txt --editable '.[test]'
	touch $@
