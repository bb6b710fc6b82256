"""What the ledger knows: papers, where they hang, which are wrong and why, scans, printings."""

from typing import Any

from posting.ledger.wrong import WrongPaper, wrong_papers
from posting.models import PostedPaper, PrintJob, QueuedSheet, ScanCount, SeenChange
from posting.rules.selection import Selection
from posting.selection.choosing import choose
from tests.clock import today
from tests.old_portal.facts import change_told


def papers() -> dict[str, Any]:
    """Tag → everything that is written of the paper."""
    return {paper.tag: _paper(paper) for paper in PostedPaper.objects.order_by("tag")}


def _paper(paper: PostedPaper) -> dict[str, Any]:
    items = paper.items.order_by("pk").values_list("identity__short_code", "version__number")
    return {
        "what": [paper.get_kind_display(), paper.size, paper.title],
        "where": [paper.unit and paper.unit.name, paper.counter and paper.counter.name, paper.spot],
        "when": [paper.printed_at, paper.hung_on, paper.ended_on],
        "who": [str(paper.printed_by), str(paper.ended_by)],
        "file": paper.file_digest,
        "head": paper.head,
        "replaced by": paper.replaced_by and paper.replaced_by.tag,
        "items": [list(item) for item in items],
    }


def wrong() -> list[Any]:
    """The papers that are wrong, with what changed row by row."""
    return sorted(_wrong(one) for one in wrong_papers(today())) + sorted(_wrong(one) for one in _by_commune())


def _by_commune() -> list[WrongPaper]:
    """A commune is told each change row by row."""
    units = {paper.unit for paper in PostedPaper.objects.select_related("unit") if paper.unit}
    return [one for unit in units for one in wrong_papers(today(), unit)]


def _wrong(one: WrongPaper) -> list[Any]:
    items = [[item.title, item.reason, [change_told(change) for change in item.changes]] for item in one.items]
    return [one.paper.tag, sorted(items), list(one.reasons)]


def chosen_again() -> dict[str, Any]:
    """What a paper's own way of choosing chooses today: so it is printed again."""
    papers = PostedPaper.objects.exclude(selection={}).order_by("tag")
    return {
        paper.tag: sorted(one.code for one in choose(Selection.from_json(paper.selection), today())) for paper in papers
    }


def scans() -> list[Any]:
    """Every count of scans."""
    columns = ("identity__short_code", "paper__tag", "day", "hour", "scans")
    return sorted(([*row] for row in ScanCount.objects.values_list(*columns)), key=str)


def printings() -> list[Any]:
    """Long printings, what they made, and what they would choose today."""
    return [_printing(job) for job in PrintJob.objects.order_by("pk")]


def _printing(job: PrintJob) -> list[Any]:
    codes = sorted(one.code for one in choose(Selection.from_json(job.wanted["selection"]), today()))
    tags = sorted(job.papers.values_list("tag", flat=True))
    return [
        str(job.asked_by),
        str(job.unit),
        job.get_kind_display(),
        job.get_state_display(),
        job.file_name,
        tags,
        codes,
    ]


def officers() -> list[Any]:
    """What officers put aside, and which changes they took note of."""
    queued = QueuedSheet.objects.values_list("editor__username", "identity__short_code", "kind")
    seen = SeenChange.objects.values_list("unit__name", "version__identity__short_code", "version__number")
    return [[list(row) for row in queued], [list(row) for row in seen]]


QUESTIONS = {
    "papers": papers,
    "wrong": wrong,
    "chosen again": chosen_again,
    "scans": scans,
    "printings": printings,
    "officers": officers,
}
