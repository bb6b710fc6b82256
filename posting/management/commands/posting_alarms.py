"""Lists the papers that somebody should go and look at; for a timer that sends what is printed as a letter."""

from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from posting.statistics.alarms import SILENT_DAYS, Alarm, ended_papers, outdated_papers, silent_papers


class Command(BaseCommand):
    """Always ends with 0: a torn paper is no fault of the portal."""

    help = f"Liệt kê tờ niêm yết {SILENT_DAYS} ngày không ai quét, tờ sai nội dung và tờ đã gỡ mà vẫn có người quét."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints three lists, each under its number of papers."""
        today = timezone.localdate()
        self._list(f"Treo từ {SILENT_DAYS} ngày trở lên, {SILENT_DAYS} ngày qua không ai quét", silent_papers(today))
        self._list("Sai so với sổ niêm yết mà vẫn có người quét", outdated_papers(today))
        self._list("Đã gỡ trong sổ mà vẫn có người quét", ended_papers(today))

    def _list(self, heading: str, listed: Sequence[Alarm]) -> None:
        self.stdout.write(f"{heading}: {len(listed)} tờ")
        for alarm in listed:
            self.stdout.write(f"  {alarm.paper.tag}  {alarm.paper.title} – {alarm.place} – {alarm.told}")
