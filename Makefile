# `make` lists the targets; `make demo` and `make test` set everything up on the way.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready
CODE := src tests $(wildcard bench tools)
.DEFAULT_GOAL := help
.PHONY: help setup demo corpus test lint types unit cases format bench scale corpus-diff docs lock icu clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with the claimdiff command in it, from requirements.lock

$(LOCKED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$(PYTHON) is older than Python 3.11; try make PYTHON=python3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
	  || { echo "$(PYTHON) cannot make virtual environments; install python3-venv" >&2; exit 1; }
	@echo "setting up $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --no-deps --require-hashes --only-binary :all: -r requirements.lock
	@touch $@

$(READY): $(LOCKED) pyproject.toml README.md LICENSE
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

demo: setup ## read data/raw, write data/claims.jsonl, show where the articles disagree
	$(BIN)/claimdiff extract
	$(BIN)/claimdiff conflicts --format terminal

corpus: setup ## write data/claims.jsonl anew from data/raw
	$(BIN)/claimdiff extract data/raw -o data/claims.jsonl

test: lint types unit ## lint, types, and all tests with coverage

lint: setup ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy --strict
	$(BIN)/mypy $(CODE)

unit: setup ## all tests, coverage of src at least 90 %
	$(BIN)/pytest --cov --cov-report=term

cases: setup ## the linguists' case tables alone (src/claimdiff/lang/*/*.cases.toml)
	$(BIN)/pytest tests/test_cases.py

format: setup ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## speed of extraction beside reading and camel-tools, in one run
	$(BIN)/python bench/run.py

scale: setup ## time and memory of comparing synthetic stores beside parsing them (NUMBERS="1000000 5000000", "--question")
	$(BIN)/python bench/scale.py $(NUMBERS)

corpus-diff: setup ## claims gained, lost, changed since another commit (BASE=COMMIT, SAMPLE="PATH …", ARGS=--json)
	@$(BIN)/python tools/corpus_diff.py $(BASE) $(if $(SAMPLE),--sample $(SAMPLE)) $(ARGS)

docs: setup ## write docs/commands.md and the pictures anew from the command line itself
	$(BIN)/python -m typer claimdiff.cli.app utils docs --name claimdiff --output docs/commands.md
	$(BIN)/python tools/pictures.py

lock: $(READY) ## write requirements.lock anew (UPGRADE=--upgrade: with the newest releases)
	@$(PYTHON) -m venv --clear $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip --disable-pip-version-check -qq install uv
	$(VENV)/lock/bin/uv pip compile pyproject.toml --group dev --overrides requirements/overrides.txt \
	  --universal --python-version 3.11 --generate-hashes --no-build --quiet \
	  --custom-compile-command "make lock" $(UPGRADE) --output-file requirements.lock
	@rm -rf $(VENV)/lock

icu: setup ## PyICU for the round trip through ICU's numbers (needs libicu-dev, pkg-config, g++)
	@$(PIP) install --no-deps --require-hashes -r requirements/icu.txt

clean: ## remove .venv and everything that tools left
	rm -rf $(VENV) dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests bench tools -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
