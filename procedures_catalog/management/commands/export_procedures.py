"""Writes the catalogue out as JSON lines in the national shape, as CSV or as a workbook."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from tqdm import tqdm

from pages.published import published
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.overlay import with_overlay
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.exporting import FORMATS
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.loading import iterate_records


class Command(BaseCommand):
    """`manage.py export_procedures --format jsonl|csv|xlsx --out FILE [--layer official] [--drafts]`."""

    help = "Xuất danh mục thủ tục ra tệp JSON lines theo mẫu quốc gia, CSV hoặc XLSX."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("--format", choices=sorted(FORMATS), required=True)
        parser.add_argument("--out", type=Path, required=True, metavar="TỆP")
        parser.add_argument("--drafts", action="store_true", help="xuất cả thủ tục chưa công bố")
        parser.add_argument(
            "--layer",
            choices=("effective", "official"),
            default="effective",
            help="effective: nội dung đang áp dụng tại tỉnh; official: chỉ nội dung quốc gia",
        )

    def handle(self, *args, **options) -> None:
        """Writes beside the wanted file and renames, so that a broken run leaves no half file."""
        pages = ProcedurePage.objects.all() if options["drafts"] else published(ProcedurePage.objects)
        pages = pages.order_by("code_base", "pk")
        on = timezone.localdate()
        records = (self._record(page, official, options, on) for page, official in iterate_records(pages))
        bar = tqdm(records, "Xuất", total=pages.count(), unit=" thủ tục", disable=None)
        partial = options["out"].with_name(options["out"].name + ".partial")
        count = FORMATS[options["format"]](partial, bar)
        partial.replace(options["out"])
        self.stdout.write(f"Đã xuất {count} thủ tục ra {options['out']}.")

    def _record(self, page: ProcedurePage, official: ProcedureRecord, options: dict[str, Any], on: date):
        """A table is read, so it tells the fees of the day; lines are read in again, so they lose none."""
        if options["layer"] == "effective":
            return effective_record(page, on)
        return official if options["format"] == "jsonl" else with_overlay(official, (), on)
