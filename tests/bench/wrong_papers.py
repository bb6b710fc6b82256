"""Times the list of wrong papers on the portal that PORTAL_DATA_DIR names, which it fills with boards; prints JSON."""

import datetime
import json
import random
from time import perf_counter, process_time
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402 - Django must be set up first
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from agencies.models import AdministrativeUnit  # noqa: E402
from posting.ledger.papers import NewPaper, issue_papers  # noqa: E402
from posting.ledger.wrong import wrong_papers  # noqa: E402
from posting.models import PostedPaper  # noqa: E402
from procedures_catalog.models import ProcedurePage  # noqa: E402
from procedures_catalog.versions.noting import versions_to_print  # noqa: E402
from tests.posting.brute_force import wrong_by_hand  # noqa: E402

BOARDS, PROCEDURES, DECISION = 400, 300, 100
TIMES = 5
SEED = 20261122


def hang_boards(choice: random.Random) -> None:
    """A board for each of as many communes, each of procedures of its own choice."""
    identities = list(ProcedurePage.objects.live().order_by("pk").values_list("identity", flat=True))
    versions = versions_to_print(identities[: 4 * PROCEDURES], timezone.localdate())
    units = AdministrativeUnit.objects.bulk_create(
        AdministrativeUnit(code=f"B{number:05}", name=f"Xã Thử {number}", slug=f"xa-thu-{number}", kind="commune")
        for number in range(BOARDS)
    )
    shown = [{one: versions[one] for one in choice.sample(sorted(versions), PROCEDURES)} for _ in units]
    wanted = [NewPaper("board", f"Bảng {unit}", some, unit=unit) for unit, some in zip(units, shown, strict=True)]
    papers = issue_papers(wanted, timezone.now())
    PostedPaper.objects.filter(pk__in=[paper.pk for paper in papers]).update(hung_on=timezone.localdate())


def decide(choice: random.Random) -> None:
    """One decision: of its procedures a third gets another name, a third another condition, a third is over."""
    pages = list(ProcedurePage.objects.live().order_by("pk")[: 4 * PROCEDURES])
    for number, page in enumerate(choice.sample(pages, DECISION)):
        if number % 3 == 0:
            page.title = f"{page.title[:230]} (sửa đổi)"
        elif number % 3 == 1:
            page.conditions += " Có thêm một điều kiện."
        else:
            page.valid_to = timezone.localdate()
        page.save_revision().publish()


def figures() -> dict[str, Any]:
    """Seconds of the list, for all and for one commune, its queries, and whether brute force finds the same."""
    today = timezone.localdate()
    begun = process_time()
    seconds = sorted(_seconds(None, today) for _ in range(TIMES))
    processor = (process_time() - begun) / TIMES
    unit = AdministrativeUnit.objects.filter(code="B00000").get()
    with CaptureQueriesContext(connection) as queries:
        found = wrong_papers(today)
    listed = {paper.paper.pk: {item.identity for item in paper.items} for paper in found}
    return {
        "seconds": seconds[TIMES // 2],
        "slowest": seconds[-1],
        "processor_seconds": processor,
        "one_commune_seconds": _seconds(unit, today),
        "queries": len(queries),
        "wrong_papers": len(found),
        "wrong_items": sum(map(len, listed.values())),
        "equal": listed == wrong_by_hand(today),
        "database": connection.vendor,
    }


def _seconds(unit: AdministrativeUnit | None, today: datetime.date) -> float:
    begun = perf_counter()
    wrong_papers(today, unit)
    return perf_counter() - begun


def main() -> None:
    """Boards are hung, one decision is published, the list is asked for."""
    choice = random.Random(SEED)  # noqa: S311 - the same boards every time
    hang_boards(choice)
    decide(choice)
    print(json.dumps(figures()))


if __name__ == "__main__":
    main()
