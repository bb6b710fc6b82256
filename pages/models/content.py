"""ContentPage: guidance and other plain texts that stay true for a while."""

from datetime import date, datetime

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from pages.blocks.stream import BodyBlock, words_of
from pages.models.base import BasePage


class ContentPage(BasePage):
    """A text; those marked so stand in the footer of every page."""

    search_kind = "guidance"
    template = "pages/content_page.html"
    parent_page_types = ["pages.HomePage", "pages.ContentPage"]
    subpage_types = ["pages.ContentPage"]
    page_description = "Hướng dẫn, giới thiệu, câu hỏi thường gặp."

    summary = models.TextField("tóm tắt", max_length=400, blank=True, help_text="Một, hai câu đứng đầu trang.")
    body = StreamField(BodyBlock(), verbose_name="nội dung", blank=True)
    in_footer = models.BooleanField(
        "hiện ở cuối mọi trang", default=False, help_text="Chỉ có tác dụng với trang nằm ngay dưới trang chủ."
    )

    content_panels = [*BasePage.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [*BasePage.promote_panels, FieldPanel("in_footer")]

    class Meta:
        verbose_name = "trang nội dung"
        verbose_name_plural = "trang nội dung"

    @property
    def updated(self) -> datetime | None:
        """When the text that is read now was published."""
        return self.last_published_at

    def search_text(self, on: date) -> str:
        """Summary and body."""
        return f"{self.summary}\n{words_of(self.body)}"
