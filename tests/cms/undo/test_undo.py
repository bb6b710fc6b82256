"""At the desk: every change that citizens see at once is listed with who, before and after, and taken back with one
button; what came later is named and kept."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ModelLogEntry, PageViewRestriction, Site
from wagtail.test.utils.form_data import querydict_from_html

from agencies.models import Agency, CounterDay, Role
from audit.acting import Acting, actor_of, passing
from audit.models import LogRow
from audit.verifying import verify
from cms.models import Editor
from cms.undo.going_back import UNDONE
from pages.models import PortalSettings
from pages.taking_off import because
from procedures_catalog.models import Sector
from tests.editors import browser_of, member
from tests.pages.factories import make_content

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/thay-doi/"
WHY = "Bảng giá đã cũ."


@pytest.fixture
def keeper(portal) -> Client:
    """Who keeps the catalogue."""
    return browser_of(member(Role.KEEPER, name="lan"))


@pytest.fixture
def sector(portal) -> Sector:
    """A name on public pages."""
    return Sector.objects.create(name="Diều", slug="dieu")


def form_address(row) -> str:
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])


def write(client: Client, row, **typed: str) -> None:
    address = form_address(row)
    form = querydict_from_html(client.get(address).content.decode(), form_id="w-editor-form").dict()
    assert client.post(address, form | typed).status_code == 302


def last_of(row) -> LogRow:
    return LogRow.objects.filter(kind=row._meta.label_lower, key=str(row.pk), action__startswith="row.")[0]


def question(row: LogRow) -> str:
    return f"{LIST}{row.number}/hoan-tac/"


def name_of(sector: Sector) -> str:
    return Sector.objects.get(pk=sector.pk).name


def test_what_a_deletion_emptied_is_named_before_it_is_taken_back(portal, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    administrator = Editor.objects.create_superuser("minh")
    image = get_image_model().objects.create(title="Diều", file=get_test_image_file())
    with passing(Acting(actor=lambda: actor_of(administrator))):
        image.delete()
    row = LogRow.objects.get(kind="wagtailimages.image", action="row.delete")
    shown = browser_of(administrator).get(question(row)).content.decode()
    assert "“Diều” sẽ có lại, nhưng chỗ nào từng chọn mục này thì đã bị để trống khi xóa" in shown
    assert "Tin – Ảnh" in shown


def test_a_change_that_emptied_nothing_says_nothing_of_it(keeper, sector):
    write(keeper, sector, name="Diều và sáo")
    assert "bị để trống khi xóa" not in keeper.get(question(last_of(sector))).content.decode()


def test_a_change_is_listed_with_who_before_and_after_and_taken_back_with_one_button(keeper, sector):
    write(keeper, sector, name="Sáo")
    listed = keeper.get(LIST).content.decode()
    told = last_of(sector)
    assert all(word in listed for word in ("lan", "Lĩnh vực: Sáo", "<del>Diều</del>", "<ins>Sáo</ins>", question(told)))
    asked = keeper.get(question(told)).content.decode()
    assert asked.index("Sáo") < asked.index("Diều")
    assert keeper.post(question(told)).status_code == 302
    assert name_of(sector) == "Diều"
    assert LogRow.objects.get(action=UNDONE).said["undone"] == [told.number]
    assert ModelLogEntry.objects.for_instance(sector).filter(action=UNDONE).exists()
    assert "đã hoàn tác" in keeper.get(LIST, {"thing": f"procedures_catalog.sector:{sector.pk}"}).content.decode()
    assert verify().fault is None


def test_the_form_and_the_history_lead_to_the_changes(keeper, sector):
    write(keeper, sector, name="Sáo")
    assert f"{LIST}?thing=procedures_catalog.sector%3A{sector.pk}" in keeper.get(form_address(sector)).content.decode()
    history = reverse(sector.snippet_viewset.get_url_name("history"), args=[sector.pk])
    assert keeper.post(question(last_of(sector))).status_code == 302
    told = keeper.get(history).content.decode()
    assert "Đã hoàn tác một thay đổi" in told
    assert f"{LIST}?thing=procedures_catalog.sector%3A{sector.pk}" in told


def test_a_later_change_of_the_same_place_is_named_and_kept(keeper, sector):
    write(keeper, sector, name="Sáo")
    first = last_of(sector)
    write(browser_of(member(Role.KEEPER, name="minh")), sector, name="Trống")
    answer = keeper.post(question(first))
    said = answer.content.decode()
    assert (answer.status_code, name_of(sector)) == (409, "Trống")
    assert all(word in said for word in ("minh", "“Sáo” → “Trống”", f"dòng {last_of(sector).number}"))


def test_a_later_change_of_another_place_hinders_nothing_and_stays(keeper, portal):
    site = Site.objects.get()
    settings = PortalSettings.for_site(site)
    address = reverse("wagtailsettings:edit", args=["pages", "portalsettings", site.pk])
    admin = browser_of(Editor.objects.create_superuser("cả"))
    for typed in ({"hotline": "0210 111"}, {"address": "Số 1"}):
        form = querydict_from_html(admin.get(address).content.decode(), form_id="w-editor-form").dict()
        assert admin.post(address, form | typed).status_code == 302
    first = LogRow.objects.filter(kind="pages.portalsettings", changes__contains="hotline")[0]
    assert admin.post(question(first)).status_code == 302
    settings.refresh_from_db()
    assert (settings.hotline, settings.address) == ("", "Số 1")


def test_one_press_is_one_change_with_all_that_hangs_on_the_row(portal):
    admin = browser_of(Editor.objects.create_superuser("cả"))
    agency = Agency.objects.create(name="Sở Diều", kind="department", phone="111")
    day = {"begins": "24/11/2026", "kind": "closed", "reason": "Hội diều", "id": "", "ORDER": "1", "DELETE": ""}
    rows = {f"special_days-0-{name}": value for name, value in day.items()}
    write(admin, agency, phone="222", **{"special_days-TOTAL_FORMS": "1"}, **rows)
    assert (CounterDay.objects.count(), Agency.objects.get(pk=agency.pk).phone) == (1, "222")
    told = LogRow.objects.get(kind="agencies.counterday")
    assert "Hội diều" in admin.get(LIST, {"thing": f"agencies.agency:{agency.pk}"}).content.decode()
    assert admin.post(question(told)).status_code == 302
    assert (CounterDay.objects.count(), Agency.objects.get(pk=agency.pk).phone) == (0, "111")


def test_what_is_used_meanwhile_is_not_taken_away(keeper, portal):
    admin = browser_of(Editor.objects.create_superuser("cả"))
    address = reverse(Agency.snippet_viewset.get_url_name("add"))
    form = querydict_from_html(admin.get(address).content.decode(), form_id="w-editor-form").dict()
    assert admin.post(address, form | {"name": "Sở Sáo", "kind": "department"}).status_code == 302
    made = Agency.objects.get(name="Sở Sáo")
    Agency.objects.create(name="Ban Sáo", kind="other", parent=made)
    answer = admin.post(question(last_of(made)))
    assert (answer.status_code, Agency.objects.filter(pk=made.pk).exists()) == (409, True)
    assert "đang được dùng ở: Cơ quan" in answer.content.decode()


def test_what_a_command_wrote_is_listed_when_it_is_asked_for(keeper, portal):
    with passing(Acting(command="import_procedures")):
        Sector.objects.create(name="Trống", slug="trong")
    assert "Trống" not in keeper.get(LIST).content.decode()
    listed = keeper.get(LIST, {"commands": "also"}).content.decode()
    assert "Lĩnh vực: Trống" in listed
    told = LogRow.objects.filter(kind="procedures_catalog.sector")[0]
    assert keeper.post(question(told)).status_code == 302
    assert not Sector.objects.filter(slug="trong").exists()


def test_a_press_of_very_many_rows_is_one_change(portal):
    editor = Editor.objects.create_superuser("cả")
    with passing(Acting(actor=lambda: actor_of(editor))):
        rows = [Redirect.objects.create(old_path=f"/cu-{number}", redirect_link="/moi/") for number in range(1_200)]
    assert browser_of(editor).post(question(last_of(rows[600]))).status_code == 302
    assert not Redirect.objects.exists()


def test_what_stood_on_a_page_that_is_gone_is_nobodys_to_take_back(portal):
    editor = Editor.objects.create_superuser("cả")
    page = make_content(portal[0], "Thả diều")
    with because(WHY, timezone.now()), passing(Acting(actor=lambda: actor_of(editor))):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        page.delete()
    told = LogRow.objects.filter(kind="wagtailcore.pageviewrestriction")[0]
    assert browser_of(editor).post(question(told)).status_code in (302, 404, 409)


def test_a_password_is_in_no_log_and_so_comes_not_back(portal):
    admin = browser_of(Editor.objects.create_superuser("cả"))
    home = portal[0]
    address = reverse("wagtailadmin_pages:set_privacy", args=[home.pk])
    admin.post(address, {"restriction_type": "password", "password": "mở-ra", "reason": WHY})
    admin.post(address, {"restriction_type": "none"})
    told = LogRow.objects.filter(kind="wagtailcore.pageviewrestriction", action="row.delete")[0]
    assert PageViewRestriction.objects.count() == 0
    assert "mở-ra" not in told.details
    assert admin.post(question(told)).status_code == 409


def test_nobody_takes_back_what_he_might_not_have_done(keeper, sector, portal):
    write(keeper, sector, name="Sáo")
    agency = Agency.objects.create(name="Sở Diều", kind="department")
    writer = browser_of(member(Role.WRITER, agency))
    assert writer.get(LIST).status_code in (302, 403)
    assert writer.post(question(last_of(sector))).status_code == 404
    assert writer.get(f"{LIST}999999/hoan-tac/").status_code == 404
    seen = writer.get(LIST, {"thing": f"procedures_catalog.sector:{sector.pk}"}).content.decode()
    assert ("Sáo" in seen, name_of(sector)) == (False, "Sáo")


def test_after_the_step_it_is_told_what_stands_there_and_that_earlier_changes_stay(keeper, sector):
    write(keeper, sector, name="Sáo")
    first = last_of(sector)
    write(keeper, sector, name="Trống")
    told = keeper.post(question(last_of(sector)), follow=True).content.decode()
    assert "nay là: “Sáo”" in told
    assert "Trước đó còn thay đổi khác" in told
    told = keeper.post(question(first), follow=True).content.decode()
    assert "nay là: “Diều”" in told
    assert "Trước đó còn thay đổi khác" not in told


def test_who_has_saved_is_led_to_the_way_back(keeper, sector):
    address = form_address(sector)
    form = querydict_from_html(keeper.get(address).content.decode(), form_id="w-editor-form").dict()
    said = keeper.post(address, form | {"name": "Sáo"}, follow=True).content.decode()
    assert "Các thay đổi, hoàn tác" in said


def test_the_list_as_a_file_holds_its_rows(keeper, sector):
    write(keeper, sector, name="Sáo")
    answer = keeper.get(LIST, {"export": "csv"})
    said = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
    assert "Lĩnh vực: Sáo" in said
    assert "Diều → Sáo" in said


def test_how_the_portal_is_reached_is_no_keepers(keeper, portal):
    site = Site.objects.get()
    admin = Editor.objects.create_superuser("cả")
    with passing(Acting(actor=lambda: actor_of(admin))):
        site.port = 8300
        site.save()
    assert keeper.get(question(last_of(site))).status_code == 404
