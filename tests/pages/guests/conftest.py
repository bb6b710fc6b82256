"""A draft beside a public text, somebody who wrote it, and links to it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.guests.links import Wish, make
from pages.models import GuestLink, NewsIndexPage, NewsPage
from tests.editors import in_role
from tests.pages.factories import make_news


@pytest.fixture
def author(portal) -> Editor:
    """Somebody who writes."""
    ensure_access()
    person = Editor.objects.create_user("lan", "lan@tinh.example", last_name="Lê", first_name="Lan")
    return in_role(person, "Biên tập viên")


@pytest.fixture
def draft(author) -> NewsPage:
    """A piece of news whose draft says something else than its public text."""
    page = make_news(NewsIndexPage.objects.get(), "Lịch tiếp công dân", summary="Tuần này.")
    page.title, page.summary = "Lịch mới", "Tuần sau, dự thảo."
    page.save_revision(user=author)
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def invite(draft, author) -> Callable[..., tuple[GuestLink, str]]:
    """Makes a link: the row, and the address that a guest is sent."""

    def invited(kind: str = "view", page: NewsPage = draft, **more) -> tuple[GuestLink, str]:
        wish = Wish(kind, "Lãnh đạo Sở", more.pop("hours", 24), **more)
        link, secret = make(page, author, wish, timezone.now())
        return link, f"/xem-truoc/{secret}/"

    return invited


@pytest.fixture
def opened(invite) -> Callable[..., tuple[Client, GuestLink, str]]:
    """A guest who has pressed the button: the browser, the link, the address."""

    def guest(kind: str = "view", **more) -> tuple[Client, GuestLink, str]:
        link, address = invite(kind, **more)
        client = Client()
        client.post(address)
        return client, link, address

    return guest
