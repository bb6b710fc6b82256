"""Builds the search index anew from everything published; readers find the old one until it is done."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search.engine import current_index
from search.entries import all_entries
from search.index.port import IndexUnavailableError
from search.outbox import flush


class Command(BaseCommand):
    """Also repairs a damaged index. Run it every night as well: what expired today is told apart only here."""

    help = "Lập lại toàn bộ chỉ mục tìm kiếm từ nội dung đang công bố."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many entries there are and how long it took."""
        begun = time.monotonic()
        entries = tqdm(all_entries(), unit=" mục", disable=None)  # None: only where somebody looks at a terminal
        try:
            count = current_index().rebuild(entries)
            flush()
        except IndexUnavailableError as error:
            raise CommandError(f"Không lập được chỉ mục tìm kiếm: {error}") from error
        self.stdout.write(f"Đã lập chỉ mục {count} mục trong {time.monotonic() - begun:.1f} giây.")
