"""AttachmentText: what a file of a legal document says, read once for each file and kept beside it."""

from collections.abc import Sequence

from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.utils.file import hash_filelike

from legal_documents.text.pdf_pages import COMPLAINTS, MAX_BYTES, FileText
from legal_documents.text.reader import SECONDS, read_file

PAGE_BREAK = "\f"


class AttachmentTexts(models.Manager["AttachmentText"]):
    """The kept texts, asked for by the document that has the file."""

    def of(self, document: AbstractDocument | None) -> "AttachmentText | None":
        """The text of a document's file; None when it was not read yet."""
        return self.filter(file_hash=document.file_hash).first() if document and document.file_hash else None

    def keep(self, document: AbstractDocument, seconds: float = SECONDS, *, again: bool = False) -> bool:
        """Reads the document's file and keeps its text; whether it was read: not when it is kept already, unless
        `again`, and not when the file is missing. May take that many seconds, so never inside a transaction."""
        try:
            file_hash = _hash_of(document)
            if not again and self.filter(file_hash=file_hash).exists():
                return False
            data = _content(document)
        except OSError:
            return False
        self._put(file_hash, read_file(data, document.filename, seconds))
        return True

    def _put(self, file_hash: str, found: FileText) -> None:
        row = AttachmentText(
            file_hash=file_hash,
            text=PAGE_BREAK.join(found.pages),
            page_count=len(found.pages),
            complaint=found.complaint,
        )
        self.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["file_hash"],
            update_fields=["text", "page_count", "complaint"],
        )


class AttachmentText(models.Model):
    """The repaired text of one file, its pages parted by form feeds. Two documents with the same file share it.

    `complaint` is a key of `legal_documents.text.pdf_pages.COMPLAINTS`, or "".
    """

    file_hash = models.CharField("mã băm của tệp", max_length=40, unique=True)
    text = models.TextField("nội dung", blank=True)
    page_count = models.PositiveIntegerField("số trang đọc được", default=0)
    complaint = models.CharField("điều cản trở", max_length=10, blank=True)

    objects = AttachmentTexts()

    class Meta:
        verbose_name = "nội dung tệp văn bản"
        verbose_name_plural = "nội dung tệp văn bản"

    def __str__(self) -> str:
        return self.note()

    def pages(self) -> Sequence[str]:
        """The text of each page that could be read."""
        return self.text.split(PAGE_BREAK) if self.page_count else ()

    def note(self) -> str:
        """What an editor should know of how far the file can be found by its content."""
        return COMPLAINTS.get(self.complaint) or f"Tìm được theo nội dung của {self.page_count} trang."


def _hash_of(document: AbstractDocument) -> str:
    """The file's hash; one that was written in bulk gets it here, without the signals of saving."""
    if not document.file_hash:
        with document.open_file() as file:
            document.file_hash = hash_filelike(file)
        type(document).objects.filter(pk=document.pk).update(file_hash=document.file_hash)
    return document.file_hash


def _content(document: AbstractDocument) -> bytes:
    with document.open_file() as file:
        return file.read(MAX_BYTES + 1)  # one more than is ever read tells that it is too big
