# Short ways to build, run and test Sunlot. `make` alone lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: ## fetch what the build needs, so that later steps work offline
	@scripts/setup

run: ## the demo: one process with database, back office and public site
	@scripts/run

test: ## everything quick: formats, all Java and npm tests, browser journeys
	@scripts/test

deep: ## what is longer: tests tagged deep, mutation testing
	@scripts/deep

bench: ## benchmarks next to peers measured in the same run; ARGS="draw freeze match --write"
	@scripts/bench $(ARGS)

lint: ## formats and static checks, no tests
	@scripts/lint

docs: ## generated documents: lifecycles, law, API
	@scripts/docs

import-check: ## account for every row of the enterprise lists in DIR=…
	@scripts/import-check "$(DIR)"

clean: ## remove everything that was built; data stays
	@./mvnw -q clean
	@rm -rf web/apps/*/dist web/packages/*/dist web/node_modules

.PHONY: help setup run test deep bench lint docs import-check clean
