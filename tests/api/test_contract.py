"""Every answer of the public API is what its own description promises, whatever is asked."""

import pytest
import schemathesis
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, settings
from schemathesis import checks

from cms.demo.load import load_demo
from cms.wsgi import application
from tests.clock import today

pytestmark = pytest.mark.django_db

PROMISES = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
#: Answers that nobody has to unpack first.
PLAIN = {"Accept-Encoding": "identity"}

api = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.fixture(scope="module")
def province(django_db_setup, django_db_blocker):
    """The demonstration province, loaded once for all the operations and taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(today())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def index(province) -> None:
    """What is published, ready to be found."""
    call_command("rebuild_index")


@pytest.mark.slow
@pytest.mark.usefixtures("index")
@api.parametrize()
@settings(max_examples=30, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(case):
    case.call_and_validate(checks=PROMISES, headers=PLAIN)
