# On a machine with Python 3.11 or newer and make, every target does its own set-up in .venv.
# Another Python: make setup PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATASET := data/dataset
SECONDS ?= 600
# One process a core, and each module of tests in one of them; tests/conftest.py has the slow ones come first. Whatever
# the environment says (empty: yes), compiled code is kept: the tests start the command again and again.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses logical --maxprocesses 8 \
	--dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help setup run test quick lint bench accuracy fuzz lock

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## only the set-up: .venv from the lock (the others call it)
	@echo "$(VENV) is ready; the command is $(BIN)/vraagbaak." >&2

run: $(READY)  ## the main job: the nightly flow over data/raw into data/dataset, and what an analyst then has
	@$(BIN)/vraagbaak nightly

test: $(READY)  ## the tests
	@$(PYTEST)

quick: $(READY)  ## the tests but for the slow ones
	@$(PYTEST) -m "not slow"

lint: $(READY)  ## formatting, linting, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## the measurements under bench/
	@for measurement in start_up parse_cost references_share growth; do $(BIN)/python bench/$$measurement.py || exit 1; done

fuzz: $(READY)  ## ten minutes of texts that nobody writes, on two processes; SECONDS=60 for less
	@$(BIN)/python bench/fuzz.py --seconds $(SECONDS)

accuracy: $(READY)  ## how right the tables are, against the committed figures; fails where a document lost; CHECK=--check writes nothing
	@$(BIN)/python bench/accuracy.py $(CHECK)

# The lock serves every platform and every Python that pyproject.toml allows, and names no package index.
lock:  ## write requirements.lock anew after a change of the dependencies (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-config --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet --output-file requirements.lock

# The mark is written last: a set-up that was interrupted is done again.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Name another: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up $(VENV): this takes a minute the first time." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
