"""Takes somebody's second factor away: for the last administrator who has lost his own."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.models import Editor
from cms.sign_in.factor.forgetting import forget_factors


class Command(BaseCommand):
    """At the machine itself; at the desk, administrators do it for others."""

    help = "Bỏ bước xác nhận thứ hai của một tài khoản; lần đăng nhập tới, người ấy đặt lại."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose."""
        parser.add_argument("username", help="tên đăng nhập")

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it. Raises CommandError for a name that nobody has."""
        editor = Editor.objects.filter(username=options["username"]).first()
        if editor is None:
            raise CommandError(f"Không có tài khoản {options['username']}.")
        forget_factors(editor)
        self.stdout.write(f"Đã bỏ bước xác nhận thứ hai của {editor.username}.")
