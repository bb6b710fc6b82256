"""HomePage: what the portal is, in one line, and the few pages that most people come for."""

from functools import partial

from django.db import models
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Page, PageQuerySet

from pages.models.base import BasePage
from pages.models.news import latest_news
from pages.published import published

POPULAR_AT_MOST = 6
NEWS_SHOWN = 4


class HomePage(BasePage):
    """The first page; there is one."""

    search_kind = ""
    template = "pages/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "procedures_catalog.ProcedureIndexPage",
        "legal_documents.DocumentIndexPage",
        "pages.NewsIndexPage",
        "pages.ContentPage",
    ]
    max_count = 1
    page_description = "Trang đầu của cổng."

    tagline = models.CharField("lời giới thiệu", max_length=255, blank=True, help_text="Một câu dưới tiêu đề.")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("tagline"),
        InlinePanel("popular_pages", heading="Nhiều người tìm", label="trang", max_num=POPULAR_AT_MOST),
    ]

    class Meta:
        verbose_name = "trang chủ"
        verbose_name_plural = "trang chủ"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds `popular` [{title, url}] and `news` [{title, url, date, summary}], gathered when looked at."""
        context = super().get_context(request, *args, **kwargs)
        popular, news = (SimpleLazyObject(partial(gather, request)) for gather in (self._popular, self._news))
        return {**context, "popular": popular, "news": news}

    def _popular(self, request: HttpRequest) -> list[dict]:
        # `specific` costs a query for each type of page, not for each page; it is due because a page type
        # may make its addresses in its own way.
        chosen = [row.page_id for row in self.popular_pages.all()]
        found = {page.pk: page for page in _live(chosen)}
        pages = [found[pk] for pk in chosen if pk in found]
        return [{"title": page.title, "url": page.get_url(request)} for page in pages]

    def _news(self, request: HttpRequest) -> list[dict]:
        latest = latest_news().descendant_of(self)[:NEWS_SHOWN]
        return [
            {"title": item.title, "url": item.get_url(request), "date": item.date, "summary": item.summary}
            for item in latest
        ]


class PopularPage(Orderable):
    """One of the pages that the home page leads to directly."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="popular_pages")
    page = models.ForeignKey("wagtailcore.Page", verbose_name="trang", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("page", heading="Trang")]

    class Meta(Orderable.Meta):
        verbose_name = "trang nhiều người tìm"
        verbose_name_plural = "trang nhiều người tìm"

    def __str__(self) -> str:
        return str(self.page)


def _live(keys: list[int]) -> PageQuerySet:
    return published(Page.objects.filter(pk__in=keys)).specific()
