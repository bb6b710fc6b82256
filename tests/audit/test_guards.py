"""The database itself refuses to change, replace or remove a row of the log."""

import pytest
from django.db import DatabaseError, connection, transaction

from audit.guards import REFUSED, raise_guards
from audit.models import LogHead, LogRow
from audit.recording import record

pytestmark = pytest.mark.database_differs

_COPY = "INSERT INTO audit_logrow SELECT * FROM audit_logrow WHERE number = 1"


@pytest.mark.parametrize(
    "attack",
    [
        lambda: LogRow.objects.filter(number=1).update(actor_name="ai đó"),
        lambda: LogRow.objects.filter(number=1).delete(),
        lambda: LogRow.objects.all()._raw_delete("default"),
        lambda: LogHead.objects.update(number=1),
        lambda: LogHead.objects.all().delete(),
        lambda: _run(_COPY.replace("INSERT", "INSERT OR REPLACE") if connection.vendor == "sqlite" else _COPY),
        lambda: _run("DELETE FROM audit_logrow" if connection.vendor == "sqlite" else "TRUNCATE audit_logrow"),
    ],
    ids=["change", "remove", "remove at once", "head back", "head away", "replace", "empty"],
)
def test_the_database_refuses(way, attack):
    record("một")
    record("hai")
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        attack()
    assert LogRow.objects.count() == 2


def test_the_guards_stand_after_a_second_migration_too(way):
    raise_guards()
    raise_guards()
    record("một")
    with pytest.raises(DatabaseError), transaction.atomic():
        LogRow.objects.update(action="hai")


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
