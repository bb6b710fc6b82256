"""The ways from the desk to one's own account: second factor, password, signing out; and to the next person, where
several share a computer."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import ActionMenuItem


class ChangeOfPerson(MenuItem):
    """Signs out at one press; whoever signs in next comes to the screen where this one was, if he may open it."""

    def render_component(self, request: HttpRequest) -> Any:
        """A button of its own form: signing out by a mere link would be anybody's to bring about."""
        action = f"{self.url}?{urlencode({'next': request.path})}"
        return ActionMenuItem(self.name, self.label, action, icon_name=self.icon_name)


def menu_item() -> MenuItem:
    """Stands last in the main menu."""
    return MenuItem("Đăng nhập và bảo mật", reverse("mfa_index"), name="own-account", icon_name="key", order=20_000)


def change_of_person() -> MenuItem:
    """Behind it."""
    return ChangeOfPerson("Đổi người", reverse("account_logout"), name="change-person", icon_name="user", order=20_001)
