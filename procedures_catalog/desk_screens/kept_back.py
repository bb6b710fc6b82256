"""The desk tells what imports do not publish by themselves and why, and what nobody may publish."""

from collections.abc import Iterable
from datetime import date

from django.contrib import messages
from django.http import HttpRequest
from wagtail.models import Page, PageQuerySet

from agencies.day import asked_on
from procedures_catalog.facts.scope.scope import NEVER_PUBLIC, REASONS, Scope
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.judged import judge_anew, undecided
from procedures_catalog.store.kept_back import internal, kept_back
from procedures_catalog.store.withdrawn import taken_down_by_import

MOST_NAMED = 5
TAKEN_DOWN = (
    "Một lần nhập dữ liệu đã gỡ thủ tục này vì dòng của nó khi ấy ghi là nội bộ; nay không còn gì ngăn công bố. "
    "Công bố tại đây, hoặc nhập lại danh sách với --publish."
)


def tell_what_is_kept_back(request: HttpRequest, page: Page) -> None:
    """Whoever opens the form of a procedure reads why no import publishes it, or took it down."""
    if request.method != "GET" or not isinstance(page, ProcedurePage):
        return
    if page.live:
        _tell_what_went_astray(request, page)
        return
    reason, scope = kept_back(page)
    if not reason and taken_down_by_import(page.pk):
        messages.warning(request, TAKEN_DOWN)
    elif reason == "internal":
        messages.warning(request, NEVER_PUBLIC)
    elif reason:
        messages.warning(
            request,
            f"Lần nhập dữ liệu giữ thủ tục này lại, không tự công bố: {_said(reason, scope)}. Nếu vẫn phải công "
            "bố ở tỉnh mình thì công bố tại đây; các lần nhập sau sẽ để nguyên như vậy.",
        )


def _tell_what_went_astray(request: HttpRequest, page: ProcedurePage) -> None:
    this = ProcedurePage.objects.filter(pk=page.pk)
    judge_anew(asked_on(request), this)
    if undecided(this).exists():
        messages.warning(
            request,
            f"Thủ tục này đang công bố, nhưng bản ghi nay là thủ tục {_said(*kept_back(page))}. Nếu không phải của "
            "tỉnh mình thì gỡ xuống; nếu vẫn phải công bố thì công bố lại tại đây, cổng sẽ không nhắc nữa.",
        )


def _said(reason: str, scope: Scope) -> str:
    of = f" ({', '.join(scope.provinces)})" if scope.provinces else ""
    return f"{REASONS[reason]}{of}"


def tell_what_stays_internal(request: HttpRequest, refused: Iterable[Page]) -> None:
    """Of many pages that somebody would publish, says which stay as they are for being internal."""
    found = internal(ProcedurePage.objects.filter(pk__in=[page.pk for page in refused]))
    codes = list(found.order_by("code_base").values_list("code", flat=True))
    if codes:
        more = f" và {len(codes) - MOST_NAMED} thủ tục khác" if len(codes) > MOST_NAMED else ""
        messages.warning(request, f"{NEVER_PUBLIC} Đã để nguyên: {', '.join(codes[:MOST_NAMED])}{more}.")


def kept_back_for(pages: PageQuerySet, reason: str, on: date) -> PageQuerySet:
    """Those of pages that are not public and that no import publishes for this reason; of "" those that wait for
    somebody to look: none keeps them back, or there is nothing in them yet."""
    judge_anew(on)
    return pages.filter(live=False, judged__reason__in=[reason] if reason else ["", "empty"])


def gone_astray(pages: PageQuerySet, on: date) -> PageQuerySet:
    """Those that are public although no import would publish them any more, and that nobody has published since."""
    judge_anew(on)
    return undecided(pages)
