"""What an agency writes – procedures, news, documents – is its own until it is public, and everybody's from then on."""

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Agency, Role
from cms.models import Editor
from legal_documents.models import DocumentShelfPage, LegalDocumentPage
from pages.models import HomePage, NewsPage, NewsShelfPage
from pages.models.shelf import ShelfPage
from procedures_catalog.models import ProcedurePage, ProcedureShelfPage
from tests.editors import browser_of, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
KINDS = {
    "procedure": (ProcedureShelfPage, lambda: ProcedurePage(title="Cấp thẻ thả diều", code="1.100001", live=False)),
    "news": (NewsShelfPage, lambda: NewsPage(title="Cấp thẻ thả diều", live=False)),
    "document": (DocumentShelfPage, lambda: LegalDocumentPage(title="Cấp thẻ thả diều", kind="law", live=False)),
}
EVERY = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def two() -> tuple[Agency, Agency]:
    """Two departments."""
    one, other = (Agency.objects.create(name=name, kind="department") for name in ("Sở Gió", "Sở Mây"))
    return one, other


def shelf_of(agency: Agency, kind: str) -> ShelfPage:
    return KINDS[kind][0].objects.get(agency=agency)


def draft_of(agency: Agency, kind: str):
    page = shelf_of(agency, kind).add_child(instance=KINDS[kind][1]())
    page.save_revision()
    return page


def opens(editor: Editor, view: str, page) -> bool:
    return browser_of(editor).get(reverse(f"wagtailadmin_pages:{view}", args=[page.pk])).status_code == 200


@EVERY
def test_a_writer_is_given_shelves_and_adds_to_his_own_alone(two, kind):
    writer, _ = member(Role.WRITER, two[0]), member(Role.WRITER, two[1])
    mine, theirs = (shelf_of(each, kind).permissions_for_user(writer) for each in two)
    assert mine.can_add_subpage()
    assert not theirs.can_add_subpage()


@EVERY
@pytest.mark.parametrize("role", [Role.WRITER, Role.CHECKER, Role.PUBLISHER])
def test_a_draft_opens_for_its_own_agency_and_for_no_other(two, kind, role):
    member(Role.WRITER, two[0], "nguoi-viet")
    page = draft_of(two[0], kind)
    mine, theirs = member(role, two[0]), member(role, two[1])
    assert [opens(each, "edit", page) for each in (mine, theirs)] == [True, False]
    assert [opens(each, "history", page) for each in (mine, theirs)] == [True, False]


@EVERY
def test_only_a_publisher_of_the_agency_publishes(two, kind):
    rights = {
        name: member(role, agency)
        for name, role, agency in (
            ("writer", Role.WRITER, two[0]),
            ("checker", Role.CHECKER, two[0]),
            ("publisher", Role.PUBLISHER, two[0]),
            ("other", Role.PUBLISHER, two[1]),
            ("portal", Role.PUBLISHER, None),
        )
    }
    page = draft_of(two[0], kind)
    may = {name: page.permissions_for_user(each).can_publish() for name, each in rights.items()}
    assert may == {"writer": False, "checker": False, "publisher": True, "other": False, "portal": True}


@EVERY
def test_rights_on_a_shelf_are_none_over_the_shelf_itself(two, kind):
    publisher, portal = member(Role.PUBLISHER, two[0]), member(Role.PUBLISHER)
    draft = draft_of(two[0], kind)
    for each, may in ((publisher, False), (portal, True)):
        rights = shelf_of(two[0], kind).permissions_for_user(each)
        assert (rights.can_edit(), rights.can_move(), rights.can_set_view_restrictions()) == (may, may, may)
        assert draft.permissions_for_user(each).can_publish()
    assert not opens(publisher, "edit", shelf_of(two[0], kind))


def test_the_desk_opens_at_the_lists_that_hold_the_own_shelves(two):
    client = browser_of(member(Role.WRITER, two[0]))
    member(Role.WRITER, two[1])
    html = client.get(reverse("wagtailadmin_explore", args=[HomePage.objects.get().pk])).content.decode()
    assert all(name in html for name in ("Danh mục thủ tục", "Tin tức", "Văn bản"))
    news = NewsShelfPage.objects.get(agency=two[0])
    html = client.get(reverse("wagtailadmin_explore", args=[news.get_parent().pk]), follow=True).content.decode()
    assert ("Sở Gió" in html, "Sở Mây" in html) == (True, False)


def test_a_piece_of_news_goes_from_the_own_writer_to_the_public_at_its_plain_address(two):
    writer, publisher = member(Role.WRITER, two[0]), member(Role.PUBLISHER, two[0])
    add = reverse("wagtailadmin_pages:add", args=["pages", "newspage", NewsShelfPage.objects.get().pk])
    fields = {
        "title": "Lịch thả diều",
        "slug": "",
        "date": "2026-11-30",
        "summary": "",
        "image_alt": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    assert browser_of(writer).post(add, fields).status_code == 302
    page = NewsPage.objects.get()
    assert not page.live
    page.get_latest_revision().publish(user=publisher)
    assert "Lịch thả diều" in Client().get("/tin-tuc/lich-tha-dieu/").content.decode()
