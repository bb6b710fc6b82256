"""The commune's walls as its ledger tells them: which papers to replace and why, which are right, which to hang."""

import datetime
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from agencies.models import AdministrativeUnit
from posting.ledger.wrong import WrongPaper, hanging_papers, wrong_papers, wrong_rows
from posting.models import PostedPaper, PrintJob
from posting.officer.reprinting import replacements
from posting.rules.kinds import PAPER_KINDS
from posting.selection.choosing import Chosen
from posting.selection.missing import missing_from
from procedures_catalog.facts.short_code import is_well_formed, tidy_short_code

MOST_BOARDS = 40  # whose completeness is looked at
DAYS = 30  # how long a printed paper that nobody hung is offered


@dataclass(frozen=True, slots=True)
class ToReplace:
    """A paper that is wrong or lacks something, what it lacks, and the new one that was printed for it, if any."""

    wrong: WrongPaper
    replacement: PostedPaper | None
    missing: tuple[Chosen, ...] = ()


def to_replace(commune: AdministrativeUnit, on: datetime.date) -> list[ToReplace]:
    """The wrong papers on the commune's walls, the latest printed first."""
    printed = replacements(commune)
    return [ToReplace(wrong, printed.get(wrong.paper.tag)) for wrong in wrong_papers(on, commune)]


def incomplete(commune: AdministrativeUnit, on: datetime.date) -> list[ToReplace]:
    """The papers that are right, but on which procedures are missing that belong there. A few queries a board."""
    printed = replacements(commune)
    boards = [paper for paper in right_papers(commune, on) if "codes" not in paper.selection][:MOST_BOARDS]
    lacking = ((paper, missing_from(paper, on)) for paper in boards)
    return [ToReplace(WrongPaper(paper), printed.get(paper.tag), missing) for paper, missing in lacking if missing]


def count_wrong(commune: AdministrativeUnit, on: datetime.date) -> int:
    """How many papers are wrong."""
    return hanging_papers(on, commune).filter(pk__in=wrong_rows(on).values("pk")).count()


def right_papers(commune: AdministrativeUnit, on: datetime.date) -> QuerySet[PostedPaper]:
    """The papers that hang and are right, the latest printed first."""
    return hanging_papers(on, commune).exclude(pk__in=wrong_rows(on).values("pk")).order_by("-printed_at", "-pk")


def waiting_papers(commune: AdministrativeUnit, moment: datetime.datetime) -> QuerySet[PostedPaper]:
    """The papers that were printed for the wall shortly before and do not hang yet; labels are no paper for a wall."""
    since = moment - datetime.timedelta(days=DAYS)
    for_the_wall = PrintJob.objects.filter(unit=commune, wanted__purpose="posted").values("papers")
    cut_up = [key for key, kind in PAPER_KINDS.items() if kind.is_cut_up]
    return PostedPaper.objects.filter(
        pk__in=for_the_wall, printed_at__gte=since, hung_on__isnull=True, ended_on__isnull=True
    ).exclude(kind__in=cut_up)


def paper_of(commune: AdministrativeUnit, tag: str, on: datetime.date) -> PostedPaper:
    """The commune's paper with a tag, hanging or not. Raises Http404 for any other."""
    tag = tidy_short_code(tag[:40])
    own = PostedPaper.objects.filter(Q(unit=commune) | Q(pk__in=hanging_papers(on, commune).values("pk")))
    paper = own.select_related("unit", "counter").filter(tag=tag).first() if is_well_formed(tag) else None
    if paper is None:
        raise Http404
    return paper
