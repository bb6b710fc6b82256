"""Every change of what the public sees tells exactly which things it touches; nothing that is shown goes without."""

import datetime

import pytest
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from agencies.models import AdministrativeUnit, Agency, AgencySuccession, UnitSuccession
from consequences.keys import PORTAL_PAPER, library_key
from consequences.registry import touches
from consequences.touched import Touched
from pages.models import ContentPage
from procedures_catalog.models import (
    ApplicantKind,
    ChangeNote,
    FormVersion,
    LegacyAddress,
    LibraryForm,
    ProcedureAgency,
    ProcedureLegalBasis,
    ProcedurePage,
)
from procedures_catalog.versions.noting import note_versions
from search.models import HiddenSuggestion, Promotion, SynonymRule
from tests.legal_documents.documents_factory import make_document
from tests.pages.factories import make_content, make_news, make_news_index, settled
from tests.procedures_catalog.factories import bring, national_row, page_of, published
from tests.procedures_catalog.feed.test_form_entries import attach, form
from tests.procedures_catalog.forms.conftest import papers_of

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


def test_another_root_or_main_site_touches_the_menus_the_feeds_and_every_head_on_paper(telling):
    with telling() as told:
        Site.objects.get().save()
    assert told.what == Touched.of(
        feeds=["/tin-tuc.atom", "/thu-tuc.atom", "/van-ban.atom"], papers=[PORTAL_PAPER], frame=True
    )


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
    assert told.what == Touched.of(pages=["/"], lists=["/"], frame=True)


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
        entries=[f"agency:{counter.pk}"],
        pages=["/co-quan/quay-dieu/", "/co-quan/so-dieu/"],
        lists=["/co-quan/", "/tim-kiem/"],
        papers=[f"agency:{counter.pk}"],
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
    assert told.what.lists == {"/co-quan/", "/tim-kiem/", "/tin-tuc/"}


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
    assert told.what.lists == {"/co-quan/", "/tim-kiem/"}


def test_a_step_of_lineage_touches_both_ends(department, telling):
    after = Agency.objects.create(name="Sở Diều mới", slug="so-dieu-moi", kind="department")
    with telling() as told:
        AgencySuccession.objects.create(predecessor=department, successor=after, kind="renamed", date="2020-01-01")
    assert told.what == Touched.of(pages=["/co-quan/so-dieu/", "/co-quan/so-dieu-moi/"], lists=["/tim-kiem/"])


def test_a_unit_touches_the_list_and_the_agencies_of_its_land(telling):
    old = AdministrativeUnit.objects.create(code="1", name="Xã Diều", kind="commune")
    new = AdministrativeUnit.objects.create(code="2", name="Xã Sáo", kind="commune")
    Agency.objects.create(name="Ủy ban nhân dân xã Sáo", slug="xa-sao", kind="commune_committee", unit=new)
    with telling() as told:
        step = UnitSuccession.objects.create(predecessor=old, successor=new, kind="merged", date="2025-07-01")
    assert told.what == Touched.of(pages=["/co-quan/xa-sao/"], lists=["/co-quan/", "/tim-kiem/"])
    for row in (old, step):
        with telling() as told:
            row.save()
        assert told.what.pages == {"/co-quan/xa-sao/"}


# --- Law, procedures ------------------------------------------------------------------------------


@pytest.fixture
def laws(portal):
    return portal[1]


#: What every change of a procedure touches besides itself.
LISTS = {"/thu-tuc/", "/thu-tuc/linh-vuc/", "/", "/api/v1/procedures", "/cap-nhat/", "/cap-nhat/zalo.txt"}


def feeds_of(page) -> set[str]:
    """The feeds in which a procedure is told of that no agency of the registry has a part in."""
    return {"/thu-tuc.atom", f"{page.get_url()}thay-doi.atom", f"/thu-tuc/linh-vuc/{page.sector.slug}/thay-doi.atom"}


def changed_row():
    """A row of a file that says something else of the procedure."""
    return national_row("1.100001", **{"Kết quả thực hiện": "Thẻ diều mới"})


def shown_at(page):
    """The addresses of a procedure itself."""
    return {page.get_url(), f"{page.get_url()}phieu.pdf"}


def resting_on(page, law):
    """The procedure with the law among what it rests on."""
    ProcedureLegalBasis.objects.create(page=page, document=law, title=law.title)
    return page


@pytest.mark.parametrize("change", ["publish", "unpublish", "delete"])
def test_a_law_touches_its_list_the_feed_and_the_procedures_that_rest_on_it(laws, telling, change):
    law = make_document(laws, "1/2020/NĐ-CP")
    page = resting_on(published(), law)
    changes = {
        "publish": lambda: law.save_revision().publish(),
        "unpublish": lambda: law.unpublish(),
        "delete": lambda: law.delete(),
    }
    with telling() as told:
        changes[change]()
    assert told.what == Touched.of(
        entries=[f"page:{law.pk}"],
        pages=["/van-ban/1-2020-nd-cp/", *shown_at(page)],
        lists=["/van-ban/", "/"],
        feeds=["/van-ban.atom"],
        papers=[f"procedure:{page.pk}"],
    )


def test_a_file_touches_the_law_that_it_is_the_text_of(laws, telling):
    document = _document()
    law = make_document(laws, "1/2020/NĐ-CP", file=document)
    for change in (document.save, lambda: CollectionViewRestriction.objects.create(collection=document.collection)):
        with telling() as told:
            change()
        assert {f"page:{law.pk}", f"form:{document.pk}"} == told.what.entries
        assert told.what.pages == {"/van-ban/1-2020-nd-cp/"}


def test_a_procedure_touches_its_page_its_lists_its_code_and_its_papers(telling):
    page = published()
    with telling() as told:
        page.save_revision().publish()
    assert told.what == Touched.of(
        entries=[f"page:{page.pk}"],
        pages=shown_at(page),
        lists=LISTS,
        feeds=feeds_of(page),
        codes=[page.identity.short_code],
        papers=[f"procedure:{page.pk}"],
    )
    assert told.times == 1


def test_a_procedure_touches_the_forms_that_it_offers_and_those_that_it_offered(telling):
    first, second = form("Cũ"), form("Mới")
    page = attach(published(), first)
    with telling() as told:
        attach(page, second)
    assert told.what.entries == {f"page:{page.pk}", f"form:{first.pk}", f"form:{second.pk}"}


def test_a_procedure_touches_the_agencies_and_laws_that_name_it_and_named_it(department, laws, telling):
    law, other = make_document(laws, "1/2020/NĐ-CP"), make_document(laws, "2/2020/NĐ-CP")
    page = resting_on(published(), law)
    ProcedureAgency.objects.create(page=page, role="receiving", registered=department)
    page = page_of(page.code)
    page.legal_bases = [ProcedureLegalBasis(document=other)]
    page.agencies = []
    with telling() as told:
        page.save_revision().publish()
    assert {"/van-ban/1-2020-nd-cp/", "/van-ban/2-2020-nd-cp/", "/co-quan/so-dieu/"} <= told.what.pages


def test_a_procedure_touches_what_it_replaced_and_what_replaced_it(telling):
    bring(national_row("1.100001"), national_row("1.100002"), national_row("1.100003"))
    before, page, after = (page_of(f"1.10000{number}") for number in (1, 2, 3))
    for old, new in ((before, page), (page, after)):
        old.successor = new
        old.save()
    with telling() as told:
        page.save_revision().publish()
    assert {before.get_url(), page.get_url(), after.get_url()} <= told.what.pages
    assert told.what.codes == {before.identity.short_code, page.identity.short_code}


FORM = "Tờ khai (Mẫu CT01)"


def test_a_form_that_a_procedure_names_anew_and_no_more_is_told(telling):
    with telling() as told:
        page = published("1.100001", **papers_of(FORM))
    form = LibraryForm.objects.get()
    assert library_key(form.pk) in told.what.entries
    assert "/bieu-mau/ct01/" in told.what.pages
    assert "/bieu-mau/" in told.what.lists
    with telling() as told:
        page.unpublish()
    assert "/bieu-mau/ct01/" in told.what.pages


def test_a_form_and_its_versions_touch_the_procedures_that_name_it(telling):
    page = published("1.100001", **papers_of(FORM))
    library_form = LibraryForm.objects.get()
    library_form.name = "Tờ khai thay đổi thông tin cư trú"
    with telling() as told:
        library_form.save()
    shown = {"/bieu-mau/ct01/", page.url, f"{page.url}phieu.pdf"}
    assert told.what == Touched.of(
        entries=[library_key(library_form.pk)], pages=told.what.pages, lists=["/bieu-mau/"], files=[]
    )
    assert {"/bieu-mau/ct01/", page.url} <= told.what.pages
    assert len(told.what.pages) == len(shown)
    with telling() as told:
        version = FormVersion.objects.create(form=library_form, label="Thông tư 53/2025/TT-BCA", file=form())
    assert {"/bieu-mau/ct01/", page.url} <= told.what.pages
    assert told.what.files == {version.file_id}
    with telling() as told:
        version.file.save()
    assert page.url in told.what.pages


def test_both_sides_of_a_replacement_are_told(telling):
    new = LibraryForm.objects.create(key="ct02", number="CT02")
    old = LibraryForm.objects.create(key="ct01", number="CT01")
    old.replaced_by = new
    with telling() as told:
        old.save()
    assert {"/bieu-mau/ct01/", "/bieu-mau/ct02/"} <= told.what.pages


def test_a_renamed_sector_touches_its_procedures(telling):
    page = published()
    with telling() as told:
        page.sector.name = "Diều và sáo"
        page.sector.save()
    assert told.what == Touched.of(
        entries=[f"page:{page.pk}"],
        pages=shown_at(page),
        lists=LISTS,
        feeds=feeds_of(page),
        papers=[f"procedure:{page.pk}"],
    )


def test_a_corrected_note_touches_the_history_the_days_lists_and_the_feeds_and_no_paper(department, telling):
    page = published()
    ProcedureAgency.objects.create(page=page, role="executing", name="Sở", registered=department)
    note = ChangeNote.objects.get()
    note.text = "Thủ tục mới của tỉnh"
    with telling() as told:
        note.save()
    assert told.what == Touched.of(
        pages=[page.get_url()],
        lists=["/", "/cap-nhat/", "/cap-nhat/zalo.txt"],
        feeds={*feeds_of(page), f"/co-quan/{department.slug}/thay-doi.atom"},
    )


def test_a_renamed_kind_of_applicant_touches_its_procedures(telling):
    page = published()
    kind = ApplicantKind.objects.get(name="Doanh nghiệp")
    with telling() as told:
        kind.name = "Tổ chức"
        kind.save()
    assert told.what == Touched.of(
        entries=[f"page:{page.pk}"],
        pages=shown_at(page),
        lists=LISTS,
        feeds=feeds_of(page),
        papers=[f"procedure:{page.pk}"],
    )


def test_an_agency_touches_the_procedures_that_lead_to_it_by_its_name_and_its_address(department, telling):
    page = published()
    ProcedureAgency.objects.create(page=page, role="executing", name="Sở", registered=department)
    department.phone = "0205 123"
    with telling() as told:
        department.save()
    assert page.get_url() not in told.what.pages
    department.slug = "so-sao"
    with telling() as told:
        department.save()
    assert page.get_url() in told.what.pages
    assert f"page:{page.pk}" in told.what.entries
    assert not told.what.papers - {f"agency:{department.pk}"}


def test_an_agency_touches_the_papers_that_call_it_as_the_registry_does(department, telling):
    page = published()
    ProcedureAgency.objects.create(page=page, role="receiving", registered=department)
    with telling() as told:
        department.name = "Sở Diều và Sáo"
        department.save()
    assert told.what.papers == {f"procedure:{page.pk}", f"agency:{department.pk}"}


def test_an_import_tells_once_a_portion_and_asks_as_much_for_many_as_for_few(django_assert_max_num_queries, telling):
    with telling() as told:
        bring(*[national_row(f"1.{number}") for number in range(100_000, 100_020)])
    assert told.times == 1
    assert len(told.what.entries) == len(told.what.codes) == len(told.what.papers) == 20
    for count in (3, 20):
        pages = ProcedurePage.objects.order_by("pk").values_list("pk", flat=True)[:count]
        with django_assert_max_num_queries(11):
            touches(ProcedurePage, list(pages))


def test_an_import_that_changes_what_is_published_tells_that_too(telling):
    page = published()
    with telling() as told:
        bring(changed_row())
    assert told.what.pages == shown_at(page)
    assert told.what.lists == LISTS
    assert told.what.feeds == feeds_of(page)


def test_an_import_that_waits_as_a_draft_touches_nothing(telling):
    published()
    with telling() as told:
        bring(changed_row(), national_row("1.100002"), publish=False)
    assert told.heard == []


def test_what_changes_by_the_date_alone_is_told_when_it_is_noted(telling):
    page = published()
    page.valid_to = datetime.date(2099, 1, 1)
    page.save()
    with telling() as told:
        note_versions([page.pk], datetime.date(2098, 12, 31))
    assert told.heard == []
    with telling() as told:
        note_versions([page.pk], datetime.date(2099, 1, 1))
    assert page.get_url() in told.what.pages


def test_an_address_that_another_system_printed_is_told_when_it_is_loaded(telling):
    address = LegacyAddress.objects.create(host="cu.example", path="/dieu/1")
    with telling() as told:
        address.name = "Thẻ diều"
        address.save()
    assert told.what == Touched.of(pages=["/dieu/1"])


# --- Papers, words --------------------------------------------------------------------------------


def test_what_stands_in_the_head_of_papers_touches_them(department, telling):
    unit = AdministrativeUnit.objects.create(code="1", name="Xã Diều", kind="commune")
    for row, key in ((department, f"agency:{department.pk}"), (unit, f"unit:{unit.pk}")):
        with telling() as told:
            row.save()
        assert told.what.papers == {key}
    with telling() as told:
        settled(hotline="1022")
    assert told.what.papers == {"portal"}


@pytest.mark.parametrize("change", ["create", "save", "delete"])
def test_the_editors_words_touch_every_question(home, telling, change):
    rows = [
        SynonymRule(everyday="sổ đỏ", official="giấy chứng nhận"),
        Promotion(questions="diều", page=home),
        HiddenSuggestion(words="diều"),
    ]
    for row in rows:
        if change != "create":
            row.save()
        with telling() as told:
            row.delete() if change == "delete" else row.save()
        assert told.what == Touched.of(lists=["/tim-kiem/"])
