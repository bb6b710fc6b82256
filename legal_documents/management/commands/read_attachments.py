"""Reads the files of legal documents that nobody has opened at the desk since they were loaded, or all of them anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm
from wagtail.documents import get_document_model

from legal_documents.models import AttachmentText, LegalDocumentPage

PATIENCE = 300.0  # seconds for one file: nobody waits for this command


class Command(BaseCommand):
    """`manage.py read_attachments [--again] [--seconds N]`: run twice, the second time it reads nothing."""

    help = "Đọc nội dung các tệp văn bản để người dân tìm được theo nội dung."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("--again", action="store_true", help="đọc lại cả những tệp đã đọc")
        parser.add_argument("--seconds", type=float, default=PATIENCE, help="thời gian tối đa cho một tệp")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many files were read and how many of them cannot be found by all of their content."""
        files = get_document_model().objects.filter(
            pk__in=LegalDocumentPage.objects.exclude(file=None).values("file").distinct()
        )
        read = [file for file in tqdm(files, unit=" tệp", disable=None) if self._read(file, options)]
        marred = AttachmentText.objects.filter(file_hash__in=[file.file_hash for file in read]).exclude(complaint="")
        self.stdout.write(f"Đã đọc {len(read)} tệp, {marred.count()} tệp không tìm được đầy đủ theo nội dung.")

    def _read(self, file: Any, options: dict[str, Any]) -> bool:
        if not AttachmentText.objects.keep(file, options["seconds"], again=options["again"]):
            return False
        LegalDocumentPage.tell_of_file(file)
        return True
