"""Where a short code leads, and what became of a procedure that can no longer be read."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery, Value
from django.urls import reverse

from posting.models import PostedPaper
from procedures_catalog.comparing.shown_json import unpack_shown
from procedures_catalog.facts.dated.difference import ENDS
from procedures_catalog.facts.scope.scope import is_internal
from procedures_catalog.facts.short_code import is_well_formed
from procedures_catalog.models import (
    DatedDifference,
    ProcedureCode,
    ProcedureIdentity,
    ProcedurePage,
    PublishedVersion,
)
from procedures_catalog.models.change_set import public_successors


@dataclass(frozen=True, slots=True)
class Target:
    """An issued code: its identity, the paper that it was scanned from (None: none that is known), and the page's
    address ("" when the page is not public)."""

    identity_id: int
    paper_id: int | None
    path: str


@dataclass(frozen=True, slots=True)
class RetiredProcedure:
    """What is known of a procedure without a public page. `ended_on`, `decision` and the `successors` (name and address
    of each) where there are; of one that never `was_public` nothing is told."""

    name: str
    code: str
    ended_on: datetime.date | None
    decision: str
    successors: tuple[tuple[str, str], ...]
    was_public: bool = True


def find_target(code: str, tag: str = "") -> Target | None:
    """What a tidied, well-formed code leads to; None when it was never issued. One query.

    The tag of a paper that does not hold the procedure counts as none: a tag never changes where a code leads.
    """
    paper = PostedPaper.objects.filter(tag=tag, items__identity=OuterRef("pk")).values("pk")[:1]
    known = Subquery(paper) if is_well_formed(tag) else Value(None, BigIntegerField())
    identities = ProcedureIdentity.objects.filter(short_code=code).annotate(paper=known)
    row = identities.values("pk", "paper", "page__slug", "page__live").first()
    return _target(row, tag) if row else None


def _target(row: Mapping[str, Any], tag: str) -> Target:
    slug, paper = row["page__slug"], row["paper"]
    path = reverse("procedure", args=[slug]) if slug and row["page__live"] else ""
    return Target(row["pk"], paper, f"{path}?to={tag}" if path and paper else path)


def find_retired(identity_id: int) -> RetiredProcedure:
    """What became of a procedure: the name it was last published under, and what followed it. One query, two or three
    where a draft was written since. What a draft says is told nobody: then the version that was last published says
    all, and what ended it."""
    row = (
        ProcedureIdentity.objects.filter(pk=identity_id)
        .annotate(
            last_title=Subquery(_of_last_version("title")),
            noted_at=Subquery(_of_last_version("noted_at")),
            kept=Subquery(_of_last_version("kept")),
            code=Subquery(_codes()),
        )
        .values(
            "last_title", "noted_at", "kept", "code", "page__kind", "page__title", "page__first_published_at",
            "page__valid_to", "page__ending_decision", "page__last_published_at", "page__latest_revision_created_at",
            "page__successor", "pk",
        )
        .get()
    )  # fmt: skip
    return _retired(row)


def _of_last_version(column: str) -> QuerySet[PublishedVersion, Any]:
    return PublishedVersion.objects.filter(identity=OuterRef("pk")).order_by("-number").values(column)[:1]


def _codes() -> QuerySet[ProcedureCode, Any]:
    return ProcedureCode.objects.filter(identity=OuterRef("pk")).order_by("-is_present", "-pk").values("raw")[:1]


def _retired(row: Mapping[str, Any]) -> RetiredProcedure:
    """A title that was never published stays between its editors, and so does all of a procedure between agencies."""
    if not (row["last_title"] or row["page__first_published_at"]):
        return RetiredProcedure("", "", None, "", (), was_public=False)
    if _has_newer_draft(row):
        return _as_last_published(row)
    if is_internal(row["code"] or "", row["page__kind"] or ""):
        return _NOTHING
    return _as_it_stands(row)


_NOTHING = RetiredProcedure("", "", None, "", ())


def _has_newer_draft(row: Mapping[str, Any]) -> bool:
    """Whether the page's columns may say what nobody has published: forms write them where a page is not public, and
    that it was taken off is a version too."""
    known_at = row["noted_at"] or row["page__last_published_at"]
    drafted_at = row["page__latest_revision_created_at"]
    return drafted_at is not None and (known_at is None or drafted_at > known_at)


def _as_it_stands(row: Mapping[str, Any]) -> RetiredProcedure:
    title = row["page__title"] if row["page__first_published_at"] else ""
    return RetiredProcedure(
        name=row["last_title"] or title or "",
        code=row["code"] or "",
        ended_on=row["page__valid_to"],
        decision=row["page__ending_decision"] or "",
        successors=_successors(row["pk"], row["page__successor"]),
    )


def _as_last_published(row: Mapping[str, Any]) -> RetiredProcedure:
    """By the version alone; of one without text only the name is known. What was public as a procedure between
    agencies, in former times, is told nobody."""
    name = row["last_title"] or ""
    if (shown := unpack_shown(row["kept"] or b"")) is None:
        return RetiredProcedure(name, "", None, "", ())
    if is_internal(shown.record.code, shown.record.kind):
        return _NOTHING
    return RetiredProcedure(
        name=name,
        code=shown.record.code,
        ended_on=shown.valid_to,
        decision=shown.ending_decision or (_ended_by(row["pk"]) if shown.valid_to else ""),
        successors=_successors(row["pk"], shown.successor),
    )


def _successors(identity: int, page: int | None) -> tuple[tuple[str, str], ...]:
    """What replaced it, where everybody may read that."""
    found = public_successors(ProcedurePage.objects.all(), [(identity, page)]).get(identity, ())
    return tuple((each.title, reverse("procedure", args=[each.slug])) for each in found)


def _ended_by(identity: int) -> str:
    """The decision of the set that ended it, for versions of before they kept it; "" where no set did."""
    ends = DatedDifference.objects.filter(identity=identity, part=ENDS, changes__state="applied")
    last = ends.select_related("changes").order_by("-changes__day", "-pk").first()
    if last is None:
        return ""
    difference = last.as_difference()
    return difference.value.decision or difference.decision
