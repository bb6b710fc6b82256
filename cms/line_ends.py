"""Line ends and list signs of what people type or paste: a form arrives with those of the wire and of Word, the portal
keeps those of a text."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict

from vietnamese.spelling import with_bullets


def unix_ends(text: str) -> str:
    """The text with "\\n" for every line end: HTML has each written as "\\r\\n" when a form is sent."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _as_kept(text: str) -> str:
    return with_bullets(unix_ends(text))


class LineEndsMiddleware:
    """Reads every form as it was typed. What was imported and what was retyped unchanged are then one text, and a
    comparison of two versions shows what somebody changed and nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.content_type in _FORMS:
            # What comes back is as read-only as what arrived; the stubs have a type of their own for such forms.
            request.POST = _plain_form(request.POST)  # type: ignore[assignment]
        return self.get_response(request)


_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def _plain_form(form: QueryDict) -> QueryDict:
    """The form itself where nothing has to be changed."""
    if all(_as_kept(value) == value for _name, values in form.lists() for value in values):
        return form
    read = QueryDict(mutable=True, encoding=form.encoding)
    for name, values in form.lists():
        read.setlist(name, [_as_kept(value) for value in values])
    read._mutable = False
    return read
