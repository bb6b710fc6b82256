"""Gives somebody a role, or takes it, at the machine itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q
from django.utils import timezone

from agencies.models import Agency, Role
from cms.access.giving import give, take, take_all
from cms.models import Editor


class Command(BaseCommand):
    """`manage.py give_role ACCOUNT ROLE [AGENCY] [--take]`; without a role `--take` takes all. The log tells of it."""

    help = "Giao một vai trò cho một tài khoản, hoặc thôi giao."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whom, what, and for which agency."""
        parser.add_argument("account", help="tên đăng nhập hoặc địa chỉ thư")
        roles = "; ".join(f"{each.value}: {each.label}" for each in Role)
        parser.add_argument("role", nargs="?", choices=Role.values, help=f"{roles}; để trống cùng --take: mọi vai trò")
        parser.add_argument(
            "agency", nargs="?", help="mã định danh, địa chỉ trên cổng hoặc tên của cơ quan; để trống: toàn cổng"
        )
        parser.add_argument("--take", action="store_true", help="thôi giao")

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it. Raises CommandError for an account or an agency that is not there or not the only one, and for a
        role that no agency gives."""
        editor = _editor(options["account"])
        agency = _agency(options["agency"]) if options["agency"] else None
        if options["role"] is None:
            self.stdout.write(_emptied(editor, options["take"]))
        else:
            self.stdout.write(_changed(editor, Role(options["role"]), agency, options["take"]))


def _emptied(editor: Editor, is_meant: bool) -> str:
    if not is_meant:
        raise CommandError("Hãy ghi vai trò; thôi giao mọi vai trò thì thêm --take.")
    take_all(editor, timezone.now())
    return f"Đã thôi giao mọi vai trò và quyền: {editor.get_username()}."


def _changed(editor: Editor, role: Role, agency: Agency | None, is_taken: bool) -> str:
    done = _taken(editor, role, agency) if is_taken else _given(editor, role, agency)
    of = agency.name if agency else "toàn cổng"
    return f"{done} vai trò {role.label} ({of}): {editor.get_username()}."


def _given(editor: Editor, role: Role, agency: Agency | None) -> str:
    try:
        give(editor, role, agency)
    except ValidationError as refused:
        raise CommandError(refused.message) from refused
    return "Đã giao"


def _taken(editor: Editor, role: Role, agency: Agency | None) -> str:
    if not take(editor, role, agency):
        raise CommandError(f"{editor.get_username()} không có vai trò ấy.")
    return "Đã thôi giao"


def _editor(named: str) -> Editor:
    found = list(Editor.objects.filter(Q(username=named) | Q(email__iexact=named))[:2])
    if len(found) != 1:
        said = "Có nhiều tài khoản" if found else "Không có tài khoản"
        raise CommandError(f"{said} {named}.")
    return found[0]


def _agency(named: str) -> Agency:
    found = list(Agency.objects.filter(Q(identifier=named) | Q(slug=named) | Q(name=named))[:2])
    if len(found) != 1:
        said = "Có nhiều cơ quan" if found else "Không có cơ quan"
        raise CommandError(f"{said} {named}.")
    return found[0]
