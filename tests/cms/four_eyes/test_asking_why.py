"""What shows in many places is taken off, emptied or closed by one person only with a reason; he is told how many
places show it, everybody reads the reason, and another looks at it."""

import datetime
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.urls import reverse
from wagtail.actions.unpublish import UnpublishAction
from wagtail.models import Site

from agencies.models import Agency, CommonDay, Role
from audit.models import LogRow
from cms.access.upkeep import ensure_access
from cms.four_eyes.emergency_screens import CONFIRM_URL
from cms.models import Editor
from decisions.models import LegalClock
from pages.models import PageReview, PortalSettings
from pages.models.emergency import EmergencyPublication, Kind
from pages.taking_off import PublicPageError
from procedures_catalog.models import SharedAmount
from tests.cms.four_eyes.test_emergency import front
from tests.cms.four_eyes.test_shared_facts import edit
from tests.decisions.clock_factory import clock
from tests.editors import browser_of, member
from tests.procedures_catalog.amounts import amount_of, taking
from tests.procedures_catalog.factories import page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
WHY = "Nghị quyết bị đình chỉ thi hành."


@pytest.fixture
def agency() -> Agency:
    return Agency.objects.create(name="Phòng Diều", kind="department")


@pytest.fixture
def amount(agency) -> SharedAmount:
    """An amount that two procedures take."""
    made = amount_of(agency=agency)
    taking(made, "1.100001", "1.100002")
    return made


@pytest.fixture
def keeper() -> Editor:
    ensure_access()
    return Editor.objects.create_superuser("quan-tri")


def screen(row, name: str) -> str:
    return reverse(row.snippet_viewset.get_url_name(name), args=[row.pk])


def again(answer: HttpResponse, user: Editor, address: str) -> HttpResponse:
    """Sends what the screen that asks has kept, with a reason."""
    form = BeautifulSoup(answer.content, "html.parser").select_one("form:has(#why)")
    kept = {each["name"]: each["value"] for each in form.select("input[type=hidden]")}
    return browser_of(user).post(address, kept | {"why": WHY})


def look(user: Editor) -> Editor | None:
    told = EmergencyPublication.objects.get()
    browser_of(user).post(reverse(CONFIRM_URL, args=[told.pk]))
    told.refresh_from_db()
    return told.looked_by


def test_an_amount_stays_until_a_reason_is_given_and_who_takes_it_off_reads_what_shows_it(amount, agency):
    publisher = member(Role.PUBLISHER, agency, "lan")
    answer = browser_of(publisher).post(screen(amount, "unpublish"))
    said = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "thủ tục đang công bố: 2" in said
    assert "tờ" in said
    assert SharedAmount.objects.get(pk=amount.pk).live
    short = browser_of(publisher).post(screen(amount, "unpublish"), {"why": "gấp"})
    assert "ít nhất" in BeautifulSoup(short.content, "html.parser").select_one("[role=alert]").get_text()
    assert SharedAmount.objects.get(pk=amount.pk).live


def test_with_a_reason_it_is_off_before_everybody_and_in_the_log_until_another_of_the_agency_has_looked(amount, agency):
    publisher = member(Role.PUBLISHER, agency, "lan")
    assert browser_of(publisher).post(screen(amount, "unpublish"), {"why": WHY}).status_code == 302
    assert not SharedAmount.objects.get(pk=amount.pk).live
    told = EmergencyPublication.objects.get()
    assert (told.kind, told.by, told.reason) == (Kind.TAKEN_OFF, publisher, WHY)
    assert WHY in LogRow.objects.get(action="portal.take_off").details
    another = member(Role.PUBLISHER, agency, "minh")
    assert WHY in front(another).get_text()
    elsewhere = member(Role.PUBLISHER, Agency.objects.create(name="Phòng Sáo", kind="department"), "hoa")
    assert (look(elsewhere), look(publisher), look(another)) == (None, None, another)


def test_no_way_beneath_takes_an_amount_off_without_a_reason(amount, keeper):
    with pytest.raises(PublicPageError):
        UnpublishAction(amount, user=keeper).execute(skip_permission_checks=True)
    assert SharedAmount.objects.get(pk=amount.pk).live


def test_hours_of_a_counter_are_emptied_only_for_a_reason_and_what_else_was_typed_is_kept(keeper):
    counter = Agency.objects.create(name="Một cửa Xã Gió", kind="counter", opening_hours="Thứ Hai: 7:30–11:30")
    form = browser_of(keeper).get(edit(counter))
    fields = BeautifulSoup(form.content, "html.parser").select_one("#w-editor-form")
    sent = {
        each["name"]: each.get("value", "") for each in fields.select("input[name]") if each.get("type") != "checkbox"
    }
    sent |= {each["name"]: each.get_text().strip("\n") for each in fields.select("textarea[name]")}
    chosen = {each["name"]: each.select_one("option[selected]") for each in fields.select("select[name]")}
    sent |= {name: option["value"] if option else "" for name, option in chosen.items()}
    sent |= {"opening_hours": "", "phone": "0900 000 000"}
    answer = browser_of(keeper).post(edit(counter), sent)
    counter.refresh_from_db()
    assert (answer.status_code, counter.opening_hours) == (422, "Thứ Hai: 7:30–11:30")
    assert again(answer, keeper, edit(counter)).status_code == 302
    counter.refresh_from_db()
    assert (counter.opening_hours, counter.phone) == ("", "0900 000 000")
    assert EmergencyPublication.objects.get().reason.endswith(f"→ (không ghi); lý do: {WHY}")


def test_the_hotline_is_emptied_only_for_a_reason(keeper):
    site = Site.objects.get()
    PortalSettings.objects.update_or_create(site=site, defaults={"hotline": "1900 0000"})
    address = reverse("wagtailsettings:edit", args=["pages", "portalsettings", site.pk])
    answer = browser_of(keeper).post(address, {"hotline": " "})
    assert (answer.status_code, PortalSettings.of_site(site).hotline) == (422, "1900 0000")


def test_a_day_that_all_counters_are_closed_is_deleted_only_for_a_reason(keeper):
    day = CommonDay.objects.create(
        begins=datetime.date(2027, 1, 1), ends=datetime.date(2027, 1, 2), kind="closed", reason="Tết"
    )
    answer = browser_of(keeper).post(screen(day, "delete"))
    assert (answer.status_code, CommonDay.objects.filter(pk=day.pk).exists()) == (422, True)
    assert again(answer, keeper, screen(day, "delete")).status_code == 302
    assert not CommonDay.objects.filter(pk=day.pk).exists()
    assert WHY in EmergencyPublication.objects.get().reason


def test_a_clock_of_the_law_is_stopped_only_for_a_reason(keeper):
    LegalClock.objects.all().delete()
    row = clock("public")
    said = {"id": row.pk, "says": row.says, "working_days": row.working_days, "citation": row.citation}
    sent = {f"form-0-{name}": str(value) for name, value in (said | {"check_on": "01/01/2090"}).items()}
    sent |= {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1"}
    address = reverse("legal_clocks")
    answer = browser_of(keeper).post(address, sent)
    assert (answer.status_code, LegalClock.objects.get().is_counted) == (422, True)
    assert again(answer, keeper, address).status_code == 302
    assert not LegalClock.objects.get().is_counted
    assert EmergencyPublication.objects.get().reason == f"đang tính → thôi tính; lý do: {WHY}"
    another = Editor.objects.create_superuser("quan-tri-2")
    assert look(another) == another


def test_the_review_of_a_page_is_given_up_only_for_a_reason(amount, keeper):
    page = page_of("1.100001")
    PageReview.objects.create(page=page.page_ptr, review_on=datetime.date(2027, 3, 1), person=keeper)
    address = reverse("page_review", args=[page.pk])
    answer = browser_of(keeper).post(address, {"end": "1"})
    assert (answer.status_code, PageReview.objects.count()) == (422, 1)
    assert again(answer, keeper, address).status_code == 302
    assert not PageReview.objects.exists()
    assert "ngày xem lại 01/03/2027" in EmergencyPublication.objects.get().reason
