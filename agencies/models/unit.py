"""Provinces, former districts and communes, each between two days, and what each became."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from agencies.models.dated import Dated, DatedQuerySet
from agencies.models.nested import Nested
from agencies.models.succession import Succession
from vietnamese.days import written
from vietnamese.slug import slug


class UnitKind(models.TextChoices):
    """The three levels; the middle one ended on 2025-07-01 (Law 72/2025/QH15 on local government)."""

    PROVINCE = "province", "Tỉnh, thành phố trực thuộc trung ương"
    DISTRICT = "district", "Cấp huyện (đến hết 30/6/2025)"
    COMMUNE = "commune", "Xã, phường, thị trấn, đặc khu"


class AdministrativeUnit(index.Indexed, Nested, Dated, ClusterableModel):
    """One unit as it was between two days: when its name or superior changes, a new row succeeds it."""

    code = models.CharField(
        "mã đơn vị",
        max_length=10,
        validators=[RegexValidator(r"^[0-9A-Z]+\Z", "Chỉ dùng chữ số và chữ cái in hoa.")],
        help_text="Mã thống kê, ví dụ 00004. Giữ nguyên số 0 ở đầu.",
    )
    name = models.CharField("tên đầy đủ", max_length=150, help_text="Ví dụ: Phường Đông Hà.")
    slug = models.SlugField("tên không dấu", max_length=80, blank=True, editable=False)
    kind = models.CharField("cấp", max_length=10, choices=UnitKind)
    parent = models.ForeignKey(
        "self",
        verbose_name="thuộc",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    decision = models.CharField(
        "theo văn bản", max_length=255, blank=True, help_text="Nghị quyết thành lập hoặc sắp xếp."
    )

    objects = DatedQuerySet.as_manager()

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.AutocompleteField("slug"),  # found without typing the marks
        index.AutocompleteField("code"),
        index.FilterField("kind"),
        index.FilterField("parent"),
        index.FilterField("valid_from"),
        index.FilterField("valid_to"),
    ]

    class Meta:
        verbose_name = "đơn vị hành chính"
        verbose_name_plural = "đơn vị hành chính"
        ordering = ["code", "valid_from"]
        indexes = [models.Index(fields=["slug"])]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="unit_code_and_day",
                violation_error_message="Đã có đơn vị mang mã này từ ngày này.",
            ),
            # NULL equals nothing in a unique index, so the rows without a first day need their own.
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(valid_from__isnull=True),
                name="unit_code_without_day",
                violation_error_message="Đã có đơn vị mang mã này mà không ghi ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        last = self.last_day()
        return f"{self.name} (đến hết {written(last)})" if last else self.name

    def save(self, *args, **kwargs) -> None:
        """Saves; the slug always follows the name."""
        self.slug = slug(self.name)
        super().save(*args, **kwargs)

    def successors_on(self, on: date) -> models.QuerySet["AdministrativeUnit"]:
        """The units in force that hold its ground on a day, itself not among them. Three queries."""
        standing = UnitSuccession.objects.standing_in([self.pk], on)[self.pk]
        return AdministrativeUnit.objects.filter(pk__in=standing)


class UnitSuccessionKind(models.TextChoices):
    """What happened to a unit."""

    RENAMED = "renamed", "Đổi tên, đổi loại"
    MERGED = "merged", "Sáp nhập"
    SPLIT = "split", "Chia tách, nhập một phần"
    ABOLISHED = "abolished", "Chấm dứt"
    REPARENTED = "reparented", "Giữ nguyên, đổi cấp trên trực tiếp"


class UnitSuccession(Succession):
    """One unit became (a part of) another."""

    predecessor = ParentalKey(
        AdministrativeUnit, verbose_name="đơn vị cũ", on_delete=models.CASCADE, related_name="next_steps"
    )
    successor = models.ForeignKey(
        AdministrativeUnit,
        verbose_name="đơn vị tiếp nhận",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="previous_steps",
    )
    kind = models.CharField("hình thức", max_length=20, choices=UnitSuccessionKind)

    class Meta:
        verbose_name = "thay đổi đơn vị hành chính"
        verbose_name_plural = "thay đổi đơn vị hành chính"
        ordering = ["date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "date"],
                name="unit_step_once",
                violation_error_message="Thay đổi này đã được ghi.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.predecessor.name}: {self.sentence()}"
