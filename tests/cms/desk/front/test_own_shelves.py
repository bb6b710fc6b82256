"""The front page leads whoever writes for an agency to its shelves, and nobody to another's."""

import pytest
from django.urls import reverse

from agencies.models import Agency, Role
from cms.access.upkeep import ensure_access
from cms.desk.front.own_shelves import ways_of
from pages.models import NewsShelfPage
from procedures_catalog.models import ProcedureShelfPage
from tests.editors import browser_of, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def agency() -> Agency:
    ensure_access()
    return Agency.objects.create(name="Sở Thủy lợi", kind="department")


def test_a_writer_begins_a_procedure_and_a_piece_of_news_on_the_shelves_of_the_agency(agency):
    writer = member(Role.WRITER, agency)
    ways = {way.new: way for way in ways_of(writer)}
    shelf = ProcedureShelfPage.objects.get(agency=agency)
    assert ways["Thêm thủ tục"].add_url == reverse("wagtailadmin_pages:add_subpage", args=[shelf.pk])
    assert ways["Viết tin"].list_url == reverse(
        "wagtailadmin_explore", args=[NewsShelfPage.objects.get(agency=agency).pk]
    )
    page = browser_of(writer).get(reverse("wagtailadmin_home")).content.decode()
    assert ways["Thêm thủ tục"].add_url in page
    assert browser_of(writer).get(ways["Thêm thủ tục"].add_url, follow=True).status_code == 200


def test_each_way_leads_to_a_form_that_opens(agency):
    writer = member(Role.WRITER, agency)
    browser = browser_of(writer)
    ways = ways_of(writer)
    assert len(ways) == 3
    for way in ways:
        assert browser.get(way.add_url, follow=True).status_code == 200
        assert browser.get(way.list_url).status_code == 200


@pytest.mark.parametrize("role", [Role.CHECKER, Role.UNIT_ADMIN, Role.KEEPER])
def test_who_writes_nothing_there_is_offered_nothing(agency, role):
    assert ways_of(member(role, agency if role is not Role.KEEPER else None)) == []


def test_a_writer_of_another_agency_is_not_led_here(agency):
    other = Agency.objects.create(name="Sở Công nghiệp nhẹ", kind="department")
    mine = {way.add_url for way in ways_of(member(Role.WRITER, agency))}
    assert mine.isdisjoint(way.add_url for way in ways_of(member(Role.WRITER, other)))
    nobodys = member(Role.WRITER, agency, "khong-thuoc-dau")
    nobodys.agency = None
    assert ways_of(nobodys) == []


def test_the_ways_cost_one_question_once_the_rights_are_read(agency, django_assert_num_queries):
    writer = member(Role.WRITER, agency)
    ways_of(writer)
    with django_assert_num_queries(1):
        ways_of(writer)
