"""RoleGroup: the group of those who have one role for one agency."""

from django.contrib.auth.models import Group
from django.db import models
from django.db.models.functions import Coalesce

from agencies.models.agency import Agency


class Role(models.TextChoices):
    """What somebody does at the desk, from the author to who keeps the catalogue. Whoever administers the whole portal
    has no role: it is Django's superuser."""

    WRITER = "writer", "Soạn thảo"
    CHECKER = "checker", "Thẩm định"
    PUBLISHER = "publisher", "Công bố"
    UNIT_ADMIN = "unit_admin", "Quản trị đơn vị"
    OFFICER = "officer", "Cán bộ một cửa"
    KEEPER = "keeper", "Giữ danh mục"


#: The roles by which somebody works on pages, and not on paper or accounts alone.
EDITING_ROLES = frozenset({Role.WRITER, Role.CHECKER, Role.PUBLISHER})
#: The roles by which somebody works for an agency, and so sees what that agency has not published.
WORKING_ROLES = frozenset(Role) - {Role.KEEPER}


class RoleGroup(models.Model):
    """Says of a group of accounts which role it is, and for which agency; empty: for the whole portal.

    The role holds for the agency and whatever stands under it in the registry. What a role may do is not said here.
    """

    group = models.OneToOneField(Group, verbose_name="nhóm", on_delete=models.CASCADE, related_name="role_group")
    role = models.CharField("vai trò", max_length=20, choices=Role)
    agency = models.ForeignKey(
        Agency, verbose_name="cơ quan", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "nhóm vai trò"
        verbose_name_plural = "nhóm vai trò"
        constraints = [
            models.UniqueConstraint(
                "role",
                Coalesce("agency", 0),
                name="one_group_a_role_and_agency",
                violation_error_message="Vai trò này của cơ quan này đã có nhóm.",
            )
        ]

    def __str__(self) -> str:
        return self.group.name
