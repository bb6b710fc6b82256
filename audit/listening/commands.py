"""That a command ran, with what it was given and how it ended, is a row of its own."""

import re
import sys
from collections.abc import Sequence

from django.db import DatabaseError, connection

from audit.command_door import when_over
from audit.recording import record

RUN = "command"
#: What a secret may be called that is given with a command.
_SECRET = re.compile(r"(--?[\w-]*(?:password|secret|token|key)[\w-]*)(?:=\S*)?", re.IGNORECASE)


def connect() -> None:
    """Starts listening."""
    when_over(_note)


def _note(given: Sequence[str], is_done: bool) -> None:
    """Where it cannot be written, whoever gave the command reads it: the command is over and cannot be undone."""
    try:
        if _is_there():
            record(RUN, details={"given": _without_secrets(given), "ended": "done" if is_done else "failed"})
    except DatabaseError as error:
        sys.stderr.write(f"Không ghi được vào nhật ký: {error}\n")
        raise SystemExit(1) from error
    finally:
        connection.close()


def _is_there() -> bool:
    """Whether the log has its table: not before the first migration."""
    return "audit_logrow" in connection.introspection.table_names()


def _without_secrets(given: Sequence[str]) -> list[str]:
    shown, is_value = [], False
    for word in given:
        found = _SECRET.fullmatch(word)
        shown.append(f"{found[1]}=•••" if found else "•••" if is_value else word)
        is_value = bool(found) and "=" not in word
    return shown
