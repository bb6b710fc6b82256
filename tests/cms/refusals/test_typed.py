"""A form of the desk that is refused comes back with what was typed, without any script."""

import json
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from cms.models import Editor
from cms.refusals.broken_forms import TEXT
from cms.refusals.typed import typed_in
from pages.models import HomePage
from tests.editors import signed_in
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
WORDS = "Người dân nộp hồ sơ ở đâu?\nỞ xã & phường."
SENT = {"title": "Hướng dẫn", "summary": WORDS, "password1": "mật khẩu dài", "body-count": "0", "slug": "huong-dan"}


@pytest.fixture
def address(portal) -> str:
    """The form of a page."""
    return reverse("wagtailadmin_pages:edit", args=[make_content(HomePage.objects.get(), "Hướng dẫn").pk])


def words(answer) -> list[str]:
    """What comes back, text by text."""
    return [unescape(each.text).strip() for each in BeautifulSoup(answer.content, "html.parser").select("textarea")]


def test_of_a_session_that_ended(address):
    answer = Client().post(address, SENT)
    assert answer.status_code == 403
    assert WORDS in words(answer)
    html = answer.content.decode()
    assert "phiên làm việc đã kết thúc" in html
    assert "dang-nhap" in html
    assert "mật khẩu dài" not in html


def test_of_a_role_that_was_taken_away_while_somebody_wrote(address):
    client = signed_in("Biên tập viên")
    client.get(address)
    Editor.objects.get(username="nguoi-Biên tập viên").groups.clear()
    answer = client.post(address, SENT)
    assert (answer.status_code, WORDS in words(answer)) == (403, True)


def test_of_a_form_that_arrived_in_pieces(address):
    answer = signed_in("Biên tập viên").post(address, {"summary": WORDS})
    assert (answer.status_code, words(answer)) == (400, [WORDS])
    assert TEXT in unescape(answer.content.decode())


@pytest.mark.parametrize(("origin", "comes_back"), [("http://testserver", True), ("https://khac.example", False)])
def test_of_a_screen_that_was_open_too_long_but_not_of_another_site(origin, comes_back, address):
    client = Client(enforce_csrf_checks=True)
    client.force_login(Editor.objects.create_superuser("quan-tri"))
    answer = client.post(address, SENT, headers={"origin": origin})
    assert (answer.status_code, WORDS in words(answer)) == (403, comes_back)
    assert ("màn hình mở đã lâu" in answer.content.decode()) is comes_back


def test_a_button_alone_leads_where_it_always_led(address):
    answer = Client().post(address, {"action-publish": "action-publish", "id": "7"})
    assert answer.status_code == 302


def test_rich_text_comes_back_as_its_words():
    rich = json.dumps({"blocks": [{"text": "Một đoạn"}, {"text": "và hai"}], "entityMap": {}})
    sent = QueryDict(mutable=True)
    sent.update({"body-0-value": rich, "body-0-type": "text block", "note": "x", "csrfmiddlewaretoken": "a b"})
    assert list(typed_in(sent)) == [("body-0-value", "Một đoạn\nvà hai"), ("note", "x")]
