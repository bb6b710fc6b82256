"""One writer at a time to an index that is elsewhere; the same on SQLite and PostgreSQL."""

import threading

import pytest
from django.db import connection

from search.feed.writer_lock import only_writer
from search.index.port import IndexUnavailableError

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database_differs]


def tried(wait: float) -> str:
    """What another writer, with a connection of its own, is told."""
    said = []

    def write():
        try:
            with only_writer(wait):
                said.append("written")
        except IndexUnavailableError as error:
            said.append(str(error))
        finally:
            connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    return said[0]


def test_a_second_writer_is_told_that_it_is_busy():
    with only_writer(0):
        assert "busy" in tried(0.05)
    assert tried(0) == "written"


def test_it_is_free_again_after_a_failure():
    with pytest.raises(ValueError, match="hỏng"), only_writer(0):
        raise ValueError("hỏng")
    assert tried(0) == "written"


def test_it_does_not_hold_up_the_database():
    with only_writer(0):
        thread = threading.Thread(target=lambda: (connection.cursor().execute("SELECT 1"), connection.close()))
        thread.start()
        thread.join()
