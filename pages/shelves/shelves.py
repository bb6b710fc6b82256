"""The shelves of a list, found or made, each agency's own."""

from wagtail.models import Page, PageViewRestriction

from agencies.models import Agency
from pages.models.shelf import ShelfPage, Shelved

_LONGEST = 255


class Shelves:
    """The shelves of one kind below a list; the list and they stay locked until the caller's transaction ends.

    `common` is the title of the shelf of what is nobody's; where there is none that stands in the list itself.
    """

    def __init__(self, lists: type[Shelved], kind: type[ShelfPage], common: str = "") -> None:
        self._list = lists._default_manager.select_for_update().get()
        self._kind, self._common = kind, common
        held = kind._default_manager.select_for_update().filter(path__startswith=self._list.path)
        self._held = {shelf.agency_id: shelf for shelf in held}

    def of(self, agency: int | None) -> Page:
        """The shelf of the agency with this id, made where there is none; for None where what is nobody's stands."""
        if agency is None and not self._common:
            return self._list
        if agency not in self._held:
            self._held[agency] = self._made(agency)
        return self._held[agency]

    def under(self, page: Page) -> Page:
        """The shelf on which a page of the list stands, the list itself where it stands on none."""
        above = page.path[: -page.steplen]
        return next((shelf for shelf in self._held.values() if shelf.path == above), self._list)

    def are_restricted(self) -> bool:
        """Whether not everybody may read what stands on some shelf."""
        return PageViewRestriction.objects.filter(page__in=[shelf.pk for shelf in self._held.values()]).exists()

    def _made(self, agency: int | None) -> ShelfPage:
        title = Agency.objects.get(pk=agency).name if agency else self._common
        made: ShelfPage = self._list.add_child(instance=self._kind(title=title[:_LONGEST], agency_id=agency))
        return made
