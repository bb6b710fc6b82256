"""What somebody may do with a page, told without asking the database where the page itself knows the answer."""

from wagtail.models import PagePermissionTester


class LeafPermissionTester(PagePermissionTester):
    """Wagtail's rules. A page with nothing below it needs no query for the published pages below it, of which Wagtail's
    lists ask once a row."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Whether the page may be deleted, as Wagtail answers."""
        if self.page.is_leaf() and self._changes_without_publishing():
            return not self.page.live
        return super().can_delete(ignore_bulk)

    def _changes_without_publishing(self) -> bool:
        user = self.user
        return user.is_active and not user.is_superuser and self.permissions & {"change", "publish"} == {"change"}
