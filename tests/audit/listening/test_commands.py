"""A command that writes leaves a row with what it was given and how it ended, without any secret."""

import getpass

import pytest
from django.db import DatabaseError

from audit.acting import acting
from audit.command_door import commanded
from audit.models import LogRow

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _same_connection(monkeypatch) -> None:
    """A test's transaction is its connection's."""
    monkeypatch.setattr("audit.listening.commands.connection.close", lambda: None)


def test_a_command_is_recorded_with_what_it_was_given_and_who_gave_it():
    with commanded(["prune_scans", "--months", "3"]):
        assert acting().command == "prune_scans"
    row = LogRow.objects.get()
    assert (row.action, row.command, row.actor, row.actor_name) == ("command", "prune_scans", None, getpass.getuser())
    assert row.said == {"given": ["--months", "3"], "ended": "done"}
    assert acting() is None


def test_who_came_by_sudo_is_told(monkeypatch):
    monkeypatch.setenv("SUDO_USER", "lan")
    with commanded(["prune_scans"]):
        pass
    assert LogRow.objects.get().actor_name == f"{getpass.getuser()} (lan)"


def test_a_command_that_fails_is_recorded_too():
    with pytest.raises(SystemExit), commanded(["prune_scans"]):
        raise SystemExit(1)
    assert LogRow.objects.get().said["ended"] == "failed"


@pytest.mark.parametrize("words", [["check"], ["verify_log"], [], ["--version"], ["prune_scans", "--help"]])
def test_what_only_reads_leaves_no_row(words):
    with commanded(words):
        pass
    assert not LogRow.objects.exists()


def test_what_runs_every_five_minutes_acts_in_its_name_but_leaves_no_row_of_its_own():
    with commanded(["publish_scheduled"]):
        assert acting().command == "publish_scheduled"
    assert not LogRow.objects.exists()


def test_no_secret_is_written_down():
    with commanded(["x", "--password=mật", "--api-key", "mật", "--token", "mật", "tên"]):
        pass
    assert LogRow.objects.get().said["given"] == ["--password=•••", "--api-key=•••", "•••", "--token=•••", "•••", "tên"]


def test_a_row_that_cannot_be_written_is_told_to_who_gave_the_command(monkeypatch, capsys):
    def refuse(*_args: object, **_more: object) -> None:
        raise DatabaseError("đĩa đầy")

    monkeypatch.setattr("audit.listening.commands.record", refuse)
    with pytest.raises(SystemExit), commanded(["prune_scans"]):
        pass
    assert "Không ghi được vào nhật ký: đĩa đầy" in capsys.readouterr().err
