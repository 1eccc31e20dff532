# Plainleaf. `make` alone lists what there is to do.

PYTHON ?= python3
BIN := .venv/bin
SOURCES := pipeline tests benchmarks

.DEFAULT_GOAL := help
.PHONY: help handouts setup test check lint type imports bench soak lock clean debian debian-dev

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

handouts: setup ## set everything up and build source/ into outputs/
	$(BIN)/plainleaf build

setup: debian .venv/ready ## install what is missing: Debian packages, virtual environment

test: debian-dev .venv/ready-dev ## set up what the tests need and run them all
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: .venv/ready ## report what a person should look at in source/
	$(BIN)/plainleaf check source

lint: .venv/ready-dev ## style
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

type: .venv/ready-dev ## types
	$(BIN)/mypy

imports: .venv/ready-dev ## the one-way rule of imports
	$(BIN)/lint-imports

bench: .venv/ready-dev ## all figures, as JSON
	$(BIN)/python -m benchmarks

soak: .venv/ready-dev ## long runs that are too slow for `make test`
	$(BIN)/python -m pytest -n 2 --dist loadfile -m soak

lock: .venv/ready-dev ## resolve every dependency anew and write the lock files
	setup/lock.sh

clean: ## delete what was built: environment, results, outputs
	rm -rf .venv .plainleaf outputs/*/ outputs/*.html outputs/manifest.json

debian:
	@sh setup/debian.sh

debian-dev:
	@sh setup/debian.sh debian-packages.txt debian-packages-dev.txt

.venv/bin/python: | debian
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "plainleaf: needs Python 3.11 or newer; name one with make PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/ready: setup/requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r setup/requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-dev: setup/requirements-dev.lock .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r setup/requirements-dev.lock
	@touch $@
