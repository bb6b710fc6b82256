"""Accounts, and somebody who tries to sign in from an address."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from cms.models import Editor

PASSWORD, WRONG = "dung-mat-khau-nay-2026", "sai"
DOOR = "/tai-khoan/dang-nhap/"


@pytest.fixture
def accounts(portal) -> None:
    """Two officers and an administrator."""
    for name in ("canbo", "canbo2"):
        Editor.objects.create_user(name, password=PASSWORD)
    Editor.objects.create_superuser("quantri", password=PASSWORD)


Trying = Callable[..., HttpResponse]


@pytest.fixture
def trying() -> Trying:
    """One try; with `client` from a browser that was there before, else from a new one."""

    def try_to_sign_in(
        username: str, password: str = WRONG, door: str = DOOR, address: str = "192.0.2.1",
        client: Client | None = None,
    ) -> HttpResponse:  # fmt: skip
        form = {"login": username, "password": password}
        return (client or Client()).post(door, form, headers={"x-forwarded-for": f"6.6.6.6, {address}"})

    return try_to_sign_in
