"""Whose decisions somebody sees and changes at the desk: those of the agencies for which he writes, checks or
publishes. What is not his is not there (docs/decisions/0064)."""

from typing import Any

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from agencies.models import Agency, Role
from agencies.models.role import EDITING_ROLES
from agencies.reach import agencies_of
from decisions.models import Decision
from legal_documents.models import LegalDocumentPage
from pages.published import is_published
from pages.shelves.keepers import kept_by
from procedures_catalog.models import ProcedurePage

VIEW, ADD, CHANGE = (f"decisions.{action}_decision" for action in ("view", "add", "change"))
#: Who begins a decision; who checks one corrects it.
_WRITING = frozenset({Role.WRITER, Role.PUBLISHER})


def decisions_of(person: Any) -> QuerySet[Decision]:
    """Those that he sees."""
    rows = Decision.objects.select_related("agency", "document", "made_by", "changes")
    return agencies_of(person, EDITING_ROLES).narrow(rows)


def decision_of(person: Any, number: int) -> Decision:
    """One of them; Http404 for any other."""
    return get_object_or_404(decisions_of(person), pk=number)


def agencies_to_write_for(person: Any) -> QuerySet[Agency]:
    """The agencies for which he may begin a decision."""
    return agencies_of(person, _WRITING).narrow(Agency.objects.order_by("name"), "pk")


def writes_for_all(person: Any) -> bool:
    """Whether a decision of the whole portal is among them."""
    return agencies_of(person, _WRITING).is_all


def may_begin_for(person: Any, agency: int | None) -> bool:
    """Whether he may begin what is an agency's, or the whole portal's."""
    return bool(person.has_perm(ADD)) and agency in agencies_of(person, _WRITING)


def procedures_seen(person: Any) -> QuerySet[ProcedurePage]:
    """Those that everybody reads, and his agencies' own. A query or two."""
    return ProcedurePage.objects.filter(_seen(person))


def documents_seen(person: Any) -> QuerySet[LegalDocumentPage]:
    """The same of legal documents."""
    return LegalDocumentPage.objects.filter(_seen(person))


def _seen(person: Any) -> Q:
    mine = agencies_of(person, EDITING_ROLES)
    return Q() if mine.is_all else is_published() | kept_by(mine)
