# Everything a person needs, one word each. `make help` lists them.
PYTHON ?= python3
VENV := .venv/bin
CODE := app.py gunicorn.conf.py overleg models forms migrations tests scripts

.DEFAULT_GOAL := help
.PHONY: help start test snel duurproef check netjes mutatie bench beelden onderdelen omgeving vergrendel

help: ## show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 22

start: ## install what is needed, prepare the database and serve on http://127.0.0.1:5000
	@$(PYTHON) -m scripts.start

test: ## run all tests: units, both databases, a real browser (ARGS="-k naam" narrows it)
	@$(PYTHON) -m scripts.test $(ARGS)

snel: ## the tests that need no browser, no second database and no server: minutes, for while you work
	@$(PYTHON) -m scripts.test -k "not postgresql" --ignore-glob="*test_browser*" --ignore=tests/kracht \
		--ignore=tests/reis --ignore=tests/kanarie --ignore=tests/reservekopie $(ARGS)

duurproef: ## the meeting under force, at full length: 10,000 saves while workers die, two minutes of twelve browsers
	@KRACHT_AANTAL=5000 KRACHT_SECONDEN=120 $(PYTHON) -m scripts.test -n 0 tests/kracht -s

check: omgeving ## lint, formatting, types, templates and the arrows between the layers
	@$(PYTHON) -m scripts.check

netjes: omgeving ## mend what ruff and djlint can mend by themselves
	-@$(VENV)/ruff check --fix $(wildcard $(CODE))
	@$(VENV)/ruff format $(wildcard $(CODE))
	-@$(VENV)/djlint --reformat --quiet templates

mutatie: omgeving ## take each check on access away in turn: a test must fail (hours; ARGS="--elke 20": a sample)
	@$(VENV)/python -m scripts.mutatie $(ARGS)

bench: omgeving onderdelen ## print the figures beside their floor, one a line
	@$(VENV)/python -m scripts.bench

beelden: omgeving onderdelen ## make the pictures of docs/handleiding/ and docs/beelden/ anew
	@$(VENV)/python -m scripts.beelden
	@$(VENV)/python -m scripts.beelden_word

onderdelen: ## lay the front-end parts under static/onderdelen/
	@$(PYTHON) -m scripts.onderdelen

omgeving: ## make .venv with everything for development
	@$(PYTHON) -m scripts.omgeving

vergrendel: omgeving ## turn each requirements*.in into its lock file with hashes
	@$(PYTHON) -m scripts.vergrendel $(ARGS)
