"""Whoever asks nonsense all day is answered, and hides nothing from the editors by it."""

import sqlite3
import time
from contextlib import closing

from search.query_log.unanswered import MOST_NEW_A_DAY
from tests.probe.found import Found, check
from tests.probe.portal import PROCESSES
from tests.probe.probe import Probe

STRANGER = {"X-Forwarded-For": "192.0.2.99"}
CITIZENS = [{"X-Forwarded-For": address} for address in ("198.51.100.20", "203.0.113.20", "192.0.2.20")]
REAL = "cấp phép tàu ngầm du lịch"


@check
def nonsense_of_one_client_is_never_written_down(probe: Probe) -> Found:
    """Of one client's nonsense nothing is kept in words; what people of three networks ask is kept beside it."""
    most = PROCESSES * MOST_NEW_A_DAY
    statuses = {
        probe.portal.ask(f"/tim-kiem/?q=zq{number}x+bzz{number}q", headers=STRANGER).status
        for number in range(most + 30)
    }
    for citizen in CITIZENS:
        probe.portal.ask("/tim-kiem/?q=c%E1%BA%A5p+ph%C3%A9p+t%C3%A0u+ng%E1%BA%A7m+du+l%E1%BB%8Bch", headers=citizen)
        time.sleep(1)  # it is written when the reader has the answer
    questions = _listed(probe)
    kept = sum(question.startswith("zq") for question in questions)
    seen = {"answers": sorted(statuses), "nonsense kept": kept, "of": most + 30, "real kept": REAL in questions}
    return Found(statuses == {200} and kept == 0 and REAL in questions, seen)


def _listed(probe: Probe) -> list[str]:
    with closing(sqlite3.connect(probe.data / "portal.sqlite3")) as database:
        return [row[0] for row in database.execute("SELECT question FROM search_unansweredquestion")]
