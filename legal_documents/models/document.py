"""LegalDocumentPage: one legal document, its number, its makers and its four dates."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.db import models, transaction
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.documents.models import AbstractDocument
from wagtail.models import PageManager, Revision
from wagtail.search import index

from agencies.day import day_of
from consequences.keys import page_key
from consequences.registry import tell
from consequences.touched import Touched
from legal_documents import lines
from legal_documents.facts import validity
from legal_documents.facts.numbers import number_key
from legal_documents.kinds import DeclaredStatus, DocumentKind
from legal_documents.models.attachment import AttachmentText
from legal_documents.models.documents import DocumentQuerySet
from legal_documents.text.pdf_pages import COMPLAINTS
from pages.models.base import BasePage
from pages.models.shelf import OnShelf
from vietnamese.days import Span
from vietnamese.fold import fold


class LegalDocumentPage(OnShelf):
    """A document; `title` is the short name for headings and lists, `official_title` the whole of it.

    The four dates are four different facts: signed, in force from, no longer in force from, in the gazette.
    `number_key` is how a document is looked up, and is not unique: each province numbers its own decisions.
    """

    search_kind = "document"
    called = "văn bản"
    template = "legal_documents/document_page.html"
    parent_page_types = ["legal_documents.DocumentIndexPage", "legal_documents.DocumentShelfPage"]
    subpage_types: list[str] = []
    page_description = "Văn bản quy phạm pháp luật, văn bản chỉ đạo."

    number = models.CharField(
        "số, ký hiệu", max_length=100, blank=True, help_text="Ví dụ: 61/2018/NĐ-CP. Để trống nếu không có số."
    )
    number_key = models.CharField(max_length=100, blank=True, db_index=True, editable=False)
    kind = models.CharField("loại văn bản", max_length=20, choices=DocumentKind)
    official_title = models.TextField("tên đầy đủ", blank=True, help_text="Nguyên văn tên văn bản nếu dài hơn tiêu đề.")
    abstract = models.TextField("trích yếu", blank=True)
    issuer = models.ForeignKey(
        "agencies.Agency",
        verbose_name="cơ quan ban hành (trong danh bạ)",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    issuer_name = models.CharField(
        "tên cơ quan ban hành",
        max_length=255,
        blank=True,
        db_index=True,
        help_text="Tên vào ngày ban hành. Để trống để lấy tên của cơ quan trong danh bạ.",
    )
    signer = models.CharField("người ký", max_length=150, blank=True)
    signer_title = models.CharField("chức danh người ký", max_length=150, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True, db_index=True)
    effective_from = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    expires_on = models.DateField(
        "hết hiệu lực từ ngày", null=True, blank=True, help_text="Ngày đầu tiên không còn hiệu lực."
    )
    gazette_on = models.DateField("ngày đăng Công báo", null=True, blank=True)
    declared_status = models.CharField(
        "hiệu lực theo nguồn",
        max_length=10,
        choices=DeclaredStatus,
        blank=True,
        help_text="Chỉ dùng khi không rõ các ngày; nếu có ngày, hiệu lực được tính theo ngày.",
    )
    file = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name="tệp văn bản",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    folded = models.TextField(blank=True, editable=False)

    objects: ClassVar[Any] = PageManager.from_queryset(DocumentQuerySet)()  # Wagtail's managers carry no types

    content_panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("kind"), FieldPanel("number")]), *BasePage.content_panels],
            heading="Văn bản",
        ),
        FieldPanel("official_title"),
        FieldPanel("abstract"),
        MultiFieldPanel(
            [
                FieldPanel("issuer"),
                FieldPanel("issuer_name"),
                FieldRowPanel([FieldPanel("signer"), FieldPanel("signer_title")]),
            ],
            heading="Nơi ban hành",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("issued_on"), FieldPanel("gazette_on")]),
                FieldRowPanel([FieldPanel("effective_from"), FieldPanel("expires_on")]),
                FieldPanel("declared_status"),
            ],
            heading="Ngày tháng và hiệu lực",
        ),
        MultiFieldPanel(
            [FieldPanel("file"), HelpPanel(template="legal_documents/panels/file_note.html")], heading="Tệp văn bản"
        ),
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("number"),
        index.AutocompleteField("number_key"),
        index.FilterField("kind"),
        index.FilterField("issued_on"),
    ]

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"

    def unfinished(self) -> dict[str, str]:
        """It does not end before it begins."""
        is_reversed = Span(self.effective_from, self.expires_on).is_empty()
        return {"expires_on": "Phải sau ngày có hiệu lực."} if is_reversed else {}

    def save(self, *args, **kwargs) -> None:
        """Saves; what is derived from other fields always follows them."""
        if self.issuer and not self.issuer_name:
            self.issuer_name = self.issuer.name
        self.number_key = number_key(self.number)
        self.folded = fold(" ".join((self.number, self.title, self.official_title, self.abstract)))
        super().save(*args, **kwargs)
        self._read_file_after_commit()

    def save_revision(self, *args, **kwargs) -> Revision:
        """Keeps a draft; its file is read now, so that the editor knows before publishing how it will be found."""
        revision = super().save_revision(*args, **kwargs)
        self._read_file_after_commit()
        return revision

    def _read_file_after_commit(self) -> None:
        """Reading takes seconds: never while others wait for a transaction, and it never fails a save."""
        if document := self.file:
            transaction.on_commit(lambda: self.read_file(document), robust=True)

    @classmethod
    def read_file(cls, document: AbstractDocument) -> None:
        """Reads a file that was not read yet; then the finder hears of the published pages that have it."""
        if AttachmentText.objects.keep(document):
            cls.tell_of_file(document)

    @classmethod
    def tell_of_file(cls, document: AbstractDocument) -> None:
        """Tells that pages with this file are found by other words now."""
        with transaction.atomic():
            pages = cls.objects.live().filter(file=document).values_list("pk", flat=True)
            tell(cls, Touched.of(entries=map(page_key, pages)))

    def file_note(self) -> str:
        """What an editor should know of how far the file can be found by its content."""
        if not self.file:
            return "Nên chọn tệp PDF bản chữ (xuất từ Word) để người dân tìm được theo nội dung."
        if kept := AttachmentText.objects.of(self.file):
            return kept.note()
        there = self.file.file.storage.exists(self.file.file.name)
        return "Nội dung tệp sẽ được đọc khi lưu." if there else COMPLAINTS["missing"]

    def slug_source(self) -> str:
        """The number; the title where there is none."""
        return self.number or self.title

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds what `legal_documents.lines.context` says of this document on the day that is asked about."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **lines.context(self, day_of(request))}

    def validity_status(self, on: date) -> str:
        """The status on a day: a key of `validity.LABELS`."""
        return validity.status(self.effective_from, self.expires_on, on, self.declared_status)

    def search_text(self, on: date) -> str:
        """The official title, the abstract, the issuer, then what the file says."""
        kept = AttachmentText.objects.of(self.file) if self.has_open_file() else None
        said = (self.official_title, self.abstract, self.issuer_name, kept.text if kept else "")
        return "\n".join(filter(None, said))

    def has_open_file(self) -> bool:
        """Whether its file stands in no collection that is closed to the public."""
        return self.file is not None and not self.file.collection.get_view_restrictions().exists()

    def search_codes(self) -> tuple[str, ...]:
        """The number."""
        return (self.number,) if self.number else ()

    def search_facets(self, on: date) -> Mapping[str, tuple[str, ...]]:
        """Owner, kind and issuer."""
        issuer = {"issuer": (self.issuer_name,)} if self.issuer_name else {}
        return {**super().search_facets(on), "document_kind": (self.kind,), **issuer}

    def is_current(self, on: date) -> bool:
        """Whether it has not expired."""
        return self.validity_status(on) != validity.EXPIRED
