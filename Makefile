# Two commands on a fresh machine: `make weekly` prints a sample week's report, `make test` runs the tests.
PYTHON ?= python3
BIN := .venv/bin
SAMPLE := build/sample
SAMPLE_DATE := 2023-04-21
MINUTES ?= 2
# Where the environment forbids it, every command that a test starts would compile all sources anew.
unexport PYTHONDONTWRITEBYTECODE
PINS := requirements/uv.txt requirements/dev.txt
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header

.PHONY: setup weekly shell test lint bench fuzz docs score pins clean

setup: .venv/.ready

.venv/.ready: $(PINS) pyproject.toml tools/fonts.sh
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "donghyang needs Python 3.11 or newer; try: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@sh tools/fonts.sh $(BIN)/python
	@touch $@

weekly: setup $(SAMPLE)/donghyang.toml
	@$(BIN)/donghyang weekly --workspace $(SAMPLE) --date $(SAMPLE_DATE)
	@rm -rf $(SAMPLE)/issues/$(SAMPLE_DATE)/publications  # a show: each run publishes for the first time
	@$(BIN)/donghyang publish $(SAMPLE)/issues/$(SAMPLE_DATE)/report.txt --final

$(SAMPLE)/donghyang.toml: $(wildcard src/donghyang/sample/pages/*) src/donghyang/sample/report.txt src/donghyang/newsroom.py $(wildcard src/donghyang/workspace/*.py)
	@rm -rf $(SAMPLE)
	@$(BIN)/donghyang new $(SAMPLE) --sample > /dev/null

shell: setup
	@echo "donghyang --help; leave with exit"
	@PATH="$(CURDIR)/$(BIN):$$PATH" $${SHELL:-sh} || true

test: setup
	@$(BIN)/pytest -n auto

lint: setup
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tools.docs --check

docs: setup
	@$(BIN)/python -m tools.docs

score: setup
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tools/score.py ../shared/score

bench: setup
	@set -e; for bench in benchmarks/*/run.py benchmarks/*/pile.py; do $(BIN)/python -m "$$(echo "$${bench%.py}" | tr / .)"; done

fuzz: setup
	@$(BIN)/python -m tools.fuzz --minutes $(MINUTES)

pins:
	@$(COMPILE) requirements/uv.in --output-file requirements/uv.txt
	@$(COMPILE) pyproject.toml --extra newsroom --group dev --output-file requirements/dev.txt
	@$(COMPILE) pyproject.toml --extra newsroom --output-file requirements/newsroom.txt

clean:
	@rm -rf build .venv
