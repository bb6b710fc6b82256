"""What is said after an account is saved: that it has no role, or that its person cannot publish what he writes."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from wagtail.admin import messages

from agencies.models import Role
from cms.access.giving import roles_of
from cms.models import Editor

NO_ROLE = "Tài khoản {0} chưa có vai trò nào: người này chưa làm được gì."
TWO_PERSONS = (
    "{0} vừa soạn thảo vừa công bố: những gì chính người này viết vẫn cần người thứ hai công bố, phải có đủ hai người."
)
_ROLES = {"roles", "portal_roles", "groups"}


class WarnsOfRoles:
    """A view of an account's form: warns where it is new, or where its roles are others than before."""

    request: HttpRequest

    def form_valid(self, form: forms.ModelForm) -> HttpResponse:
        """As Wagtail does, then what there is to say."""
        is_new = form.instance.pk is None
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # the view's
        if is_new or _ROLES & set(form.changed_data):
            for said in _warnings(form.instance):
                messages.warning(self.request, said)
        return response


def _warnings(editor: Any) -> Iterator[str]:
    if not editor.is_active or editor.is_superuser:
        return
    roles = {role for role, _ in roles_of(editor)}
    if not (roles or editor.groups.exists()):
        yield NO_ROLE.format(_name(editor))
    if {Role.WRITER, Role.PUBLISHER} <= roles:
        yield TWO_PERSONS.format(_name(editor))


def _name(editor: Editor) -> str:
    return f"{editor.named()} ({editor.get_username()})"
