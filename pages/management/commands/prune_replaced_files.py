"""Removes files that were replaced or deleted longer ago than they are kept for taking the step back."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from pages.files.replaced import erase


class Command(BaseCommand):
    """For a timer, every night."""

    help = "Xóa ảnh, tài liệu đã bị thay hoặc xóa quá hạn giữ để hoàn tác (PORTAL_REPLACED_FILES_DAYS)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many."""
        days = settings.REPLACED_FILES_KEPT_DAYS
        count = erase(timezone.now() - timedelta(days=days))
        self.stdout.write(f"Đã xóa {count} tệp bị thay hoặc xóa quá {days} ngày.")
