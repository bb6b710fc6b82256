"""What somebody may do with a procedure: nobody may publish an internal one, so no button offers it."""

from pages.desk.permissions import LeafPermissionTester


class ProcedurePermissionTester(LeafPermissionTester):
    """The rules of every page, and that one."""

    def may_publish(self) -> bool:
        """Whether what others wrote on the page may be published."""
        return not self.page.is_internal() and super().may_publish()

    def can_submit_for_moderation(self) -> bool:
        """Whether the page may be sent to a reviewer, who would publish it."""
        return not self.page.is_internal() and super().can_submit_for_moderation()
