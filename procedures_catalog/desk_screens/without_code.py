"""The desk tells of procedures without a national code: since when, and who has the same name and a code."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from wagtail.models import Page

from agencies.day import local_day
from procedures_catalog.facts.temporary_code import NO_CODE, REASON, is_temporary
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.without_code import holder_of, of_names


def code_of(page: ProcedurePage) -> str:
    """The code as the list shows it; where there is none yet, since when the portal has waited for it."""
    if not is_temporary(page.code_base):
        return page.code
    return format_html("{}<br>mã tạm {}<br>từ {}", NO_CODE, page.code, _since(page))


def tell_what_waits_for_a_code(request: HttpRequest, page: Page) -> None:
    """Whoever opens the form of a procedure without a national code reads why it has none, what to do, and which
    procedure with a code may be the same one."""
    if request.method != "GET" or not isinstance(page, ProcedurePage) or not is_temporary(page.code_base):
        return
    messages.info(
        request,
        f"Thủ tục chưa có mã quốc gia từ {_since(page)}; trang ghi: {REASON}. Khi có mã, ghi vào ô “Mã thủ tục” rồi "
        f"công bố: mã QR, tờ niêm yết, địa chỉ và lịch sử giữ nguyên, {page.code} thành mã trước đây.",
    )
    who = holder_of(page.pk).named
    for other in (each for each in of_names({who.name}) if each.named.fits(who)):
        messages.warning(
            request,
            f"Cổng đã có thủ tục cùng tên, cùng cấp mang mã {other.code}. Nếu là một thủ tục: giữ trang mang mã quốc "
            "gia; ở trang này, thẻ “Hiệu lực”, ghi ngày bãi bỏ và chọn trang kia làm thủ tục thay thế. Cổng không tự "
            "đổi gì.",
        )


def _since(page: ProcedurePage) -> str:
    return f"{local_day(page.identity.created_at):%d/%m/%Y}"
