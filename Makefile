# make serve   the site at http://127.0.0.1:8000, rebuilt when a file changes
# make site    the site in site/
# make check   everything that is wrong with the data
# make test    all tests
# make release  enters the present ids into the ledger, and the tables as Parquet in build/data/
# make schema  the schemas by which editors complete the data
# make check-pr  what a change to the data alone has to pass
# make diff BASE=origin/main  what a change says
# make links   which addresses of sources no longer answer
# make hostile  every hostile text in every field; make fuzz  random data for longer
# make audit   whether a release we depend on has a known hole; it asks another host
# make pins    newer releases of what we depend on, with the digests of their files
# make bench         how long the site takes to build and serve, beside other builders
# make bench-search  how well search answers, beside Material's own and Pagefind

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8000
READY := $(VENV)/.ready
MORE := $(VENV)/.more
PINS := constraints/build.txt constraints/test.txt
MORE_PINS := constraints/more.txt
TOOLS := node_modules/.ready

# Material for MkDocs prints a notice about MkDocs 2 at every start; the decision is in the README.
export NO_MKDOCS_2_WARNING := 1

.PHONY: audit pins hostile fuzz schema check-pr diff links serve site check test lint golden release bench bench-search clean help

serve: $(READY)
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

# The old site stays until the new one is whole and was looked at.
site: $(READY)
	$(BIN)/chipkb build

check: $(READY)
	$(BIN)/chipkb check --strict

test: $(READY) $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/chipkb check --strict
	$(BIN)/pytest -n auto $(PYTEST)

lint: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

# Writes the expected pages and messages anew: read the diff before you commit it.
golden: $(READY)
	GOLDEN=write $(BIN)/pytest -q tests/render tests/check tests/export

release: $(MORE)
	$(BIN)/chipkb ledger
	$(BIN)/chipkb parquet --out build/data

# The schemas of the data files with the words of the present vocabulary.
schema: $(READY)
	$(BIN)/chipkb schema

# What a pull request that touches only data has to pass, in about a minute.
check-pr: $(READY)
	$(BIN)/chipkb check --strict $(CHECK)
	$(BIN)/pytest -q tests/test_real_data.py tests/export/test_schema.py

# What a change says, against a branch or tag: make diff BASE=origin/main
BASE ?= origin/main
diff: $(READY)
	$(BIN)/chipkb diff $(BASE)

# Which addresses of sources no longer answer: a report, never a failure. It asks other hosts.
links: $(READY)
	$(BIN)/chipkb links --out build/links.md

# All cases of the corpus, in many rounds; `make test` takes some of them.
hostile: $(READY)
	HOSTILE=whole $(BIN)/pytest -n auto tests/hostile

# Other random data at every run, a hundred times as much of it as `make test` takes.
fuzz: $(READY)
	FUZZ=1 $(BIN)/pytest -n auto tests/hostile/test_random_worlds.py tests/values tests/load tests/check

# A report, never a failure: without a network there is nothing to say.
audit: $(MORE)
	-$(BIN)/pip-audit $(foreach file,$(PINS) $(MORE_PINS),--requirement $(file)) --no-deps --disable-pip

# Every release anew, to the digit and with the digest of each of its files; without UPGRADE= only
# what pyproject.toml has come to need. First what builds, then what runs, then the rest.
UPGRADE ?= --upgrade
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate $(UPGRADE)
pins: $(MORE)
	printf 'pip\nsetuptools\n' | $(COMPILE) --output-file constraints/build.txt -
	$(COMPILE) --constraint constraints/build.txt --extra test $(call without,constraints/build.txt) \
	  --output-file constraints/test.txt pyproject.toml
	$(COMPILE) $(foreach file,$(PINS),--constraint $(file)) --all-extras $(call without,$(PINS)) \
	  --output-file constraints/more.txt pyproject.toml
without = $$(sed -n 's/^\([A-Za-z0-9._-]*\)==.*/--no-emit-package \1/p' $(1))

# What is not installed is left out and said so; mkdocs-static-i18n comes with `make .venv/.more`.
bench: $(READY)
	$(BIN)/python -m bench.speed

bench-search: site $(MORE)
	$(BIN)/python -m bench.search.material_site --out build/material-site
	$(BIN)/python -m bench.search --site site --beside material pagefind \
	  --material-site build/material-site
	$(BIN)/python -m bench.search.asked
	$(BIN)/python -m bench.search.scale

clean:
	rm -rf $(VENV) node_modules site build .cache .pytest_cache .ruff_cache .hypothesis

help:
	@sed -n 's/^# make/make/p' Makefile

# Tools from npm for two of the tests, which are skipped without them.
$(TOOLS): package.json
	@command -v npm >/dev/null || echo "npm is not there: the types of scripts and the markup are not tested" >&2
	@! command -v npm >/dev/null || npm install --no-package-lock --ignore-scripts --no-audit \
	  --no-fund --silent || echo "npm could not install what package.json names" >&2
	@mkdir -p node_modules && touch $@

# Nothing is installed whose digest does not stand in constraints/: first pip and what builds, then the rest.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
$(READY): pyproject.toml $(PINS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "chipkb needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --requirement constraints/build.txt
	$(PIP) --require-hashes --no-build-isolation --requirement constraints/test.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

# What only the bench, the audit, the pins and a release need.
$(MORE): $(READY) $(MORE_PINS)
	$(PIP) --require-hashes --no-deps --no-build-isolation --requirement $(MORE_PINS)
	touch $@
