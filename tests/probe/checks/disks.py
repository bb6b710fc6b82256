"""A disk that takes nothing more: readers go on, who wants to save is told in words."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from tests.probe.door import Door
from tests.probe.found import Found, check, nothing
from tests.probe.probe import Probe
from tests.probe.small_disk import fill, make_room, remount, small_file_system
from tests.probe.visitor import Visitor

MEBIBYTES = 24  # ext4 gives so small a disk blocks of 1 KiB, which are the hardest for memory that is a file
TIMES = 12
PAGES = ("/", "/thu-tuc/", "/tim-kiem/?q=khai+sinh", "/api/v1/procedures", "/api/v1/search?q=khai+sinh")


@check
def a_full_disk_is_read(probe: Probe) -> Found:
    """On a disk that was filled under a running portal, every page, search and printed code is answered; signing in
    says why it cannot be; and with the first free byte all is as before."""
    with small_file_system(probe.new_folder(), MEBIBYTES) as folder:
        probe.copy_into(folder)
        with probe.running(folder, workers=2) as door:
            faults = _read(door, folder, times=2)
            fill(folder)
            faults += _read(door, folder) + _write(door)
            make_room(folder)
            faults += _read(door, folder, times=1) + _sign_in(door)
    return nothing(faults)


@check
def a_start_on_a_full_disk_is_read(probe: Probe) -> Found:
    """The same when the portal is started on the full disk."""
    with small_file_system(probe.new_folder(), MEBIBYTES) as folder:
        probe.copy_into(folder)
        fill(folder)
        with probe.running(folder, workers=1) as door:
            faults = _read(door, folder, times=3) + _write(door)
            make_room(folder)
            faults += _read(door, folder, times=1) + _sign_in(door)
    return nothing(faults)


@check
def a_read_only_disk_is_read(probe: Probe) -> Found:
    """The same when the portal is started on a disk that can only be read."""
    with small_file_system(probe.new_folder(), MEBIBYTES) as folder:
        probe.copy_into(folder)
        remount(folder, "ro")
        with probe.running(folder, workers=1) as door:
            faults = _read(door, folder, times=3) + _write(door)
    return nothing(faults)


@check
def beside_a_long_write_is_read(probe: Probe) -> Found:
    """While somebody holds the only place to write, and afterwards, by processes that have read nothing before."""
    folder = probe.new_folder()
    probe.copy_into(folder)
    with probe.running(folder, workers=2) as door:
        with closing(sqlite3.connect(folder / "portal.sqlite3", isolation_level=None)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            faults = _read(door, folder, times=2)
            writer.execute("ROLLBACK")
        faults += _read(door, folder, times=2)
    return nothing(faults)


def _read(door: Door, folder: Path, times: int = TIMES) -> list[str]:
    """What a reader does not get, of all pages and a printed code, so many times; each time in a connection of its
    own, so that every process is met."""
    short, slug = _procedure(folder)
    paths = [*PAGES, f"/q/{short}", f"/thu-tuc/{slug}/", f"/thu-tuc/{slug}/phieu.pdf"]
    answers = [(path, door.ask(path)) for _ in range(times) for path in paths]
    wrong = Counter(f"{path}: {answer.status}" for path, answer in answers if answer.status not in (200, 302))
    empty = [path for path, answer in answers if "khai+sinh" in path and "khai sinh" not in answer.text.casefold()]
    return [f"{fault}, {times} times" for fault, times in wrong.items()] + sorted(set(empty))


def _write(door: Door) -> list[str]:
    """Signing in has to be refused with 503 and a sentence."""
    answer = Visitor(door).sign_in("canbo", "trinh-dien-2026")
    said = answer.status == 503 and "Chưa lưu được" in answer.text
    return [] if said else [f"signing in: {answer.status}"]


def _sign_in(door: Door) -> list[str]:
    answer = Visitor(door).sign_in("canbo", "trinh-dien-2026")
    return [] if answer.status == 302 else [f"signing in, with room again: {answer.status}"]


def _procedure(folder: Path) -> tuple[str, str]:
    """The short code of a procedure and the last part of its page's address."""
    with closing(sqlite3.connect(f"file:{folder}/portal.sqlite3?mode=ro&immutable=1", uri=True)) as db:
        found = db.execute(
            "SELECT short_code, slug FROM procedures_catalog_procedurepage"
            " JOIN procedures_catalog_procedureidentity ON procedures_catalog_procedureidentity.id = identity_id"
            " JOIN wagtailcore_page ON wagtailcore_page.id = page_ptr_id WHERE live"
        )
        short, slug = found.fetchone()
        return short, slug
