"""Files that are lost, empty, damaged or cut short, and a search engine that is silent: it is said, and what can heal
heals."""

import os
import socket
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.probe.door import Answer, Door
from tests.probe.found import Found, check, nothing
from tests.probe.portal import manage
from tests.probe.probe import Probe

SEARCH, API, HEALTH = "/tim-kiem/?q=khai+sinh", "/api/v1/search?q=khai+sinh", "/suc-khoe/?format=json"
PATIENCE = 150.0  # seconds; more than the minute between two attempts, for the first may meet what is harmed meanwhile
PUBLISH = "from procedures_catalog.models import ProcedurePage as P; P.objects.live().first().save_revision().publish()"


@check
def a_lost_database_is_down_and_stays_lost(probe: Probe) -> Found:
    """A database that is taken away under a running portal, one that a start does not find and an empty one are
    "down" with 503; none is made in its place."""
    folder, faults = probe.new_folder(), []
    probe.copy_into(folder)
    with probe.running(folder, workers=1) as door:
        faults += _differs("before", door.ask(HEALTH), 200)
        _remove(folder / "portal.sqlite3")
        faults += _is_down("lost", door) + _differs("a page", door.ask("/thu-tuc/"), 503)
        (folder / "portal.sqlite3").touch()
        faults += _is_down("empty", door)
        _remove(folder / "portal.sqlite3")
        faults += _is_down("lost again", door)
    with probe.running(folder, workers=1) as door:
        faults += _is_down("not found at the start", door)
    return nothing(faults + [path.name for path in folder.glob("portal.sqlite3*")])


@check
def a_lost_or_broken_index_heals(probe: Probe) -> Found:
    """An index that is lost (and then written to by one publication), damaged or cut to half answers nothing as if
    there were nothing: the page says so, the API and the health page 503 or "degraded", until it has healed itself."""
    folder = probe.new_folder()
    probe.copy_into(folder)
    index = folder / "search.sqlite3"

    def lost() -> None:
        _remove(index)
        manage(folder, "shell", "--command", PUBLISH)

    with probe.running(folder, workers=1) as door:
        breaks = {"lost": lost, "damaged": lambda: _damage(index), "cut": lambda: _cut(index)}
        faults = [fault for name, harm in breaks.items() for fault in _heals(name, harm, door, folder)]
    return nothing(faults)


@check
def a_silent_search_engine_is_replaced(probe: Probe) -> Found:
    """With an Elasticsearch that takes questions and never answers, the index in the file answers, and the health page
    says so."""
    folder = probe.new_folder()
    probe.copy_into(folder)
    with socket.create_server(("127.0.0.1", 0)) as hole:
        url = f"http://127.0.0.1:{hole.getsockname()[1]}"
        with probe.running(folder, workers=1, PORTAL_ELASTICSEARCH_URL=url) as door:
            answers = [door.ask(SEARCH) for _ in range(3)]
            health = door.ask(HEALTH)
    faults = [f"search: {answer.status}" for answer in answers if not _finds(answer)]
    return nothing(faults if '"degraded"' in health.text else [*faults, health.text])


def _heals(name: str, harm: Callable[[], object], door: Door, folder: Path) -> list[str]:
    """Harms the index; what is wrong with the answers until it is whole again, and with the time that takes."""
    _settle(door, folder)
    harm()
    faults, end = list[str](), time.monotonic() + PATIENCE
    while not _finds(answer := door.ask(SEARCH)) and time.monotonic() < end:
        if "tạm thời chưa dùng được" not in answer.text or 'href="/thu-tuc/"' not in answer.text:
            faults.append(f"{name}: the page is silent ({answer.status})")
        programs, health = door.ask(API), door.ask(HEALTH)
        if programs.status not in (200, 503) or (programs.status == 200 and '"total": 0' in programs.text):
            faults.append(f"{name}: API {programs.status}")
        if '"status": "ok"' in health.text and not _finds(door.ask(SEARCH)):
            faults.append(f"{name}: {health.text}")
        time.sleep(0.5)
    return faults if _finds(door.ask(SEARCH)) else [*faults, f"{name}: not healed"]


def _settle(door: Door, folder: Path) -> None:
    """Waits until nobody works on the index, and brings its log into the file, so that harm to the file is felt; then
    the attempt before was long ago."""
    end = time.monotonic() + PATIENCE
    while '"being_built": []' not in door.ask(HEALTH).text and time.monotonic() < end:
        time.sleep(0.2)
    with closing(sqlite3.connect(folder / "search.sqlite3")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for lock in folder.glob("search-healing-*"):
        os.utime(lock, (0, 0))


def _finds(answer: Answer) -> bool:
    return answer.status == 200 and 'class="item-list"' in answer.text


def _is_down(name: str, door: Door) -> list[str]:
    answer = door.ask(HEALTH)
    said = answer.status == 503 and '"status": "down"' in answer.text and '"database": "down"' in answer.text
    return [] if said else [f"{name}: {answer.status} {answer.text[:200]}"]


def _differs(name: str, answer: Answer, status: int) -> list[str]:
    return [] if answer.status == status else [f"{name}: {answer.status}"]


def _remove(database: Path) -> None:
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()


def _damage(database: Path) -> None:
    """Random bytes in most pages but the first."""
    with database.open("r+b") as file:
        for place in range(4096, database.stat().st_size - 2048, 8192):
            file.seek(place)
            file.write(os.urandom(2048))


def _cut(database: Path) -> None:
    os.truncate(database, database.stat().st_size // 2)
