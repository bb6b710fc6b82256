"""What is missing of procedures, told where they are published: by row of many, and after one was; and where a draft is
saved that was chosen to be complete."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page

from procedures_catalog.desk.complete.against import against_publishing, gaps_on_form
from procedures_catalog.desk.complete.anchors import where_is, where_to_explain, where_to_write
from procedures_catalog.facts.complete.rules import BY_KEY, Rule
from procedures_catalog.models import Judged, ProcedurePage
from procedures_catalog.store.judged import judge_anew

Told = Mapping[str, str]


def gaps_to_publish(page_ids: Iterable[int], on: date) -> Iterator[tuple[int, Sequence[Told]]]:
    """Page → what is missing of its newest text: `label` and `url`, the place in its form. Of a page without a draft it
    is what was kept of it; a draft is read."""
    chosen = ProcedurePage.objects.filter(pk__in=list(page_ids))
    pages = chosen.only("layer", "has_unpublished_changes", "latest_revision")
    judge_anew(on, ProcedurePage.objects.filter(pk__in=[page.pk for page in pages]))
    kept = dict(Judged.objects.filter(page__in=pages).values_list("page", "gaps"))
    for page in pages:
        waits = page.has_unpublished_changes and page.latest_revision_id
        missing = gaps_on_form(page.get_latest_revision_as_object()) if waits else _of_keys(kept.get(page.pk, ""))
        yield page.pk, [_told(page, rule) for rule in missing]


def _of_keys(kept: str) -> list[Rule]:
    return [BY_KEY[key] for key in kept.split() if key in BY_KEY]


def _told(page: Page, rule: Rule) -> Told:
    place = where_to_write(page, rule) or where_to_explain(rule)
    return {"label": rule.label, "url": f"{_form_of(page)}#{place}"}


def _form_of(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def tell_what_is_missing(request: HttpRequest, page: Page) -> None:
    """For `after_publish_page`: what citizens read now is an entry of the list, and which parts it lacks."""
    if not isinstance(page, ProcedurePage) or not (gaps := gaps_on_form(page)):
        return
    messages.info(request, format_html("Công bố ở mức danh mục; còn trống: {}.", _links(page, gaps)))


def tell_what_keeps_it_back(request: HttpRequest, page: Page) -> None:
    """For `after_edit_page` and `after_create_page`: who has saved a draft as complete reads at once which parts it
    lacks, and not from who checks it. A form that saves by itself says nothing."""
    if isinstance(page, ProcedurePage) and request.accepts("text/html") and against_publishing(page):
        as_list = f"{_form_of(page)}#{where_is(page, 'published_as')}"
        messages.warning(request, format_html(_KEPT_BACK, _links(page, gaps_on_form(page)), as_list))


def _links(page: Page, gaps: Iterable[Rule]) -> SafeString:
    rows: list[Any] = [(told["url"], told["label"]) for told in (_told(page, rule) for rule in gaps)]
    return format_html_join("; ", '<a href="{}">{}</a>', rows)


_KEPT_BACK = (
    "Bản nháp chọn mức “Đầy đủ” mà còn trống: {}. Hãy điền, hoặc ghi lý do để trống; hoặc "
    '<a href="{}">chọn mức “Danh mục”</a>. Chưa làm thì bản nháp vẫn lưu được, nhưng chưa gửi duyệt, chưa công bố được.'
)
