"""PortalSettings: the names and contacts that stand on every page of the portal."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="cog")
class PortalSettings(BaseGenericSetting):
    """One row; its absence means the defaults."""

    province_name = models.CharField(
        "tên tỉnh, thành phố",
        max_length=100,
        default="tỉnh",
        help_text="Viết như trong câu: tỉnh Trường Sơn.",
    )
    site_name = models.CharField("tên cổng", max_length=150, default="Cổng thông tin thủ tục hành chính")
    hotline = models.CharField("đường dây nóng", max_length=60, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    address = models.CharField("địa chỉ", max_length=255, blank=True)
    feedback_url = models.URLField(
        "địa chỉ gửi phản ánh, kiến nghị",
        blank=True,
        help_text="Cổng không nhận phản ánh, chỉ dẫn tới nơi nhận.",
    )
    is_demo = models.BooleanField(
        "bản trình diễn", default=False, help_text="Hiện dòng báo rằng số điện thoại, địa chỉ không có thật."
    )

    panels = [
        MultiFieldPanel([FieldPanel("province_name"), FieldPanel("site_name")], heading="Tên"),
        MultiFieldPanel(
            [FieldPanel("hotline"), FieldPanel("email"), FieldPanel("address"), FieldPanel("feedback_url")],
            heading="Liên hệ",
        ),
        FieldPanel("is_demo"),
    ]

    class Meta:
        verbose_name = "thông tin chung của cổng"
        verbose_name_plural = "thông tin chung của cổng"

    def __str__(self) -> str:
        return self.site_name
