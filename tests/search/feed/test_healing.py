"""An index that is lost, damaged or short is built anew by one process of all; nobody takes it for whole meanwhile."""

import os
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Collection, CollectionViewRestriction, Site

from agencies.models import Agency
from pages.entry import PAGE_KINDS
from search.feed import healing, wholeness
from search.feed.engine import EMBEDDED, current_index, index_of
from search.feed.entries import all_entries, numbers
from search.feed.healing import PAUSE, RETRY, begin, is_being_healed, note_reason, reason
from search.feed.outbox import note
from search.feed.wholeness import SLACK, is_enough
from search.question.query import Query
from search.site import watching
from search.site.health import search_health
from search.site.watching import INTERVAL
from tests.clock import today
from tests.pages.factories import make_news, make_news_index
from tests.procedures_catalog.factories import published
from tests.procedures_catalog.feed.test_form_entries import attach, form, overlaid

pytestmark = pytest.mark.django_db
QUERY = Query("Sở")


@pytest.fixture
def begun(monkeypatch, settings):
    """The engines whose healing was begun; nothing is done about it."""
    settings.SEARCH_HEALS_ITSELF = True
    engines = []
    monkeypatch.setattr(wholeness, "_remembered", {})
    monkeypatch.setattr(healing, "_in_another_process", lambda engine, lock: engines.append(engine))
    return engines


@pytest.fixture
def agencies():
    """More things to find than may be missing."""
    return Agency.objects.bulk_create(
        Agency(name=f"Sở số {number}", slug=f"so-{number}") for number in range(3 * SLACK)
    )


@pytest.fixture
def index_file(settings):
    """Where the index lies."""
    return settings.SEARCH_INDEX_FILE


def damage(path):
    """Random bytes in most pages but the first."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        for place in range(4096, size - 2048, 8192):
            file.seek(place)
            file.write(os.urandom(2048))


def attempted_long_ago(index_file):
    for lock in index_file.parent.glob("search-healing-*"):
        os.utime(lock, (0, 0))


def test_a_whole_index_answers_and_is_left_alone(agencies, begun):
    call_command("rebuild_index", verbosity=0)
    assert current_index().search(QUERY).total
    assert begun == []


def test_an_index_that_one_publication_made_answers_nothing_and_is_healed(agencies, begun, index_file):
    index_file.unlink()
    call_command("flush_index", verbosity=0)
    index_of(EMBEDDED).put([])
    assert current_index().search(QUERY).unavailable
    assert begun == [EMBEDDED]


def test_a_lost_file_is_healed(agencies, begun, index_file):
    index_file.unlink()
    assert current_index().search(QUERY).unavailable
    assert begun == [EMBEDDED]
    call_command("heal_index", EMBEDDED)
    assert current_index().search(QUERY).total


@pytest.mark.parametrize("held", [0, 2 * SLACK - 1])
def test_an_index_with_clearly_fewer_entries_is_no_whole_one(agencies, begun, held):
    call_command("rebuild_index", verbosity=0)
    index_of(EMBEDDED).take(f"agency:{agency.pk}" for agency in agencies[held:])
    assert current_index().search(QUERY).unavailable
    assert begun == [EMBEDDED]
    call_command("heal_index", EMBEDDED)
    assert not current_index().search(QUERY).unavailable


def test_a_few_entries_less_are_no_reason(agencies, begun):
    call_command("rebuild_index", verbosity=0)
    index_of(EMBEDDED).take(f"agency:{agency.pk}" for agency in agencies[:SLACK])
    assert not current_index().search(QUERY).unavailable
    assert begun == []


def test_what_waits_to_be_sent_is_not_missing(agencies, begun):
    note(f"agency:{agency.pk}" for agency in agencies)
    assert is_enough(EMBEDDED, dict, 0)


def test_many_things_taken_away_at_once_leave_no_short_index(agencies, begun):
    assert is_enough(EMBEDDED, lambda: {"agency": len(agencies)}, len(agencies))
    Agency.objects.all().delete()
    assert not any(numbers(today()).values())
    assert is_enough(EMBEDDED, dict, 0)


def test_entries_of_every_kind_are_counted_as_they_are_made(demo, begun):
    already = numbers(today())["form"]
    offered, hidden, closed, deleted = (form(f"Mẫu số {number}") for number in range(4))
    attach(published("1.900001"), offered)
    overlaid(attach(published("1.900002"), hidden), offered)
    attach(published("1.900003"), closed)
    assert numbers(today())["form"] == already + 2
    closed.collection = Collection.get_first_root_node().add_child(name="Kín")
    closed.save()
    CollectionViewRestriction.objects.create(collection=closed.collection, restriction_type="login")
    deleted.delete()
    counted = Counter(entry.kind for entry in all_entries(today()))
    assert {kind: number for kind, number in numbers(today()).items() if number} == counted
    assert set(counted) == set(PAGE_KINDS)


def test_pages_outside_every_site_are_not_counted(home, begun):
    make_news(make_news_index(home))
    Site.objects.all().delete()
    assert list(all_entries(today())) == []
    assert not any(numbers(today()).values())


def test_an_index_that_lacks_only_one_kind_is_no_whole_one(portal, agencies, begun):
    attach(published("1.900001"), document := form())
    call_command("rebuild_index", verbosity=0)
    assert current_index().search(QUERY).total
    wholeness._remembered.clear()
    index_of(EMBEDDED).take([f"form:{document.pk}"])
    assert current_index().search(QUERY).unavailable
    assert begun == [EMBEDDED]


def test_a_visit_to_any_page_begins_the_healing(portal, agencies, begun, client, monkeypatch, index_file):
    monkeypatch.setattr(watching, "_last", watching._Last())
    call_command("rebuild_index", verbosity=0)
    client.get("/robots.txt")
    assert begun == []
    index_file.unlink()
    client.get("/robots.txt")
    assert begun == []  # this process has looked just now
    watching._last.at -= INTERVAL
    client.get("/robots.txt")
    assert begun == [EMBEDDED]


def test_a_damaged_index_is_healed(agencies, begun, index_file):
    call_command("rebuild_index", verbosity=0)
    damage(index_file)
    call_command("heal_index", EMBEDDED)
    assert current_index().search(QUERY).total
    assert reason(EMBEDDED) == ""


def spoil_words(index_file):
    """Takes away where the words stand: what asks for none is still answered."""
    with closing(sqlite3.connect(index_file)) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE name LIKE '%\\_data' ESCAPE '\\'").fetchall():
            db.execute(f"DELETE FROM {name}")
        db.commit()


def test_health_is_down_as_soon_as_a_question_is_not_answered_and_until_all_is_sound(agencies, begun, index_file):
    call_command("rebuild_index", verbosity=0)
    assert search_health().answers == EMBEDDED
    spoil_words(index_file)
    assert not index_of(EMBEDDED).search(Query("")).unavailable
    assert current_index().search(QUERY).unavailable
    assert search_health().answers == ""
    call_command("heal_index", EMBEDDED)
    assert current_index().search(QUERY).total
    assert search_health().answers == EMBEDDED


def test_health_is_down_while_what_was_found_is_not_mended(agencies, begun, index_file):
    call_command("rebuild_index", verbosity=0)
    note_reason(EMBEDDED, "hỏng")
    assert search_health().answers == ""
    assert begun == [EMBEDDED]


def test_an_index_cut_to_half_is_healed(agencies, begun, index_file):
    call_command("rebuild_index", verbosity=0)
    os.truncate(index_file, index_file.stat().st_size // 2)
    call_command("heal_index", EMBEDDED)
    assert current_index().search(QUERY).total


def test_a_sound_index_is_not_built_anew_at_a_false_alarm(agencies, begun, index_file, capsys):
    call_command("rebuild_index", verbosity=0)
    note_reason(EMBEDDED, "one search failed")
    before = index_file.read_bytes()
    call_command("heal_index", EMBEDDED)
    assert index_file.read_bytes() == before
    assert reason(EMBEDDED) == ""
    assert "lành lặn" in capsys.readouterr().out


def test_without_room_nothing_is_built_and_the_reason_stays(agencies, begun, index_file, settings):
    settings.KEPT_FREE_BYTES = 10**18
    settings.SEARCH_INDEX_FILE = index_file.with_name("other.sqlite3")
    with pytest.raises(CommandError, match="Đĩa không đủ chỗ: cần chừng"):
        call_command("heal_index", EMBEDDED)
    assert reason(EMBEDDED)
    assert not settings.SEARCH_INDEX_FILE.exists()


def test_only_one_begins_and_nobody_again_at_once(begun):
    started = []
    assert begin(EMBEDDED, lambda engine, lock: started.append(engine))
    assert not begin(EMBEDDED, lambda engine, lock: started.append(engine))
    assert started == [EMBEDDED]


def test_after_a_while_it_is_tried_again(begun, index_file):
    assert begin(EMBEDDED, lambda *_: None)
    attempted_long_ago(index_file)
    assert begin(EMBEDDED, lambda *_: None)


def test_nobody_begins_while_the_one_that_was_started_is_alive_and_somebody_does_once_it_was_killed(index_file):
    processes = []

    def start(engine, lock):
        command = [sys.executable, "-c", "import time; time.sleep(600)"]
        processes.append(subprocess.Popen(command, pass_fds=[lock]))

    begin(EMBEDDED, start)
    attempted_long_ago(index_file)
    assert is_being_healed(EMBEDDED)
    assert not begin(EMBEDDED, start)
    processes[0].kill()
    processes[0].wait()
    assert not is_being_healed(EMBEDDED)
    assert begin(EMBEDDED, lambda *_: None)
    assert len(processes) == 1


def seconds_later(index_file, seconds):
    for lock in index_file.parent.glob("search-healing-*"):
        os.utime(lock, (lock.stat().st_atime, lock.stat().st_mtime - seconds))


def test_who_was_killed_once_is_followed_soon_and_who_is_killed_again_is_not(begun, index_file):
    assert begin(EMBEDDED, lambda *_: None)
    seconds_later(index_file, RETRY + 1)
    assert begin(EMBEDDED, lambda *_: None)
    seconds_later(index_file, RETRY + 1)
    assert not begin(EMBEDDED, lambda *_: None)
    seconds_later(index_file, PAUSE)
    assert begin(EMBEDDED, lambda *_: None)


def test_who_came_to_an_end_is_not_followed_soon(agencies, begun, index_file):
    assert begin(EMBEDDED, lambda *_: call_command("heal_index", EMBEDDED))
    seconds_later(index_file, RETRY + 1)
    assert not begin(EMBEDDED, lambda *_: None)


def test_where_no_lock_can_be_made_nothing_is_begun(settings, tmp_path):
    settings.SEARCH_INDEX_FILE = tmp_path / "not there" / "search.sqlite3"
    assert not begin(EMBEDDED, lambda *_: None)
