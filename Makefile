# Two commands: `make derive` prints the lecture's derivation, `make test` runs every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Where compiled modules may not be kept, every process of the tests compiles a thousand of them anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: derive test lint types pytest printed bench clean

derive: $(VENV)/installed
	$(BIN)/symderiv derive tied_autoencoder

test: lint types pytest

lint: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-test
	$(BIN)/mypy

pytest: $(VENV)/installed-test
	$(BIN)/python -m pytest -n auto --dist worksteal

# Writes derivations/printed/ anew from the catalogue (a test compares).
printed: $(VENV)/installed
	$(BIN)/python -m symderiv.printed derivations/printed

bench: $(VENV)/installed-test
	$(BIN)/python -m benchmarks

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python setup.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/installed-test: $(VENV)/bin/python setup.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test,torch,jax]'
	touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
