# Everything a developer or a user of the source types. `make` alone lists it.
#
#   PYTHON=python3.12   the interpreter that .venv is made with
#   ARGS="talk.srt"     what `make run` opens instead of the sample
#   TESTS=tests/core    what `make test` runs instead of everything

BIN := .venv/bin
ARGS ?= --demo
# What needs the machine, or a screen, for itself; all other tests share its cores. Each worker with
# real windows opens a screen of its own, and those marked `alone` come after the others.
ALONE := tests/playback tests/end_to_end
OFFSCREEN := env QT_QPA_PLATFORM=offscreen
SETUP := PYTHON='$(PYTHON)' sh packaging/bootstrap.sh

# Real windows, on a screen that nobody sees; where there is no Xvfb (macOS), on the one there is.
ifeq ($(shell uname -s),Linux)
REAL_WINDOWS := env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb \
	xvfb-run --auto-servernum --server-args="-screen 0 2600x1500x24"
SCREENS := 2
else
SCREENS := 0
endif

# tests/conftest.py skips what is marked `full` without it.
export CUELINE_FULL := $(FULL)
# What failed in any of several runs, or only at the first try: tests/conftest.py writes it there, the
# last lines say it once more. Real windows and players share the machine with others: what fails is
# tried once more, for a fault of the program is there again. One worker (-n 1) is for crashes: they
# fail a test, and not all that would have followed.
AGAIN := --reruns 1
export CUELINE_FAILED := .pytest_cache/failed

.DEFAULT_GOAL := help
.PHONY: help run test check format bench bench-quick screenshots readme dist clean

help: ## list what make can do
	@sed -n 's/^\([a-z-]*\): ## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 22

run: ## open the window on the sample, or on ARGS="FILE"
	@$(SETUP) run
	@$(BIN)/cueline $(ARGS)

test: ## run every test, or those of TESTS="PATHS"; FULL=1 installs more to try it with
	@$(SETUP) $(if $(FULL),full,test)
ifdef TESTS
	@$(BIN)/python -m pytest $(TESTS)
else
	@mkdir -p .pytest_cache; : > $(CUELINE_FAILED); \
	part() { name="$$1"; shift; "$$@" || echo "$$name: ended with $$?" >> $(CUELINE_FAILED); }; \
	part "The look at the layers" $(BIN)/lint-imports --no-logo; \
	part "The unit tests" $(OFFSCREEN) $(BIN)/python -m pytest $(ALONE:%=--ignore=%) -n auto --dist worksteal $(AGAIN); \
	part "Playback" $(OFFSCREEN) $(BIN)/python -m pytest tests/playback -n 1 $(AGAIN); \
	part "Real windows" $(REAL_WINDOWS) $(BIN)/python -m pytest tests/end_to_end -m "not alone" -n $(SCREENS) --dist worksteal $(AGAIN); \
	part "Real windows that measure" $(REAL_WINDOWS) $(BIN)/python -m pytest tests/end_to_end -m alone -n 1 $(AGAIN); \
	cat $(CUELINE_FAILED); ! grep -q 'ended with' $(CUELINE_FAILED)
endif

check: ## lint, formatting, types and layers
	@$(SETUP) check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: ## put the code into its form
	@$(SETUP) check
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: ## measure what is promised to be fast
	@$(SETUP) test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

bench-quick: ## measure how fast it starts and tells formats
	@$(SETUP) test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks starting telling

screenshots: ## make the pictures of docs/screenshots
	@$(SETUP) screenshots
	@$(REAL_WINDOWS) $(BIN)/python -m tests.screenshots

readme: ## renew the tables of README.md
	@$(SETUP) check
	@PYTHONPATH=. $(BIN)/python packaging/readme.py

dist: ## build the wheel
	@$(SETUP) check
	@$(BIN)/python -m hatchling build -t wheel

clean: ## remove what was built and installed here
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
