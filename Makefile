# Tongket: `make demo` shows the main job, `make test` runs every test.
# Both first create .venv and install the locked dependencies, only when they changed.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PORT ?= 8000
SECONDS ?= 600
ENGLISH := src/tongket/doors/web/locale/en/LC_MESSAGES/django

.PHONY: help demo test check install lint types contracts content house sizes docs lock coverage mutation translations bench-reading fuzz screenshots clean

help: ## list what make can do
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

demo: $(STAMP) $(ENGLISH).mo ## five departments, the site served, the sign-in printed
	$(BIN)/tongket demo --port $(PORT)

test: $(STAMP) $(ENGLISH).mo ## every test (what the machine lacks is skipped with the package's name)
	$(BIN)/python -m pytest -n auto $(ARGS)

install: $(STAMP) $(ENGLISH).mo ## create .venv and install the locked dependencies

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tongket needs Python 3.11 or newer; name one with: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "The venv module is missing; on Debian: apt install python3-venv"; rm -rf $(VENV); exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $(STAMP)

$(ENGLISH).mo: $(ENGLISH).po $(STAMP)
	$(BIN)/pybabel -q compile --input-file=$< --output-file=$@

screenshots: $(STAMP) $(ENGLISH).mo ## photograph the main pages of the demo into docs/screenshots
	$(BIN)/python tools/screenshots.py

translations: $(STAMP) ## gather the sentences of the pages; list those without English
	$(BIN)/python tools/translations.py

check: lint types contracts content house ## format, lint, types, contracts, house tests; changes nothing

lint: $(STAMP)
	$(BIN)/ruff format --check src tests benchmarks tools setup.py
	$(BIN)/ruff check src tests benchmarks tools setup.py

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports

content: $(STAMP)
	$(BIN)/python -m tongket.content.schema

house: $(STAMP)
	$(BIN)/python -m pytest -q tests/house

docs: $(STAMP) ## write docs/reference from the program itself
	$(BIN)/python -m tools.reference

bench-reading: $(STAMP) ## score and time reading, checking, suggesting; keep what was measured
	$(BIN)/python tools/bench_reading.py
	$(BIN)/python benchmarks/reading.py --keep
	$(BIN)/python -m tools.reference

coverage: $(STAMP) ## hold each engine of the core to the branches that its tests reach
	$(BIN)/python -m tools.reached

mutation: $(STAMP) ## inject faults into the checks and count those that tests notice (ten minutes; then what changed)
	$(BIN)/python -m tools.mutation

fuzz: $(STAMP) ## look for bytes that break reading, led by the branches they reach (SECONDS=600)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/fuzz.txt
	$(BIN)/python -m benchmarks.fuzz_guided -max_total_time=$(SECONDS)

sizes: $(STAMP) ## print the measured sizes beside their gates
	$(BIN)/python tools/sizes.py

lock: $(STAMP) ## compile pyproject.toml into requirements/*.txt, with hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra postgresql --output-file requirements/base.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra postgresql --group dev --output-file requirements/dev.txt pyproject.toml requirements/build.in
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --group pyproject.toml:fuzz --output-file requirements/fuzz.txt

clean: ## remove what make made
	rm -rf $(VENV) var
