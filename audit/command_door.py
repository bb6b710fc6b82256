"""The door for commands: what a command does is done in its name and that of the system's user who gave it.

Entered before there are any models; what is recorded of a command is said by whoever listens (`listening/commands.py`).
"""

import getpass
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from audit.acting import Acting, Actor, passing

Over = Callable[[Sequence[str], bool], None]

#: Commands that write nothing of the portal's. Any other is recorded: a new one cannot be forgotten.
READING = frozenset(
    {
        *("check", "collectstatic", "compilemessages", "diffsettings", "findstatic", "help", "inspectdb", "version"),
        *("makemessages", "makemigrations", "optimizemigration", "runserver", "showmigrations", "sqlflush"),
        *("sqlmigrate", "sqlsequencereset", "squashmigrations", "startapp", "startproject", "test", "testserver"),
        *("axes_list_attempts", "evaluate_everyday", "evaluate_offices", "evaluate_search", "posting_alarms"),
        *("health_check", "log_head", "verify_log", "run_portal"),
    }
)
#: Run so often that a row for each run would drown the others; what they do is recorded in their name.
OFTEN = frozenset({"db_worker", "flush_index", "heal_index", "publish_scheduled", "update_index"})
_over: list[Over] = []


def when_over(listener: Over) -> None:
    """To be told of every command that may write: the words that it was given, and whether it was done."""
    if listener not in _over:
        _over.append(listener)


@contextmanager
def commanded(words: Sequence[str]) -> Iterator[None]:
    """Around a command: its words as they were given, without the program's name."""
    name = words[0] if words and not words[0].startswith("-") else "help"
    if name in READING or {"--help", "-h"} & set(words):
        yield
        return
    with passing(Acting(actor=_system_user, command=name)):
        is_done = False
        try:
            yield
            is_done = True
        finally:
            for listener in _over if name not in OFTEN else ():
                listener(words[1:], is_done)


def _system_user() -> Actor:
    sudo = os.environ.get("SUDO_USER", "")
    return Actor(name=f"{_account()} ({sudo})" if sudo else _account())


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a number without a name
        return f"uid {os.getuid()}"
