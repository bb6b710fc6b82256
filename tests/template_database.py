"""The tests' SQLite database as a copy of a migrated template, which the first run makes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from django.urls import get_resolver
from pytest_django.plugin import blocking_manager_key

from audit.guards import lower_guards
from tests.postgres.choice import commits
from tests.template_file import template_file


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker) -> Iterator[None]:
    """In place of pytest-django's: on SQLite the migrated template is copied into the memory database of this run."""
    name = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            _from_template()
        else:
            connection.creation.create_test_db(verbosity=0, autoclobber=True)
    yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(name, verbosity=0)


_empty_all_tables = TransactionTestCase._fixture_teardown


def _empty_the_log_too(case: TransactionTestCase) -> None:
    """A test that commits leaves empty tables; the log's guards, which would not have it, are put up again behind it
    (`post_migrate`)."""
    lower_guards()
    _empty_all_tables(case)


TransactionTestCase._fixture_teardown = _empty_the_log_too


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test that commits leaves empty tables; on SQLite whoever comes next in the process finds them as they were."""
    answer = yield
    if nextitem is not None and commits(item) and connection.vendor == "sqlite":
        with item.config.stash[blocking_manager_key].unblock():
            _copy_in(template_file())
            ContentType.objects.clear_cache()
    return answer


def _from_template() -> None:
    _point_at(connection.creation._get_test_db_name())
    template = template_file()
    if template.exists():
        _copy_in(template)
    else:
        # Migrating speaks no language, and what is named then keeps its English name: screens are named before.
        _ = get_resolver().url_patterns
        call_command("migrate", verbosity=0, run_syncdb=True)
        _keep(template)


def _point_at(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    connection.ensure_connection()


def _copy_in(template: Path) -> None:
    with closing(sqlite3.connect(template)) as source:
        source.backup(connection.connection)


def _keep(template: Path) -> None:
    """Kept under another name first: a run beside this one must never meet half a file."""
    template.parent.mkdir(parents=True, exist_ok=True)
    for old in template.parent.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    unfinished = template.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(unfinished)) as copy:
        connection.connection.backup(copy)
    unfinished.rename(template)
