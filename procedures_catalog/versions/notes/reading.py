"""Change notes read for those who are told what changed: lists, feeds, the day's digest. Minor ones are told nobody."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import F, Max, Min, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from agencies.day import local_day
from pages.published import published
from procedures_catalog.facts.temporary_code import called
from procedures_catalog.models import ChangeNote, ProcedurePage, PublishedVersion
from procedures_catalog.models.change_set import public_successors
from procedures_catalog.presenting.note_lines import in_one_line
from procedures_catalog.versions.news import beginnings, news

#: How far back a change is still told of.
DAYS = 90
#: What notes are announced: to readers of lists, of feeds, of a day.
ANNOUNCED = {"note__is_minor": False, "note__is_taken_back": False}
_LINE = (
    "title",
    "twin_note",
    "url_path",
    "code",
    "slug",
    "translation_key",
    "sector__name",
    "identity__short_code",
    "successor",
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one change: the procedure's page (its name, addresses, sector), the number of the version, when
    it was noted, what changed, a sentence a line, and when that was last corrected, else noted."""

    page: ProcedurePage
    number: int
    noted_at: datetime
    text: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """The versions of a day that are told of, and the nearest days before and after it that have such, within DAYS."""

    changes: QuerySet[PublishedVersion]
    earlier: date | None
    later: date | None


def midnight(day: date) -> datetime:
    """The moment at which a day begins in the province."""
    return timezone.make_aware(datetime.combine(day, time.min))


def to_be_told(pages: QuerySet[ProcedurePage], first: date, last: date) -> QuerySet[PublishedVersion]:
    """The versions noted from one day to another that are told of, of those of the pages that everybody may read.
    Neither what a catalogue was brought in with is, nor what is minor or was taken back on its day. Two queries."""
    since = midnight(first)
    versions = news(since, beginnings(since)).filter(noted_at__lt=midnight(last + timedelta(days=1)))
    return versions.filter(**ANNOUNCED, identity__page__in=published(pages).values("pk"))


def lately(pages: QuerySet[ProcedurePage], on: date) -> QuerySet[PublishedVersion]:
    """Those of the last DAYS, the latest first. Two queries."""
    return to_be_told(pages, on - timedelta(days=DAYS), on).order_by("-noted_at", "-pk")


def day_of_changes(pages: QuerySet[ProcedurePage], day: date, today: date) -> DayOfChanges:
    """What changed on a day, ordered by sector and name, and where to go from there. Four queries."""
    around = timedelta(days=DAYS)
    every = to_be_told(pages, day - around, min(today, day + around)).order_by()
    begins, ends = midnight(day), midnight(day + timedelta(days=1))
    earlier = every.filter(noted_at__lt=begins).aggregate(at=Max("noted_at"))["at"]
    later = every.filter(noted_at__gte=ends).aggregate(at=Min("noted_at"))["at"]
    of_day = every.filter(noted_at__gte=begins, noted_at__lt=ends)
    ordered = of_day.order_by("identity__page__sector__name", "identity__page__sort_name", "pk")
    return DayOfChanges(ordered, earlier and local_day(earlier), later and local_day(later))


def of_day(notes: QuerySet[ChangeNote], day: date) -> QuerySet[ChangeNote]:
    """The notes of a day, minor ones too, the latest first."""
    begins, ends = midnight(day), midnight(day + timedelta(days=1))
    of_it = notes.filter(version__noted_at__gte=begins, version__noted_at__lt=ends)
    return of_it.order_by("-version__noted_at", "-pk")


def notes_of(identity: int, on: date) -> QuerySet[ChangeNote]:
    """What changed with each version of a procedure up to a day, minor changes too, the latest first. One query."""
    noted = ChangeNote.objects.filter(
        version__identity=identity, version__noted_at__lt=midnight(on + timedelta(days=1))
    )
    columns = ("text", "is_minor", "corrected_at", "version__number", "version__noted_at")
    return noted.select_related("version").only(*columns).order_by("-version__number")


def written_after(versions: Iterable[tuple[int, int]]) -> dict[tuple[int, int], tuple[str, ...]]:
    """Identity and number of a version → what people wrote of the versions after it, each note in a line, the first
    first. What the portal proposed is not among it: whoever compares two versions tells that himself. One query."""
    wanted = set(versions)
    notes = ChangeNote.objects.filter(version__identity__in={identity for identity, _ in wanted}, is_minor=False)
    written = notes.exclude(text=F("proposed")).order_by("version__number")
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for identity, number, text in written.values_list("version__identity", "version__number", "text"):
        found[identity].append((number, in_one_line(text)))
    return {(of, number): tuple(text for later, text in found[of] if later > number) for of, number in wanted}


def told(versions: QuerySet[PublishedVersion], first: int, most: int) -> list[Told]:
    """So many of them from a place on, in their order; where a procedure was replaced, by what, as far as everybody may
    read it. Two queries, two more where something was replaced."""
    updated = Coalesce("note__corrected_at", "noted_at")
    columns = ("identity__page", "number", "noted_at", "note__text", updated, "note__parts")
    rows = list(versions.values_list(*columns)[first : first + most])
    pages = ProcedurePage.objects.select_related("sector", "identity").only(*_LINE).in_bulk([page for page, *_ in rows])
    ended = [pages[page] for page, *_, parts in rows if "state" in parts.split()]
    by_what = public_successors(ProcedurePage.objects.all(), [(page.identity_id, page.successor_id) for page in ended])
    return [
        Told(page, number, at, _with_successors(text, by_what.get(page.identity_id, ()), parts), updated)
        for page, number, at, text, updated, parts in ((pages[pk], *rest) for pk, *rest in rows)
    ]


def _with_successors(text: str, successors: Sequence[ProcedurePage], parts: str) -> str:
    if "state" not in parts.split() or not successors:
        return text
    names = "; ".join(f"“{each.told_name}” ({called(each.code)})" for each in successors)
    return f"{text}\nNay làm theo: {names}"
