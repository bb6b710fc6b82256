"""The catalogue's shelves, found or made, each agency's own."""

from wagtail.models import Page, PageViewRestriction

from agencies.models import Agency
from procedures_catalog.models import ProcedureIndexPage, ProcedureShelfPage

COMMON = "Thủ tục chưa giao cho cơ quan"


class Shelves:
    """The shelves; the catalogue and they stay locked until the caller's transaction ends."""

    def __init__(self) -> None:
        self._catalogue = ProcedureIndexPage.objects.select_for_update().get()
        held = ProcedureShelfPage.objects.select_for_update().child_of(self._catalogue)
        self._held = {shelf.agency_id: shelf for shelf in held}

    def of(self, agency: int | None) -> ProcedureShelfPage:
        """The shelf of the agency with this id, of nobody in particular for None; made where there is none."""
        if agency not in self._held:
            self._held[agency] = self._made(agency)
        return self._held[agency]

    def under(self, page: Page) -> Page:
        """The shelf on which a page of the catalogue stands, the catalogue itself where it stands on none."""
        above = page.path[: -Page.steplen]
        return next((shelf for shelf in self._held.values() if shelf.path == above), self._catalogue)

    def are_restricted(self) -> bool:
        """Whether not everybody may read what stands on some shelf."""
        return PageViewRestriction.objects.filter(page__in=[shelf.pk for shelf in self._held.values()]).exists()

    def _made(self, agency: int | None) -> ProcedureShelfPage:
        title = Agency.objects.get(pk=agency).name if agency else COMMON
        return self._catalogue.add_child(instance=ProcedureShelfPage(title=title, agency_id=agency))
