"""Prints anew what hangs on a wall and is wrong, and remembers which new paper is meant for which old one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from agencies.models import AdministrativeUnit
from posting.models import PostedPaper, PrintJob
from posting.rules.kinds import PAPER_KINDS
from procedures_catalog.models import ProcedurePage
from procedures_catalog.models.change_set import public_successors
from procedures_catalog.store.filters import current_pages

#: Where a job keeps what its papers are for: the old paper's tag → the short code of the new one's procedure, "" where
#: the new paper is the only one of the job.
REPLACES = "replaces"
LATELY = 50  # jobs that are looked through for replacements
_SHAPE = ("columns", "two_sided")


@dataclass(frozen=True, slots=True)
class Reprint:
    """What `posting.jobs.start_job` wants, for a kind of paper."""

    kind: str
    wanted: dict[str, Any]


def reprints(papers: Iterable[PostedPaper], on: date) -> list[Reprint]:
    """The fewest printings that bring each paper up to date, those of one procedure together in one file. A paper on
    which nothing is in force any more on that day has none."""
    found: list[Reprint] = []
    for paper in papers:
        reprint = _reprint(paper, on)
        if reprint is None:
            continue
        together = next((other for other in found if _fit_together(other, reprint)), None)
        if together:
            together.wanted["selection"]["codes"] += reprint.wanted["selection"]["codes"]
            together.wanted[REPLACES] |= reprint.wanted[REPLACES]
        else:
            found.append(reprint)
    return found


def _reprint(paper: PostedPaper, on: date) -> Reprint | None:
    selection = {name: value for name, value in paper.selection.items() if name not in _SHAPE}
    if "codes" in selection:
        selection["codes"] = codes_in_force(paper, on)
        if not selection["codes"]:
            return None
    shape = {name: paper.selection[name] for name in _SHAPE if name in paper.selection}
    counter = paper.counter_id if paper.counter and paper.counter.is_in_force(on) else None
    about = selection["codes"][0] if PAPER_KINDS[paper.kind].is_single else ""
    wanted = {"selection": selection, "size": paper.size, "counter": counter, "purpose": "posted", **shape}
    return Reprint(paper.kind, wanted | {REPLACES: {paper.tag: about}})


def _fit_together(one: Reprint, other: Reprint) -> bool:
    """Whether both are papers of one procedure each, alike in everything else, and of different procedures."""
    if not PAPER_KINDS[one.kind].is_single or one.kind != other.kind:
        return False
    apart = not set(one.wanted["selection"]["codes"]) & set(other.wanted["selection"]["codes"])
    return apart and _shape(one) == _shape(other)


def _shape(reprint: Reprint) -> dict[str, Any]:
    return {name: value for name, value in reprint.wanted.items() if name not in ("selection", REPLACES)}


def codes_in_force(paper: PostedPaper, on: date) -> list[str]:
    """The short codes of the paper's procedures: those in force, and what replaced the others."""
    pages = ProcedurePage.objects.filter(identity__in=paper.items.values("identity"))
    current = current_pages(on)
    gone = pages.exclude(pk__in=current.values("pk"))
    kept = current.filter(pk__in=pages.values("pk"))
    ended = gone.values_list("identity", "successor")
    found = public_successors(current, ended)
    heirs = current.filter(pk__in={each.pk for every in found.values() for each in every})
    rows = (*kept.values_list("identity__short_code"), *heirs.values_list("identity__short_code"))
    return list(dict.fromkeys(code for (code,) in rows))


def replacements(commune: AdministrativeUnit) -> dict[str, PostedPaper]:
    """Tag of an old paper → the latest paper that was printed for it and does not hang yet. Two queries."""
    jobs = PrintJob.objects.filter(unit=commune, state="done", wanted__has_key=REPLACES).order_by("-pk")[:LATELY]
    found: dict[str, PostedPaper] = {}
    for job in jobs.prefetch_related("papers"):
        papers = {_about(paper): paper for paper in job.papers.all()}
        for tag, about in job.wanted[REPLACES].items():
            new = papers.get(about)
            if new and new.hung_on is None and new.ended_on is None:
                found.setdefault(tag, new)
    return found


def _about(paper: PostedPaper) -> str:
    """The short code of the paper's one procedure, "" for a paper of many."""
    return paper.selection["codes"][0] if PAPER_KINDS[paper.kind].is_single else ""
