"""Two indexes are kept up to date, one of them far away: publishing never waits for it, and nothing gets lost."""

import os
import signal
import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from agencies.models import Agency
from search.feed import outbox
from search.feed.engine import ELASTICSEARCH, EMBEDDED, current_index, engine_recovered, index_of
from search.models import PendingEntry
from search.question.query import Query
from tests.elasticsearch.fixtures import elasticsearch, index_in, prefix
from tests.postgres.server import free_port

__all__ = ["elasticsearch", "prefix"]
pytestmark = pytest.mark.django_db(transaction=True)
QUERY = Query("trạm khí tượng", limit=100)


@pytest.fixture
def far(elasticsearch, prefix, settings, tmp_path):
    """The index on the server of a portal that has one; asked with more patience than the portal has."""
    settings.ELASTICSEARCH_URLS = elasticsearch.urls
    settings.ELASTICSEARCH_PREFIX = prefix
    call_command("rebuild_index", verbosity=0)
    yield index_in(elasticsearch, tmp_path, prefix)
    outbox.background_task.wait()


def publish(number: int) -> None:
    Agency.objects.create(name=f"Trạm Khí tượng số {number}", slug=f"tram-{number}", kind="other")


def test_what_is_published_reaches_both(far):
    publish(1)
    assert index_of(EMBEDDED).search(QUERY).total == 1
    outbox.background_task.wait()
    assert far.search(QUERY).total == 1
    assert not PendingEntry.objects.exists()


def test_each_engine_has_notes_of_its_own_written_with_the_change():
    with transaction.atomic():
        outbox.note(["page:1"])
        assert list(PendingEntry.objects.values_list("engine", flat=True)) == [EMBEDDED]


def test_with_both_in_use_both_get_a_note(far):
    with transaction.atomic():
        publish(1)
        assert set(PendingEntry.objects.values_list("engine", flat=True)) == {EMBEDDED, ELASTICSEARCH}
        transaction.set_rollback(True)
    outbox.background_task.wait()
    assert far.search(QUERY).total == 0


def test_publishing_does_not_wait_for_a_server_that_hangs(far, elasticsearch):
    elasticsearch.nodes[0].signal(signal.SIGSTOP)
    try:
        publish(1)
        assert outbox.waiting(ELASTICSEARCH).count() == 1
        assert current_index().search(QUERY).total == 1
    finally:
        elasticsearch.nodes[0].signal(signal.SIGCONT)
    outbox.background_task.wait()
    call_command("flush_index")
    assert far.search(QUERY).total == 1


def test_nothing_published_while_the_server_is_killed_is_missing_afterwards(far, elasticsearch):
    killer = threading.Thread(target=elasticsearch.kill)
    for number in range(40):
        if number == 10:
            killer.start()
        publish(number)
        assert index_of(EMBEDDED).search(QUERY).total == number + 1
        assert not current_index().search(QUERY).unavailable
    killer.join()
    outbox.background_task.wait()
    assert current_index().search(QUERY).total == 40
    assert outbox.waiting(ELASTICSEARCH).count() > 0
    assert not outbox.waiting(EMBEDDED).exists()
    elasticsearch.start()
    publish(40)
    outbox.background_task.wait()
    assert not PendingEntry.objects.exists()
    assert far.search(QUERY).total == 41


def test_what_was_taken_away_meanwhile_is_gone_afterwards(far, settings, elasticsearch):
    publish(1)
    outbox.background_task.wait()
    settings.ELASTICSEARCH_URLS = [f"http://127.0.0.1:{free_port()}"]
    Agency.objects.all().delete()
    outbox.background_task.wait()
    assert far.search(QUERY).total == 1
    settings.ELASTICSEARCH_URLS = elasticsearch.urls
    engine_recovered.send(sender=ELASTICSEARCH)
    outbox.background_task.wait()
    assert far.search(QUERY).total == 0
    assert not PendingEntry.objects.exists()


def test_what_is_published_during_a_rebuild_is_in_the_new_index(far, monkeypatch):
    publish(1)
    outbox.background_task.wait()
    real = Agency.get_absolute_url

    def address(agency):
        """The first entry of the rebuild has been read; now somebody publishes."""
        monkeypatch.setattr(Agency, "get_absolute_url", real)
        publish(2)
        Agency.objects.filter(slug="tram-1").update(name="Trạm Khí tượng đổi tên")
        outbox.note([f"agency:{agency.pk}"])
        return real(agency)

    monkeypatch.setattr(Agency, "get_absolute_url", address)
    call_command("rebuild_index", engine=ELASTICSEARCH)
    outbox.background_task.wait()
    call_command("flush_index", engine=ELASTICSEARCH)
    assert {hit.title for hit in far.search(QUERY).hits} == {"Trạm Khí tượng đổi tên", "Trạm Khí tượng số 2"}


def test_commands_do_what_they_can_and_say_what_they_could_not(far, settings, capsys):
    settings.ELASTICSEARCH_URLS = [f"http://127.0.0.1:{free_port()}"]
    publish(1)
    outbox.background_task.wait()
    for command in ("rebuild_index", "flush_index"):
        with pytest.raises(CommandError, match="elasticsearch"):
            call_command(command)
        assert "embedded: " in capsys.readouterr().out
    assert outbox.waiting(ELASTICSEARCH).count() == 1
    assert current_index().search(QUERY).total == 1


def test_a_forked_process_gets_connections_of_its_own(far, monkeypatch):
    ours = index_of(ELASTICSEARCH)
    assert index_of(ELASTICSEARCH) is ours
    monkeypatch.setattr(os, "getpid", lambda: 1)
    assert index_of(ELASTICSEARCH) is not ours
    assert index_of(EMBEDDED) is index_of(EMBEDDED)
