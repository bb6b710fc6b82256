"""PortalSettings: the names and contacts that stand on every page of the portal."""

from typing import Self

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site


@register_setting(icon="cog")
class PortalSettings(BaseSiteSetting):
    """One row a site; its absence means the defaults.

    Wagtail's own `for_request` and `for_site` write the row that they do not find: for the desk, not for readers.
    """

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

    @classmethod
    def of_site(cls, site: Site | None) -> Self:
        """What a site says of itself. Writes nothing."""
        return cls.objects.filter(site=site).first() or cls(site=site)

    @classmethod
    def of_main_site(cls) -> Self:
        """What the main site says: for commands, and for papers, which hang in the province and belong to no site."""
        return cls.objects.filter(site__is_default_site=True).first() or cls()
