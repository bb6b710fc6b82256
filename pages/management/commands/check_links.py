"""Asks the sites to which the portal leads whether their pages are still there."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from pages.asking.ask import Manner
from pages.links.night import Limits, Night, check_links
from pages.models import OutgoingLink

MINUTES = 60


class Command(BaseCommand):
    """For a timer, every night; run again on the same day, it goes on where it stopped."""

    help = "Hỏi các địa chỉ ngoài cổng xem còn mở được không; chạy mỗi đêm."

    def add_arguments(self, parser: CommandParser) -> None:
        """How long the night is."""
        help_text = f"dừng sau bao nhiêu phút, đêm sau hỏi tiếp; mặc định {MINUTES}"
        parser.add_argument("--minutes", type=int, choices=range(1, 601), metavar="N", default=MINUTES, help=help_text)

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints what was asked and what is broken."""
        night = check_links(timezone.localdate(), manner(), Limits(whole=options["minutes"] * 60))
        self.stdout.write(_said(night))


def manner() -> Manner:
    """How this portal asks: by its own name, so that who runs a site knows who came."""
    agent = f"CongThongTinTinh-KiemTraLienKet/1 (+{settings.WAGTAILADMIN_BASE_URL})"
    return Manner(agent, may_be_local=settings.LINKS_MAY_BE_LOCAL)


def _said(night: Night) -> str:
    broken = OutgoingLink.objects.broken().count()
    said = f"Đã hỏi {night.asked} địa chỉ ở {len(night.sites)} máy chủ, còn {night.left}; đang hỏng: {broken}."
    return f"{said} Không ra được mạng: chưa kết luận gì về nơi không trả lời." if night.is_network_down else said
