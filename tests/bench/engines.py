"""Times the finder's engines, and the desk's own search, on the portal that PORTAL_DATA_DIR names; prints JSON."""

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first

from pages.entry import SearchEntry  # noqa: E402
from procedures_catalog.models import ProcedurePage  # noqa: E402
from search.feed.engine import ELASTICSEARCH, EMBEDDED, engine  # noqa: E402
from search.feed.entries import all_entries  # noqa: E402
from search.finder import Circumstances, find  # noqa: E402
from search.index.embedded import EmbeddedIndex  # noqa: E402
from search.index.port import SearchIndex  # noqa: E402
from search.question.terms import name_form  # noqa: E402
from tests.bench.questions import beginnings, long_questions, short_questions  # noqa: E402
from tests.bench.timing import times  # noqa: E402
from tests.clock import today  # noqa: E402
from tests.vietnamese.raw_typing import to_telex  # noqa: E402

TIMES = 10
TYPED_RAW = 500


def of_engine(index: SearchIndex, names: list[str], asked: list[str]) -> dict[str, Any]:
    """Short questions, questions of sixty words, suggestions."""
    return {
        "short": times(lambda text: find(text, today(), under=Circumstances(index=index)), short_questions(names)),
        "long": times(lambda text: find(text, today(), under=Circumstances(index=index)), long_questions(asked)),
        "suggest": times(lambda text: index.suggest(text, 10), beginnings(names)),
    }


def typed_raw(names: list[str]) -> dict[str, float]:
    """The share of names typed with the keyboard's Vietnamese off of which the first hit has that very name."""
    chosen = names[:: max(len(names) // TYPED_RAW, 1)][:TYPED_RAW]
    first = [(name, find(to_telex(name), today(), kind="procedure", limit=1).results.hits) for name in chosen]
    found = sum(bool(hits) and name_form(hits[0].title) == name_form(name) for name, hits in first)
    return {"names": len(chosen), "success@1": round(found / len(chosen), 4)}


def tenfold(entries: list[SearchEntry]) -> Iterator[SearchEntry]:
    """The same entries ten times, with other keys and codes."""
    for copy in range(TIMES):
        for entry in entries:
            codes = tuple(f"{copy}{code}" for code in entry.codes) if copy else entry.codes
            yield replace(entry, key=f"{entry.key}.{copy}", codes=codes)


def growth(names: list[str], asked: list[str]) -> dict[str, Any]:
    """The same questions to one index and to one ten times as large, both built here."""
    entries = list(all_entries(today()))
    with tempfile.TemporaryDirectory() as folder:
        small, large = EmbeddedIndex(Path(folder, "small")), EmbeddedIndex(Path(folder, "large"))
        begun = perf_counter()
        small.rebuild(entries)
        seconds = perf_counter() - begun
        large.rebuild(tenfold(entries))
        return {
            "entries": [small.count(), large.count()],
            "index_seconds": round(seconds, 1),
            "small": of_engine(small, names, asked),
            "large": of_engine(large, names, asked),
        }


def desk(names: list[str]) -> dict[str, float]:
    """The desk's list of pages, searched as the desk does it: the number found and the first twenty."""

    def look(text: str) -> None:
        found = ProcedurePage.objects.all().autocomplete(text)
        found.count()
        list(found[:20])

    return times(look, short_questions(names))


def main() -> None:
    """`python -m tests.bench.engines QUERIES`: every engine that the settings name."""
    asked = [json.loads(line)["q"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    names = list(ProcedurePage.objects.live().order_by("pk").values_list("title", flat=True))
    in_use = [EMBEDDED, *([ELASTICSEARCH] if settings.ELASTICSEARCH_URLS else [])]
    figures: dict[str, Any] = {name: of_engine(engine(name), names, asked) for name in in_use}
    print(json.dumps(figures | {"typed_raw": typed_raw(names), "growth": growth(names, asked), "desk": desk(names)}))


if __name__ == "__main__":
    main()
