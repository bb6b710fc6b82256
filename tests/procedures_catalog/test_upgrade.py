"""What an update makes of the catalogue of an older portal."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.portal_process import manage

_PROCEDURES = """
    SELECT page.id, page.slug, page.url_path, page.live, page.latest_revision_id, own.code
    FROM wagtailcore_page AS page JOIN procedures_catalog_procedurepage AS own ON own.page_ptr_id = page.id
    ORDER BY page.id
"""
_PLACES = """
    SELECT page.path, page.depth FROM wagtailcore_page AS page
    JOIN procedures_catalog_procedurepage AS own ON own.page_ptr_id = page.id
"""
_CATALOGUE = """
    SELECT path, depth, numchild FROM wagtailcore_page AS page
    JOIN procedures_catalog_procedureindexpage AS own ON own.page_ptr_id = page.id
"""


def _read(folder, statement: str) -> list:
    with closing(sqlite3.connect(folder / "portal.sqlite3")) as database:
        return database.execute(statement).fetchall()


@pytest.mark.slow
def test_all_procedures_of_an_older_portal_come_onto_shelves_and_nothing_else_of_them_changes(demo_portal, tmp_path):
    folder = shutil.copytree(demo_portal, tmp_path / "older")
    before = _read(folder, _PROCEDURES)
    manage(folder, "migrate", "procedures_catalog", "0015", "--verbosity", "0")
    ((path, depth, numchild),) = _read(folder, _CATALOGUE)
    assert numchild == len(before) > 0
    assert {place[: len(path)] for place, _ in _read(folder, _PLACES)} == {path}
    assert {below for _, below in _read(folder, _PLACES)} == {depth + 1}
    manage(folder, "migrate", "--verbosity", "0")
    assert _read(folder, _CATALOGUE) == [(path, depth, 1)]
    assert {below for _, below in _read(folder, _PLACES)} == {depth + 2}
    assert _read(folder, _PROCEDURES) == before
    problems = "from wagtail.models import Page; print(Page.find_problems())"
    assert manage(folder, "shell", "--no-imports", "-c", problems).stdout.strip() == "([], [], [], [], [])"
    manage(folder, "prepare_portal")
    assert _read(folder, _PROCEDURES) == before


@pytest.mark.slow
def test_all_procedures_of_an_older_portal_are_found_under_the_levels_where_they_are_handed_in(demo_portal, tmp_path):
    folder = shutil.copytree(demo_portal, tmp_path / "older")
    under = "SELECT code, found_under FROM procedures_catalog_procedurepage ORDER BY code"
    before = _read(folder, under)
    assert any(text for _, text in before)
    manage(folder, "migrate", "procedures_catalog", "0022", "--verbosity", "0")
    manage(folder, "migrate", "--verbosity", "0")
    manage(folder, "prepare_portal")  # by what the province's layer says, too
    assert _read(folder, under) == before
