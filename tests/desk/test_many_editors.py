"""Editors do not stand in each other's way: on SQLite, too, all of them publish and nothing is lost."""

import shutil
import sqlite3

from cms.demo.editors import EDITORS, PASSWORD
from tests.desk.many_editors import publish_at_once
from tests.desk.pages_of import pages_of
from tests.portal_process import running_portal


def test_four_pairs_publish_different_pages_at_the_same_moment_and_all_succeed(demo_portal, tmp_path):
    shutil.copytree(demo_portal, tmp_path, dirs_exist_ok=True)
    writer, publisher = ((EDITORS[number][0], PASSWORD) for number in (1, 2))
    with running_portal(tmp_path) as address:
        pages = pages_of(tmp_path, 12)
        statuses = publish_at_once(address, writer, publisher, [pages[start::4] for start in range(4)])
    assert statuses == {302: 12}
    with sqlite3.connect(tmp_path / "portal.sqlite3") as database:
        saved = database.execute(
            "SELECT count(*) FROM procedures_catalog_procedurepage WHERE everyday_names LIKE 'Việc số %'"
        ).fetchone()
        waiting = database.execute("SELECT count(*) FROM search_pendingentry").fetchone()
    assert saved == (12,)
    assert waiting == (0,), "what was published must have reached the index"
