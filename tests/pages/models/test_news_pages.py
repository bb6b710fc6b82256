"""News and their list."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from pages.models import NewsPage
from tests.pages.factories import make_news


def many(index, count: int = 25) -> None:
    """That many news."""
    for number in range(count):
        make_news(index, f"Tin {number}", date=date(2026, 10, 1 + number))


def test_newest_first_twenty_a_page(client, news_index):
    many(news_index)
    items = client.get("/tin-tuc/").context["items"]
    assert [items[0].title, len(items), items.paginator.count] == ["Tin 24", 20, 25]


@pytest.mark.parametrize("page", ["999999", "0", "-1", "x", "1e3", "\x00", "٣", ""])
def test_pages_that_do_not_exist(client, news_index, page):
    many(news_index, 3)
    response = client.get("/tin-tuc/", {"page": page})
    assert response.status_code == 200
    assert len(response.context["items"]) == 3


def test_queries_do_not_grow_with_the_list(client, news_index, django_assert_max_num_queries):
    many(news_index, 2)
    client.get("/tin-tuc/")
    with django_assert_max_num_queries(14) as captured:
        client.get("/tin-tuc/")
        few = len(captured)
    many(news_index, 20)
    client.get("/tin-tuc/")
    with django_assert_max_num_queries(few):
        client.get("/tin-tuc/")


def test_a_piece_of_news_is_shown(client, news_index):
    news = make_news(news_index, "Lưu động", body=[{"type": "paragraph", "value": "<p>Tại thôn Đông</p>"}])
    assert "Tại thôn Đông" in client.get(news.url).content.decode()


def test_an_image_needs_words(news_index):
    image = get_image_model().objects.create(title="ảnh", file=get_test_image_file())
    news = make_news(news_index)
    news.image = image
    with pytest.raises(ValidationError) as refused:
        news.full_clean()
    assert list(refused.value.message_dict) == ["image_alt"]
    news.image_alt = "Người dân nộp hồ sơ tại bộ phận một cửa"
    news.full_clean()


@pytest.mark.django_db
def test_news_of_today_by_default():
    assert NewsPage(title="Tin").date is not None
