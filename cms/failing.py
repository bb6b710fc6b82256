"""What people read when the portal cannot do what they asked: that nothing can be written now, or that it failed."""

import errno
import sys
from dataclasses import dataclass, replace

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from pages.files.disk_room import NoRoomError
from pages.site.sites import portal_known
from vietnamese.telephone import pieces


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong in the words of whoever wanted to save, and after how many seconds to try again. `when_read` is the
    title for who only wanted to read."""

    title: str
    text: str
    retry_after: int
    when_read: str = "Chưa mở được trang này"

    def for_reader(self) -> "Trouble":
        """The same in the words of whoever wanted to read: nothing is said of what he did not do."""
        return replace(self, title=self.when_read, text=READ_TOO.get(self.title, self.text))


FULL = Trouble(
    "Chưa lưu được: máy chủ hết chỗ",
    "Đĩa của máy chủ đã đầy nên lúc này không lưu, đăng nhập hay in được. Các trang công khai vẫn đọc được.",
    300,
)
READ_ONLY = Trouble(
    "Chưa lưu được: máy chủ chỉ còn đọc được",
    "Đĩa của máy chủ đã đầy hoặc đang ở chế độ chỉ đọc nên lúc này không lưu, đăng nhập hay in được. Các trang công "
    "khai vẫn đọc được.",
    300,
)
BUSY = Trouble("Chưa lưu được: máy chủ đang bận", "Một việc ghi lớn đang chạy. Hãy thử lại sau ít phút.", 30)
AWAY = Trouble(
    "Cổng tạm ngừng",
    "Cơ sở dữ liệu của cổng đang không dùng được. Người trông coi cổng cần xem ngay.",
    60,
    when_read="Cổng tạm ngừng",
)
#: Title → what a reader is told instead: that others cannot save explains nothing to him.
READ_TOO = dict.fromkeys(
    (each.title for each in (FULL, READ_ONLY, BUSY)),
    "Máy chủ của cổng đang bận hoặc gặp trục trặc. Hãy mở lại sau ít phút.",
)

# SQLite's names of what went wrong begin so; PostgreSQL's are five letters (https://www.postgresql.org/docs/current/
# errcodes-appendix.html).
_SQLITE = {
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR": FULL,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_CANTOPEN": AWAY,
    "SQLITE_CORRUPT": AWAY,
    "SQLITE_NOTADB": AWAY,
}
_POSTGRESQL = {"53100": FULL, "25006": READ_ONLY, "55P03": BUSY}
_SYSTEM = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EROFS: READ_ONLY}


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler of what nobody caught: 503 in words for a known trouble, else 500, with the telephone as it was
    known last. Waits for no database."""
    trouble = trouble_of(sys.exc_info()[1])
    telephone = {"hotline_pieces": pieces(portal_known(request).hotline)}
    if trouble is None:
        return HttpResponse(render_to_string("500.html", telephone), status=500)
    response: HttpResponse
    is_writing = request.method not in ("GET", "HEAD")
    trouble = trouble if is_writing else trouble.for_reader()
    if request.path.startswith("/api/"):
        response = JsonResponse({"detail": f"{trouble.title}. {trouble.text}"}, status=503)
    else:
        context = {"trouble": trouble, "is_writing": is_writing, **telephone}
        response = HttpResponse(render_to_string("503.html", context), status=503)
    response["Retry-After"] = str(trouble.retry_after)
    response["Cache-Control"] = "no-store"
    return response


def too_long(request: HttpRequest) -> HttpResponse:
    """414 in words, for the web server in front to show where it takes an address no further."""
    return render(request, "414.html", status=414)


def trouble_of(error: BaseException | None) -> Trouble | None:
    """What is wrong with disk or database, by an exception or what led to it; None for anything else."""
    while error is not None:
        if trouble := _named(error):
            return trouble
        error = error.__cause__ or error.__context__
    return None


def _named(error: BaseException) -> Trouble | None:
    if isinstance(error, NoRoomError):
        return Trouble("Chưa nhận được tệp: máy chủ sắp hết chỗ", str(error), FULL.retry_after)
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0)
    if isinstance(error, DatabaseError):
        return _of_database(error.__cause__)
    return None


def _of_database(cause: BaseException | None) -> Trouble | None:
    """By the driver's own exception, which Django keeps beneath its own."""
    name = getattr(cause, "sqlite_errorname", "")
    known = (trouble for start, trouble in _SQLITE.items() if name.startswith(start))
    return next(known, None) or _POSTGRESQL.get(getattr(cause, "sqlstate", None) or "")
