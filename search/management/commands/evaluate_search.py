"""Says how well the finder answers files of judged questions, and how fast."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from pages.published import published
from procedures_catalog.feed.search_entries import procedure_entries
from procedures_catalog.models import ProcedurePage
from search.feed.engine import ENGINES, engine
from search.finder import Circumstances, find
from search.judging.figures import figures
from search.judging.halves import HALVES, halves
from search.judging.misses import Known, causes, misses
from search.judging.questions import FIRST, Answered, Judged, as_line, ask, read_questions, without_marks

REACH = 200  # entries that a question puts in order
#: How questions are asked → what becomes of each.
WAYS: Mapping[str, Callable[[Judged], Judged]] = {"as_typed": lambda one: one, "without_marks": without_marks}


class Command(BaseCommand):
    """`manage.py evaluate_search QUERIES.jsonl… [--half N] [--engine …] [--results FILE]`: figures as JSON on standard
    output, by kind of question: `as_typed`, `without_marks`, of either half (`search.judging.halves`), and of what is
    missed why.

    Questions that no procedure on the portal answers are set aside: they tell of the catalogue, not of the finder.
    `--half` asks one half alone: weights are chosen with one and checked with the other. `--results` also writes one
    JSON line a question, as it was asked: {"id", "codes": [first ten], "ms"}.
    """

    help = "Đo chất lượng và tốc độ tìm kiếm trên các tệp câu hỏi đã biết đáp án."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("queries", type=Path, nargs="+", help='tệp JSON lines {"id", "kind", "q", "gold"}')
        parser.add_argument("--half", type=int, choices=HALVES, help="chỉ hỏi một nửa; để trống là cả hai")
        parser.add_argument("--engine", choices=ENGINES, help="chỉ mục nào; để trống là chỉ mục đang dùng")
        parser.add_argument("--results", type=Path, help="tệp ghi câu trả lời của từng câu hỏi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Asks everything twice: as it was typed, and with its marks stripped."""
        name, on = options["engine"], timezone.localdate()
        divided = halves(self._answerable([one for path in options["queries"] for one in _read(path)]))
        chosen = {half: divided[half] for half in ([options["half"]] if options["half"] else HALVES)}
        find("khai sinh", on, under=Circumstances(index=engine(name)))  # the first question also opens the index
        asked = {way: {half: _asked(map(change, chosen[half]), on, name) for half in chosen}
                 for way, change in WAYS.items()}  # fmt: skip
        if options["results"]:
            _write(options["results"], _all(asked["as_typed"]))
        told = {way: figures(_all(by_half)) for way, by_half in asked.items()}
        by_half = {half: {way: figures(asked[way][half]) for way in WAYS} for half in chosen}
        missed = causes(_with_reach(misses(_all(asked["as_typed"])), on, name), _catalogue(on))
        self.stdout.write(json.dumps({**told, "halves": by_half, "misses": missed}, indent=2))

    def _answerable(self, questions: list[Judged]) -> list[Judged]:
        public = set(published(ProcedurePage.objects).values_list("code_base", flat=True))
        kept = [question for question in questions if question.gold & public]
        if aside := len(questions) - len(kept):
            self.stderr.write(f"Bỏ qua {aside} câu hỏi mà không thủ tục nào đang công bố trả lời được.")
        return kept


def _asked(questions: Iterable[Judged], on: date, name: str | None) -> list[Answered]:
    return list(ask(questions, lambda text: _codes(text, on, name, FIRST)))


def _all(by_half: Mapping[int, Sequence[Answered]]) -> list[Answered]:
    return [answered for half in by_half.values() for answered in half]


def _with_reach(missed: Iterable[Answered], on: date, name: str | None) -> list[tuple[Answered, Sequence[str]]]:
    return [(each, _codes(each.judged.text, on, name, REACH)) for each in missed]


def _codes(text: str, on: date, name: str | None, limit: int) -> list[str]:
    results = find(text, on, kind="procedure", limit=limit, under=Circumstances(index=engine(name))).results
    if results.unavailable:
        raise CommandError("Chỉ mục tìm kiếm không dùng được; chạy rebuild_index rồi thử lại.")
    return [next(iter(hit.codes), "") for hit in results.hits]


def _catalogue(on: date) -> Mapping[str, Known]:
    """All published procedures by their first code."""
    return {
        next(iter(entry.codes), ""): Known(
            (entry.title, *entry.names), entry.said, next(iter(entry.facets.get("sector", ())), "")
        )
        for entry in procedure_entries(on)
    }


def _read(path: Path) -> list[Judged]:
    try:
        with path.open(encoding="utf-8") as lines:
            return list(read_questions(lines))
    except (OSError, ValueError) as error:
        raise CommandError(f"Không đọc được {path.name}: {error}") from error


def _write(path: Path, answered: list[Answered]) -> None:
    try:
        path.write_text("".join(f"{as_line(each)}\n" for each in answered), encoding="utf-8")
    except OSError as error:
        raise CommandError(f"Không ghi được {path.name}: {error}") from error
