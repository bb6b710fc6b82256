"""The demonstration's accounts: one for each kind of work."""

from django.contrib.auth.models import Group

from agencies.models import Agency
from cms.models import Editor
from cms.roles import OFFICERS, ensure_roles

PASSWORD = "trinh-dien-2026"  # noqa: S105 - a demonstration on one's own machine, printed for everyone to see
EDITORS = (
    ("quantri", "Quản trị cổng", "", None),
    ("bientap", "Biên tập viên Sở Tư pháp", "Biên tập viên", "Sở Tư pháp"),
    ("duyet", "Người duyệt, Văn phòng UBND tỉnh", "Người duyệt", "Văn phòng Ủy ban nhân dân tỉnh"),
    ("canbo", "Cán bộ phường Trường An", OFFICERS, "Trung tâm Phục vụ hành chính công phường Trường An"),
)


def ensure_editors() -> int:
    """Makes the accounts that do not exist yet; returns how many."""
    ensure_roles()
    return sum(_ensure(*row) for row in EDITORS if not Editor.objects.filter(username=row[0]).exists())


def _ensure(username: str, name: str, group: str, agency: str | None) -> bool:
    editor = Editor.objects.create_user(
        username,
        f"{username}@truongson.example",
        PASSWORD,
        first_name=name,
        is_superuser=not group,
        is_staff=not group,
        agency=Agency.objects.filter(name=agency).first() if agency else None,
    )
    if group:
        editor.groups.add(Group.objects.get(name=group))
    return True
