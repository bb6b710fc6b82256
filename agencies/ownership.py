"""To which agency rows belong in the log that say so in another way than by a column `agency`."""

from django.contrib.auth.models import Group
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from agencies.models import Agency, AgencyDesk, RoleGroup
from audit.things import belongs


def connect() -> None:
    """An agency is its own; a role's group and its rights are the agency's that the role is given for; a file is the
    agency's in whose collection it lies."""
    belongs(Agency, lambda agency: agency.pk)
    belongs(Group, lambda group: _agency_of(group.pk))
    belongs(GroupPagePermission, lambda right: _agency_of(right.group_id))
    belongs(GroupCollectionPermission, lambda right: _agency_of(right.group_id))
    belongs(Collection, agency_of_collection)
    for kind in (AbstractDocument, AbstractImage):
        belongs(kind, lambda file: agency_of_collection(file.collection))


def _agency_of(group: int) -> int | None:
    return RoleGroup.objects.filter(group=group).values_list("agency", flat=True).first()


def agency_of_collection(collection: Collection) -> int | None:
    """The agency whose collection it is or lies in; None for what all share and what is nobody's. One query."""
    path, step = collection.path, collection.steplen
    line = [path[:length] for length in range(step, len(path) + 1, step)]
    desks = AgencyDesk.objects.filter(collection__path__in=line).order_by("-collection__depth")
    return desks.values_list("agency", flat=True).first()
