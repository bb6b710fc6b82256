"""The parents of many pages are read by one question."""

import pytest
from wagtail.models import Page

from pages.models import ContentPage, HomePage
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_the_parents_of_pages_of_several_kinds_come_with_them(django_assert_num_queries):
    home = HomePage.objects.get()
    make_content(make_content(home, "Trên"), "Dưới")
    wanted = {page.pk: page.get_parent().pk for page in Page.objects.filter(depth__gt=1)}
    pages = list(Page.objects.filter(depth__gt=1).specific().prefetch_related("parents_at_once"))
    with django_assert_num_queries(0):
        assert {page.pk: page.get_parent().pk for page in pages} == wanted


def test_a_parent_that_is_known_is_not_read_again(django_assert_num_queries):
    page = make_content(HomePage.objects.get(), "Trang")
    page.get_parent()
    with django_assert_num_queries(0):
        ContentPage.parents_at_once.is_cached(page)
        page.get_parent()
