"""A process that is ended by force while it applies a set leaves all of it or nothing, and the next one finishes."""

import random

import pytest
from django.db import connection

from tests.clock import today
from tests.procedures_catalog.dated.killed import apply_until, fresh, held
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.slow]
MANY, KILLS, TEXT = 40, 6, "Sao truc"


@pytest.fixture
def kept(tmp_path):
    """A portal's database with a set of many procedures that is due today."""
    if connection.vendor != "sqlite":
        pytest.skip("Chép từ cơ sở dữ liệu SQLite của phép thử")
    codes = [f"1.2{number:05}" for number in range(MANY)]
    bring(*(national_row(code, number + 2) for number, code in enumerate(codes)))
    approved(make_set(today(), *((page_of(code), "conditions", TEXT) for code in codes)), today())
    file = tmp_path / "kept.sqlite3"
    file.write_bytes(connection.connection.serialize())
    return file


def test_whenever_it_is_killed_all_is_applied_or_nothing_and_the_next_run_finishes(kept, tmp_path):
    folder = tmp_path / "portal"
    folder.mkdir()
    whole = apply_until(fresh(folder, kept), None)
    assert held(folder, TEXT) == ("applied", MANY)
    chance = random.Random(17)  # noqa: S311 - no secret
    for _ in range(KILLS):
        apply_until(fresh(folder, kept), chance.uniform(0.3, 1) * whole)
        assert held(folder, TEXT) in {("approved", 0), ("applied", MANY)}
        apply_until(folder, None)
        assert held(folder, TEXT) == ("applied", MANY)
