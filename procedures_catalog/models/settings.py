"""CatalogueSettings: rules of law that the catalogue applies, each with its date and citation, editable at the desk."""

import datetime

from django.db import models
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="calendar-alt")
class CatalogueSettings(BaseGenericSetting):
    """Dated rules. The defaults are the law in force when this was written."""

    district_level_ended = models.DateField(
        "cấp huyện kết thúc từ ngày",
        default=datetime.date(2025, 7, 1),
        help_text="Chính quyền địa phương hai cấp; từ ngày này cấp huyện chỉ còn trong lịch sử.",
    )
    district_level_citation = models.CharField(
        "căn cứ",
        max_length=255,
        default="Nghị quyết 203/2025/QH15; Luật Tổ chức chính quyền địa phương 72/2025/QH15",
    )
    communes_receive_from = models.DateField(
        "cấp xã nhận hồ sơ của cấp tỉnh từ ngày",
        default=datetime.date(2025, 7, 1),
        help_text="Trung tâm Phục vụ hành chính công cấp xã tiếp nhận cả thủ tục của cấp tỉnh, không theo địa giới.",
    )
    communes_receive_citation = models.CharField("căn cứ", max_length=255, default="Nghị định 118/2025/NĐ-CP")

    keeping_agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name="cơ quan giữ danh mục",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Thủ tục mà bảng giao thủ tục không giao cho cơ quan nào thì nằm ở ngăn của cơ quan này. Để trống: "
        "ngăn chung.",
    )

    class Meta:
        verbose_name = "quy tắc của danh mục thủ tục"

    @classmethod
    def in_use(cls) -> "CatalogueSettings":
        """The rules as the desk keeps them, else the defaults. One query."""
        return cls.objects.first() or cls()

    def communes_receive(self, on: datetime.date) -> bool:
        """Whether the centres of communes receive on a day what the province's centre does."""
        return self.communes_receive_from <= on
