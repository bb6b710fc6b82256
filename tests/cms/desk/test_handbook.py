"""The handbooks are read at the desk, and every link in them leads somewhere."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

from cms.access.upkeep import ensure_access
from cms.desk.handbook import BOOKS, OPERATORS, text_of
from cms.models import Editor
from tests.editors import in_role
from tests.portal_process import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def editor(client):
    """The browser of an editor."""
    ensure_access()
    person = Editor.objects.create_user("bien-tap")
    in_role(person, "Biên tập viên")
    client.force_login(person)
    return client


def places(book: str) -> set[str]:
    """The names of the headings of a book."""
    return {heading["id"] for heading in BeautifulSoup(text_of(book), "html.parser").find_all(re.compile("^h[1-6]$"))}


@pytest.mark.parametrize("book", BOOKS)
def test_a_book_is_shown_with_its_tables(admin_client, book):
    shown = BeautifulSoup(admin_client.get(reverse("handbook", args=[book])).content.decode(), "html.parser")
    assert shown.h1.get_text(" ", strip=True) == BOOKS[book][1]
    assert shown.select(".handbook table")
    assert len(shown.select(".handbook h2")) > 3


def test_every_link_inside_the_books_leads_to_a_heading_that_is_there():
    addresses = {reverse("handbook", args=[book]): book for book in BOOKS}
    for book in BOOKS:
        for link in BeautifulSoup(text_of(book), "html.parser").find_all("a", href=True):
            address, _, place = unquote(link["href"]).partition("#")
            if not address or address in addresses:
                target = addresses.get(address, book)
                assert not place or place in places(target), (book, link["href"])


def test_the_front_page_and_the_help_menu_lead_to_the_editors_book_and_to_nothing_english(editor):
    front = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert front.count(reverse("handbook")) >= 2
    assert "guide.wagtail.org" not in front
    assert "editor-guide" not in front


@pytest.mark.parametrize("book", ["khong-co", OPERATORS])
def test_a_book_that_nobody_wrote_or_that_is_the_operators_is_not_found(editor, book):
    assert editor.get(reverse("handbook", args=[book])).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(reverse("handbook")).status_code == 302


@pytest.mark.parametrize("book", BOOKS)
def test_every_picture_is_there_is_described_and_is_taken_by_a_journey(book):
    journeys = "".join(file.read_text("utf-8") for file in (ROOT / "tests" / "journeys").glob("test_*.py"))
    for picture in BeautifulSoup(text_of(book), "html.parser").find_all("img"):
        assert finders.find(picture["src"].removeprefix(settings.STATIC_URL))
        assert len(picture["alt"]) > 20
        assert f'"{Path(picture["src"]).stem}")' in journeys


def test_the_editors_book_shows_a_working_day_in_pictures():
    assert len(BeautifulSoup(text_of("bien-tap"), "html.parser").find_all("img")) >= 7
