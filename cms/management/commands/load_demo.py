"""Loads the demonstration province."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.demo.load import load_demo
from pages.models import HomePage


class Command(BaseCommand):
    """`manage.py load_demo [--if-empty]`."""

    help = "Nạp tỉnh trình diễn (tỉnh giả định, thủ tục có thật)."

    def add_arguments(self, parser) -> None:
        """The words of the command."""
        parser.add_argument("--if-empty", action="store_true", help="chỉ nạp khi cổng chưa có trang nào")

    def handle(self, *args, **options) -> None:
        """Loads, and says what was written."""
        if options["if_empty"] and HomePage.objects.exists():
            return
        written = load_demo(timezone.localdate())
        self.stdout.write("Đã nạp: " + ", ".join(f"{count} {kind}" for kind, count in written.items()) + ".")
