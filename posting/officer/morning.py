"""What the commune has not taken note of yet: changes of the procedures that it handles or has on its walls."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, Max, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from agencies.day import local_day
from agencies.models import AdministrativeUnit
from pages.published import published, restrictions_above
from posting.ledger.wrong import hanging_papers
from posting.models import PaperItem, SeenChange
from posting.rules.changes import changed_in_full
from procedures_catalog.comparing.changes import Change
from procedures_catalog.models import ProcedureLevel, ProcedurePage, PublishedVersion
from procedures_catalog.store.filters import at_level
from procedures_catalog.versions.news import Beginning, beginnings, news
from procedures_catalog.versions.notes.reading import written_after

DAYS = 30  # how far back what nobody ticked is remembered


@dataclass(frozen=True, slots=True)
class UnreadChange:
    """One procedure that changed: what it says otherwise now than when it was last ticked, or than at the beginning;
    `version` is the latest.

    `notes` are what people wrote of the changes. `published_at` is when it was first published, for one that is itself
    new to the commune, with what changed since.
    """

    title: str
    url: str
    short_code: str
    version: int
    noted_at: datetime.datetime
    published_at: datetime.datetime | None
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether there was no such procedure before."""
        return self.published_at is not None


class Bulletin:
    """The news of one commune that nobody there has ticked at a moment; what it rests on is asked for once."""

    def __init__(self, commune: AdministrativeUnit, moment: datetime.datetime) -> None:
        self.commune, self.moment = commune, moment

    @cached_property
    def beginning(self) -> datetime.datetime:
        """From when on the commune is told: since it is one, since it has an officer, and not for ever. One query."""
        officers = get_user_model().objects.filter(agency__unit=self.commune)
        first = officers.aggregate(first=Min("date_joined"))["first"]
        earliest = self.moment - datetime.timedelta(days=DAYS)
        return max(moment for moment in (earliest, _midnight(self.commune.valid_from), first) if moment)

    @cached_property
    def _catalogues(self) -> list[Beginning]:
        return beginnings(self.beginning)

    def catalogues(self) -> list[tuple[datetime.datetime, int]]:
        """When a catalogue was brought in since then, and how many of its procedures concern the commune. One query for
        each."""
        first = PublishedVersion.objects.filter(self._concerns, number=1)
        return [(one.end, first.filter(noted_at__range=(one.start, one.end)).count()) for one in self._catalogues]

    @cached_property
    def _concerns(self) -> Q:
        ever = Q(Exists(ProcedureLevel.objects.filter(level="commune", page=OuterRef("pk"))))
        handled = at_level(ProcedurePage.objects.all(), "commune", ever).values("identity")
        hanging = hanging_papers(local_day(self.moment), self.commune)
        posted = PaperItem.objects.filter(paper__in=hanging.values("pk")).values("identity")
        return Q(identity__in=handled) | Q(identity__in=posted)

    def unseen(self) -> QuerySet[PublishedVersion]:
        """The versions that are to be told; of what stands behind a password nothing is."""
        closed = Exists(restrictions_above("identity__page__path"))
        ticks = SeenChange.objects.filter(unit=self.commune, version=OuterRef("pk"))
        return news(self.beginning, self._catalogues).filter(self._concerns, ~Exists(ticks), ~closed)

    @cached_property
    def procedures(self) -> dict[int, int]:
        """Identity → its latest version, the latest changed first. One query."""
        versions = self.unseen().order_by().values_list("identity").annotate(latest=Max("pk"))
        return dict(versions.order_by("-latest"))

    def unread_changes(self, identities: Sequence[int]) -> list[UnreadChange]:
        """What is to be told of these procedures, in their order. Four queries."""
        new: dict[int, list[PublishedVersion]] = defaultdict(list)
        rows = self.unseen().filter(identity__in=identities).select_related("identity")
        for version in rows.order_by("-noted_at", "-pk"):
            new[version.identity_id].append(version)
        before = _before(new.values())
        slugs = dict(published(ProcedurePage.objects).filter(identity__in=new).values_list("identity", "slug"))
        since = {one: (one, (before.get(one) or new[one][-1]).number) for one in new}
        notes = written_after(since.values())
        return [
            _morning(new[one], before.get(one), slugs.get(one), notes[since[one]]) for one in identities if one in new
        ]


def _midnight(day: datetime.date | None) -> datetime.datetime | None:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min)) if day else None


def _before(groups: Iterable[list[PublishedVersion]]) -> dict[int, PublishedVersion]:
    """Identity → the version just before the oldest of its group."""
    wanted = {versions[-1].identity_id: versions[-1].number - 1 for versions in groups}
    which = [Q(identity=identity, number=number) for identity, number in wanted.items() if number]
    rows = PublishedVersion.objects.filter(reduce(or_, which)) if which else ()
    return {row.identity_id: row for row in rows}


def _morning(
    versions: list[PublishedVersion], before: PublishedVersion | None, slug: str | None, notes: tuple[str, ...]
) -> UnreadChange:
    now, base = versions[0], before or versions[-1]
    return UnreadChange(
        title=now.title,
        url=reverse("procedure", args=[slug]) if slug else "",
        short_code=now.identity.short_code,
        version=now.pk,
        noted_at=now.noted_at,
        published_at=None if before else base.noted_at,
        changes=changed_in_full(base, now, "full"),
        notes=notes,
    )


# --- Ticks ----------------------------------------------------------------------------------------


def tick(bulletin: Bulletin, editor: Any, versions: Collection[int]) -> None:
    """Takes note of these versions and of every older unseen one of their procedures."""
    latest = dict(PublishedVersion.objects.filter(pk__in=versions).values_list("identity", "pk"))
    rows = bulletin.unseen().filter(identity__in=latest).values_list("pk", "identity")
    _note(bulletin.commune, editor, [pk for pk, identity in rows if pk <= latest[identity]])


def tick_all(bulletin: Bulletin, editor: Any, until: int) -> None:
    """Takes note of every unseen version up to the one with this id."""
    _note(bulletin.commune, editor, bulletin.unseen().filter(pk__lte=until).values_list("pk", flat=True))


def _note(commune: AdministrativeUnit, editor: Any, versions: Iterable[int]) -> None:
    rows = [SeenChange(unit=commune, version_id=pk, seen_by=editor) for pk in versions]
    SeenChange.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
