"""Every kind of page opens in its form, with the rows and choices that a real portal's pages have."""

import pytest
from django.urls import reverse
from wagtail.models import Page, get_page_models

from cms.models import Editor

pytestmark = pytest.mark.usefixtures("demo")


def richest(model: type[Page]) -> Page | None:
    """The page of a type that holds the most, as a serialised text tells."""
    return max(model.objects.exact_type(model).specific(), key=lambda page: len(page.to_json()), default=None)


@pytest.mark.parametrize("model", [model for model in get_page_models() if model is not Page], ids=lambda m: m.__name__)
def test_the_page_that_holds_the_most_opens(client, model):
    page = richest(model)
    assert page is not None, "the demonstration has none"
    client.force_login(Editor.objects.create_superuser("mo-trang", "mo@vidu.example", "x"))
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
