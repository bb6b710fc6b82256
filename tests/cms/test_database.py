"""No server makes a database; `migrate` does."""

import subprocess

import pytest

from tests.portal_process import manage


@pytest.mark.slow
def test_only_migrate_makes_a_database(tmp_path):
    with pytest.raises(subprocess.CalledProcessError) as refused:
        manage(tmp_path, "showmigrations", "agencies")
    assert "unable to open database file" in refused.value.stderr
    assert not (tmp_path / "portal.sqlite3").exists()
    manage(tmp_path, "migrate", "contenttypes", "0001", "--verbosity", "0")
    assert "[X] 0001_initial" in manage(tmp_path, "showmigrations", "contenttypes").stdout
