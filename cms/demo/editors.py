"""The demonstration's accounts: one for each kind of work, in the whole portal and in two departments."""

from agencies.models import Agency, Role
from cms.access.giving import give
from cms.access.upkeep import ensure_access
from cms.models import Editor

PASSWORD = "trinh-dien-2026"  # noqa: S105 - a demonstration on one's own machine, printed for everyone to see
HEALTH, LAND = "Sở Y tế", "Sở Nông nghiệp và Môi trường"
REVIEWS = (Role.CHECKER, Role.PUBLISHER, Role.KEEPER)
#: Name to sign in with, what he does, roles, the agency that he works for, whether the roles are given for it alone.
EDITORS: tuple[tuple[str, str, tuple[Role, ...], str, bool], ...] = (
    ("quantri", "Quản trị cổng", (), "", False),
    ("bientap", "Biên tập viên Sở Tư pháp", (Role.WRITER,), "Sở Tư pháp", False),
    ("duyet", "Người duyệt, Văn phòng UBND tỉnh", REVIEWS, "Văn phòng Ủy ban nhân dân tỉnh", False),
    ("soanthao.yte", "Người soạn thảo Sở Y tế", (Role.WRITER,), HEALTH, True),
    ("thamdinh.yte", "Người thẩm định Sở Y tế", (Role.CHECKER,), HEALTH, True),
    ("congbo.yte", "Người công bố Sở Y tế", (Role.PUBLISHER,), HEALTH, True),
    ("quantri.yte", "Quản trị đơn vị Sở Y tế", (Role.UNIT_ADMIN,), HEALTH, True),
    ("congbo.nongnghiep", "Người công bố Sở Nông nghiệp và Môi trường", (Role.PUBLISHER,), LAND, True),
    (
        "canbo",
        "Cán bộ phường Trường An",
        (Role.OFFICER,),
        "Trung tâm Phục vụ hành chính công phường Trường An",
        True,
    ),
)
#: Name to sign in with → family name and name.
NAMES = {
    "quantri": ("Trần Quang", "Trị"),
    "bientap": ("Nguyễn Thị", "Biên"),
    "duyet": ("Lê Văn", "Duyệt"),
    "soanthao.yte": ("Phạm Thị", "Thảo"),
    "thamdinh.yte": ("Hoàng Văn", "Định"),
    "congbo.yte": ("Võ Thị", "Công"),
    "quantri.yte": ("Đặng Minh", "Quản"),
    "congbo.nongnghiep": ("Bùi Thị", "Nông"),
    "canbo": ("Đỗ Thị", "Cán"),
}


def ensure_editors() -> int:
    """Makes the accounts that do not exist yet; returns how many."""
    ensure_access()
    missing = [row for row in EDITORS if not Editor.objects.filter(username=row[0]).exists()]
    for row in missing:
        _make(row[0], *row[2:])
    return len(missing)


def _make(username: str, roles: tuple[Role, ...], works_for: str, is_of_agency: bool) -> None:
    agency = Agency.objects.filter(name=works_for).first() if works_for else None
    family_name, name = NAMES[username]
    editor = Editor.objects.create_user(
        username,
        f"{username}@truongson.example",
        PASSWORD,
        last_name=family_name,
        first_name=name,
        is_superuser=not roles,
        is_staff=not roles,
        agency=agency,
    )
    for role in roles:
        give(editor, role, agency if is_of_agency else None)
