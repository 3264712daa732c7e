# Everything a newcomer and a developer need; `make serve` and `make test` set up what they need themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help serve test tests soak bench check format example clean

help:
	@echo "make serve    show the example vault in the browser"
	@echo "make test     check everything (under five minutes)"
	@echo "make soak     the long versions of the promises"
	@echo "make bench    measure speed and memory"
	@echo "make check    lint, types, floors"
	@echo "make format   format the code"
	@echo "make example  a made-up vault in build/example"

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

serve: $(READY)
	$(BIN)/netfiles serve

test: $(READY)
	$(MAKE) --jobs 2 check tests

tests: $(READY)
	$(BIN)/python -m pytest -n 3 --dist worksteal -m "not soak"

soak: $(READY)
	rm -f build/soak.txt
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "soak" --durations=15
	$(BIN)/python -m tests.soak_report

bench: $(READY)
	$(BIN)/python -m tests.bench

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

example: $(READY)
	$(BIN)/netfiles example build/example
	$(BIN)/netfiles -C build/example serve

clean:
	rm -rf $(VENV) build site .cache
