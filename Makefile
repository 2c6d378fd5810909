# Everything happens in .venv. Another interpreter: make test PYTHON=python3.13
PYTHON ?= $(shell command -v python3.11 || command -v python3)
EXAMPLE ?= examples/js/23-health-check.js

BIN := .venv/bin

.PHONY: demo test clean

# Translate an example, show the Python, run it.
demo: .venv/installed
	$(BIN)/js2aio $(EXAMPLE)
	@echo "# ---- and what it prints:"
	$(BIN)/js2aio $(EXAMPLE) --quiet --run

# Everything that CI checks.
test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/black --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadgroup

.venv/bin/pip:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/installed-dev: .venv/bin/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ .venv/installed

clean:
	rm -rf .venv build *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
