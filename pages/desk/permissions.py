"""What somebody may do with a page: Wagtail's rules, that nobody publishes what he wrote himself, and that nobody opens
what is closed to him; told without asking the database where the page itself knows the answer."""

from django.utils.functional import cached_property
from wagtail.models import PagePermissionTester

from pages.desk.in_hand import hold_review
from pages.desk.walled import WalledPermissionTester
from pages.four_eyes.authors import has_own_change


class LeafPermissionTester(WalledPermissionTester):
    """Wagtail's rules and these. A page with nothing below it needs no query for the published pages below it, of
    which Wagtail's lists ask once a row."""

    def may_publish(self) -> bool:
        """Whether the person has the right to publish here, whoever wrote what waits."""
        return bool(super().can_publish())

    def can_publish(self) -> bool:
        """Whether the person may publish what waits now."""
        return self.may_publish() and not has_own_change(self.page, self.user)

    def can_set_view_restrictions(self) -> bool:
        """Whether the person may close the page, or open it: that changes no text."""
        return self.may_publish()

    def can_unschedule(self) -> bool:
        """Whether the person may take an hour of publication back, also of what he wrote."""
        return self.may_publish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Whether the page may be deleted, as Wagtail answers."""
        if self.is_closed:
            return False
        if self.page.is_leaf() and self._changes_without_publishing():
            return not self.page.live
        return super().can_delete(ignore_bulk)

    def _changes_without_publishing(self) -> bool:
        user = self.user
        return user.is_active and not user.is_superuser and self.permissions & {"change", "publish"} == {"change"}


class ShelfPermissionTester(LeafPermissionTester):
    """Of a shelf: rights that are given on it are rights over what stands there; the shelf itself is changed, moved,
    closed and deleted by whoever may change the list in which it stands."""

    @cached_property
    def _may_change_the_list(self) -> bool:
        above = self.page.get_parent()
        if above is None:
            return True
        hold_review(above)
        return bool(PagePermissionTester(self.user, above).can_edit())

    def can_edit(self) -> bool:
        """Its name and agency."""
        return self._may_change_the_list and super().can_edit()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """With all that stands there."""
        return self._may_change_the_list and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        """With all that stands there."""
        return self._may_change_the_list and super().can_unpublish()

    def can_set_view_restrictions(self) -> bool:
        """For all that stands there."""
        return self._may_change_the_list and super().can_set_view_restrictions()

    def can_move(self) -> bool:
        """With all that stands there."""
        return self._may_change_the_list and super().can_move()

    def can_lock(self) -> bool:
        """The shelf itself."""
        return self._may_change_the_list and super().can_lock()
