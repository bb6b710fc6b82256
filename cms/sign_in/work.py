"""What kind of work an account is for: the one question that the rules of signing in ask of somebody's rights."""

from typing import cast

from django.http import HttpRequest

from cms.models import Editor

ADMINISTRATORS, EDITORS, OFFICERS = "administrators", "editors", "officers"
KINDS = (ADMINISTRATORS, EDITORS, OFFICERS)


def who(request: HttpRequest) -> Editor:
    """Who has signed in: for screens that nobody else opens."""
    return cast(Editor, request.user)


def kind_of_work(user: Editor) -> str:
    """Who keeps accounts is an administrator, who may come to the desk an editor, all others are officers."""
    if user.has_perm("cms.change_editor"):
        return ADMINISTRATORS
    return EDITORS if user.has_perm("wagtailadmin.access_admin") else OFFICERS
