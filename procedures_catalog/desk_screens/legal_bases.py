"""Procedures by the validity of the documents that they rest on: those that have expired, and those that soon will."""

from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q
from wagtail.models import PageQuerySet

from legal_documents.facts.validity import EXPIRED
from legal_documents.models import LegalDocumentPage
from procedures_catalog.models import ProcedureLegalBasis

ENDING_DAYS = 30


def resting_on(pages: PageQuerySet, kind: str, on: date) -> PageQuerySet:
    """The procedures with a legal basis that has `expired`, or one that is `ending` within ENDING_DAYS."""
    documents = LegalDocumentPage.objects.all()
    if kind == "expired":
        meant = documents.with_status(EXPIRED, on)
    else:
        meant = documents.filter(expires_on__gt=on, expires_on__lte=on + timedelta(days=ENDING_DAYS))
    bases = ProcedureLegalBasis.objects.filter(page=OuterRef("pk"), document__in=meant.values("pk"))
    return pages.filter(Exists(bases))


def counts_by_basis(pages: PageQuerySet, on: date) -> dict[str, Count]:
    """What an aggregate over procedures asks for to count those of `pages` that rest on what has `expired`, and on what
    is `ending` soon."""
    kinds = ("expired", "ending")
    return {kind: Count("pk", filter=Q(pk__in=resting_on(pages, kind, on).order_by().values("pk"))) for kind in kinds}
