"""Says how well the finder answers a file of judged questions, and how fast."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from pages.published import published
from procedures_catalog.models import ProcedurePage
from search.feed.engine import ENGINES, engine
from search.finder import find
from search.ranking.evaluation import FIRST, Answered, Judged, as_line, ask, figures, read_questions, without_marks


class Command(BaseCommand):
    """`manage.py evaluate_search QUERIES.jsonl [--engine …] [--results FILE]`: figures as JSON on standard output.

    Questions that no procedure on the portal answers are set aside: they tell of the catalogue, not of the finder.
    `--results` also writes one JSON line a question, as it was asked: {"id", "codes": [first ten], "ms"}.
    """

    help = "Đo chất lượng và tốc độ tìm kiếm trên một tệp câu hỏi đã biết đáp án."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("queries", type=Path, help='tệp JSON lines {"id", "kind", "q", "gold"}')
        parser.add_argument("--engine", choices=ENGINES, help="chỉ mục nào; để trống là chỉ mục đang dùng")
        parser.add_argument("--results", type=Path, help="tệp ghi câu trả lời của từng câu hỏi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Asks everything twice: as it was typed, and with its marks stripped."""
        questions, name, on = _read(options["queries"]), options["engine"], timezone.localdate()
        questions = self._answerable(questions)
        find("khai sinh", on, index=engine(name))  # the first question also opens the index
        asked = list(ask(questions, lambda text: _codes(text, on, name)))
        stripped = list(ask(map(without_marks, questions), lambda text: _codes(text, on, name)))
        if options["results"]:
            _write(options["results"], asked)
        self.stdout.write(json.dumps({"as_typed": figures(asked), "without_marks": figures(stripped)}, indent=2))

    def _answerable(self, questions: list[Judged]) -> list[Judged]:
        public = set(published(ProcedurePage.objects).values_list("code_base", flat=True))
        kept = [question for question in questions if question.gold & public]
        if aside := len(questions) - len(kept):
            self.stderr.write(f"Bỏ qua {aside} câu hỏi mà không thủ tục nào đang công bố trả lời được.")
        return kept


def _codes(text: str, on: date, name: str | None) -> list[str]:
    results = find(text, on, kind="procedure", limit=FIRST, index=engine(name)).results
    if results.unavailable:
        raise CommandError("Chỉ mục tìm kiếm không dùng được; chạy rebuild_index rồi thử lại.")
    return [next(iter(hit.codes), "") for hit in results.hits]


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
