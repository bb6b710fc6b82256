"""Which rows of the log somebody sees: what concerned a thing of his agencies, and of what is no agency's what their
people did; the portal's administrators see all. To write or publish in the whole portal opens no agency's log. Of
accounts of persons another rule tells (`people`)."""

from typing import Any

from django.db.models import Q, QuerySet

from agencies.models import Role
from agencies.reach import ALL, Agencies, agencies_of, parents_of_all, with_below
from audit.models import LogRow
from cms.log.people import about_people, of_people_for

#: The right to see the rows of every agency; whoever administers the portal has it without being given it.
EVERY_AGENCY = "audit.view_all_logrow"


def rows_visible_to(user: Any) -> QuerySet[LogRow]:
    """The rows, newest first."""
    if user.has_perm(EVERY_AGENCY):
        return LogRow.objects.all()
    return LogRow.objects.filter((_about_things(agencies_seen_by(user)) & ~about_people()) | of_people_for(user))


def _about_things(reach: Agencies) -> Q:
    """Who wrote in another agency's draft does not open it to his own."""
    by_own_people = Q(agency=None) & reach.condition("actor_agency")
    return Q() if reach.is_all else reach.condition("agency") | by_own_people


def agencies_seen_by(user: Any) -> Agencies:
    """The agencies that give him roles; of who has none of an agency's the one that he works for, and what stands under
    it. Who keeps the accounts of every agency sees every agency's."""
    if user.has_perm(EVERY_AGENCY) or agencies_of(user, {Role.UNIT_ADMIN}).is_all:
        return ALL
    own, reach = getattr(user, "agency_id", None), agencies_of(user)
    return reach if reach and not reach.is_all else with_below({own} if own else set(), parents_of_all())
