"""The collections of images and documents: one for each agency, nested as the registry is, and one that all share."""

from wagtail.models import Collection

from agencies.models import Agency, AgencyDesk
from agencies.reach import line_of, parents_of_all

SHARED = "Tệp dùng chung của các cơ quan"
_LONGEST = 255


def shared_collection() -> Collection:
    """Where what every agency may use lies; made where there is none."""
    held = AgencyDesk.objects.filter(agency=None).select_related("collection").first()
    return held.collection if held else _made(None, SHARED, _root())


def collection_of(agency: Agency) -> Collection:
    """The agency's own, below those of its superiors; made with them where there is none."""
    line = line_of(agency.pk, parents_of_all())
    named, at = Agency.objects.in_bulk(line), _root()
    for each in reversed(line):
        held = AgencyDesk.objects.filter(agency=each).select_related("collection").first()
        at = held.collection if held else _made(named[each], named[each].name, at)
    return at


def follow_the_registry() -> None:
    """Puts every agency's collection below that of its superior, with the agency's name; run again, it changes
    nothing."""
    for desk in AgencyDesk.objects.exclude(agency=None).select_related("agency__parent"):
        agency = desk.agency
        above = collection_of(agency.parent) if agency and agency.parent else _root()
        _put(Collection.objects.get(pk=desk.collection_id), agency.name[:_LONGEST] if agency else "", above)


def _put(collection: Collection, name: str, above: Collection) -> None:
    if collection.name != name:
        collection.name = name
        collection.save()
    if not collection.is_child_of(above) and not above.is_descendant_of(collection):
        collection.move(above, "sorted-child")


def _root() -> Collection:
    return Collection.get_first_root_node()


def _made(agency: Agency | None, name: str, above: Collection) -> Collection:
    fresh = Collection.objects.get(pk=above.pk)  # who has got a child since does not know it
    made: Collection = fresh.add_child(instance=Collection(name=name[:_LONGEST]))
    AgencyDesk.objects.create(agency=agency, collection=made)
    return made
