"""The desk's forms of what is no page: agencies, words, settings, accounts, files… None writes over what has been saved
since it was opened, be it by another person or in another window.

Such rows have no versions to name. So a form carries with it a digest of every place as it was when it was opened; what
it is sent with is compared with what is stored then. A form that is refused takes over what only the other has changed;
what both have changed is written over by nobody who has not said so.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2s
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.generic import EditView

from cms.desk.rows.texts import Texts, stored_texts, typed_texts

OPENED = "opened_as"
#: The tick by which somebody writes over what another has saved in the same place.
OVER = "write_over"
NOT_SAVED = (
    "Chưa lưu: trong lúc bạn sửa, mục này đã được lưu ở nơi khác (người khác, hoặc chính bạn ở cửa sổ khác). Chữ bạn "
    "đã ghi vẫn còn nguyên trong các ô; tệp đã chọn thì cần chọn lại."
)
_BYTES = 6  # of a digest; two texts of one place are told apart with 1 : 2^48


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the form: its name and label, what is stored, what is typed, and which of both differ from what was
    there."""

    name: str
    label: str
    stored: str
    typed: str
    is_theirs: bool
    is_mine: bool

    @property
    def is_both(self) -> bool:
        """Whether one of two texts will be lost."""
        return self.is_theirs and self.is_mine


def opened_as(texts: Texts) -> str:
    """What a form remembers of the row that it was opened with."""
    return json.dumps({name: _digest(text) for name, (_, text) in texts.items()}, separators=(",", ":"))


def clashing(sent: str, stored: Texts, typed: Texts) -> list[Place]:
    """The places that differ, where the form would write over something that was saved since it was opened; else none.
    A form that does not say what it was opened with knows nothing."""
    known = _known(sent)
    differing = [name for name, (_, text) in stored.items() if name in typed and typed[name][1] != text]
    if all(known.get(name) == _digest(stored[name][1]) for name in differing):
        return []
    return [_place(name, known.get(name), stored[name], typed[name][1]) for name in differing]


def _place(name: str, known: str | None, stored: tuple[str, str], typed: str) -> Place:
    label, text = stored
    return Place(name, label, text, typed, is_theirs=_digest(text) != known, is_mine=_digest(typed) != known)


def opened_again(sent: str, stored: Texts, places: list[Place]) -> str:
    """What a refused form knows of the row: all that it shows but the places that both have changed, of which it knows
    no more than before."""
    both = {place.name for place in places if place.is_both}
    known = {name: digest for name, digest in _known(sent).items() if name in both}
    return json.dumps(json.loads(opened_as({name: stored[name] for name in stored if name not in both})) | known)


def _digest(text: str) -> str:
    return blake2s(text.encode(), digest_size=_BYTES).hexdigest()


def _known(sent: str) -> Mapping[str, str]:
    try:
        known = json.loads(sent)
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}


# --- The row of a view ----------------------------------------------------------------------------


def _row(view: EditView) -> Model:
    """The row as it is now; inside a transaction it is locked until its end."""
    model = type(view.object)
    rows = model._base_manager.filter(pk=view.object.pk)
    row = (rows.select_for_update() if transaction.get_connection().in_atomic_block else rows).get()
    if getattr(view, "draftstate_enabled", False):
        row = row.get_latest_revision_as_object()
    return row


def _stored(view: EditView) -> Texts:
    """What the row holds now."""
    row = _row(view)
    return stored_texts(_unfilled(view, row), [type(each)(instance=row, prefix=each.prefix) for each in _beside(view)])


def _unfilled(view: EditView, row: Model) -> forms.BaseForm:
    """The view's form as somebody would open it now."""
    kwargs = {name: value for name, value in view.get_form_kwargs().items() if name not in ("data", "files")}
    return view.get_form_class()(**(kwargs | {"instance": row}))


def _beside(view: EditView) -> list[Any]:
    """What stands beside a form and is saved with it: the permissions of a group, the pages of a workflow.
    All know an `instance`; Wagtail's, which has no types, share no class that says so."""
    found = list(getattr(view, "permission_panel_forms", ()))
    if hasattr(view, "get_pages_formset"):
        found.append(view.get_pages_formset())
    return found


def _clash(view: EditView, form: forms.BaseForm) -> list[Place]:
    beside = _beside(view)
    if not all(each.is_valid() for each in beside):
        return []  # it is refused for that
    sent = view.request.POST.get(OVER) or view.request.POST.get(OPENED, "")
    found = clashing(sent, _stored(view), typed_texts(form, beside))
    return [place if _is_box(form, place.name) else replace(place, is_mine=True) for place in found]


def _is_box(form: forms.BaseForm, name: str) -> bool:
    """Whether a place is one box, into which another's text can be put; of rows and files somebody decides."""
    widget = form.fields[name].widget if name in form.fields else None
    return isinstance(widget, forms.Widget) and not isinstance(widget, forms.MultiWidget | forms.FileInput)


def _take_over(view: EditView, form: forms.BaseForm, places: list[Place]) -> None:
    """What only the other has changed stands in the form that is shown again: who did not touch it loses nothing."""
    theirs = [place.name for place in places if place.is_theirs and not place.is_mine]
    if theirs:
        now = _unfilled(view, _row(view))
        sent = view.request.POST.copy()
        for name in theirs:
            sent.setlist(form.add_prefix(name), _as_sent(now[name]))
        form.data = sent


def _as_sent(bound: forms.BoundField) -> list[str]:
    """What a browser would send of a box that nobody has touched."""
    value = bound.value()
    if value in (None, "", False):
        return []
    shown = bound.field.widget.format_value(value)
    return [str(each) for each in shown] if isinstance(shown, list | tuple) else [str(shown)]


# --- In Wagtail's views ---------------------------------------------------------------------------

Method = Callable[..., Any]


def _guarded_dispatch(own: Method) -> Method:
    def dispatch(view: EditView, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Looks and saves in one go: two forms that arrive together wait for one another."""
        if request.method != "POST":
            return own(view, request, *args, **kwargs)
        with transaction.atomic():
            return own(view, request, *args, **kwargs)

    return dispatch


def _guarded_is_valid(own: Method) -> Method:
    def is_valid(view: EditView, form: forms.BaseForm) -> bool:
        """Whether the form may be saved: it is right, and knows what is stored."""
        if not own(view, form):
            return False
        view.row_clash = _clash(view, form)
        if view.row_clash:
            view.produced_error_code, view.produced_error_message = "invalid_revision", NOT_SAVED
        return not view.row_clash

    return is_valid


def _guarded_form_invalid(own: Method) -> Method:
    def form_invalid(view: EditView, form: forms.BaseForm) -> HttpResponse:
        """A stale form is answered with 409."""
        _take_over(view, form, getattr(view, "row_clash", None) or [])
        response = own(view, form)
        if getattr(view, "row_clash", None) and response.status_code == 200:
            response.status_code = 409
        return response

    return form_invalid


def _guarded_context(own: Method) -> Method:
    def get_context_data(view: EditView, **kwargs: Any) -> dict[str, Any]:
        """Adds what the form was opened with, both texts, and what the tick says that writes over another's. A wrong
        form knows no more than before; a refused one has shown what is stored."""
        places = getattr(view, "row_clash", None)
        sent = view.request.POST.get(OPENED, "")
        if places:
            now = _stored(view)
            told = {OPENED: opened_again(sent, now, places), "row_clash": places, "autosave_enabled": False}
            over = {OVER: opened_as(now)} if any(place.is_both for place in places) else {}
            return {**own(view, **kwargs), **told, **over}
        return {**own(view, **kwargs), OPENED: sent if view.request.method == "POST" else opened_as(_stored(view))}

    return get_context_data


def _guarded_success_json(own: Method) -> Method:
    def get_success_json(view: EditView) -> dict[str, Any]:
        """After a save by the browser itself the open form knows what it has saved."""
        told = own(view)
        return {**told, "field_updates": {**told.get("field_updates", {}), OPENED: opened_as(_stored(view))}}

    return get_success_json


_GUARDS = {
    "dispatch": _guarded_dispatch,
    "is_valid": _guarded_is_valid,
    "form_invalid": _guarded_form_invalid,
    "get_context_data": _guarded_context,
    "get_success_json": _guarded_success_json,
}


def connect() -> None:
    """Guards Wagtail's one view beneath all its forms of rows, for there is no setting that reaches them all."""
    for name, guard in _GUARDS.items():
        if getattr(EditView, name).__module__ != __name__:
            setattr(EditView, name, guard(getattr(EditView, name)))
