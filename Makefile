# Two commands matter: `make app` serves the workbook, `make test` runs every test. Nothing needs to be installed before
# but Python 3.11 or newer; `make test` asks Debian for what the tests need and says so where it cannot.

PYTHON ?= $(firstword $(foreach p,python3.13 python3.12 python3.11 python3,$(if $(shell $(p) -c "import sys; print(sys.version_info >= (3, 11) or '')" 2>/dev/null),$(p))))
VENV ?= .venv
BIN := $(VENV)/bin
# a bundle made by `make bundle` serves machines that reach no package index
UV := UV_PROJECT_ENVIRONMENT=$(abspath $(VENV)) UV_PYTHON_DOWNLOADS=never $(BIN)/uv
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check $(if $(wildcard wheelhouse/*.whl),--no-index --find-links wheelhouse)

# an environment may forbid Python to keep what it compiled; every process of the tests would then compile the package anew
export PYTHONDONTWRITEBYTECODE =

# the tests write some ten thousand small databases: in memory, where there is room for them, no disk is waited for
IN_MEMORY := $(shell [ "$$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $$4 }')" -gt 8000000 ] 2>/dev/null && echo TMPDIR=/dev/shm)

# two workers take whole files, in the order of tests/spread.py
SPREAD := -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: app docs test test-scripts quick soak pictures bench bundle refresh frontend format lint lock versions catalogues system clean
.DEFAULT_GOAL := app

app: $(VENV)/installed
	$(BIN)/accountkit list
	$(BIN)/accountkit serve $(ARGS)

test: system $(VENV)/tested
	$(IN_MEMORY) $(BIN)/python -m pytest -p no:nbval $(SPREAD) $(ARGS)

# the logic of the controls alone, without a browser; `make test` runs it too
test-scripts:
	node --test frontend/tests/*.test.mjs

# what takes too long for every run: each check of the pages in both languages, light and dark, wide and narrow; and writers by
# the dozen, what is killed, hostile texts, a database that stops, and two servers behind nginx. ACCOUNTKIT_SOAK_SESSIONS, _WRITERS,
# _SECONDS, _EDITS, _KILLS, _GROUPS and _STOPS say how much
soak: system $(VENV)/tested
	@./tools/system_packages.sh soak
	ACCOUNTKIT_SOAK_TABLE=benchmarks/soak.md $(IN_MEMORY) $(BIN)/python -m pytest -p no:nbval $(SPREAD) -m soak $(ARGS)

# docs/tour/ and the picture of the README, from the running app; and docs/pages/, every page of every document, to look at
pictures: system $(VENV)/tested
	$(BIN)/python -m tools.pictures
	$(BIN)/python -m tools.brief_pictures

bench: $(VENV)/tested
	$(BIN)/python -m benchmarks $(ARGS)

# the site, in build/site; a warning is an error
docs: $(VENV)/tested
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs build/site
	@echo "build/site/index.html"

bundle: $(VENV)/installed
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --wheel-dir wheelhouse $(or $(EXTRAS),.[postgresql])
	@echo "wheelhouse/ holds $$(ls wheelhouse/*.whl | wc -l) wheels. On the other machine: pip install --no-index --find-links wheelhouse accountkit"

refresh: $(VENV)/tested
	$(BIN)/python -m tools.templates
	$(BIN)/python -m tools.samples
	$(BIN)/python -m tools.method_pages
	$(BIN)/python -m tools.command_page
	$(BIN)/python -m tools.installed_size
	rm -f workbooks/new-oriental/*.ipynb workbooks/walmart/*.ipynb
	$(BIN)/accountkit refresh --samples

# the scripts of the live pages are committed; this builds them again and needs Node
frontend:
	cd frontend && npm ci --silent && node build.mjs

# prettier comes with `make frontend` and needs Node; ruff does not
PRETTIER := frontend/node_modules/.bin/prettier
OWN_SCRIPTS := 'accountkit/**/*.{vue,js,css}' 'frontend/*.mjs' 'frontend/src/*.js' 'frontend/tests/*.mjs'

format: $(VENV)/tested $(PRETTIER)
	$(BIN)/ruff format --quiet .
	$(PRETTIER) --write --log-level warn $(OWN_SCRIPTS)

# briefs are written without the pictures that a browser draws. All tests below tests/e2e open one, and to find them alone takes
# a second of each worker
NO_BROWSER := -m "not browser and not slow and not soak" --ignore=tests/e2e --ignore=tests/soak

# what needs no browser and takes no tenth of a second each (tests/spread.py): three of four tests, in a minute or so
quick: $(VENV)/tested
	$(IN_MEMORY) ACCOUNTKIT_CHROMIUM=none $(BIN)/python -m pytest -p no:nbval $(SPREAD) $(NO_BROWSER) --quick $(ARGS)

lint: $(VENV)/tested $(PRETTIER)
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/validate-pyproject pyproject.toml
	$(UV) lock --quiet --check
	$(BIN)/deptry .
	$(BIN)/sp-repo-review --show err .
	$(BIN)/pyroma --min 8 .
	@rm -rf build/wheel && $(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir build/wheel .
	$(BIN)/check-wheel-contents build/wheel/*.whl
	$(PRETTIER) --check --log-level warn $(OWN_SCRIPTS)

$(PRETTIER):
	@command -v npm >/dev/null || { echo "The scripts are formatted with prettier, which needs Node: install nodejs and npm."; exit 1; }
	cd frontend && npm ci --silent

catalogues: $(VENV)/installed
	$(BIN)/python tools/catalogues.py

system:
	@./tools/system_packages.sh

clean:
	rm -rf $(VENV) build dist wheelhouse .pytest_cache .ruff_cache .mypy_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "accountkit needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

# the tests run with the very files that uv.lock names by their hashes
$(VENV)/tested: pyproject.toml uv.lock | $(BIN)/python
	$(PIP) uv
	$(UV) sync --quiet --locked --inexact --python $(BIN)/python --extra postgresql --extra sign-in --group dev
	@touch $@ $(VENV)/installed

# the newest release of each library, within what pyproject.toml allows
lock: | $(BIN)/python
	$(PIP) uv
	$(UV) lock --upgrade

# the tests without a browser, on each Python that this machine has or uv can get
versions: system
	for python in 3.11 3.12 3.13; do \
	  ACCOUNTKIT_CHROMIUM=none uv run --isolated --locked --python $$python --extra postgresql --extra sign-in --group dev \
	    python -m pytest -p no:nbval $(SPREAD) $(NO_BROWSER) $(ARGS) || exit 1; \
	done
