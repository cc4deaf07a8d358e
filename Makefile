# `make run` and `make test` need CPython 3.11 or newer with its venv module, make and git; uv is used when it is there.
# Everything goes into .venv, from the exact versions in requirements/; nothing is installed outside this folder.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

# The first Python that is new enough; `make run PYTHON=/path/to/python` chooses another.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
ifndef PYTHON
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$python -c '$(NEW_ENOUGH)' 2>/dev/null; then echo $$python; break; fi; done)
endif
UV := $(shell command -v uv 2>/dev/null)
BIN := .venv/bin
# Tests that wait for a terminal leave their core to others: three processes for two cores.
PARALLEL := --numprocesses=$(shell expr $$(getconf _NPROCESSORS_ONLN) \* 3 / 2) --dist=worksteal

# What is installed is right as long as the lock, the project's metadata, the Python and the folder are the same.
KEY := $(shell { cat pyproject.toml requirements/*.txt; $(PYTHON) -VV; pwd; } 2>/dev/null | cksum | tr ' ' '-')
RUN := .venv/.run-$(KEY)
DEV := .venv/.dev-$(KEY)

# An editable install leaves that to the first run, which it makes twice as long, or to every one where Python may not write.
COMPILE := $(BIN)/python -m compileall -q src

ifdef UV
# install(lock file): the locked versions, then the project itself, editable. A lock names everything there is to install:
# nothing is resolved anew (--no-deps), so that versions published later cannot come in between.
install = uv pip install --quiet --compile-bytecode --python $(BIN)/python --no-deps --require-hashes -r $(1) \
	&& uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . && $(COMPILE)
else
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(1) \
	&& $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . && $(COMPILE)
endif

##@ Using it
.PHONY: run
run: $(RUN)  ## set up, then open the program (ARGS="news/" for your own)
	@$(BIN)/python -m tuiexplorer $(ARGS)

##@ Working on it
# Where Python keeps no bytecode each process would compile all tests anew in each run, which takes seconds.
test coverage: export PYTHONDONTWRITEBYTECODE =

.PHONY: test
test: $(DEV)  ## set up, then run the tests (ARGS="-k name" for some)
	@$(BIN)/python -m pytest $(PARALLEL) $(ARGS)

.PHONY: check
check: $(DEV)  ## linter, formatter, types, layers
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m ruff format --check
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports

.PHONY: format
format: $(DEV)  ## what the linter and the formatter can put right
	@$(BIN)/python -m ruff check --fix
	@$(BIN)/python -m ruff format

.PHONY: coverage
coverage: $(DEV)  ## the same, measured; a page per file in htmlcov/
	@$(BIN)/python -m pytest $(PARALLEL) --cov=tuiexplorer --cov-report=term --cov-report=html $(ARGS)

.PHONY: screenshots
screenshots: $(DEV)  ## draw screenshots/*.svg from the real program
	@$(BIN)/python -m tests.screenshots

.PHONY: share
share: $(DEV)  ## write shell completions and the manual page anew
	@$(BIN)/python -m tools.make_share

.PHONY: benchmark
benchmark: $(DEV)  ## start-up, beside a bare program on the same machine
	@$(BIN)/python -m benchmarks.startup

.PHONY: score
score: $(DEV)  ## how well the articles of tests/gold are read
	@$(BIN)/python -m tests.gold.score

.PHONY: lock
lock:  ## choose the newest versions allowed (needs uv)
	@uv pip compile $(LOCKING) --group build pyproject.toml -o requirements/run.txt
	@uv pip compile $(LOCKING) --group build --group dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt
LOCKING := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --all-extras

.PHONY: clean
clean:  ## remove everything that make made
	rm -rf .venv .coverage* htmlcov dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.PHONY: help
help:  ## this list
	@awk 'BEGIN { FS = ":.*## " } /^##@/ { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

$(RUN): | venv
	@echo "Installing what the program needs into .venv (once, it takes a minute) ..."
	@$(call install,requirements/run.txt)
	@rm -f .venv/.run-* && touch $@

$(DEV): | venv
	@echo "Installing what the program and its tests need into .venv (once, it takes a minute) ..."
	@$(call install,requirements/dev.txt)
	@rm -f .venv/.run-* .venv/.dev-* && touch $@ $(RUN)

# A .venv whose Python is gone, too old or another than asked for is made anew.
.PHONY: venv
venv:
	@if [ -z "$(PYTHON)" ]; then echo "tuiexplorer needs CPython 3.11 or newer: none found on PATH" >&2; exit 1; fi
	@[ "$$($(BIN)/python -VV 2>/dev/null)" = "$$($(PYTHON) -VV)" ] \
		|| { if [ -n "$(UV)" ]; then uv venv --quiet --clear --python $(PYTHON) .venv; else $(PYTHON) -m venv --clear .venv; fi; }
