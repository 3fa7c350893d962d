# The two that matter: `make run` shows the program on the sample documents, `make test` runs the tests.
# Everything is installed into .venv, once; the rest of the computer stays as it is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
QT := $(VENV)/.qt
SAMPLE := out/demo/sample.policycheck

# Nothing is ever fetched while the program or its tests run.
export HF_HUB_OFFLINE := 1

.DEFAULT_GOAL := help
.PHONY: help setup run test lint screenshots bench quality bundle clean

help:
	@echo "make run          the program on the sample documents (reports only, where there is no screen)"
	@echo "make test         the tests"
	@echo "make lint         ruff, mypy and the architecture contracts"
	@echo "make screenshots  pictures of every view, into docs/screenshots"
	@echo "make bench        how fast this computer reads, embeds and searches"
	@echo "make quality      findings held against labels made by reading"
	@echo "make bundle       a folder in dist that runs without Python, and a check that it does"
	@echo "make setup        install into .venv (the others do it when needed)"
	@echo "make clean        remove .venv, out and caches"

setup: $(READY) $(QT)

# torch first and by version: where pip knows a build of it for the processor alone, this is what finds it;
# asked for through other packages it may come as a CUDA build of gigabytes.
$(READY): pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
		{ echo "policycheck needs Python 3.11 or newer: make setup PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -c "import ensurepip, venv" 2>/dev/null || \
		{ echo "Python cannot make virtual environments here. Run: sudo apt-get install python3-venv"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet torch==2.13.0 || $(BIN)/python -m pip install --quiet torch
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

$(QT): $(READY) scripts/qt_libraries.py
	$(BIN)/python scripts/qt_libraries.py
	@touch $@

# A screen: X11 or Wayland names one; a Mac always has one.
SCREEN := $(strip $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname -s)))

ifneq ($(SCREEN),)
run: $(QT) $(SAMPLE)
	$(BIN)/policycheck app $(SAMPLE)
else
run: $(READY)
	@echo "No screen here, so the sample is checked and its reports are written to out/demo."
	$(BIN)/policycheck demo --out out/demo
endif

$(SAMPLE): | $(READY)
	$(BIN)/policycheck demo --out out/demo

test: $(READY) $(QT)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The sample is checked anew first, and decided by nobody in particular.
screenshots: $(QT)
	$(BIN)/policycheck demo --out out/demo > /dev/null
	LOGNAME="A. Reviewer" QT_QPA_PLATFORM=offscreen $(BIN)/policycheck app $(SAMPLE) --screenshot docs/screenshots

bench: $(READY)
	$(BIN)/policycheck bench

quality: $(READY)
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/readings.py

# Takes minutes, and a gigabyte each in build and dist. PyInstaller is needed for this only, so it comes only now.
bundle: $(QT)
	$(BIN)/python -m pip install --quiet --group bundle
	$(BIN)/python -m PyInstaller --noconfirm --log-level WARN packaging/policycheck.spec
	$(BIN)/python scripts/check_bundle.py

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
