"""What an update makes of what an older portal has stored."""

import sqlite3
from contextlib import closing

import pytest

from tests.portal_process import manage
from tests.template_file import begin_with_template

_SITE = (
    "SELECT hostname, is_default_site FROM wagtailcore_site AS site"
    " JOIN pages_portalsettings AS settings ON settings.site_id = site.id"
)


def _do(folder, *statements: str) -> list:
    with closing(sqlite3.connect(folder / "portal.sqlite3")) as database, database:
        return [database.execute(statement).fetchall() for statement in statements][-1]


@pytest.mark.parametrize("made", ["with_a_site", "without_a_site"])
def test_the_settings_of_the_portal_become_the_main_sites(tmp_path, made):
    begin_with_template(tmp_path)
    manage(tmp_path, "migrate", "pages", "0002", "--verbosity", "0")
    columns = "province_name, site_name, hotline, email, address, feedback_url, is_demo"
    values = "'tỉnh Gió', 'Cổng Gió', '1022', '', 'số 1', '', 1"
    _do(tmp_path, f"INSERT INTO pages_portalsettings ({columns}) VALUES ({values})")
    if made == "without_a_site":
        _do(tmp_path, "DELETE FROM wagtailcore_site")
    manage(tmp_path, "migrate", "--verbosity", "0")
    assert _do(tmp_path, f"SELECT {columns} FROM pages_portalsettings") == [
        ("tỉnh Gió", "Cổng Gió", "1022", "", "số 1", "", 1)
    ]
    assert _do(tmp_path, _SITE) == [("localhost", 1)]
