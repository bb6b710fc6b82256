"""The catalogue and its shelves: a shelf bears rights and is no part of any address."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from agencies.models import Agency
from procedures_catalog.models import ProcedureIndexPage, ProcedurePage, ProcedureShelfPage
from search.models import DeskEntry
from tests.clock import today
from tests.procedures_catalog.factories import page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def sky() -> ProcedureShelfPage:
    """An agency's shelf."""
    return shelf(Agency.objects.create(name="Sở Gió", kind="department"))


def test_a_procedure_keeps_its_address_when_it_is_put_on_another_shelf(client, sky):
    page = published("1.100001")
    before = (page.url, page.full_url, page.url_path)
    page.move(sky, pos="last-child")
    moved = page_of("1.100001")
    assert moved.get_parent().pk == sky.pk
    assert (moved.url, moved.full_url, moved.url_path) == before
    assert client.get(before[0]).status_code == 200
    assert not Redirect.objects.exists()


def test_a_procedure_that_is_made_or_renamed_on_a_shelf_has_an_address_below_the_catalogue(client, sky):
    page = ProcedurePage(title="Thả diều", code="1.100001")
    sky.add_child(instance=page)
    page.save_revision().publish()
    assert page_of("1.100001").url == "/thu-tuc/1-100001-tha-dieu/"
    page.slug = "dieu"
    page.save_revision().publish()
    assert client.get("/thu-tuc/dieu/").status_code == 200
    page.save_revision()
    assert page.get_latest_revision_as_object().url_path == "/trang-chu/thu-tuc/dieu/"


def test_a_new_address_of_the_catalogue_reaches_procedures_on_every_shelf(sky):
    published("1.100001").move(sky, pos="last-child")
    catalogue = ProcedureIndexPage.objects.get()
    catalogue.slug = "danh-muc"
    catalogue.save()
    assert page_of("1.100001").url_path.startswith("/trang-chu/danh-muc/1-100001")


def test_a_shelf_has_no_address_and_a_new_name_moves_nothing(client, sky):
    page = published("1.100001")
    page.move(sky, pos="last-child")
    sky.refresh_from_db()
    assert sky.url is None
    assert client.get(f"/thu-tuc/{sky.slug}/").status_code == 404
    below = client.get(f"/thu-tuc/{sky.slug}/{page.slug}/")
    assert (below.status_code, below["Location"]) == (302, page.get_url())  # by its code; the shelf's name says nothing
    sky.title, sky.slug = "Sở Gió và Mây", "so-gio-va-may"
    sky.save()
    assert page_of("1.100001").url == page.url
    assert not Redirect.objects.exists()


def test_wagtails_own_way_finds_a_restricted_procedure_on_its_shelf_and_nothing_below_it(client, sky):
    page = published("1.100001")
    page.move(sky, pos="last-child")
    sky.view_restrictions.create(restriction_type="login")
    assert client.get(page.url).status_code == 302
    assert Page.route_for_request(RequestFactory().get("/"), page.url).page == page
    assert Page.route_for_request(RequestFactory().get("/"), f"{page.url}them/") is None


def test_no_two_procedures_share_an_address_on_whatever_shelves_they_stand(sky):
    published("1.100001")
    taken = page_of("1.100001").slug
    other = ProcedurePage(title="Thả diều", code="1.100002", slug=taken)
    with pytest.raises(ValidationError, match="đã có thủ tục khác dùng"):
        sky.add_child(instance=other)
    draft = ProcedurePage(title="Thả diều", code="1.100003")
    sky.refresh_from_db()
    sky.add_child(instance=draft)
    draft.slug = taken
    with pytest.raises(ValidationError, match="đã có thủ tục khác dùng"):
        draft.minimal_clean()


def test_an_address_that_is_left_to_the_portal_is_a_free_one(sky):
    taken = ["1-100003-tha-dieu", "1-100003-tha-dieu-2"]
    for number, (place, address) in enumerate(zip((shelf(), sky, sky), (*taken, ""), strict=True)):
        place.refresh_from_db()
        page = ProcedurePage(title="Thả diều", code=f"1.10000{number + 1}", slug=address, live=False)
        place.add_child(instance=page)
    assert sorted(ProcedurePage.objects.values_list("slug", flat=True)) == [*taken, "1-100003-tha-dieu-3"]


def test_an_agency_has_one_shelf_and_the_portal_one_common_one(sky):
    for agency in (sky.agency, None):
        shelf(agency)
        second = ProcedureShelfPage(title="Khác", agency=agency)
        with pytest.raises(ValidationError, match="chỉ có một ngăn"):
            second.validate_constraints()
        with pytest.raises(IntegrityError), transaction.atomic():
            ProcedureShelfPage.objects.exclude(agency=agency).update(agency=agency)


def test_a_shelf_is_found_at_the_desk_but_by_no_citizen(sky):
    assert sky.search_entry(today()) is None
    assert DeskEntry.objects.filter(object_id=sky.pk).exists()
