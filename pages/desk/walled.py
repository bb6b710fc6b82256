"""What somebody may do with a page that a floor above says is closed to him: nothing, whatever rights he has there."""

from collections.abc import Callable
from typing import Any, TypeAlias

from django.utils.functional import cached_property
from wagtail.models import Page, PagePermissionTester

#: Whether a page is closed to somebody.
Wall: TypeAlias = Callable[[Any, Page], bool]

_walls: list[Wall] = []


def close_by(wall: Wall) -> None:
    """A floor above says which pages are closed to whom; said twice it counts once."""
    if wall not in _walls:
        _walls.append(wall)


class WalledPermissionTester(PagePermissionTester):
    """Wagtail's rules for pages that are not closed. Below one that is, pages may be added where it is public and
    nobody's."""

    @cached_property
    def is_closed(self) -> bool:
        """Whether the page is closed to this person."""
        return self.user.is_active and not self.user.is_superuser and any(wall(self.user, self.page) for wall in _walls)

    @cached_property
    def is_shut(self) -> bool:
        """Whether it is also closed below."""
        page = self.page
        return self.is_closed and not (page.live and getattr(page.specific_deferred, "agency_id", None) is None)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Whether it may be deleted; moved asks the same."""
        return not self.is_closed and bool(super().can_delete(ignore_bulk))

    def can_edit(self) -> bool:
        """Whether its form opens; copied asks the same."""
        return not self.is_closed and bool(super().can_edit())

    def can_publish(self) -> bool:
        """Whether it may be published."""
        return not self.is_closed and bool(super().can_publish())

    def can_unpublish(self) -> bool:
        """Whether it may be taken from the public."""
        return not self.is_closed and bool(super().can_unpublish())

    def can_submit_for_moderation(self) -> bool:
        """Whether it may be sent for review."""
        return not self.is_closed and bool(super().can_submit_for_moderation())

    def can_lock(self) -> bool:
        """Whether it may be locked."""
        return not self.is_closed and bool(super().can_lock())

    def can_unlock(self) -> bool:
        """Whether it may be unlocked."""
        return not self.is_closed and bool(super().can_unlock())

    def can_reorder_children(self) -> bool:
        """Whether what stands below may be put in another order."""
        return not self.is_closed and bool(super().can_reorder_children())

    def can_view_revisions(self) -> bool:
        """Whether its history is shown."""
        return not self.is_closed and bool(super().can_view_revisions())

    def can_add_subpage(self) -> bool:
        """Whether a page may be added below."""
        return bool(super().can_add_subpage()) and not self.is_shut

    def can_publish_subpage(self) -> bool:
        """Whether what is added below may be published at once."""
        return bool(super().can_publish_subpage()) and not self.is_shut

    def can_move_to(self, destination: Page) -> bool:
        """Whether it may be moved below another page."""
        return bool(super().can_move_to(destination)) and not WalledPermissionTester(self.user, destination).is_shut
