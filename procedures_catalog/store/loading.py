"""Loads pages of procedures with all their rows in as few queries as there are kinds of rows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db.models import BooleanField, Case, Prefetch, QuerySet, When, prefetch_related_objects
from wagtail.models import Revision

from pages.published import is_published
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.models import ProcedureAgency, ProcedureApplicant, ProcedureLegalBasis, ProcedurePage
from procedures_catalog.models.shared_amount import hold_amounts


def with_facts(pages: QuerySet[ProcedurePage]) -> QuerySet[ProcedurePage]:
    """The pages with everything a record needs: one query for the pages and one for each kind of row."""
    return _with_rows(pages, ProcedureLegalBasis.objects.all())


def with_links(pages: QuerySet[ProcedurePage]) -> QuerySet[ProcedurePage]:
    """The same with the documents that the legal bases lead to, in as many queries; a basis says whether it `leads`."""
    return _with_rows(pages, ProcedureLegalBasis.objects.select_related("document").annotate(leads=_leads()))


def _leads() -> Case:
    """Whether everybody may follow a legal basis to its document."""
    return Case(When(is_published("document__"), then=True), default=False, output_field=BooleanField())


def _with_rows(pages: QuerySet[ProcedurePage], legal_bases: QuerySet[ProcedureLegalBasis]) -> QuerySet[ProcedurePage]:
    return pages.select_related("sector", "identity__everyday").prefetch_related(
        "levels",
        Prefetch("agencies", ProcedureAgency.objects.select_related("registered")),
        Prefetch("applicants", ProcedureApplicant.objects.select_related("kind")),
        Prefetch("legal_bases", legal_bases),
    )


def newest_drafts(pages: Iterable[ProcedurePage]) -> dict[int, ProcedurePage]:
    """Page → its newest draft with all that a record needs, for those that have one; the pages as they are now. Eight
    queries at most, and those that Wagtail asks to read each."""
    every = [page for page in pages if page.latest_revision_id]
    revisions = Revision.objects.in_bulk([page.latest_revision_id for page in every])
    drafts = {
        page.pk: page.with_content_json(revisions[page.latest_revision_id].content)
        for page in every
        if page.latest_revision_id in revisions
    }
    _hold_rows(list(drafts.values()))
    return drafts


def _hold_rows(drafts: Sequence[ProcedurePage]) -> None:
    """What rows of drafts refer to: they stand in a revision, so no query of the pages reads them along."""
    prefetch_related_objects(drafts, "sector", "identity__everyday")
    for relation, refers in (("agencies", "registered"), ("applicants", "kind"), ("legal_bases", "document")):
        prefetch_related_objects([row for draft in drafts for row in getattr(draft, relation).all()], refers)


def iterate_records(
    pages: QuerySet[ProcedurePage], portion: int = 200
) -> Iterator[tuple[ProcedurePage, ProcedureRecord]]:
    """Each page with its official record, a portion of pages in memory at a time."""
    rest = with_facts(pages).iterator(chunk_size=portion)
    while held := list(islice(rest, portion)):
        hold_amounts(held)
        yield from ((page, official_record(page)) for page in held)
