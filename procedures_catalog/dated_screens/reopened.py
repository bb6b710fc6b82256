"""Tells who saves something that a checked or approved set rests on: beforehand that the set goes back by it, and
afterwards that it did."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.messages import warning
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from procedures_catalog.dated.reopening import sets_beginning
from procedures_catalog.dated_screens.due import is_reopened
from procedures_catalog.dated_screens.listing import ONE
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.models import ChangeSet, ProcedurePage

_STATES = ("checked", "approved")
_BEFORE = (
    "Bản này nằm trong {} {}, áp dụng từ ngày {}: lưu thay đổi thì gói trở lại chờ thẩm định, phải duyệt lại. Màn hình "
    "này không tự lưu: chỉ lưu khi bạn bấm."
)
_DONE = {"checked": "đã thẩm định", "approved": "đã duyệt"}
_AFTER = (
    "Lưu ý: {}, áp dụng từ ngày {}, trước đã thẩm định hoặc duyệt, nay trở lại chờ thẩm định vì nội dung trong gói vừa "
    "đổi."
)


def rests_on(page: Any) -> bool:
    """Whether a set that was checked or approved begins a page as its newest draft says it. One query at most."""
    return _begun(page) and sets_beginning(page.identity_id).exists()


def _begun(page: Any) -> bool:
    return isinstance(page, ProcedurePage) and not page.live and bool(page.pk)


def warn_of_sets(request: HttpRequest, page: Page) -> None:
    """For `before_edit_page`: who opens the draft reads in which sets it is, or which it has sent back."""
    if request.method != "GET" or not isinstance(page, ProcedurePage) or page.live:
        return
    for changes in sets_beginning(page.identity_id):
        warning(request, format_html(_BEFORE, _link(changes), _DONE[changes.state], f"{changes.day:%d/%m/%Y}"))
    for changes in _sent_back_of(page):
        warning(request, _sentence(changes))


def tell_on_the_way(request: HttpRequest, page: Page) -> None:
    """For `after_edit_page`: the same where the form leads elsewhere, as handing in does."""
    goes_away = any(name.startswith("action-") for name in request.POST)
    if goes_away and isinstance(page, ProcedurePage) and not page.live:
        for changes in _sent_back_of(page):
            warning(request, _sentence(changes))


def _sent_back_of(page: ProcedurePage) -> list[ChangeSet]:
    begun = ChangeSet.objects.filter(is_reopened(), differences__identity=page.identity_id)
    return list(begun.filter(differences__part=BEGINS).distinct())


@contextmanager
def telling(request: HttpRequest, changes: ChangeSet | None) -> Iterator[None]:
    """Around what alters a set, or what it follows from: who did it reads that it was sent back."""
    before = changes.state if changes else ""
    yield
    if changes and before in _STATES:
        now = ChangeSet.objects.get(pk=changes.pk)
        if now.state == "submitted":
            warning(request, _sentence(now))


def _sentence(changes: ChangeSet) -> SafeString:
    return format_html(_AFTER, _link(changes), f"{changes.day:%d/%m/%Y}")


def _link(changes: ChangeSet) -> SafeString:
    return format_html('gói “<a href="{}">{}</a>”', reverse(ONE, args=[changes.pk]), changes.title)
