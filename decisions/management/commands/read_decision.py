"""Reads a decision's appendix and says what it would change; changes nothing."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from decisions.files.rows import rows_of
from decisions.lines.columns import NoHeadings
from decisions.lines.kinds import LABELS
from decisions.lines.reading import Appendix, read_appendix
from decisions.matching import Matched, match
from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.models import ProcedurePage
from vietnamese.torn import syllables_of


class Command(BaseCommand):
    """`manage.py read_decision FILE`."""

    help = (
        "Đọc phụ lục của một quyết định công bố (DOCX, XLSX, CSV), so với danh mục và báo cáo: loại dòng, thủ tục "
        "tìm thấy, chỗ phải hỏi. Không ghi gì."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, metavar="TỆP")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the report; CommandError with a Vietnamese sentence for what is no appendix."""
        names = ProcedurePage.objects.values_list("official_name", flat=True)
        try:
            handed_in = rows_of(options["file"])
            appendix = read_appendix(handed_in.rows, syllables_of(names.iterator()))
        except (UnreadableFile, NoHeadings) as fault:
            raise CommandError(str(fault)) from fault
        for remark in handed_in.remarks:
            self.stdout.write(f"! {remark}")
        for line in report(appendix, match(appendix.lines)):
            self.stdout.write(line)


def report(appendix: Appendix, matched: list[Matched]) -> Iterator[str]:
    """What the table holds, in sentences; then each line that asks something."""
    kinds = Counter(line.kind for line in appendix.lines)
    yield f"Đọc được {len(appendix.lines)} dòng."
    yield from (f"  {LABELS[kind]}: {count}" for kind, count in sorted(kinds.items(), key=str) if kind)
    yield f"Tìm thấy trong danh mục: {sum(each.held is not None for each in matched)}."
    yield f"Phải hỏi: {sum(bool(each.line.asks) for each in matched)}."
    yield f"Chữ bị tách được nối lại: {sum(len(line.repairs) for line in appendix.lines)}."
    yield from (f"! {remark}" for remark in appendix.remarks)
    yield from _asking(matched)


def _asking(matched: list[Matched]) -> Iterator[str]:
    for each in matched:
        for why in each.line.asks:
            yield f"dòng {each.line.row}: {each.line.code or 'không mã'} “{each.line.name}” – {why}"
        for other in each.may_be:
            yield f"    có thể là {other.code}: {other.name}"
