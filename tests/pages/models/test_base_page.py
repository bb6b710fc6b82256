"""What every page shares: addresses, the word to the finder, the desk's form."""

import pytest
from django.apps import apps
from django.urls import reverse

from agencies.models import Agency
from pages.entry import PAGE_KINDS
from pages.models import ContentPage, NewsPage
from pages.models.base import BasePage
from tests.clock import today
from tests.pages.factories import make_content, make_news


def page_types() -> list[type[BasePage]]:
    """The concrete page types of this floor."""
    return [model for model in apps.get_app_config("pages").get_models() if issubclass(model, BasePage)]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đất đai", "dat-dai"),
        ("Hộ tịch – đăng ký", "ho-tich-dang-ky"),
        ("Nguyễn Ðình", "nguyen-dinh"),
        ("…", "muc"),
    ],
)
def test_the_address_comes_from_the_vietnamese_title(home, title, slug):
    page = home.add_child(instance=ContentPage(title=title))
    assert page.slug == slug


def test_a_draft_gets_an_address_too(home):
    assert home.add_child(instance=ContentPage(title="Đất đai", live=False)).slug == "dat-dai"


def test_two_pages_of_one_title_have_two_addresses(home):
    slugs = [home.add_child(instance=ContentPage(title="Đất đai")).slug for _ in range(3)]
    assert slugs == ["dat-dai", "dat-dai-2", "dat-dai-3"]


def test_an_address_given_by_hand_stays(home):
    assert home.add_child(instance=ContentPage(title="Đất đai", slug="ruong-dat")).slug == "ruong-dat"


def test_the_desk_takes_an_empty_address(home, admin_client):
    address = reverse("wagtailadmin_pages:add", args=["pages", "contentpage", home.pk])
    posted = {
        "title": "Đất đai",
        "slug": "",
        "summary": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }
    response = admin_client.post(address, posted)
    assert response.status_code == 302
    assert ContentPage.objects.get().slug == "dat-dai"


def test_the_desk_offers_the_vietnamese_box(home, admin_client):
    address = reverse("wagtailadmin_pages:add", args=["pages", "contentpage", home.pk])
    assert "data-w-slug-formatters-value" in admin_client.get(address).content.decode()


@pytest.mark.parametrize("page_type", page_types())
def test_every_page_type_says_what_it_is_in_search(page_type):
    assert vars(page_type)["search_kind"] in {*PAGE_KINDS, ""}


def test_what_the_finder_is_told(home, news_index):
    owner = Agency.objects.create(name="Sở Tư pháp", kind="department")
    news = make_news(
        news_index,
        "Giảm phí",
        summary="Tóm tắt",
        agency=owner,
        body=[{"type": "paragraph", "value": "<p>Thân bài</p>"}],
    )
    entry = news.search_entry(today())
    assert (entry.key, entry.kind, entry.title) == (f"page:{news.pk}", "news", "Giảm phí")
    assert entry.url == "/tin-tuc/giam-phi/"
    assert entry.body == "Tóm tắt\nThân bài"
    assert entry.facets == {"agency": ("so-tu-phap",)}
    assert entry.is_current


def test_lists_are_not_findable(home, news_index):
    assert home.search_entry(today()) is None
    assert news_index.search_entry(today()) is None


def test_a_page_under_no_site_is_not_findable(db):
    assert NewsPage(title="Chưa ở đâu").search_entry(today()) is None


def test_a_page_keeps_standing_without_its_agency(home):
    owner = Agency.objects.create(name="Sở Tư pháp", kind="department")
    page = make_content(home, agency=owner)
    owner.delete()
    page.refresh_from_db()
    assert page.agency is None
