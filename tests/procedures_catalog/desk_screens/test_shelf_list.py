"""The shelves above the desk's list of procedures: each with its number, and where a procedure is added."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from agencies.models import Agency
from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.desk_screens.test_listing import in_table
from tests.procedures_catalog.factories import published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def wind():
    """A shelf with one of two procedures on it."""
    place = shelf(Agency.objects.create(name="Sở Gió", kind="department"))
    published("1.100001").move(place, pos="last-child")
    published("1.100002")
    return shelf(place.agency)


def _shelves(html: str) -> list[str]:
    return [
        " ".join(line.stripped_strings) for line in BeautifulSoup(html, "html.parser").select(".catalogue-shelves li")
    ]


def test_the_catalogue_lists_its_shelves_with_their_numbers_and_all_procedures(admin_client, wind):
    html = admin_client.get(reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])).content.decode()
    assert _shelves(html) == ["Sở Gió : 1 thủ tục", "Thủ tục chưa giao cho cơ quan : 1 thủ tục"]
    assert set(in_table(html)) == {"1.100001", "1.100002"}
    narrowed = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk]) + "?state=live"
    assert "open" not in BeautifulSoup(admin_client.get(narrowed).content, "html.parser").details.attrs


def test_a_shelf_lists_its_own_procedures_alone(admin_client, wind):
    html = admin_client.get(reverse("wagtailadmin_explore", args=[wind.pk])).content.decode()
    assert set(in_table(html)) == {"1.100001"}
    assert _shelves(html) == []


def test_all_of_the_list_is_offered_where_it_means_the_list(admin_client, wind):
    """Wagtail takes the children of a page for "all": at the catalogue these are the shelves."""
    for number in range(60):
        wind.refresh_from_db()
        wind.add_child(instance=ProcedurePage(title=f"Diều {number}", code=f"9.{number:06}"))
    offered = "data-bulk-action-num-objects-in-listing"
    assert offered in admin_client.get(reverse("wagtailadmin_explore", args=[wind.pk])).content.decode()
    catalogue = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])
    assert offered not in admin_client.get(catalogue).content.decode()


def test_a_procedure_is_added_to_a_shelf_that_is_asked_for(admin_client, wind):
    catalogue = admin_client.get(reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk]))
    (button,) = catalogue.context["view"].header_buttons
    shown = admin_client.get(button.url)
    assert shown.status_code == 200
    sent = admin_client.post(button.url, {"parent_page": wind.pk})
    assert sent.url == reverse("wagtailadmin_pages:add", args=["procedures_catalog", "procedurepage", wind.pk])
    refused = admin_client.post(button.url, {"parent_page": ProcedurePage.catalogue().pk})
    assert refused.status_code == 200
