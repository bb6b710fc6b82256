"""What the commune has not taken note of yet: changes of the procedures that it handles or has on its walls."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from agencies.models import AdministrativeUnit
from posting.changes import Change, changed_since
from posting.ledger import hanging_papers
from posting.models import PaperItem, SeenChange
from procedures_catalog.models import ProcedureLevel, ProcedurePage, PublishedVersion

DAYS = 30  # how far back what nobody ticked is remembered
MOST = 100  # procedures on one screen


@dataclass(frozen=True, slots=True)
class Morning:
    """One procedure that changed, or is new: what it says otherwise now than when it was last ticked, or than at first;
    `version` is the latest."""

    title: str
    url: str
    short_code: str
    version: int
    noted_at: datetime.datetime
    is_new: bool
    changes: tuple[Change, ...] = ()


def unseen(commune: AdministrativeUnit) -> QuerySet[PublishedVersion]:
    """The versions of the last days that concern the commune and that nobody there has ticked."""
    since = timezone.now() - datetime.timedelta(days=DAYS)
    ticks = SeenChange.objects.filter(unit=commune, version=OuterRef("pk"))
    return PublishedVersion.objects.filter(_concerns(commune), ~Exists(ticks), noted_at__gte=since)


def _concerns(commune: AdministrativeUnit) -> Q:
    handled = ProcedureLevel.objects.filter(level="commune").values("page__identity")
    posted = PaperItem.objects.filter(paper__in=hanging_papers(commune).values("pk")).values("identity")
    return Q(identity__in=handled) | Q(identity__in=posted)


def count_unseen(commune: AdministrativeUnit) -> int:
    """How many procedures."""
    return unseen(commune).values("identity").distinct().count()


def mornings(commune: AdministrativeUnit, most: int = MOST) -> list[Morning]:
    """At most so many procedures, the latest changed first. Three queries and those of `unseen`."""
    new: dict[int, list[PublishedVersion]] = defaultdict(list)
    for version in unseen(commune).select_related("identity").order_by("-noted_at", "-pk"):
        new[version.identity_id].append(version)
    shown = dict(list(new.items())[:most])
    before = _before(shown.values())
    slugs = dict(ProcedurePage.objects.live().filter(identity__in=shown).values_list("identity", "slug"))
    return [_morning(versions, before.get(identity), slugs.get(identity)) for identity, versions in shown.items()]


def _before(groups: Iterable[list[PublishedVersion]]) -> dict[int, PublishedVersion]:
    """Identity → the version just before the oldest of its group."""
    wanted = {versions[-1].identity_id: versions[-1].number - 1 for versions in groups}
    rows = PublishedVersion.objects.filter(identity__in=wanted)
    return {row.identity_id: row for row in rows if row.number == wanted[row.identity_id]}


def _morning(versions: list[PublishedVersion], before: PublishedVersion | None, slug: str | None) -> Morning:
    now, base = versions[0], before or versions[-1]
    return Morning(
        title=now.title,
        url=reverse("procedure", args=[slug]) if slug else "",
        short_code=now.identity.short_code,
        version=now.pk,
        noted_at=now.noted_at,
        is_new=before is None,
        changes=changed_since(base, now, "full"),
    )


def tick(commune: AdministrativeUnit, editor: Any, until: int, identity_of: int | None = None) -> int:
    """Takes note of every unseen version up to the one with the id `until`; with `identity_of`, the id of a version,
    only of that version's procedure. Returns how many versions."""
    versions = unseen(commune).filter(pk__lte=until)
    if identity_of is not None:
        versions = versions.filter(identity__versions=identity_of)
    rows = [SeenChange(unit=commune, version_id=pk, seen_by=editor) for pk in versions.values_list("pk", flat=True)]
    SeenChange.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return len(rows)
