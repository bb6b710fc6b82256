"""The library of forms: each form by its number, its versions with their files, and which procedures name it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.urls import reverse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.documents import get_document_model
from wagtail.models import Orderable
from wagtail.search import index

from agencies.models.dated import Dated, DatedQuerySet, in_force
from pages.published import is_published
from procedures_catalog.facts.forms.asked import form_typed
from procedures_catalog.facts.forms.named import MAX_KEY
from procedures_catalog.facts.forms.titled import title_typed
from procedures_catalog.models.identity import ProcedureIdentity
from procedures_catalog.models.reference import Sector
from vietnamese.fold import fold
from vietnamese.spelling import squeeze

#: How much of a number and of a paper's text is kept.
MAX_NUMBER, MAX_PAPER = 300, 500
NO_NUMBER = (
    "Chưa đọc ra số của biểu mẫu. Ví dụ: CT01; 01/LPTB; Mẫu số 01, Phụ lục II, Nghị định 31/2018/NĐ-CP. Mẫu không có "
    "số thì ghi đủ tên, ví dụ: Tờ khai đăng ký khai sinh, rồi chọn lĩnh vực."
)
NO_SECTOR = "Chỉ còn thiếu lĩnh vực: mẫu gọi bằng tên, hay của văn bản do tỉnh ban hành, chỉ rõ trong một lĩnh vực."
NO_DOCUMENT = (
    "Số này chỉ đếm mẫu trong một văn bản: hãy ghi kèm số văn bản ban hành, ví dụ: Mẫu số 01, Phụ lục II, Nghị định "
    "31/2018/NĐ-CP; với văn bản của tỉnh thì chọn cả lĩnh vực."
)
OTHER_NUMBER = "Số của biểu mẫu là địa chỉ của nó nên không đổi được. Hãy lập biểu mẫu mới và chọn “được thay bằng”."
TAKEN = "Biểu mẫu này đã có trong thư viện."
ITSELF = "Biểu mẫu không thay cho chính nó được."
IN_A_CIRCLE = "Biểu mẫu này đã được chọn là bản thay cho một biểu mẫu mà chính nó thay thế; hãy bỏ một chiều."
Offer = dict[str, str]


class LibraryFormQuerySet(models.QuerySet["LibraryForm"]):
    """Forms of the library."""

    def public(self) -> Self:
        """Those that a published procedure names, that the desk has put a version into, or that stand on either side of
        a replacement: whoever holds the old number is told of the new one."""
        versions = FormVersion.objects.filter(form=OuterRef("pk"))
        replaced = LibraryForm.objects.filter(replaced_by=OuterRef("pk"))
        named = Exists(public_uses().filter(form=OuterRef("pk")))
        return self.filter(named | Exists(versions) | Exists(replaced) | Q(replaced_by__isnull=False))

    def with_offer(self, on: date) -> Self:
        """What of each is offered on a day, the one rule of it: `current_id` is the version that holds and began last,
        whether it has a file or not, and `file_id` its document; None where none is held, and of every form that
        another one replaced."""
        current = current_versions(on).filter(form=OuterRef("pk"))
        file = Case(When(replaced_by=None, then=Subquery(current.values("file")[:1])), default=None)
        return self.annotate(current_id=Subquery(current.values("pk")[:1]), file_id=file)


class LibraryForm(index.Indexed, ClusterableModel, models.Model):
    """One form by its number. Its row is made as soon as a procedure names it; the desk adds name, versions, files."""

    key = models.SlugField("địa chỉ", max_length=MAX_KEY, unique=True, editable=False)
    number = models.CharField(
        "số, ký hiệu",
        max_length=MAX_NUMBER,
        help_text="Như giấy tờ ghi: CT01; Mẫu số 01, Phụ lục II, 31/2018/NĐ-CP. Mẫu không có số: ghi đủ tên mẫu.",
    )
    name = models.CharField("tên biểu mẫu", max_length=500, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=255, blank=True)
    sector = models.ForeignKey(
        Sector,
        verbose_name="lĩnh vực",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Chỉ cần cho mẫu do văn bản của tỉnh ban hành và mẫu không có số.",
    )
    national_url = models.URLField("trang mẫu trên Cổng Dịch vụ công quốc gia", max_length=500, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        verbose_name="được thay bằng biểu mẫu",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaces",
        help_text="Khi văn bản mới thay cả số của mẫu.",
    )
    note = models.TextField("ghi chú cho người dân", blank=True)
    folded = models.TextField("chữ để tìm", blank=True, editable=False)

    objects = LibraryFormQuerySet.as_manager()

    search_fields = [
        index.SearchField("number"),
        index.SearchField("name"),
        index.AutocompleteField("number"),
        index.AutocompleteField("name"),
    ]

    class Meta:
        verbose_name = "biểu mẫu"
        verbose_name_plural = "biểu mẫu"
        ordering = ["folded", "pk"]

    def __str__(self) -> str:
        return " – ".join(filter(None, (self.number, self.name)))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps in step what it is looked for by."""
        self.fold()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("form", args=[self.key])

    @property
    def is_titled(self) -> bool:
        """Whether it has no number and is called by its title."""
        return bool(title_typed(self.number))

    def clean(self) -> None:
        """Reads the number; ValidationError for one that says no form, that another row has, or that is not its own."""
        super().clean()
        self._clean_replacement()
        if not (form := form_typed(self.number, self.sector.name if self.sector else "")):
            raise ValidationError({"number": NO_NUMBER})
        if (self.pk and self.key == form.key) or (self.pk and not form.key):
            return
        if self.pk:
            raise ValidationError({"number": OTHER_NUMBER})
        if not form.key:
            raise ValidationError({"sector": NO_SECTOR} if form.is_local else {"number": NO_DOCUMENT})
        if self._is_taken(form.key):
            raise ValidationError({"number": TAKEN})
        self.key, self.number = form.key, form.written

    def _is_taken(self, key: str) -> bool:
        return type(self).objects.filter(key=key).exclude(pk=self.pk).exists()

    def _clean_replacement(self) -> None:
        """ValidationError where readers would be led in a circle."""
        passed, after = {self.pk}, self.replaced_by
        if after and self.pk == after.pk:
            raise ValidationError({"replaced_by": ITSELF})
        while after:
            if after.pk in passed:
                raise ValidationError({"replaced_by": IN_A_CIRCLE})
            passed.add(after.pk)
            after = after.replaced_by

    def fold(self) -> None:
        """Writes what it is looked for by."""
        self.folded = fold(squeeze(f"{self.number} {self.name}"))

    @classmethod
    def offered(cls, keys: Iterable[str], on: date) -> dict[str, Offer]:
        """Key → what is offered of the public ones among these forms on a day: `number`, `name`, `url` of the page,
        `file` with its address or ""; of one that was replaced `instead` and `instead_url` say by which. Two queries,
        none for no keys."""
        wanted = set(keys)
        rows = (
            list(cls.objects.public().with_offer(on).filter(key__in=wanted).select_related("replaced_by"))
            if wanted
            else []
        )
        files = file_addresses(row.file_id for row in rows)
        return {
            row.key: {
                "number": row.number,
                "name": row.name,
                "url": row.get_absolute_url(),
                "file": files.get(row.file_id, ""),
                "instead": row.replaced_by.number if row.replaced_by else "",
                "instead_url": row.replaced_by.get_absolute_url() if row.replaced_by else "",
            }
            for row in rows
        }


class FormVersion(Dated, Orderable):
    """A form as one document issued it, between two days; without a file where the portal holds none."""

    form = ParentalKey(LibraryForm, verbose_name="biểu mẫu", on_delete=models.CASCADE, related_name="versions")
    label = models.CharField("phiên bản", max_length=255, help_text="Ví dụ: theo Thông tư 53/2025/TT-BCA.")
    file = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name="tệp",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Tệp của mẫu giấy. Khi lưu, ai cũng tải được.",
    )
    fillable = models.BooleanField("điền được trên máy", default=False)
    document_number = models.CharField("số văn bản ban hành", max_length=100, blank=True)
    document = models.ForeignKey(
        "legal_documents.LegalDocumentPage",
        verbose_name="văn bản trên cổng",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.CharField("ghi chú", max_length=500, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = "phiên bản biểu mẫu"
        verbose_name_plural = "phiên bản biểu mẫu"

    def __str__(self) -> str:
        return self.label


class FormUse(models.Model):
    """A published procedure names a form. Without a form where the text leaves open which document's it is."""

    identity = models.ForeignKey(ProcedureIdentity, on_delete=models.CASCADE, related_name="form_uses")
    form = models.ForeignKey(LibraryForm, null=True, on_delete=models.CASCADE, related_name="uses")
    written = models.CharField("số như giấy tờ ghi", max_length=MAX_NUMBER, db_index=True)
    paper = models.CharField("giấy tờ nêu mẫu", max_length=MAX_PAPER)
    folded = models.CharField("chữ để tìm", max_length=MAX_PAPER, blank=True, default="")

    class Meta:
        verbose_name = "thủ tục dùng biểu mẫu"
        verbose_name_plural = "thủ tục dùng biểu mẫu"
        constraints = [
            models.UniqueConstraint(fields=["identity", "form"], name="form_named_once"),
            models.UniqueConstraint(
                fields=["identity", "written"], condition=Q(form=None), name="open_number_named_once"
            ),
        ]

    def __str__(self) -> str:
        return self.written


def public_uses() -> QuerySet[FormUse]:
    """What procedures name that everybody may read, whatever the rows say."""
    return FormUse.objects.filter(is_published("identity__page__"))


def current_versions(on: date) -> QuerySet[FormVersion]:
    """The versions that hold on a day; of a form that has several, the one that began last comes first."""
    return FormVersion.objects.filter(in_force(on)).order_by(F("valid_from").desc(nulls_last=True), "-pk")


def file_addresses(document_ids: Iterable[int | None]) -> Mapping[int | None, str]:
    """Document → where it is had. One query, none for none."""
    wanted = set(document_ids) - {None}
    documents = get_document_model().objects.filter(pk__in=wanted) if wanted else ()
    return {document.pk: document.url for document in documents}
