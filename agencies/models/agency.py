"""Agencies and their counters, each between two days, and what each became."""

from collections.abc import Container
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from agencies.hours.impossible import impossible_hours
from agencies.models.dated import Dated, DatedQuerySet
from agencies.models.nested import Nested
from agencies.models.succession import Succession
from vietnamese.days import written
from vietnamese.slug import slug


class AgencyKind(models.TextChoices):
    """Kinds in the order in which the public list shows them."""

    PROVINCIAL_COMMITTEE = "provincial_committee", "Ủy ban nhân dân tỉnh"
    DEPARTMENT = "department", "Sở và cơ quan ngang sở"
    PROVINCIAL_BOARD = "provincial_board", "Ban thuộc Ủy ban nhân dân tỉnh"
    PROVINCIAL_BODY = "provincial_body", "Ngành, đơn vị khác thuộc tỉnh"
    CENTRAL = "central", "Cơ quan trung ương trên địa bàn"
    COMMUNE_COMMITTEE = "commune_committee", "Ủy ban nhân dân cấp xã"
    COUNTER = "counter", "Trung tâm Phục vụ hành chính công, bộ phận một cửa"
    OTHER = "other", "Cơ quan khác"


class Agency(index.Indexed, Nested, Dated, ClusterableModel):
    """An agency, or one of its counters (kind `counter`, whose parent is the agency that runs it)."""

    name = models.CharField("tên cơ quan", max_length=255)
    short_name = models.CharField("tên viết tắt", max_length=80, blank=True, help_text="Ví dụ: Sở Nội vụ, UBND tỉnh.")
    slug = models.SlugField(
        "địa chỉ trên cổng",
        max_length=100,
        unique=True,
        blank=True,
        help_text="Để trống để tạo từ tên. Không nên đổi sau khi đã công bố.",
    )
    kind = models.CharField("loại", max_length=30, choices=AgencyKind)
    identifier = models.CharField("mã định danh", max_length=40, blank=True, help_text="Ví dụ: H50.12.")
    parent = models.ForeignKey(
        "self",
        verbose_name="trực thuộc",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text="Bộ phận một cửa thuộc cơ quan tổ chức ra nó.",
    )
    unit = models.ForeignKey(
        "agencies.AdministrativeUnit",
        verbose_name="địa bàn",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agencies",
    )
    address = models.CharField("địa chỉ", max_length=255, blank=True)
    phone = models.CharField("điện thoại", max_length=60, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    website = models.URLField("trang thông tin", blank=True)
    opening_hours = models.TextField("giờ làm việc", blank=True, help_text="Mỗi dòng một khung giờ.")
    latitude = models.DecimalField(
        "vĩ độ",
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(-90, "Vĩ độ từ -90 đến 90."),
            MaxValueValidator(90, "Vĩ độ từ -90 đến 90."),
        ],
    )
    longitude = models.DecimalField(
        "kinh độ",
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(-180, "Kinh độ từ -180 đến 180."),
            MaxValueValidator(180, "Kinh độ từ -180 đến 180."),
        ],
    )
    note = models.TextField("ghi chú cho người dân", blank=True)
    order = models.PositiveIntegerField("thứ tự", default=0, help_text="Số nhỏ đứng trước trong cùng một loại.")

    objects = DatedQuerySet.as_manager()

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.AutocompleteField("short_name"),
        index.AutocompleteField("slug"),  # found without typing the marks
        index.FilterField("kind"),
        index.FilterField("unit"),
        index.FilterField("parent"),
        index.FilterField("valid_from"),
        index.FilterField("valid_to"),
        index.FilterField("order"),
    ]

    class Meta:
        verbose_name = "cơ quan"
        verbose_name_plural = "cơ quan"
        ordering = ["order", "name"]

    def __str__(self) -> str:
        last = self.last_day()
        return f"{self.name} (đến hết {written(last)})" if last else self.name

    def clean(self) -> None:
        """ValidationError when only one of the two coordinates is given, and for hours that no counter can have."""
        super().clean()
        if wrong := impossible_hours(self.opening_hours):
            raise ValidationError(
                {"opening_hours": f"Giờ cuối phải sau giờ đầu và không quá 24 giờ: {', '.join(wrong)}."}
            )
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"latitude": "Cần đủ cả vĩ độ và kinh độ, hoặc để trống cả hai."})

    def save(self, *args, **kwargs) -> None:
        """Saves; an empty slug is made from the name, once."""
        if not self.slug:
            self.slug = free_slug(self.name, set(Agency.objects.values_list("slug", flat=True)))
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Its page; the address never changes while the slug does not."""
        return reverse("agency", args=[self.slug])

    def successors_on(self, on: date) -> models.QuerySet["Agency"]:
        """The agencies in force that do its work on a day. Three queries."""
        standing = AgencySuccession.objects.standing_in([self.pk], on)[self.pk]
        return Agency.objects.filter(pk__in=standing)


class AgencySuccessionKind(models.TextChoices):
    """What happened to an agency."""

    RENAMED = "renamed", "Đổi tên"
    MERGED = "merged", "Sáp nhập, hợp nhất"
    SPLIT = "split", "Chia tách"
    ABOLISHED = "abolished", "Chấm dứt hoạt động"
    FUNCTION_MOVED = "function_moved", "Chuyển chức năng, nhiệm vụ"


class AgencySuccession(Succession):
    """One agency became another, or gave it a part of its work."""

    predecessor = ParentalKey(Agency, verbose_name="cơ quan cũ", on_delete=models.CASCADE, related_name="next_steps")
    successor = models.ForeignKey(
        Agency,
        verbose_name="cơ quan tiếp nhận",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="previous_steps",
    )
    kind = models.CharField("hình thức", max_length=20, choices=AgencySuccessionKind)

    class Meta:
        verbose_name = "thay đổi cơ quan"
        verbose_name_plural = "thay đổi cơ quan"
        ordering = ["date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "date"],
                name="agency_step_once",
                violation_error_message="Thay đổi này đã được ghi.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.predecessor.name}: {self.sentence()}"


def free_slug(name: str, taken: Container[str]) -> str:
    """`slug(name)`, followed by the first free number from 2 when it is taken."""
    base = slug(name)
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    return candidate
