"""Looks at an index and builds it anew if it needs it: the portal itself starts this when a search fails."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from search.feed.engine import ENGINES
from search.feed.healing import note_end
from search.feed.rebuilding import heal
from search.index.port import IndexUnavailableError


class Command(BaseCommand):
    """`manage.py heal_index embedded|elasticsearch`; nobody needs to run it by hand."""

    help = "Xem chỉ mục tìm kiếm có hỏng hay thiếu không, nếu có thì lập lại; cổng tự chạy lệnh này."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which index."""
        parser.add_argument("engine", choices=ENGINES)

    def handle(self, *args: Any, **options: Any) -> None:
        """Says what was wrong. Not behind those who read: on a busy machine nobody could search for minutes."""
        try:
            found = heal(options["engine"], timezone.localdate())
        except IndexUnavailableError as error:
            raise CommandError(f"Không lập lại được chỉ mục {options['engine']}: {error}") from error
        finally:
            note_end(options["engine"])
        said = f"Đã lập lại chỉ mục: {found}." if found else "Chỉ mục lành lặn, không phải lập lại."
        self.stdout.write(f"{options['engine']}: {said}")
