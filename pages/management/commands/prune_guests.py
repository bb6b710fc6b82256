"""Erases what guests were told would be erased: names, then remarks and the links that they came by."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from pages.guests.remarks import erase


class Command(BaseCommand):
    """For a timer, every night."""

    help = "Xóa họ tên người góp ý quá 90 ngày; góp ý và liên kết cho khách quá 365 ngày."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many."""
        names, rows = erase(timezone.now())
        self.stdout.write(f"Đã xóa {names} họ tên, {rows} góp ý và liên kết.")
