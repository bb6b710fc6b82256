"""A form that arrives in pieces, or with a word where a number belongs, is answered with 400 and a sentence rather
than as a fault of the server; an address with such a word or number leads to nothing, which is 404. Browsers send such
forms where a connection broke or a script failed; nothing of them is saved, and what was typed is still in the browser.

Wagtail reads hidden fields of its own without looking whether they are there. An error counts as the form's, not as
ours, where a field that is read is missing or does not validate, the database refuses the row, a number is larger than
it holds, or the error names a value that was sent. The server's own log has it all the same.
"""

import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import InvalidPage
from django.core.signing import BadSignature
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import page_not_found
from wagtail.admin.forms.choosers import URLOrAbsolutePathValidator
from wagtail.admin.views.generic.chooser import CreationFormMixin
from wagtail.contrib.redirects.forms import ConfirmImportManagementForm

from cms.access.walls.wrapping import wrap

_logger = logging.getLogger(__name__)
GetResponse = Callable[[HttpRequest], HttpResponse]
TEXT = "Biểu mẫu gửi lên bị thiếu phần hoặc có chỗ không đọc được, nên chưa có gì được lưu."
#: What Django says of a number that SQLite cannot hold; PostgreSQL finds nothing by it.
_TOO_LARGE = "Python int too large"
#: And Python of a day that lies before the first one, or behind the last one, somewhere on the earth.
_NO_DAY = ("date value out of range", "year ")
#: And Django, and Python, of an empty text where a number belongs.
_GOT_NOTHING = ("got ''.", "base 10: ''")
_SIGNED = ("import_file_name", "input_format")


def connect() -> None:
    """Where Wagtail expects a text that was not sent, or a form that a chooser does not have."""
    URLOrAbsolutePathValidator.is_absolute_path = staticmethod(lambda value: (value or "").startswith("/"))
    wrap(CreationFormMixin, "can_create", _with_a_form)
    ConfirmImportManagementForm.clean = _checked


def _with_a_form(asked: Callable[[Any], bool]) -> Callable[[Any], bool]:
    def can_create(view: Any) -> bool:
        return asked(view) and view.get_creation_form_class() is not None

    return can_create


def _checked(form: ConfirmImportManagementForm) -> dict[str, Any]:
    """What was signed; ValidationError where it is missing or somebody changed it."""
    held = form.cleaned_data
    try:
        return held | {name: form.signer.unsign(held.get(name, "")) for name in _SIGNED}
    except BadSignature as error:
        raise ValidationError(TEXT) from error


class BrokenFormsMiddleware:
    """For both desks."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers as usual."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """The sentence; for a script, which asks for no page, as JSON. Where the action is done, and only the place to
        go on to was none, the way leads to the front page."""
        if not request.user.is_authenticated:
            return None
        if request.method == "POST" and _is_the_forms(request, fault):
            _logger.warning("Biểu mẫu hỏng gửi tới %s.", request.path, exc_info=fault)
            return _answer(request, fault)
        if request.method == "GET" and _is_the_addresses(request, fault):
            _logger.warning("Địa chỉ hỏng: %s.", request.path, exc_info=fault)
            return page_not_found(request, Http404())
        return None


def _answer(request: HttpRequest, fault: Exception) -> HttpResponse:
    if isinstance(fault, NoReverseMatch):
        return HttpResponseRedirect(reverse("wagtailadmin_home"))
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return JsonResponse({"success": False, "error_message": TEXT}, status=400)
    return render(request, "400.html", status=400)


def _is_the_forms(request: HttpRequest, fault: Exception) -> bool:
    if isinstance(fault, MultiValueDictKeyError | ValidationError | IntegrityError):
        return True
    if isinstance(fault, OverflowError):
        return str(fault).startswith(_TOO_LARGE)
    return isinstance(fault, ValueError | NoReverseMatch) and _names_what_was_sent(request, str(fault))


def _is_the_addresses(request: HttpRequest, fault: Exception) -> bool:
    """The same of an address: numbers and days that no row can have, leaves that no list has, and words that the error
    names."""
    if isinstance(fault, OverflowError):
        return str(fault).startswith((_TOO_LARGE, *_NO_DAY))
    named = isinstance(fault, ValueError | ValidationError | NoReverseMatch)
    return isinstance(fault, InvalidPage) or (named and _names_what_was_sent(request, str(fault)))


def _names_what_was_sent(request: HttpRequest, said: str) -> bool:
    """Django quotes a value, sometimes as it would be written in a program."""
    lists = (*request.POST.lists(), *request.GET.lists())
    found = request.resolver_match
    places = [str(value) for value in (*found.kwargs.values(), *found.args)] if found else []
    sent = (*places, *(value for _name, values in lists for value in values))
    return any(
        f"'{value}'" in said or repr(value) in said or f"“{value}”" in said if value else said.endswith(_GOT_NOTHING)
        for value in sent
    )
