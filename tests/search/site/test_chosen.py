"""The door to which the results page says what was chosen: counts only, and only from the portal's own pages."""

import pytest
from django.test import Client
from django.urls import reverse

from search.models import AskedQuestion
from tests.search.index.contract import EVERYTHING

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


@pytest.fixture
def asked(portal, index, client) -> AskedQuestion:
    """A question that somebody has just asked."""
    index.rebuild(EVERYTHING)
    client.get(reverse("search"), {"q": "Đăng ký khai tử"})
    return AskedQuestion.objects.get()


def tell(origin: str = HERE, **note):
    client = Client(enforce_csrf_checks=True)
    return client.post(reverse("search_chosen"), note, headers={"origin": origin} if origin else {})


def clicks(row: AskedQuestion) -> int:
    row.refresh_from_db()
    return row.clicks


def test_a_choice_is_counted_without_token_or_cookie(asked):
    response = tell(q="Đăng ký khai tử", position="1")
    assert (response.status_code, response.content, response.cookies) == (204, b"", {})
    assert clicks(asked) == 1


@pytest.mark.parametrize("origin", ["", "null", "https://khac.example", "http://testserver.khac.example"])
def test_nobody_elses_page_can_tell(asked, origin):
    assert tell(origin, q="đăng ký khai tử", position="1").status_code == 403
    assert clicks(asked) == 0


@pytest.mark.parametrize("position", ["", "0", "-1", "x", "1.5", "²", "9" * 5_000, "10001"])
def test_no_position_breaks_it(asked, position):
    assert tell(q="đăng ký khai tử", position=position).status_code == 204
    assert clicks(asked) == 0


def test_it_reads_no_long_notes(asked):
    assert tell(q="đăng ký khai tử" * 2_000, position="1").status_code == 403


def test_what_nobody_asked_is_not_noted(asked):
    assert tell(q="chưa ai hỏi", position="1").status_code == 204
    assert AskedQuestion.objects.count() == 1


def test_it_cannot_be_read(client, portal):
    assert client.get(reverse("search_chosen")).status_code == 405
