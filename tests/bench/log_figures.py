"""Inside a portal: a million rows verified, and publications with and without the log."""

import os
import time
from collections.abc import Iterator
from itertools import islice
from statistics import median

from django.conf import settings
from django.db import connection

from audit.acting import Acting, Actor, passing
from audit.chain.links import COLUMNS, key_of, linked, sealed
from audit.models import LogHead, LogRow
from audit.verifying import head, verify
from procedures_catalog.models import ProcedurePage
from tests.bench.say import say

ROWS = int(os.environ.get("ROWS", "1000000"))
PUBLICATIONS = 40
_PORTION = 10_000
_CHANGES = '{"title":["Cấp thẻ thả diều","Cấp, đổi thẻ thả diều"],"summary":["","Ba ngày làm việc, không thu phí."]}'


def main() -> None:
    """One JSON line a figure."""
    _publications()
    _fill(ROWS)
    began = time.perf_counter()
    found = verify()
    seconds = time.perf_counter() - began
    if found.fault:
        raise RuntimeError(str(found.fault))
    say("log_rows_verified", found.rows, "1,000,000")
    say("log_verified_seconds", round(seconds, 1), "60 at most")
    say("log_rows_verified_a_second", round(found.rows / seconds), "16,700 at least")


def _publications() -> None:
    """By turns with and without, so that what else the machine does strikes both; on the processor's clock."""
    page = ProcedurePage.objects.live().order_by("pk").first()
    ways = {
        "with": Acting(actor=lambda: Actor(1, "Lê Lan (lan)", 1), address=lambda: "192.0.2.1/32"),
        "without": Acting(),
    }
    took: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(PUBLICATIONS):
        for name, way in ways.items():
            with passing(way):
                took[name].append(_published(page.pk, number))
    added = median(took["with"]) - median(took["without"])
    say("log_publication_milliseconds_without", round(1000 * median(took["without"]), 1), "-")
    say("log_publication_milliseconds_added", round(1000 * added, 1), "-")
    say("log_publication_share_added_percent", round(100 * added / median(took["without"]), 1), "5 at most")


def _published(pk: int, number: int) -> float:
    page = ProcedurePage.objects.get(pk=pk)
    page.note = f"Lần {number}."
    began = time.process_time()
    page.save_revision(log_action=True).publish()
    return time.process_time() - began


def _fill(rows: int) -> None:
    """Writes rows as `record` would, without waiting for the disk after each."""
    made = _rows(rows)
    while portion := list(islice(made, _PORTION)):
        LogRow.objects.bulk_create(portion, batch_size=500)
        LogHead.objects.update(number=portion[-1].number, digest=portion[-1].digest)
    connection.close()


def _rows(rows: int) -> Iterator[LogRow]:
    number, digest = head()
    key = key_of(settings.SECRET_KEY)
    said = dict.fromkeys(COLUMNS, "") | {"action": "wagtail.edit", "actor": 7, "actor_name": "Lê Lan (lan)"}
    said |= {"actor_agency": 3, "agency": 3, "address": "192.0.2.1/32", "at": "2026-11-30T02:15:00.123Z"}
    said |= {
        "kind": "procedures_catalog.procedurepage",
        "name": "Cấp thẻ thả diều",
        "changes": _CHANGES,
        "details": "{}",
    }
    for each in range(number + 1, number + rows + 1):
        said |= {"number": each, "key": str(each % 5_652)}
        digest = linked(digest, [said[name] for name in COLUMNS])
        yield LogRow(**said, digest=digest, seal=sealed(key, digest))
