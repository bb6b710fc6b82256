"""Asks for the search page once when a process of the web server begins: what is read but once – addresses, templates,
the words of all names – is read before somebody waits for it."""

import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import connections
from django.urls import reverse

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_QUESTION = "q=khai+sinh&page=1"  # one with the number of a page is counted nowhere
_logger = logging.getLogger(__name__)


def begin(application: Application) -> threading.Thread:
    """Asks a WSGI application beside whatever it answers meanwhile; returns the thread. Nothing that fails stops it."""
    thread = threading.Thread(target=_in_thread, args=[application], name="warming", daemon=True)
    thread.start()
    return thread


def warm(application: Application) -> None:
    """Asks and throws the answer away. Raises nothing: a database that is away is for those who ask in earnest."""
    try:
        answer = application(_request(), lambda *said: None)
        b"".join(answer)
        getattr(answer, "close", lambda: None)()
    except Exception:
        _logger.warning("Tiến trình mới chưa đọc trước được trang tìm kiếm.", exc_info=True)


def _in_thread(application: Application) -> None:
    try:
        warm(application)
    finally:
        connections.close_all()


def _request() -> dict[str, Any]:
    """As the web server in front would send it."""
    own = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    asked = {"PATH_INFO": reverse("search"), "QUERY_STRING": _QUESTION, "HTTP_HOST": own.netloc}
    environ = asked | {"wsgi.url_scheme": own.scheme, "HTTP_X_FORWARDED_PROTO": own.scheme}
    setup_testing_defaults(environ)
    return environ
