"""The desk tells what imports do not publish by themselves and why, and what nobody may publish."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from wagtail.models import Page, PageQuerySet

from procedures_catalog.facts.scope.scope import NEVER_PUBLIC, REASONS
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.kept_back import internal, kept_back, reasons_of

MOST_NAMED = 5


def tell_what_is_kept_back(request: HttpRequest, page: Page) -> None:
    """Whoever opens the form of a procedure that is not public reads why no import publishes it."""
    if request.method != "GET" or not isinstance(page, ProcedurePage) or page.live:
        return
    reason, scope = kept_back(page)
    if reason == "internal":
        messages.warning(request, NEVER_PUBLIC)
    elif reason:
        of = f" ({', '.join(scope.provinces)})" if scope.provinces else ""
        messages.warning(
            request,
            f"Lần nhập dữ liệu giữ thủ tục này lại, không tự công bố: {REASONS[reason]}{of}. Nếu vẫn phải công "
            "bố ở tỉnh mình thì công bố tại đây; các lần nhập sau sẽ để nguyên như vậy.",
        )


def tell_what_stays_internal(request: HttpRequest, refused: Iterable[Page]) -> None:
    """Of many pages that somebody would publish, says which stay as they are for being internal."""
    found = internal(ProcedurePage.objects.filter(pk__in=[page.pk for page in refused]))
    codes = list(found.order_by("code_base").values_list("code", flat=True))
    if codes:
        more = f" và {len(codes) - MOST_NAMED} thủ tục khác" if len(codes) > MOST_NAMED else ""
        messages.warning(request, f"{NEVER_PUBLIC} Đã để nguyên: {', '.join(codes[:MOST_NAMED])}{more}.")


def kept_back_for(pages: PageQuerySet, reason: str) -> PageQuerySet:
    """Those of pages that are not public and that no import publishes for this reason."""
    hidden = list(pages.filter(live=False).order_by().values_list("pk", flat=True))
    return pages.filter(pk__in=[pk for pk, found in reasons_of(hidden).items() if found == reason])
