"""A second decision of the same number: the one that stands already, which somebody may have meant to open."""

from django.db.models import QuerySet

from decisions.models import Decision
from legal_documents.facts.numbers import number_key


def twin_of(decision: Decision, among: QuerySet[Decision]) -> Decision | None:
    """Another decision of the same agency under the same number, however spelled, the newest first. Numbers begin anew
    with each year: where both were signed and in different years, they are two. One query."""
    key = number_key(decision.number)
    rows = among.filter(agency=decision.agency_id).exclude(number="").exclude(pk=decision.pk).order_by("-pk")
    return next((each for each in rows if number_key(each.number) == key and not _of_other_years(each, decision)), None)


def _of_other_years(one: Decision, other: Decision) -> bool:
    return bool(one.signed_on and other.signed_on and one.signed_on.year != other.signed_on.year)
