"""Forgets wrong tries to sign in, and places where nobody has signed in for long."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.sign_in.tries import KNOWN_DAYS, prune


class Command(BaseCommand):
    """For a timer, every night."""

    help = "Xóa dấu vết của các lần đăng nhập sai và của những nơi lâu không ai đăng nhập."

    def add_arguments(self, parser: CommandParser) -> None:
        """How long an account knows a place."""
        parser.add_argument("--days", type=int, default=KNOWN_DAYS, help=f"giữ bao nhiêu ngày, mặc định {KNOWN_DAYS}")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many rows were deleted."""
        self.stdout.write(f"Đã xóa {prune(max(options['days'], 0))} dòng.")
