"""News: pieces of news, and the page that lists them."""

import datetime

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageQuerySet

from pages.blocks.stream import BodyBlock, words_of
from pages.files.pictures import Picture, picture_of
from pages.models.base import BasePage
from pages.models.shelf import OnShelf, ShelfPage, Shelved, one_an_agency
from pages.published import published

PAGE_SIZE = 20


class NewsIndexPage(Shelved):
    """The list, newest first."""

    search_kind = ""
    template = "pages/news_index_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NewsPage", "pages.NewsShelfPage"]
    max_count_per_parent = 1
    page_description = "Danh sách tin tức, thông báo."

    class Meta:
        verbose_name = "chuyên mục tin tức"
        verbose_name_plural = "chuyên mục tin tức"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds `items`, also called `results`: a Page of NewsPage."""
        context = super().get_context(request, *args, **kwargs)
        news = latest_news().descendant_of(self).select_related("agency")
        items = Paginator(news, PAGE_SIZE).get_page(request.GET.get("page"))
        return {**context, "items": items, "results": items}


class NewsShelfPage(ShelfPage):
    """The news of one agency. What is nobody's stands in the list itself."""

    search_kind = ""
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types = ["pages.NewsPage"]
    page_description = "Tin tức của một cơ quan, để chia quyền."

    class Meta:
        verbose_name = "ngăn tin tức của cơ quan"
        verbose_name_plural = "ngăn tin tức của các cơ quan"
        constraints = [one_an_agency("one_news_shelf_an_agency")]


class NewsPage(OnShelf):
    """One piece of news."""

    search_kind = "news"
    called = "tin"
    template = "pages/news_page.html"
    parent_page_types = ["pages.NewsIndexPage", "pages.NewsShelfPage"]
    subpage_types: list[str] = []
    page_description = "Tin tức, thông báo."

    date = models.DateField("ngày", default=timezone.localdate, db_index=True)
    summary = models.TextField("tóm tắt", max_length=400, blank=True, help_text="Một, hai câu, hiện trong danh sách.")
    body = StreamField(BodyBlock(), verbose_name="nội dung", blank=True)
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name="ảnh",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        "mô tả ảnh bằng lời",
        max_length=255,
        blank=True,
        help_text="Bắt buộc khi có ảnh: cho người không nhìn thấy ảnh.",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading="Ảnh minh họa"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "tin"
        verbose_name_plural = "tin"

    @property
    def picture(self) -> Picture | None:
        """The image as it is shown; None where there is none."""
        return picture_of(self.image)

    def unfinished(self) -> dict[str, str]:
        """An image needs words for those who do not see it (WCAG 1.1.1)."""
        lacks_words = self.image_id and not self.image_alt.strip()
        return {"image_alt": "Hãy mô tả ảnh bằng lời."} if lacks_words else {}

    def search_text(self, on: datetime.date) -> str:
        """Summary and body."""
        return f"{self.summary}\n{words_of(self.body)}"


def latest_news() -> PageQuerySet:
    """Published news that anybody may read, newest first."""
    return published(NewsPage.objects).order_by("-date", "-pk")
