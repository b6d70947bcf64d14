# `make` alone lists what there is to run. Stamps in .venv/ tell what is set up already.
.DEFAULT_GOAL := help
.PHONY: help site test check lint format build bench clean lock manual

bin := .venv/bin
# Chromium runs once per worker: more of them than this cost more than they win. A module is one worker's, so
# that what its tests share is made once.
workers := --numprocesses=auto --maxprocesses=4 --dist=loadscope --no-loadscope-reorder
# More arguments for pytest: make test ARGS="tests/source -k yaml"
ARGS :=

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand --tabs=14

site: .venv/ready-for-site  ## set up .venv, build this repository's own goals and serve them
	$(bin)/goalsite build
	$(bin)/goalsite serve

test: .venv/ready-for-test  ## set up what the tests need, Chromium too, and run them all
	$(bin)/python -m pytest $(workers) $(ARGS)

check: lint  ## lint, types, and the findings on this repository's own goals
	$(bin)/mypy
	$(bin)/goalsite check

lint: .venv/ready-for-test  ## style and likely bugs, by ruff
	$(bin)/ruff check
	$(bin)/ruff format --check

format: .venv/ready-for-test  ## bring the source into its one format
	$(bin)/ruff check --fix
	$(bin)/ruff format

build: .venv/ready-for-site  ## make the sdist and the wheel, in dist/
	$(bin)/python -m hatchling build

manual: .venv/ready-for-site  ## write docs/reference/rules/ from the rules
	$(bin)/python scripts/manual

bench: .venv/ready-for-bench  ## hold builds of a few hundred goals against Hugo's: a table, in some minutes
	rm -rf .bench
	$(bin)/python bench/build.py .bench --goals 300 --runs 2 --hugo $(bin)/hugo

clean:  ## remove what these targets made
	rm -rf .venv dist site .goalsite .bench .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find goalsite tests bench -name __pycache__ -prune -exec rm -rf {} +

lock: .venv/ready-for-site  ## pin the newest packages that pyproject.toml allows
	scripts/lock

.venv/ready-for-site: scripts/setup pyproject.toml requirements.lock
	scripts/setup site
	@touch $@

.venv/ready-for-test: .venv/ready-for-site requirements-dev.lock
	scripts/setup test
	@touch $@

.venv/ready-for-bench: .venv/ready-for-site requirements-bench.lock
	scripts/setup bench
	@touch $@
