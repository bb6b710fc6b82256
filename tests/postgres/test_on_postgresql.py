"""Everything that touches the database holds on PostgreSQL too: the same tests, run against a real server."""

import pytest

from tests.parts import missing
from tests.postgres.plugin import REPETITION


@pytest.mark.postgres
def test_the_same_tests_pass_on_a_real_postgresql_server(pytestconfig):
    repetition = pytestconfig.stash.get(REPETITION, None)
    if repetition is None:
        missing("PostgreSQL (gói Debian: postgresql)")
    code, output = repetition.result()
    assert code == 0, output[-8000:]
