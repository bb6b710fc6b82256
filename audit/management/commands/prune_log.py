"""Lets rows of the log go that are older than the settings keep them."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from audit.pruning import prune

_DAYS_OF_A_MONTH = 31  # the longest: rather kept for too long


class Command(BaseCommand):
    """For a timer, every night. How long is no option: a log is not shortened in passing."""

    help = "Xóa phần nhật ký đã quá hạn giữ (PORTAL_LOG_MONTHS); chuỗi vẫn kiểm tra được từ dòng cũ nhất còn lại."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many rows were deleted."""
        before = timezone.now() - timedelta(days=settings.LOG_KEPT_MONTHS * _DAYS_OF_A_MONTH)
        self.stdout.write(f"Đã xóa {prune(before)} dòng nhật ký cũ hơn {settings.LOG_KEPT_MONTHS} tháng.")
