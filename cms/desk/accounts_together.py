"""What is done with many accounts at once, with those that somebody keeps; each change is told by the log."""

from collections.abc import Iterable
from typing import Any

from wagtail.users.views.bulk_actions.assign_role import AssignRoleBulkAction
from wagtail.users.views.bulk_actions.set_active_state import SetActiveStateBulkAction

from cms.access.accounts import numbers_kept
from cms.models import Editor


class AssignRole(AssignRoleBulkAction):
    """Any group may be chosen there, so it is the portal's administrators'."""

    def check_perm(self, obj: Editor) -> bool:
        """Whether somebody may do it with an account."""
        return bool(self.request.user.is_superuser)


class SetActiveState(SetActiveStateBulkAction):
    """Disables accounts, or lets them in again."""

    def check_perm(self, obj: Editor) -> bool:
        """Whether somebody may do it with an account."""
        return super().check_perm(obj) and obj.pk in numbers_kept(self.request.user)

    @classmethod
    def execute_action(cls, objects: Iterable[Editor], mark_as_active: bool = False, **more: Any) -> tuple[int, int]:
        """One by one, so that whoever listens hears of each; never with oneself."""
        changed = [editor for editor in objects if editor != more.get("user")]
        for editor in changed:
            editor.is_active = mark_as_active
            editor.save(update_fields=["is_active"])
        return len(changed), 0
