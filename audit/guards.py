"""What makes the database itself refuse to change or remove a row of the log, whoever asks: triggers.

Rows may go only up to a cut that stands in the log (`audit.pruning`). A later change of the tables can drop triggers on
SQLite, so they are put up again after every migration.
"""

from typing import Any

from django.db import connections

CUT = "log.cut"
REFUSED = "Nhật ký chỉ được ghi thêm, không được sửa hay xóa."
_KEPT = "(SELECT CAST(\"key\" AS BIGINT) FROM audit_logrow WHERE action = 'log.cut' ORDER BY number DESC LIMIT 1)"
_TAKEN = "EXISTS (SELECT 1 FROM audit_logrow WHERE number = NEW.number)"
#: Name → when it looks, at which table, and what it refuses.
_ROW_TRIGGERS = {
    "audit_row_unchanged": ("UPDATE", "audit_logrow", "TRUE"),
    "audit_row_kept": ("DELETE", "audit_logrow", f"OLD.number > COALESCE({_KEPT}, 0)"),
    "audit_row_not_replaced": ("INSERT", "audit_logrow", _TAKEN),
    "audit_head_forward": ("UPDATE", "audit_loghead", "NEW.number <= OLD.number"),
    "audit_head_kept": ("DELETE", "audit_loghead", "TRUE"),
}
_EMPTYING = {"audit_rows_not_emptied": "audit_logrow", "audit_head_not_emptied": "audit_loghead"}


def raise_guards(using: str = "default", **_more: Any) -> None:
    """Receiver of `post_migrate`; where they stand already nothing changes."""
    connection = connections[using]
    if "audit_logrow" in connection.introspection.table_names():
        _run(using, _for_sqlite() if connection.vendor == "sqlite" else _for_postgresql())


def lower_guards(using: str = "default") -> None:
    """Takes them away: for tests, which empty all tables."""
    postgresql = connections[using].vendor == "postgresql"
    on = {name: f" ON {table}" if postgresql else "" for name, (_, table, _) in _ROW_TRIGGERS.items()}
    on |= {name: f" ON {table}" for name, table in _EMPTYING.items()} if postgresql else {}
    _run(using, [f"DROP TRIGGER IF EXISTS {name}{where}" for name, where in on.items()])


def _for_sqlite() -> list[str]:
    return [
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {table} WHEN {refused} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        for name, (event, table, refused) in _ROW_TRIGGERS.items()
    ]


def _for_postgresql() -> list[str]:
    """Conditions that ask a table stand in functions, for a trigger's own WHEN may not."""
    made = []
    for name, (event, table, refused) in _ROW_TRIGGERS.items():
        given = "OLD" if event == "DELETE" else "NEW"
        made += [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {refused} THEN RAISE EXCEPTION '{REFUSED}'; END IF; RETURN {given}; END $$",
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    for name, table in _EMPTYING.items():
        made += [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{REFUSED}'; END $$",
            f"CREATE OR REPLACE TRIGGER {name} BEFORE TRUNCATE ON {table} EXECUTE FUNCTION {name}()",
        ]
    return made


def _run(using: str, statements: list[str]) -> None:
    with connections[using].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
