"""Makes places, papers and histories for tests; every name in them is made up."""

import datetime
from collections.abc import Iterable

from django.utils import timezone

from agencies.day import local_day
from agencies.models import AdministrativeUnit, Agency
from posting.ledger.papers import NewPaper, hang, issue_papers
from posting.models import PostedPaper
from procedures_catalog.models import ProcedurePage
from procedures_catalog.versions.noting import versions_to_print
from tests.clock import today


def commune(number: int = 1, **values) -> AdministrativeUnit:
    """A commune in force."""
    return AdministrativeUnit.objects.create(
        **{"code": f"T{number:04}", "name": f"Xã Diều {number}", "kind": "commune", **values}
    )


def counter_of(unit: AdministrativeUnit, **values) -> Agency:
    """The counter of a commune."""
    return Agency.objects.create(**{"name": f"Một cửa {unit.name}", "kind": "counter", "unit": unit, **values})


def printed(pages: Iterable[ProcedurePage], kind: str = "board", **values) -> PostedPaper:
    """A paper of today with these procedures on it, not hung."""
    moment = values.pop("printed_at", None) or timezone.now()
    versions = versions_to_print([page.identity_id for page in pages], today())
    return issue_papers([NewPaper(kind, values.pop("title", "Bảng tin"), versions, **values)], printed_at=moment)[0]


def hung(pages: Iterable[ProcedurePage], kind: str = "board", **values) -> PostedPaper:
    """A paper that hangs since today."""
    paper = printed(pages, kind, **values)
    hang(paper, local_day(paper.printed_at), spot="Bảng tin bên trái cửa vào")
    return paper


def days_ago(count: int) -> datetime.datetime:
    """The same hour some days ago."""
    return timezone.now() - datetime.timedelta(days=count)
