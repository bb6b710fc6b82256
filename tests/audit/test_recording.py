"""A row says who did what, from where, with what before and after; it stays and falls with the action."""

import json
import threading
import unicodedata

import pytest
from django.db import DatabaseError, connection, transaction

from audit.acting import Actor
from audit.chain.links import GENESIS
from audit.models import LogHead, LogRow
from audit.recording import record, record_if_possible
from audit.things import Thing
from audit.verifying import head, verify

THING = Thing("agencies.agency", "4", "Sở Gió", 4)


def test_a_row_names_the_account_the_place_the_thing_and_both_values(way):
    row = record("wagtail.edit", THING, changes={"phone": ("111", "222")}, details={"count": 2})
    row.refresh_from_db()
    assert (row.actor, row.actor_name, row.actor_agency, row.address) == (7, "Lê Lan (lan)", 3, "192.0.2.1")
    assert (row.kind, row.key, row.name, row.agency) == ("agencies.agency", "4", "Sở Gió", 4)
    assert row.changed == {"phone": ("111", "222")}
    assert row.said == {"count": 2}
    assert row.at.endswith("Z")
    assert len(row.at) == 24
    assert row.moment.utcoffset().total_seconds() == 0


def test_numbers_have_no_gap_and_the_head_follows(way):
    assert head() == (0, GENESIS)
    rows = [record("một"), record("hai"), record("ba")]
    assert [row.number for row in rows] == [1, 2, 3]
    assert head() == (3, rows[-1].digest)


def test_what_is_rolled_back_leaves_no_row_and_no_gap(way):
    record("một")
    with transaction.atomic():
        record("hai")
        transaction.set_rollback(True)
    assert record("ba").number == 2
    assert verify().fault is None


def test_texts_are_kept_in_one_spelling_and_without_what_no_database_holds(way):
    apart = unicodedata.normalize("NFD", "Sở Nội vụ")
    row = record(
        "một", Thing("k", "1", f"{apart}\x00\udcff"), changes={"name": (apart, "\x00")}, details={"x": [apart]}
    )
    assert row.name == "Sở Nội vụ?"
    assert row.changes == '{"name":["Sở Nội vụ",""]}'
    assert json.loads(row.details) == {"x": ["Sở Nội vụ"]}
    assert verify().fault is None


def test_an_action_whose_row_cannot_be_written_is_not_done(way, monkeypatch):
    _break_the_log(monkeypatch)
    with pytest.raises(DatabaseError):
        _act()
    assert not LogHead.objects.filter(pk=9).exists()


def test_what_must_not_be_hindered_goes_on_and_the_servers_log_tells(way, monkeypatch, caplog):
    _break_the_log(monkeypatch)
    with transaction.atomic():
        record_if_possible("sign_out")
        assert LogRow.objects.count() == 0
    assert "sign_out" in caplog.text


def test_who_signs_in_is_told_although_nobody_was_signed_in(way):
    assert record("sign_in", by=Actor(9, "Minh")).actor == 9


@pytest.mark.database_differs
@pytest.mark.django_db(transaction=True)
def test_two_that_write_at_once_do_not_fork_the_chain():
    def write() -> None:
        try:
            for _ in range(10):
                record("một", THING)
        finally:
            connection.close()

    # In memory SQLite has one connection that writes; two on a file: tests/audit/test_two_writers.py.
    writers = 1 if connection.vendor == "sqlite" else 4
    threads = [threading.Thread(target=write) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (verify().fault, verify().rows) == (None, 10 * writers)


@transaction.atomic
def _act() -> None:
    LogHead.objects.create(pk=9, number=9, digest="")  # stands for what is done
    record("một")


def _break_the_log(monkeypatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise DatabaseError("đĩa đầy")

    monkeypatch.setattr(LogRow, "save", refuse)
