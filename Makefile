# `make report` and `make test` set everything up themselves; they need Python 3.11 to 3.13 and make.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help

.PHONY: help report test lab check bench clean
help:            ## this list
	@grep -hE '^[a-z]+: .*##|^[a-z]+:  +##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

# The stamp is newer than the lock file, so a second run installs nothing.
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
		{ echo "Wortwahl needs Python 3.11, 3.12 or 3.13: make PYTHON=python3.12 …"; exit 1; }
	@echo "Setting up .venv (once) …"
	@$(PYTHON) -m venv .venv
	@if command -v uv >/dev/null 2>&1; then \
		uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock && \
		uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $@

report: .venv/ready ## run every analysis on data/raw (or the bundled sample) and write the report
	@$(BIN)/wortwahl run

test: .venv/ready ## run all tests; those that need Chromium are skipped, with a reason, where there is none
	@$(BIN)/python -m pytest

lab: .venv/ready ## open the notebooks in JupyterLab
	@$(BIN)/wortwahl lab

check: .venv/ready ## lint and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

bench: .venv/ready ## every benchmark, each beside a named peer
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

clean: ## remove what can be made again: the environment, the cache and the reports
	@rm -rf .venv .pytest_cache .ruff_cache .hypothesis dist
	@find data/processed reports -mindepth 1 ! -name .gitkeep -delete
