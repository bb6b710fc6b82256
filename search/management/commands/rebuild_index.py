"""Builds the search indexes anew from everything published; readers find the old one until it is done."""

import time
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from pages.entry import SearchEntry
from search.feed.entries import all_entries
from search.feed.rebuilding import rebuild
from search.index.port import IndexUnavailableError
from search.management.choose_engine import add_engine, chosen_engines
from search.question.vocabulary import BEGINNING
from search.words.known_names import keep_names


class Command(BaseCommand):
    """Also repairs a damaged index. Run it every night as well: what expired today is told apart only here."""

    help = "Lập lại toàn bộ chỉ mục tìm kiếm từ nội dung đang công bố."

    def add_arguments(self, parser: CommandParser) -> None:
        """The option `--engine`."""
        add_engine(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints for each engine how many entries there are and how long it took; tries all before it fails.

        Also counts the words of all names, phrases and texts anew: for marks, and for "Có phải bạn muốn tìm…".
        """
        engines, texts = chosen_engines(options["engine"]), dict[str, str]()
        failures = [failure for engine in engines if (failure := self._rebuild(engine, texts))]
        keep_names(texts.values())
        if failures:
            raise CommandError("\n".join(failures))

    def _rebuild(self, engine: str, texts: dict[str, str]) -> str:
        """What went wrong; "" when nothing did. `texts` takes the beginning of each entry's."""
        begun, on = time.monotonic(), timezone.localdate()
        entries = tqdm(all_entries(on), unit=" mục", disable=None)  # None: only where somebody looks at a terminal
        try:
            count = rebuild(engine, on, _noted(entries, texts))
        except IndexUnavailableError as error:
            return f"Không lập được chỉ mục tìm kiếm {engine}: {error}"
        self.stdout.write(f"{engine}: Đã lập chỉ mục {count} mục trong {time.monotonic() - begun:.1f} giây.")
        return ""


def _noted(entries: Iterable[SearchEntry], texts: dict[str, str]) -> Iterator[SearchEntry]:
    for entry in entries:
        texts[entry.key] = entry.body[:BEGINNING]
        yield entry
