"""Puts pages onto a shelf, many at once: paths are given out here, as treebeard gives them to one page at a time."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import F, Value
from django.db.models.functions import Concat
from wagtail.models import Page

from pages.models.shelf import shelf_kinds


def free_paths(parent: Page, count: int) -> list[str]:
    """The paths of so many new last children of a parent that is locked and as the database has it."""
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    return [Page._get_path(parent.path, parent.depth + 1, number) for number in range(step + 1, step + count + 1)]


def more_children(parent: Page, count: int) -> None:
    """Notes that a parent has so many more children."""
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + count)
    parent.numchild += count


def move_below(parent: Page, leaves: Sequence[Page]) -> None:
    """Makes pages with nothing below them the last children of a parent. Their numbers stay, and their addresses: what
    stands on a shelf does not name it."""
    left = Counter(leaf.path[: -Page.steplen] for leaf in leaves)
    for leaf, path in zip(leaves, free_paths(parent, len(leaves)), strict=True):
        leaf.path = path
    Page.objects.bulk_update(leaves, ["path"], batch_size=200)
    Page.objects.filter(pk__in=[leaf.pk for leaf in leaves]).update(
        depth=parent.depth + 1, url_path=Concat(Value(parent.url_path), "slug", Value("/"))
    )
    more_children(parent, len(leaves))
    _fewer_children(left.items())


def put_addresses_right(catalogue: Page) -> None:
    """Takes shelves out of addresses where Wagtail's command `set_url_paths` has written them in."""
    below = Page.objects.filter(path__startswith=catalogue.path)
    address = Concat(Value(catalogue.url_path), "slug", Value("/"))
    below.filter(depth=catalogue.depth + 2).exclude(url_path=address).update(url_path=address)
    shelves = below.filter(depth=catalogue.depth + 1).exact_type(*shelf_kinds())
    shelves.exclude(url_path=catalogue.url_path).update(url_path=catalogue.url_path)


def _fewer_children(left: Iterable[tuple[str, int]]) -> None:
    for path, count in left:
        Page.objects.filter(path=path).update(numchild=F("numchild") - count)
