"""Every change of what the public sees tells exactly which things it touches; nothing that is shown goes without."""

import pytest
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from agencies.models import AdministrativeUnit, Agency, AgencySuccession, UnitSuccession
from consequences.touched import Touched
from pages.models import ContentPage
from tests.pages.factories import make_content, make_news, make_news_index, settled

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def home(portal):
    return portal[0]


# --- Pages ----------------------------------------------------------------------------------------


def test_a_page_of_guidance_touches_itself_alone(home, telling):
    page = make_content(home, "Cách thả diều")
    page.title = "Cách thả diều giấy"
    with telling() as told:
        page.save_revision().publish()
    assert told.what == Touched.of(entries=[f"page:{page.pk}"], pages=["/cach-tha-dieu/"])
    assert told.times == 1


def test_a_page_in_a_menu_touches_what_stands_around_every_page(home, telling):
    for menu in ({"show_in_menus": True}, {"in_footer": True}):
        page = make_content(home, f"Trang {next(iter(menu))}", **menu)
        with telling() as told:
            page.save_revision().publish()
        assert told.what.frame


def test_a_page_that_leaves_the_menu_touches_it_too(home, telling):
    page = make_content(home, show_in_menus=True)
    page.show_in_menus = False
    with telling() as told:
        page.save_revision().publish()
    assert told.what.frame


def test_a_page_touches_the_pages_that_lead_to_it(home, telling):
    target = make_content(home, "Đích")
    link = f'<p><a linktype="page" id="{target.pk}">đích</a></p>'
    make_content(home, "Lời dẫn", body=[{"type": "paragraph", "value": link}])
    with telling() as told:
        target.unpublish()
    assert told.what.pages == {"/dich/", "/loi-dan/"}


@pytest.mark.parametrize("change", ["publish", "unpublish", "delete"])
def test_news_touches_its_list_the_home_page_and_the_feed(home, telling, change):
    page = make_news(make_news_index(home), "Diều bay")
    changes = {
        "publish": lambda: page.save_revision().publish(),
        "unpublish": lambda: page.unpublish(),
        "delete": lambda: page.delete(),
    }
    with telling() as told:
        changes[change]()
    assert told.what == Touched.of(
        entries=[f"page:{page.pk}"], pages=["/tin-tuc/dieu-bay/"], lists=["/tin-tuc/", "/"], feeds=["/tin-tuc.atom"]
    )
    assert told.times == 1


def test_another_address_touches_the_old_and_the_new_one_of_all_below(home, telling):
    above = make_content(home, "Trên")
    below = make_content(above, "Dưới")
    above.refresh_from_db()
    above.slug = "cao"
    with telling() as told:
        above.save_revision().publish()
    assert told.what.pages == {"/tren/", "/tren/duoi/", "/cao/", "/cao/duoi/"}
    assert told.what.entries == {f"page:{above.pk}", f"page:{below.pk}"}


def test_a_move_touches_the_old_and_the_new_address_of_all_below(home, telling):
    above, beside = make_content(home, "Trên"), make_content(home, "Bên")
    below = make_content(above, "Dưới")
    above.refresh_from_db()
    with telling() as told:
        above.move(beside, pos="last-child")
    assert told.what.pages == {"/tren/", "/tren/duoi/", "/ben/tren/", "/ben/tren/duoi/"}
    assert told.what.entries == {f"page:{above.pk}", f"page:{below.pk}"}


def test_another_order_touches_the_menu(home, telling):
    first, second = (make_content(home, name, show_in_menus=True) for name in ("Một", "Hai"))
    with telling() as told:
        second.move(first, pos="left")
    assert told.what.frame


def test_deleting_a_page_touches_all_below(home, telling):
    above = make_content(home, "Trên")
    make_content(above, "Dưới")
    above.refresh_from_db()
    with telling() as told:
        above.delete()
    assert told.what.pages == {"/tren/", "/tren/duoi/"}


@pytest.mark.parametrize("change", ["create", "delete"])
def test_a_restriction_touches_a_page_and_all_below(home, telling, change):
    above = make_content(home, "Trên", show_in_menus=True)
    make_content(above, "Dưới")
    restriction = PageViewRestriction(page=above, restriction_type="login")
    if change == "delete":
        restriction.save()
    with telling() as told:
        restriction.save() if change == "create" else restriction.delete()
    assert told.what.pages == {"/tren/", "/tren/duoi/"}
    assert told.what.frame


def test_what_only_a_draft_says_touches_nothing(home, telling):
    page = make_content(home, "Trang")
    with telling() as told:
        page.title = "Trang đang sửa"
        page.save_revision()
        home.add_child(instance=ContentPage(title="Bản nháp", slug="nhap", live=False))
        page.locked = True
        page.save(update_fields=["locked", "locked_at", "locked_by"])
    assert told.heard == []


def test_a_page_that_wagtail_saves_by_its_first_table_alone_is_told_as_well(home, telling):
    page = make_content(home, "Trang")
    with telling() as told:
        Page.objects.get(pk=page.pk).unpublish(set_expired=True)
    assert told.what.pages == {"/trang/"}


# --- The portal, files ----------------------------------------------------------------------------


def test_the_names_of_the_portal_stand_around_every_page_and_in_the_feeds(telling):
    with telling() as told:
        settled(hotline="0205 123")
    assert told.what.frame
    assert "/tin-tuc.atom" in told.what.feeds


def test_another_root_touches_the_menus(telling):
    with telling() as told:
        Site.objects.get().save()
    assert told.what == Touched.of(frame=True)


def test_a_page_of_another_site_is_told_with_its_host(home, telling):
    root = make_content(home, "Xã Gió")
    page = make_content(root, "Lịch tiếp dân")
    Site.objects.create(hostname="xa.example", root_page=root)
    with telling() as told:
        page.save_revision().publish()
        make_content(home, "Giới thiệu")
    assert told.what.pages == {"http://xa.example/lich-tiep-dan/", "/gioi-thieu/"}
    assert not told.what.frame


def test_the_root_of_a_site_stands_around_its_pages(home, telling):
    with telling() as told:
        home.save_revision().publish()
    assert told.what == Touched.of(entries=[f"page:{home.pk}"], pages=["/"], lists=["/"], frame=True)


def test_a_redirect_touches_the_address_that_it_answers(telling):
    with telling() as told:
        Redirect.add_redirect("/cu/", "/moi/", is_permanent=False)
    assert told.what == Touched.of(pages=["/cu"])


def test_an_image_touches_the_pages_that_show_it(home, telling):
    image = get_image_model().objects.create(title="Diều", file=get_test_image_file())
    make_news(make_news_index(home), "Có ảnh", image=image, image_alt="Diều")
    with telling() as told:
        image.save()
    assert told.what == Touched.of(pages=["/tin-tuc/co-anh/"])


def _document(title: str = "Mẫu", **values):
    return get_document_model().objects.create(title=title, file=ContentFile(b"x", "mau.docx"), **values)


def test_a_file_touches_itself_its_entry_and_the_pages_that_offer_it(home, telling):
    document = _document()
    link = f'<p><a linktype="document" id="{document.pk}">mẫu</a></p>'
    make_content(home, "Tải mẫu", body=[{"type": "paragraph", "value": link}])
    with telling() as told:
        document.save()
    assert told.what == Touched.of(entries=[f"form:{document.pk}"], pages=["/tai-mau/"], files=[document.pk])


def test_closing_a_collection_touches_the_files_in_it_and_below(telling):
    root = Collection.get_first_root_node()
    below = root.add_child(name="Dưới")
    document = _document(collection=below)
    with telling() as told:
        CollectionViewRestriction.objects.create(collection=root, restriction_type="login")
    assert told.what == Touched.of(entries=[f"form:{document.pk}"], files=[document.pk])


# --- Agencies -------------------------------------------------------------------------------------


@pytest.fixture
def department(portal):
    return Agency.objects.create(name="Sở Diều", slug="so-dieu", kind="department")


def test_an_agencys_telephone_touches_its_page_its_superiors_and_the_list(department, telling):
    counter = Agency.objects.create(name="Quầy diều", slug="quay-dieu", kind="counter", parent=department)
    Agency.objects.create(name="Quầy con", slug="quay-con", kind="counter", parent=counter)
    with telling() as told:
        counter.phone = "0205 123"
        counter.save()
    assert told.what == Touched.of(
        entries=[f"agency:{counter.pk}"], pages=["/co-quan/quay-dieu/", "/co-quan/so-dieu/"], lists=["/co-quan/"]
    )
    assert told.times == 1


def test_an_agencys_name_touches_all_who_name_it(department, home, telling):
    below = Agency.objects.create(name="Quầy diều", slug="quay-dieu", kind="counter", parent=department)
    before = Agency.objects.create(name="Ty Diều", slug="ty-dieu", kind="department")
    AgencySuccession.objects.create(predecessor=before, successor=department, kind="renamed", date="2020-01-01")
    make_news(make_news_index(home), "Tin của sở", agency=department)
    with telling() as told:
        department.name = "Sở Diều và Sáo"
        department.save()
    agencies = {f"/co-quan/{each.slug}/" for each in (department, below, before)}
    assert told.what.pages == {*agencies, "/tin-tuc/tin-cua-so/"}
    assert told.what.lists == {"/co-quan/", "/tin-tuc/"}


def test_an_agencys_address_touches_what_can_be_narrowed_by_it(department, home, telling):
    page = make_content(home, "Của sở", agency=department)
    with telling() as told:
        department.slug = "so-sao"
        department.save()
    assert told.what.entries == {f"agency:{department.pk}", f"page:{page.pk}"}
    assert {"/co-quan/so-dieu/", "/co-quan/so-sao/"} <= told.what.pages


def test_an_agency_that_goes_to_another_superior_touches_the_former_one(department, telling):
    other = Agency.objects.create(name="Sở Sáo", slug="so-sao", kind="department")
    below = Agency.objects.create(name="Quầy diều", slug="quay-dieu", kind="counter", parent=department)
    with telling() as told:
        below.parent = other
        below.save()
    assert told.what.pages == {"/co-quan/quay-dieu/", "/co-quan/so-dieu/", "/co-quan/so-sao/"}


def test_a_deleted_agency_touches_its_page_and_the_list(department, telling):
    with telling() as told:
        department.delete()
    assert told.what.pages == {"/co-quan/so-dieu/"}
    assert told.what.lists == {"/co-quan/"}


def test_a_step_of_lineage_touches_both_ends(department, telling):
    after = Agency.objects.create(name="Sở Diều mới", slug="so-dieu-moi", kind="department")
    with telling() as told:
        AgencySuccession.objects.create(predecessor=department, successor=after, kind="renamed", date="2020-01-01")
    assert told.what == Touched.of(pages=["/co-quan/so-dieu/", "/co-quan/so-dieu-moi/"])


def test_a_unit_touches_the_list_and_the_agencies_of_its_land(telling):
    old = AdministrativeUnit.objects.create(code="1", name="Xã Diều", kind="commune")
    new = AdministrativeUnit.objects.create(code="2", name="Xã Sáo", kind="commune")
    Agency.objects.create(name="Ủy ban nhân dân xã Sáo", slug="xa-sao", kind="commune_committee", unit=new)
    with telling() as told:
        step = UnitSuccession.objects.create(predecessor=old, successor=new, kind="merged", date="2025-07-01")
    assert told.what == Touched.of(pages=["/co-quan/xa-sao/"], lists=["/co-quan/"])
    for row in (old, step):
        with telling() as told:
            row.save()
        assert told.what.pages == {"/co-quan/xa-sao/"}
