"""The parents of listed pages, read together: the tree keeps paths, so no foreign key can fetch them with the pages."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page


class ParentsAtOnce:
    """An attribute that `prefetch_related` can be asked for; afterwards `get_parent()` of each page needs no query."""

    def is_cached(self, page: Page) -> bool:
        """Whether the page's parent was read already."""
        return hasattr(page, "_cached_parent_obj")

    def get_prefetch_querysets(
        self, instances: Sequence[Page], querysets: list[QuerySet[Page]] | None = None
    ) -> tuple[QuerySet[Page], Callable[[Page], str], Callable[[Page], str], bool, str, bool]:
        """The parents, how they and the pages are matched, and where treebeard looks for a page's parent."""
        parents = Page.objects.filter(path__in={_path_above(page) for page in instances})
        return parents, lambda parent: parent.path, _path_above, True, "_cached_parent_obj", True


def hold_parents(pages: Iterable[Page]) -> None:
    """The same for pages in hand, of whatever type: afterwards `get_parent()` of each needs no query. One query."""
    held = list(pages)
    parents = Page.objects.filter(path__in={_path_above(page) for page in held})
    by_path = {parent.path: parent for parent in parents}
    for page in held:
        page._cached_parent_obj = by_path.get(_path_above(page))


def _path_above(page: Any) -> str:
    return page.path[: -page.steplen]
