# The portal's commands. `make run` and `make test` are all that a newcomer needs; CI says the same words.

PYTHON ?= python3
BIN := .venv/bin
FLOORS := cms posting search decisions procedures_catalog legal_documents pages agencies consequences audit paper vietnamese

.PHONY: help setup run parts test test-quick test-postgresql postgresql-sample histories properties probe check truth pictures elasticsearch texts bench bench-search bench-pages bench-first-screen bench-print bench-slow bench-places bench-lists bench-log bench-desk bench-changes bench-import bench-versions lock

help: ## What there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ —/'

.venv/ready: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --requirement requirements.lock
	touch $@

setup: .venv/ready ## Makes .venv with every Python part

run: setup ## Brings the portal up on http://127.0.0.1:8000, with a demonstration province when it is empty
	$(BIN)/python manage.py run_portal

parts: ## Installs what the tests need beside Python (a browser, PostgreSQL, Elasticsearch's Java, a QR reader), where that is possible
	@sh tests/install_parts.sh

# The tests are shared out among as many processes as there are cores; tests/sharing_out.py says which go together.
PYTEST := $(BIN)/pytest --numprocesses=auto --dist=loadscope --no-loadscope-reorder

test: setup parts ## Runs every test
	$(PYTEST)

test-quick: setup ## Runs the tests that need no server, no browser and no real data, for the hand that is changing code
	$(PYTEST) -m "not server and not browser and not postgres and not elasticsearch and not shared and not slow"

test-postgresql: setup parts ## Repeats every test that touches the database on PostgreSQL, not only those that may differ
	POSTGRESQL=all $(BIN)/pytest tests/postgres

postgresql-sample: setup ## Chooses anew which tests are repeated there so that every statement is met
	$(BIN)/pytest -q -p tests.postgres.statements --on-database=all \
		-m "not shared and not browser and not elasticsearch and not server and not postgres"

histories: setup ## Runs 10,000 random histories: every code ever issued must answer
	HISTORIES=$${HISTORIES:-10000} $(BIN)/pytest tests/posting/test_histories.py

properties: setup ## Looks for new examples that break a property; make test tries the same ones each time
	EXAMPLES=$${EXAMPLES:-2000} $(PYTEST) -m "hypothesis and not server and not browser and not postgres and not elasticsearch and not shared"

probe: setup parts ## Attacks and breaks a portal set up by the operators' handbook, one JSON line a check
	$(BIN)/python -m tests.probe

check: setup ## Style, types, floors, templates, migrations, deployment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates
	DJANGO_SETTINGS_MODULE=cms.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	DATA=$$(mktemp -d) && trap 'rm -rf "$$DATA"' EXIT && export PORTAL_DATA_DIR="$$DATA" PORTAL_HOSTS=portal.example \
		PORTAL_BASE_URL=https://portal.example DJANGO_SETTINGS_MODULE=cms.settings.production \
		PORTAL_SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') && \
		$(BIN)/python manage.py collectstatic --noinput --verbosity 0 && \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

texts: setup ## Compiles the desk's Vietnamese texts after a change
	$(BIN)/pybabel --quiet compile --directory cms/locale --domain "django djangojs"

truth: setup ## Holds the five answers against all real records, one JSON line a kind of fault
	$(BIN)/python -m tests.truth

pictures: setup parts ## Takes the handbooks' pictures anew, by the journeys that walk through what they show
	PICTURES=write $(BIN)/pytest -n 0 tests/journeys/test_a_decision_takes_effect.py

elasticsearch: setup parts ## Starts an Elasticsearch on http://127.0.0.1:9200 to develop with; its data stay in var/
	$(BIN)/python -m tests.elasticsearch

bench: setup ## Measures, one JSON line a figure
	$(BIN)/python -m tests.bench

bench-search: setup parts ## Measures the finder beside Wagtail's own search
	$(BIN)/python -m tests.bench.search

bench-pages: setup ## Measures the home page and the list beside a stock Wagtail site
	$(BIN)/python -m tests.bench.pages

bench-first-screen: setup parts ## Measures whether the five answers of every real procedure stand on a phone's first screen
	DJANGO_SETTINGS_MODULE=cms.settings.test $(BIN)/python -m tests.bench.first_screen

bench-print: setup parts ## Measures printing, beside WeasyPrint, and whether printed codes can be read
	$(BIN)/pip install --quiet --requirement tests/bench/requirements.txt --constraint requirements.lock
	$(BIN)/python -m tests.bench.printing

bench-slow: setup parts ## Measures how long visitors wait beside clients that are slow on purpose
	$(BIN)/python -m tests.bench.slow_clients

bench-places: setup ## Measures whether names of places as people write them lead to the communes of today, in all 34 provinces
	$(BIN)/python -m tests.bench.places

bench-log: setup ## Measures how fast the log is verified (ROWS=1000000), and what writing it adds to a publication
	$(BIN)/python -m tests.bench.log

bench-desk: setup ## Measures questions and warm milliseconds of the desk's screens for a department's people (PORTAL=folder: a copy of that portal)
	$(BIN)/python -m tests.bench.desk

bench-changes: setup ## Measures a set of a hundred dated changes: shown, applied, undone, and killed fifty times (PORTAL=folder, KILLS=50)
	$(BIN)/python -m tests.bench.changes

bench-versions: setup ## Measures the room that ten years of versions take (PORTAL=folder)
	$(BIN)/python -m tests.bench.versions

bench-import: setup ## Measures the list of a normal day: compared, written, undone, and killed in the midst (PORTAL=folder, KILLS=50)
	$(BIN)/python -m tests.bench.daily_import

bench-lists: setup ## Measures how long lists of 5,000 rows take to import, in every shape in which people keep them
	$(BIN)/python -m tests.bench.lists

lock: setup ## Resolves requirements.lock anew
	$(BIN)/pip-compile --quiet --upgrade --extra dev --strip-extras --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --no-header --output-file requirements.lock pyproject.toml
