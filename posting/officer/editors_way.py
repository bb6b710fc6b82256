"""The way from the editors' desk to the officers', for those who may sit at both."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem

from posting.officer.access import RIGHTS


class _OfficersDesk(MenuItem):
    """Shown to those who may print and post."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody may."""
        return request.user.has_perms(RIGHTS)


def officers_desk_item() -> MenuItem:
    """Its place in the main menu, beside the ledger."""
    return _OfficersDesk("Bàn của cán bộ", reverse("officer_desk"), icon_name="tasks", order=330)
