"""A piece of news, and people who edit it at the desk."""

from collections.abc import Callable

import pytest
from django.test import Client

from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import NewsIndexPage, NewsPage
from tests.cms.desk.form import DeskForm
from tests.editors import in_role
from tests.pages.factories import make_news


@pytest.fixture
def news(portal) -> NewsPage:
    """A piece of news that is published."""
    ensure_access()
    return make_news(NewsIndexPage.objects.get(), "Lịch tiếp công dân", summary="Tuần này.")


@pytest.fixture
def person() -> Callable[[str, str], Client]:
    """Signs in somebody of a group."""

    def sign_in(name: str, group: str = "Biên tập viên") -> Client:
        client = Client()
        editor, _ = Editor.objects.get_or_create(username=name)
        in_role(editor, group)
        client.force_login(editor)
        return client

    return sign_in


@pytest.fixture
def opened(news, person) -> Callable[..., DeskForm]:
    """Opens the form of the news as somebody."""
    return lambda name, group="Biên tập viên": DeskForm.open(person(name, group), news.pk)
