"""Disables accounts that nobody has used for long."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.sign_in.unused import disable_unused


class Command(BaseCommand):
    """For a timer, every night. The log tells of each account."""

    help = "Khóa những tài khoản lâu không ai đăng nhập (PORTAL_UNUSED_DAYS, nhiều nhất 45 ngày)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many, and their names."""
        found = disable_unused(timezone.now(), settings.ACCOUNT_UNUSED_DAYS)
        names = ", ".join(editor.get_username() for editor in found)
        self.stdout.write(f"Đã khóa {len(found)} tài khoản{': ' if names else ''}{names}.")
