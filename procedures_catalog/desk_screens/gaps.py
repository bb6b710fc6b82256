"""What is missing of procedures, told where they are published: by row of many, and after one was."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from wagtail.models import Page

from procedures_catalog.desk.complete.against import gaps_on_form
from procedures_catalog.desk.complete.anchors import where_to_explain, where_to_write
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
    return {"label": rule.label, "url": f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#{place}"}


def tell_what_is_missing(request: HttpRequest, page: Page) -> None:
    """For `after_publish_page`: what citizens read now is an entry of the list, and which parts it lacks."""
    if not isinstance(page, ProcedurePage) or not (gaps := gaps_on_form(page)):
        return
    rows: list[Any] = [(told["url"], told["label"]) for told in (_told(page, rule) for rule in gaps)]
    links = format_html_join("; ", '<a href="{}">{}</a>', rows)
    messages.info(request, format_html("Công bố ở mức danh mục; còn trống: {}.", links))
