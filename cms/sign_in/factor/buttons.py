"""What an administrator may do to an account beside Wagtail's own: in the list of accounts."""

from collections.abc import Iterator

from django.urls import URLPattern, path, reverse
from wagtail.admin.widgets.button import Button

from cms.access.accounts import numbers_kept
from cms.models import Editor
from cms.sign_in.factor.forgetting import forget


def addresses() -> list[URLPattern]:
    """Below the desk's."""
    return [path("tai-khoan/<int:pk>/dat-lai-buoc-hai/", forget, name="forget_factors")]


def buttons(user: Editor, request_user: Editor) -> Iterator[Button]:
    """For each line of the list."""
    if user.pk != request_user.pk and user.pk in numbers_kept(request_user):
        yield Button("Đặt lại bước xác nhận", reverse("forget_factors", args=[user.pk]), icon_name="key", priority=40)
