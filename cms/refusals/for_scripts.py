"""A script that sends a form for somebody and is refused is told why in a sentence, and never led to a page.

Wagtail saves an open form by itself, and reads an answer that is no data as a fault of the server: of a role taken
away, a wall, a session that ended or a deputy's last day the editor would read nothing. The sentence stands beside
the form; what was typed stays in it.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.views.csrf import csrf_failure

from cms.refusals.broken_forms import TEXT
from cms.sign_in.doors import is_open_to
from cms.sign_in.held import is_at_a_desk, is_held

GetResponse = Callable[[HttpRequest], HttpResponse]
KEPT = "Chữ bạn đã ghi vẫn còn nguyên trong các ô của màn hình này."
TAKEN = f"Chưa lưu: quyền của bạn ở đây đã được thu lại hoặc đã hết hạn. {KEPT}"
GONE = f"Chưa lưu: quyền của bạn ở đây đã được thu lại, hoặc trang không còn ở đây. {KEPT}"
ENDED = f"Chưa lưu: phiên làm việc đã kết thúc. {KEPT} Đăng nhập ở thẻ mới rồi quay lại đây lưu."
HELD = f"Chưa lưu: cần xác nhận lại rằng vẫn là bạn. {KEPT} Mở bàn biên tập ở thẻ mới, xác nhận rồi quay lại đây lưu."
CLOSED = f"Chưa lưu: mạng bạn đang dùng không được vào bàn biên tập. {KEPT}"
OLD = f"Chưa lưu: màn hình mở đã lâu. {KEPT} Chép những đoạn dài ra chỗ khác, tải lại trang rồi lưu."
#: Wagtail's scripts show the sentence of this code and try again at the next change; of an unknown code they say that
#: the server failed.
CODE = "locked"
_JSON = "application/json"
#: Where one signs in, and what leads there.
_DOORS = ("/dang-nhap/", "/login/")
#: What is noted of a request without the proof of where it comes from.
_IS_OLD = "is_old_page"
_ANSWERED = (400, 401, 403, 404)


class ForScriptsMiddleware:
    """For both desks; stands before whatever refuses."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or in the place of a page that refuses or leads away: the sentence, with 400, 403 or 404."""
        response = self._get_response(request)
        if request.method in ("GET", "HEAD") or not is_at_a_desk(request) or not wants_data(request):
            return response
        return response if _is_fit(response) else _refusal(request, response.status_code)


def old_page(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Django's answer to a form without the proof of where it comes from; to a script in a sentence, too."""
    if wants_data(request):
        return _told(OLD, 403)
    setattr(request, _IS_OLD, True)
    return csrf_failure(request, reason)


def wants_data(request: HttpRequest) -> bool:
    """Wagtail's own question, by which its views answer with data."""
    return not request.accepts("text/html")


def reason_of(request: HttpRequest, status: int) -> str:
    """Why a form was refused, for a page that shows what was typed in it."""
    said = OLD if getattr(request, _IS_OLD, False) else _sentence(request, status)
    return said.partition(KEPT)[0].strip()


def is_refusal(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a page refuses a form, or leads who sent it to where he signs in or says that it is still he."""
    if not 300 <= response.status_code < 400:
        return response.status_code in _ANSWERED
    is_to_the_door = any(door in response.headers.get("Location", "") for door in _DOORS)
    return is_to_the_door or not request.user.is_authenticated or is_held(request)


def _is_fit(response: HttpResponse) -> bool:
    """Whether a script can read it: data, or no refusal; what failed is not said to be refused."""
    is_refusal = response.status_code in _ANSWERED or 300 <= response.status_code < 400
    return not is_refusal or response.headers.get("Content-Type", "").startswith(_JSON)


def _refusal(request: HttpRequest, status: int) -> JsonResponse:
    """A page's number, but for what leads away: a script would follow and take what it finds for an answer."""
    return _told(_sentence(request, status), status if status in _ANSWERED else 403)


def _told(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"success": False, "error_code": CODE, "error_message": sentence}, status=status)


def _sentence(request: HttpRequest, status: int) -> str:
    if not is_open_to(request):
        return CLOSED
    if not request.user.is_authenticated:
        return ENDED
    if is_held(request):
        return HELD
    return {400: TEXT, 404: GONE}.get(status, TAKEN)
