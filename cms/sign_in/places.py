"""Where somebody is led who has signed in: the desk, the officers' desk, or the address that he asked for."""

from django.urls import reverse

from cms.models import Editor
from posting.officer.access import RIGHTS


def place_of(user: Editor) -> str:
    """The address of a person's own desk; of his account where he may sit at neither."""
    if user.has_perm("wagtailadmin.access_admin"):
        return reverse("wagtailadmin_home")
    return reverse("officer_desk") if user.has_perms(RIGHTS) else reverse("mfa_index")


def led_to(user: Editor, wanted: str | None) -> str:
    """The address on this site that was asked for, where it is this person's to open; else his own place."""
    return wanted if wanted and _is_his(user, wanted) else place_of(user)


def _is_his(user: Editor, path: str) -> bool:
    if path.startswith(reverse("wagtailadmin_home")):
        return user.has_perm("wagtailadmin.access_admin")
    return user.has_perms(RIGHTS) if path.startswith(reverse("officer_desk")) else True
