"""Builds the search indexes anew from everything published; readers find the old one until it is done."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from search.feed.entries import all_entries
from search.feed.rebuilding import rebuild
from search.index.port import IndexUnavailableError
from search.management.choose_engine import add_engine, chosen_engines
from search.words.known_names import keep_names


class Command(BaseCommand):
    """Also repairs a damaged index. Run it every night as well: what expired today is told apart only here."""

    help = "Lập lại toàn bộ chỉ mục tìm kiếm từ nội dung đang công bố."

    def add_arguments(self, parser: CommandParser) -> None:
        """The option `--engine`."""
        add_engine(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints for each engine how many entries there are and how long it took; tries all before it fails.

        Also counts the words of all names anew, for "Có phải bạn muốn tìm…".
        """
        keep_names()
        failures = [failure for engine in chosen_engines(options["engine"]) if (failure := self._rebuild(engine))]
        if failures:
            raise CommandError("\n".join(failures))

    def _rebuild(self, engine: str) -> str:
        """What went wrong; "" when nothing did."""
        begun, on = time.monotonic(), timezone.localdate()
        entries = tqdm(all_entries(on), unit=" mục", disable=None)  # None: only where somebody looks at a terminal
        try:
            count = rebuild(engine, on, entries)
        except IndexUnavailableError as error:
            return f"Không lập được chỉ mục tìm kiếm {engine}: {error}"
        self.stdout.write(f"{engine}: Đã lập chỉ mục {count} mục trong {time.monotonic() - begun:.1f} giây.")
        return ""
