"""What may differ between databases, and something of all else, holds on PostgreSQL too: the same tests, run against a
real server."""

import pytest

from tests.parts import missing
from tests.postgres.repetition import repeat
from tests.postgres.server import server_programs


@pytest.mark.postgres
def test_the_same_tests_pass_on_a_real_postgresql_server():
    programs = server_programs()
    if programs is None:
        missing("PostgreSQL (gói Debian: postgresql)")
    code, output = repeat(programs)
    assert code == 0, output[-8000:]
